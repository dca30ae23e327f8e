using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Features.Advice;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Parts.Exemptions;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Exemptions;

/// <summary>Recording an exemption, what is shown after, and the changes to it.</summary>
public sealed class ExemptionTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_form_offers_only_the_grounds_of_that_body_and_asks_for_what_is_missing()
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var form = await clinician.GetAsync($"/advice-requests/{id}/exemption");
        var authority = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}/exemption?limit=NoPlanNotice");

        var nothing = await clinician.SubmitAsync(form, ExemptionSteps.Form, []);
        var noLimb = await clinician.SubmitAsync(form, ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03").With("Impractical", " "));
        var noFacts = await clinician.SubmitAsync(form, ExemptionSteps.Form, new() { ["Ground"] = "MissedAppointment" }, button: "check");
        var backwards = await clinician.SubmitAsync(form, ExemptionSteps.Form, ExemptionSteps.Absence("2026-02-09", "2026-01-09"), button: "check");

        Assert.Equal(["ExceptionalCircumstances", "AbsentFromArea", "MissedAppointment"], form.All("input[name=Ground]").Select(i => i.GetAttribute("value")!));
        Assert.Equal(["SchoolClosed", "EarlyYearsProviderClosed", "ExceptionalCircumstances", "AbsentFromArea"], authority.All("input[name=Ground]").Select(i => i.GetAttribute("value")!));
        Assert.Contains("Regulation 8(2)(c)", form.Text, StringComparison.Ordinal);
        Assert.Contains("Regulation 10(4)(d)", authority.Text, StringComparison.Ordinal);
        Assert.Contains("The due date stands: 19 February 2026.", form.Text, StringComparison.Ordinal);
        Assert.Empty(form.All("input[name=CircumstancesArePersonal]"));
        Assert.NotEmpty(authority.All("input[name=CircumstancesArePersonal]"));
        Assert.Equal(["Select the ground", "Enter what shows the facts", "Enter why keeping to the time limit was impractical"], nothing.Errors);
        Assert.Equal(["Enter why keeping to the time limit was impractical"], noLimb.Errors);
        Assert.Equal(["Enter the date of the appointment", "Select why the appointment did not happen"], noFacts.Errors);
        Assert.Equal(["The last day away must be on or after the first"], backwards.Errors);
        Assert.Equal("Gwen Pritchard", form.Find("input[name=DecidedBy]").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_recorded_is_kept_audited_and_recorded_once_however_often_it_is_sent()
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{id}/exemption");
        var values = ExemptionSteps.Missed("2026-02-03").WithDay("ExpectedOn", "2026-03-05").WithDay("DecidedOn", "2026-02-09").With("DecidedBy", "Dr Rao");

        var both = await Task.WhenAll(browser.SubmitAsync(form, ExemptionSteps.Form, values), browser.SubmitAsync(form, ExemptionSteps.Form, values));
        var again = await browser.SubmitAsync(form, ExemptionSteps.Form, values);

        Assert.All(both.Append(again), p => Assert.StartsWith("/exemptions/", p.Url.AbsolutePath, StringComparison.Ordinal));
        await using var db = _app.Database();
        var row = await db.Exemptions.SingleAsync(e => e.AdviceRequestId == id);
        Assert.Equal((ExemptionGround.MissedAppointment, new DateOnly(2026, 2, 3), "The letter of that week", "The assessment could not be made without it"), (row.Ground, row.FromOn, row.Evidence, row.Impractical));
        Assert.Equal(("Dr Rao", new DateOnly(2026, 2, 9), "Gwen Pritchard", new DateOnly(2026, 2, 10), new DateOnly(2026, 3, 5)), (row.DecidedByName, row.DecidedOn, row.RecordedByName, row.RecordedOn, row.ExpectedOn!.Value));
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "ExemptionRecorded" && e.AdviceRequestId == id);
        Assert.Equal(("Due 2026-02-19", "Due 2026-02-19; HealthAdvice exempt: MissedAppointment (regulation 8(2)(c)), 2026-02-03", "The assessment could not be made without it"), (fact.Before, fact.After, fact.Reason));
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildRecordViewed" && e.AssessmentId == keys.AssessmentId && e.After == "Exemptions/Recorded"));
    }

    [Theory]
    [InlineData("2026-03-05", "2026-03-04", true, "Now expected on 5 March 2026")]
    [InlineData("2026-03-05", "2026-03-05", true, "Now expected on 5 March 2026")]
    [InlineData("2026-03-05", "2026-03-06", true, "It was expected on 5 March 2026")]
    [InlineData("2026-03-05", "2026-03-04", false, "It was expected on 5 March 2026")]
    [InlineData(null, "2026-03-04", true, null)]
    public void Nothing_is_expected_on_a_day_that_has_passed_or_of_what_nobody_awaits(string? on, string today, bool isAwaited, string? words) =>
        Assert.Equal(words, ExemptionWords.Expected(on is null ? null : ExemptionSteps.Day(on), ExemptionSteps.Day(today), isAwaited));

    [Theory]
    [InlineData("", "2026-02-20", "Promised for 5 March 2026, after the due date")]
    [InlineData("", "2026-03-06", "Promised for 5 March 2026, which has passed")]
    [InlineData("answered", "2026-02-20", "It was expected on 5 March 2026")]
    [InlineData("closed", "2026-02-20", "It was expected on 5 March 2026")]
    [InlineData("ended", "2026-02-20", "It was expected on 5 March 2026")]
    public async Task The_case_the_request_and_the_exemption_say_alike_what_is_still_expected(string became, string today, string words)
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var page = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03").WithDay("ExpectedOn", "2026-03-05"));
        await using (var db = _app.Database())
        {
            var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
            if (became == "answered") { request.Submit(ExemptionSteps.Noon("2026-02-11"), new(2026, 2, 11), "Gwen Pritchard"); }
            if (became == "closed") { request.Close("Not needed", ExemptionSteps.Noon("2026-02-11")); }
            if (became == "ended") { request.CaseEnds(new(2026, 2, 11)); }
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        _app.Time.Set(ExemptionSteps.Noon(today));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        foreach (var path in new[] { $"/assessments/{keys.Reference}", $"/advice-requests/{id}", page.Url.AbsolutePath })
        {
            Assert.Contains(words, (await dco.GetAsync(path)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_exemption_of_the_same_ground_and_days_that_says_more_is_not_thrown_away()
    {
        var (_, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var (clinician, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));

        var said = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03").With("Evidence", "The clinic’s letter").WithDay("FamilyToldOn", "2026-02-09"));

        Assert.Equal(HttpStatusCode.Conflict, said.Status);
        Assert.Contains("Gwen Pritchard recorded this ground with these days on 10 February 2026", Assert.Single(said.Errors), StringComparison.Ordinal);
        Assert.Contains("The clinic’s letter", said.Document.Source.Text, StringComparison.Ordinal);
        Assert.Contains(said.All("main a"), l => l.TextContent == "Open the exemption that is there");
    }

    [Fact]
    public async Task An_exemption_whose_facts_no_longer_meet_the_ground_excuses_nothing_in_lists_until_the_day_is_put_back()
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-03-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var recorded = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-10"));
        Assert.True((await RequestAsync(id)).HasExemption);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await CorrectAsync(dco, keys, "2025-12-20");

        Assert.Contains("These facts no longer meet the ground", (await clinician.GetAsync(recorded.Url.AbsolutePath)).Text, StringComparison.Ordinal);
        Assert.Contains("so it excuses nothing", (await clinician.GetAsync(recorded.Url.AbsolutePath)).Text, StringComparison.Ordinal);
        Assert.Equal((false, null), ((await RequestAsync(id)).HasExemption, (await RequestAsync(id)).ExcusedBy));
        Assert.DoesNotContain("exempt", (await dco.GetAsync("/advice-requests")).Find("tbody").TextContent, StringComparison.OrdinalIgnoreCase);

        await CorrectAsync(dco, keys, "2026-01-08");
        Assert.Equal((true, ExemptionGround.MissedAppointment), ((await RequestAsync(id)).HasExemption, (await RequestAsync(id)).ExcusedBy));
    }

    private static async Task CorrectAsync(PortalBrowser dco, CaseKeys keys, string day)
    {
        var check = await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/correct-dates"), "main form", ExemptionSteps.OneDay("HealthReceivedOn", day).With("Reason", "The email is of that day."));
        Assert.Empty(check.Errors);
        await dco.SubmitAsync(check, "main form", []);
    }

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    [Theory]
    [InlineData(TestWorld.Clinician, true)]
    [InlineData(TestWorld.Administrator, false)] // what the DCO service records says nothing of whether the service has begun
    public async Task A_service_that_records_an_exemption_without_a_day_has_taken_the_request_on(string who, bool isTakenOn)
    {
        var (_, id) = await _app.RequestReceivedAsync("2026-01-05", "2026-02-10");
        var browser = await _app.SignInAsync(who);

        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));

        await using var db = _app.Database();
        Assert.True(await db.Exemptions.AnyAsync());
        Assert.Equal(isTakenOn, (await db.AdviceRequests.SingleAsync()).AcknowledgedUtc is not null);
    }

    [Theory]
    [InlineData("2026-02-09", "The expected date must be today or later")]
    [InlineData("2027-03-05", "The expected date must be within a year")]
    public async Task A_slip_of_the_year_rests_no_reminder(string day, string words)
    {
        var (_, id) = await _app.RequestReceivedAsync("2026-01-05", "2026-02-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var form = await clinician.GetAsync($"/advice-requests/{id}/exemption");

        Assert.Equal([words], (await clinician.SubmitAsync(form, ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03").WithDay("ExpectedOn", day))).Errors);
        var recorded = await clinician.SubmitAsync(form, ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));
        Assert.Equal([words], (await clinician.SubmitAsync(recorded, "#family-told", ExemptionSteps.OneDay("ExpectedOn", day), button: "Save expected date")).Errors);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var call = new Dictionary<string, string?> { ["Channel"] = "Phone", ["SpokeTo"] = "Gwen" };
        Assert.Equal([words.Replace("expected", "promised", StringComparison.Ordinal)], (await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/chase"), "main form", call.WithDay("PromisedOn", day))).Errors);
    }

    [Fact]
    public async Task The_expected_day_is_promised_rests_the_reminders_and_gives_way_to_a_newer_promise()
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03").WithDay("ExpectedOn", "2026-03-05"));
        Assert.Contains("Promised for 5 March 2026, after the due date. Nobody is reminded of it until that day has passed.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(keys.Reference, (await dco.GetAsync("/chase")).Text, StringComparison.Ordinal);

        _app.Time.Set(ExemptionSteps.Noon("2026-02-20"));
        await _app.ChangeRequestAsync(id, r => r.Promise(new(2026, 2, 24), new(2026, 2, 20), ExemptionSteps.Noon("2026-02-20"), "Gwen Pritchard"));
        dco = await _app.SignInAsync(TestWorld.Administrator);
        foreach (var path in new[] { $"/assessments/{keys.Reference}", $"/advice-requests/{id}", page.Url.AbsolutePath })
        {
            var text = (await dco.GetAsync(path)).Text;
            Assert.Contains("Promised for 24 February 2026", text, StringComparison.Ordinal);
            Assert.DoesNotContain("expected on 5 March 2026", text, StringComparison.Ordinal);
        }

        _app.Time.Set(ExemptionSteps.Noon("2026-02-25"));
        (clinician, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        Assert.Contains(keys.Reference, (await dco.GetAsync("/chase")).Text, StringComparison.Ordinal);
        var again = await clinician.SubmitAsync(await clinician.GetAsync(page.Url.AbsolutePath), "#family-told", ExemptionSteps.OneDay("ExpectedOn", "2026-03-05"), button: "Save expected date");
        Assert.Contains("Nobody is reminded of it until that day has passed.", again.Text, StringComparison.Ordinal);
        Assert.Equal(new(2026, 3, 5), (await RequestAsync(id)).PromisedOn);
        Assert.DoesNotContain(keys.Reference, (await dco.GetAsync("/chase")).Text, StringComparison.Ordinal);

        var unknown = await clinician.SubmitAsync(again, "#family-told", ExemptionSteps.NoDay("ExpectedOn"), button: "Save expected date");
        Assert.Contains("No date given. Reminders go on.", unknown.Text, StringComparison.Ordinal);
        Assert.Null((await RequestAsync(id)).PromisedOn);
        Assert.Contains(keys.Reference, (await dco.GetAsync("/chase")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_family_not_told_is_flagged_to_whoever_recorded_it_until_the_day_is_recorded()
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        const string Flag = "The family has not been told";
        var page = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));

        Assert.Contains(Flag, page.Text, StringComparison.Ordinal);
        Assert.Contains(Flag, (await clinician.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Flag, (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        var seen = await caseworker.GetAsync(page.Url.AbsolutePath);
        Assert.Contains("Missed appointment (regulation 8(2)(c))", seen.Text, StringComparison.Ordinal);
        Assert.Empty(seen.All("#withdraw"));

        var future = await clinician.SubmitAsync(page, "#family-told", ExemptionSteps.OneDay("FamilyToldOn", "2026-02-11"));
        var told = await clinician.SubmitAsync(page, "#family-told", ExemptionSteps.OneDay("FamilyToldOn", "2026-02-10"));
        await clinician.SubmitAsync(page, "#family-told", ExemptionSteps.OneDay("FamilyToldOn", "2026-02-10"));
        var expected = await clinician.SubmitAsync(told, "#family-told", ExemptionSteps.OneDay("ExpectedOn", "2026-03-09"), button: "Save expected date");

        Assert.Equal(["The day the family was told must be today or in the past"], future.Errors);
        Assert.DoesNotContain(Flag, told.Text, StringComparison.Ordinal);
        Assert.Contains("Now expected on 9 March 2026. The due date stands.", expected.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "FamilyToldOfExemption" && e.AdviceRequestId == id);
        Assert.Equal(("Not told", "Told 2026-02-10"), (fact.Before, fact.After));
        Assert.Equal("Expected 2026-03-09", (await db.AuditEntries.SingleAsync(e => e.Fact == "ExemptWorkExpected")).After);
    }

    [Fact]
    public async Task A_mistake_is_withdrawn_with_its_reason_and_the_mark_goes_with_the_last_one()
    {
        var (_, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var form = await browser.GetAsync($"/advice-requests/{id}/exemption");
        var first = await browser.SubmitAsync(form, ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));
        var second = await browser.SubmitAsync(form, ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-04"));

        var noReason = await browser.SubmitAsync(first, "#withdraw", []);
        var gone = await browser.SubmitAsync(first, "#withdraw", new() { ["Reason"] = "The child was there" });
        await browser.SubmitAsync(first, "#withdraw", new() { ["Reason"] = "The child was there" });

        Assert.Equal(["Enter why it was recorded by mistake"], noReason.Errors);
        Assert.Contains("Withdrawn exemption", gone.Text, StringComparison.Ordinal);
        Assert.Contains("The child was there", gone.Text, StringComparison.Ordinal);
        Assert.Empty(gone.All("#withdraw"));
        Assert.True(await HasExemptionAsync(id));
        await browser.SubmitAsync(second, "#withdraw", new() { ["Reason"] = "That too" });
        Assert.False(await HasExemptionAsync(id));
        Assert.DoesNotContain("Missed appointment", (await browser.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(2, await db.Exemptions.CountAsync(e => e.AdviceRequestId == id && e.WithdrawnUtc != null));
        var fact = await db.AuditEntries.FirstAsync(e => e.Fact == "ExemptionWithdrawn" && e.Reason == "The child was there");
        Assert.Equal(("Due 2026-02-19; HealthAdvice exempt: MissedAppointment (regulation 8(2)(c)), 2026-02-03", "Due 2026-02-19"), (fact.Before, fact.After));
        // what was withdrawn by mistake can be recorded again
        await browser.SubmitAsync(form, ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));
        Assert.True(await HasExemptionAsync(id));
    }

    [Fact]
    public async Task Two_people_do_not_overwrite_each_other()
    {
        var (_, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var page = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));
        var lead = await _app.SignInAsync(TestWorld.Lead);
        var seen = await lead.GetAsync(page.Url.AbsolutePath);
        await clinician.SubmitAsync(page, "#family-told", ExemptionSteps.OneDay("ExpectedOn", "2026-03-09"), button: "Save expected date");

        var late = await lead.SubmitAsync(seen, "#family-told", ExemptionSteps.OneDay("ExpectedOn", "2026-04-01"), button: "Save expected date");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        await using var db = _app.Database();
        Assert.Equal(new DateOnly(2026, 3, 9), (await db.Exemptions.SingleAsync()).ExpectedOn);
    }

    [Fact]
    public async Task The_authoritys_exemption_is_shown_at_its_limit_on_the_drawing_and_in_the_words()
    {
        var keys = await _app.AssessmentReceivedAsync("2026-06-25", "2026-12-01", AssessmentDecision.Assess);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var before = await browser.GetAsync($"/assessments/{keys.Reference}");
        var link = before.Find("a[href$='exemption?limit=FinalPlan']");
        Assert.Contains("No exemption is recorded.", before.Text, StringComparison.Ordinal);
        Assert.Empty(before.All("svg .t-exempt-band"));

        var page = await browser.SubmitAsync(await browser.GetAsync(link.GetAttribute("href")!), ExemptionSteps.Form, ExemptionSteps.Closure("SchoolClosed", "2026-07-22", "2026-09-01", "2026-07-15"));
        var after = await browser.GetAsync($"/assessments/{keys.Reference}");
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/exemption?limit=DecisionToAssess"), ExemptionSteps.Form, ExemptionSteps.Closure("SchoolClosed", "2026-07-22", "2026-09-01", "2026-07-15"));

        Assert.Contains("School or college closed (regulation 13(3) with 10(4)(a))", page.Text, StringComparison.Ordinal);
        var limits = string.Join(' ', after.Find("#limits").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Exemption recorded: past due, exempt", limits, StringComparison.Ordinal);
        Assert.Contains("The family has not been told", limits, StringComparison.Ordinal);
        Assert.Contains("Exemption recorded on 1 December 2026: advice asked for on 15 July 2026", limits, StringComparison.Ordinal);
        Assert.Single(after.All("svg .t-exempt-band"));
        Assert.Contains("Week 20: plan on 12 November 2026, exemption recorded.", after.Find("svg desc").TextContent, StringComparison.Ordinal);
        var both = await browser.GetAsync($"/assessments/{keys.Reference}");
        Assert.Equal(2, both.All("svg .t-exempt-band").Count);
        Assert.Single(both.All("svg .t-fill--hatched"));
        var row = (await (await browser.Client.GetAsync("/assessments/csv")).Content.ReadAsStringAsync()).Split('\n').Single(l => l.Contains(keys.Reference, StringComparison.Ordinal));
        Assert.Contains(",\"Past due, exempt\",", row, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("Due 2026-11-12; FinalPlan exempt: SchoolClosed (regulation 13(3) with 10(4)(a)), closed 2026-07-22, open again 2026-09-01, asked 2026-07-15",
            (await db.AuditEntries.OrderBy(e => e.AtUtc).FirstAsync(e => e.Fact == "ExemptionRecorded" && e.AssessmentId == keys.AssessmentId && e.After!.Contains("FinalPlan"))).After);
        Assert.Equal(new DateOnly(2026, 11, 12), (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).FinalPlanDueOn);
    }

    [Fact]
    public async Task Each_body_changes_its_own_and_others_find_none()
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var health = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var authority = await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/exemption?limit=FinalPlan"), ExemptionSteps.Form, ExemptionSteps.Circumstances("2026-01-20", null, true));
        var (healthId, authorityId) = (health.Url.Segments[^1], authority.Url.Segments[^1]);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        Assert.Equal(HttpStatusCode.OK, (await dco.GetAsync($"/exemptions/{authorityId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clinician.GetAsync($"/exemptions/{authorityId}")).Status);
        var withdrawal = new Dictionary<string, string?> { ["Reason"] = "Not mine" };
        // the same form, sent to the other body's address
        async Task<HttpStatusCode> Send(PortalBrowser browser, Page page, string path)
        {
            page.Find("#withdraw").SetAttribute("action", path);
            return (await browser.SubmitAsync(page, "#withdraw", withdrawal)).Status;
        }
        Assert.Equal(HttpStatusCode.Forbidden, await Send(caseworker, authority, $"/advice-requests/exemptions/{healthId}/withdraw"));
        Assert.Equal(HttpStatusCode.NotFound, await Send(caseworker, authority, $"/assessments/exemptions/{healthId}/withdraw"));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(clinician, health, $"/assessments/exemptions/{healthId}/withdraw"));
        Assert.Equal(HttpStatusCode.NotFound, await Send(clinician, health, $"/advice-requests/exemptions/{authorityId}/withdraw"));
        foreach (var (email, form, expected) in new[]
        {
            (TestWorld.OtherClinician, $"/advice-requests/{id}/exemption", HttpStatusCode.NotFound), (TestWorld.FarAdministrator, $"/advice-requests/{id}/exemption", HttpStatusCode.NotFound),
            (TestWorld.Caseworker, $"/advice-requests/{id}/exemption", HttpStatusCode.Forbidden), (TestWorld.BoardMember, $"/exemptions/{healthId}", HttpStatusCode.Forbidden),
            (TestWorld.OtherCaseworker, $"/assessments/{keys.Reference}/exemption?limit=FinalPlan", HttpStatusCode.NotFound), (TestWorld.OtherCaseworker, $"/exemptions/{authorityId}", HttpStatusCode.NotFound),
            (TestWorld.Dco, $"/assessments/{keys.Reference}/exemption?limit=FinalPlan", HttpStatusCode.Forbidden), (TestWorld.FarCaseworker, $"/exemptions/{healthId}", HttpStatusCode.NotFound),
            (TestWorld.Caseworker, $"/assessments/{keys.Reference}/exemption?limit=HealthAdvice", HttpStatusCode.NotFound),
        })
        {
            Assert.True((await (await _app.SignInAsync(email)).GetAsync(form)).Status == expected, $"{email} {form}");
        }
        await using var db = _app.Database();
        Assert.False(await db.Exemptions.AnyAsync(e => e.WithdrawnUtc != null));
    }

    [Fact]
    public async Task What_has_ended_was_not_sent_or_has_a_local_target_takes_none()
    {
        var keys = await _app.AssessmentAsync();
        var noon = _app.Time.GetUtcNow().UtcDateTime;
        var closed = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Close("Asked in error", noon));
        var early = await _app.RequestAsync(await _app.AssessmentAsync(decision: null), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var unsent = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, send: false);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        foreach (var (id, why) in new[] { (closed, "This request has ended"), (early, "local target, not a legal limit"), (unsent, "has not been sent") })
        {
            var page = await dco.GetAsync($"/advice-requests/{id}/exemption");
            Assert.Equal($"/advice-requests/{id}", page.Url.AbsolutePath);
            Assert.Contains(why, page.Document.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.All("a[href$='/exemption']"));
        }
        // open when the form was shown, returned when it was sent
        var open = await _app.RequestAsync(keys, TestWorld.Paediatrics);
        var form = await dco.GetAsync($"/advice-requests/{open}/exemption");
        await using (var db = _app.Database())
        {
            var request = await db.AdviceRequests.SingleAsync(r => r.Id == open);
            request.Close("No longer needed", noon);
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        var late = await dco.SubmitAsync(form, ExemptionSteps.Form, ExemptionSteps.Missed("2026-11-21"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("This request has ended", late.Text, StringComparison.Ordinal);
        var refused = await _app.AssessmentAsync(decision: AssessmentDecision.DoNotAssess);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var limit = await caseworker.GetAsync($"/assessments/{refused.Reference}/exemption?limit=FinalPlan");
        Assert.Equal($"/assessments/{refused.Reference}", limit.Url.AbsolutePath);
        Assert.Contains("no longer binds the authority", limit.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(limit.All("a[href*='/exemption?limit=']"));
        await using var after = _app.Database();
        Assert.False(await after.Exemptions.AnyAsync());
    }

    [Fact]
    public async Task The_lists_and_the_spreadsheet_show_it_and_the_check_page_says_it()
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));
        await using (var db = _app.Database())
        {
            var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
            request.SubmitNilReturn(ReplyCode.NotKnown, null, ExemptionSteps.Noon("2026-02-10"), new(2026, 2, 10), "Gwen");
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var list = await dco.GetAsync("/advice-requests");
        var csv = await (await dco.Client.GetAsync("/advice-requests/csv")).Content.ReadAsStringAsync();
        var check = await dco.GetAsync($"/check/{id}");

        Assert.Contains("Exemption recorded", list.Text, StringComparison.Ordinal);
        Assert.Contains("Exemption", csv.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("\"In time, exempt\"", csv, StringComparison.Ordinal);
        Assert.Contains("appointment missed on 3 February 2026 (regulation 8(2)(c))", check.Text, StringComparison.Ordinal);
    }

    private async Task<bool> HasExemptionAsync(Guid id)
    {
        await using var db = _app.Database();
        return (await db.AdviceRequests.SingleAsync(r => r.Id == id)).HasExemption;
    }
}
