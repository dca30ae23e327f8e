using System.Net;
using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class CorrectDatesTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_authority_corrects_when_its_clock_started_and_sees_every_date_before_and_after_first()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates");
        Assert.Empty(form.All("[name='HealthReceivedOn.Day']"));

        var check = await browser.SubmitAsync(form, "main form", Received(28, 10));

        Assert.Contains("Decision to assess due 12 December 2026 9 December 2026", check.Text, StringComparison.Ordinal);
        Assert.Contains("Final plan due 20 March 2027 17 March 2027", check.Text, StringComparison.Ordinal);
        await using (var before = _app.Database()) { Assert.Equal(new DateOnly(2026, 10, 31), (await before.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).RequestReceivedOn); }
        var done = await browser.SubmitAsync(check, "main form", []);
        Assert.Contains("4 dates corrected", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
        Assert.Equal((new DateOnly(2026, 10, 28), new DateOnly(2026, 12, 9), new DateOnly(2027, 2, 17), new DateOnly(2027, 3, 17)),
            (assessment.RequestReceivedOn, assessment.DecisionDueOn, assessment.NoPlanDueOn!.Value, assessment.FinalPlanDueOn));
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "DatesCorrected");
        Assert.Contains("Final plan due: 20 March 2027", fact.Before, StringComparison.Ordinal);
        Assert.Contains("Final plan due: 17 March 2027", fact.After, StringComparison.Ordinal);
        Assert.Equal(("The letter was stamped on the 28th.", "Carol Whitaker"), (fact.Reason, fact.ActorName));
        var email = await db.Emails.SingleAsync(e => e.Template == "dates-corrected");
        Assert.Equal(await db.Icbs.Where(i => i.Id == keys.IcbId).Select(i => i.DcoInbox).SingleAsync(), email.To);
        Assert.DoesNotContain("Ashworth", email.Subject + email.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_route_alone_is_a_correction_too()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates");

        var check = await browser.SubmitAsync(form, "main form", new() { ["StartedBy"] = "BecameResponsible", ["Reason"] = "They moved into our area." });
        await browser.SubmitAsync(check, "main form", []);

        await using var db = _app.Database();
        Assert.Equal("Section24Responsibility", (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).Route.ToString());
        Assert.Equal("Section 36 request", (await db.AuditEntries.SingleAsync(e => e.Fact == "DatesCorrected")).Before);
    }

    [Fact]
    public async Task The_own_decision_with_which_a_re_assessment_began_is_not_taken_back()
    {
        var keys = await _app.AssessmentAsync(startedBy: ClockEvent.ReassessmentNotified);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.DoesNotContain("Take the decision back", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);

        var told = await browser.GetAsync($"/assessments/{keys.Reference}/take-back");

        Assert.Contains("began with the authority’s own decision to re-assess, so there is nothing before it", told.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Throws<DomainRuleException>(() => db.Assessments.Single(a => a.Id == keys.AssessmentId).TakeBackDecision("A slip"));
    }

    [Fact]
    public async Task A_second_day_typed_for_an_own_decision_is_not_passed_over()
    {
        var keys = await _app.AssessmentAsync(startedBy: ClockEvent.ReassessmentNotified);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates"), "main form", new() { ["ToldOn.Day"] = "12", ["ToldOn.Month"] = "11", ["ToldOn.Year"] = "2026", ["Reason"] = "The letter." });

        Assert.Equal(["After your own decision to re-assess the clock starts on the day of the decision: change the day above"], refused.Errors);
    }

    [Fact]
    public async Task A_route_that_was_a_re_assessment_by_mistake_asks_for_both_days_again()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var slip = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates"), "main form", new() { ["StartedBy"] = "ReassessmentNotified", ["Reason"] = "A slip." });
        await browser.SubmitAsync(slip, "main form", []);
        var back = await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates");

        var refused = await browser.SubmitAsync(back, "main form", new() { ["StartedBy"] = "RequestReceived", ["Reason"] = "It was a request." });
        var check = await browser.SubmitAsync(refused, "main form", new() { ["ToldOn.Day"] = "12", ["ToldOn.Month"] = "11", ["ToldOn.Year"] = "2026" });
        await browser.SubmitAsync(check, "main form", []);

        Assert.Contains("both days are one", Assert.Single(refused.Errors), StringComparison.Ordinal);
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
        Assert.Equal((ClockEvent.RequestReceived, new DateOnly(2026, 10, 31), new DateOnly(2026, 11, 12)), (assessment.StartedBy, assessment.RequestReceivedOn, assessment.DecidedOn!.Value));
    }

    [Fact]
    public async Task A_request_that_is_opened_again_is_due_by_the_day_of_the_decision_that_stands()
    {
        var keys = await _app.AssessmentAsync();
        var closed = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => r.Close("Sent by mistake", DateTime.UnixEpoch));
        await _app.RequestAsync(keys, TestWorld.Paediatrics);
        var was = await DueAsync(closed);
        await using (var db = _app.Database())
        {
            var assessment = await db.Assessments.SingleAsync();
            assessment.TakeBackDecision("The wrong day");
            assessment.Decide(AssessmentDecision.Assess, assessment.RequestReceivedOn, was.AddDays(-42 - 10));
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/advice-requests/{closed}/reopen");

        var opened = await dco.SubmitAsync(page, "main form", new() { ["Reason"] = "It is needed after all" });

        Assert.Contains("has been put right since, so it is due on", page.Text, StringComparison.Ordinal);
        Assert.Contains($"is open again, due {was.AddDays(-10).Day} ", opened.Text, StringComparison.Ordinal);
        Assert.Equal(was.AddDays(-10), await DueAsync(closed));
    }

    private async Task<DateOnly> DueAsync(Guid request)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.Where(r => r.Id == request).Select(r => r.DueOn).SingleAsync();
    }

    [Fact]
    public async Task The_DCO_service_corrects_when_health_was_asked_and_every_request_is_counted_anew_and_who_has_it_told()
    {
        var keys = await _app.AssessmentAsync();
        var open = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var closed = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, null, r => r.Close("Asked by mistake", _app.Time.GetUtcNow().UtcDateTime));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates");
        Assert.Empty(form.All("[name=Route]"));

        var check = await browser.SubmitAsync(form, "main form", Health(16, 11));
        Assert.Contains("Advice of Paediatric occupational therapy due 2 January 2027 28 December 2026", check.Text, StringComparison.Ordinal);
        Assert.Contains(", closed due 2 January 2027 28 December 2026", check.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(check, "main form", []);

        await using var db = _app.Database();
        var requests = await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId).ToDictionaryAsync(r => r.Id, r => r.DueOn);
        // figures count a closed one by its date too, and it may be opened again
        Assert.Equal((new DateOnly(2026, 12, 28), new DateOnly(2026, 12, 28)), (requests[open], requests[closed]));
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "RequestDateCorrected" && e.AdviceRequestId == open);
        Assert.Equal((open, "Due 2027-01-02", "Due 2026-12-28", "It came to the old inbox."), (fact.AdviceRequestId!.Value, fact.Before, fact.After, fact.Reason));
        Assert.Equal(new DateOnly(2026, 11, 16), (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).HealthToldOfDecisionOn);
        Assert.Equal("gwen@ot.test", (await db.Emails.SingleAsync(e => e.Template == "due-date-corrected")).To);
        Assert.Equal(await db.LocalAuthorities.Where(a => a.Id == keys.LocalAuthorityId).Select(a => a.SendInbox).SingleAsync(),
            (await db.Emails.SingleAsync(e => e.Template == "dates-corrected")).To);
    }

    [Fact]
    public async Task Health_cannot_have_received_a_request_after_it_was_sent_on()
    {
        var keys = await _app.AssessmentAsync(change: a => a.CorrectAdviceReceipt(new(2026, 11, 10), new(2026, 11, 21)));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Advance(TimeSpan.FromDays(20));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates");

        var refused = await browser.SubmitAsync(form, "main form", Health(30, 11));

        Assert.Contains("Health cannot have received the request after it was sent to a professional on 21 November 2026.", refused.Errors);
    }

    [Fact]
    public async Task Health_cannot_have_received_a_request_after_the_authority_had_the_answer()
    {
        var keys = await _app.AssessmentAsync(change: a => a.CorrectAdviceReceipt(new(2026, 11, 10), new(2026, 11, 21)));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r =>
        {
            r.SubmitNilReturn(ReplyCode.NotKnown, null, "Gwen Pritchard", DateTime.UnixEpoch, new(2026, 11, 21), new(2026, 11, 12));
            r.Accept(DateTime.UnixEpoch);
        });
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates"), "main form", Health(13, 11));

        Assert.Contains("Health cannot have received the request after the authority had an answer to it on 12 November 2026. If that day is wrong, put it right on the request first.", refused.Errors);
    }

    [Theory]
    [InlineData(1, 11, "The clock cannot have started after the decision.")]
    [InlineData(31, 10, "Change at least one of the dates")]
    [InlineData(30, 2, "must be a real date")]
    [InlineData(22, 11, "must be today or in the past")]
    [InlineData(31, 8, "must be on or after 1 September 2014", 2014)]
    public async Task A_date_that_cannot_be_is_refused_beside_its_field_and_kept(int day, int month, string why, int year = 2026)
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates");

        var again = await browser.SubmitAsync(form, "main form", new(Received(day, month)) { ["ReceivedOn.Year"] = $"{year}" });

        Assert.Contains(again.Errors, e => e.Contains(why, StringComparison.Ordinal));
        Assert.Equal($"{day}", again.Find("[name='ReceivedOn.Day']").GetAttribute("value"));
        Assert.Equal("The letter was stamped on the 28th.", again.Find("#Reason").TextContent);
    }

    [Fact]
    public async Task A_correction_sent_twice_is_made_once_and_one_made_on_old_dates_is_refused()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates");
        var check = await browser.SubmitAsync(form, "main form", Received(28, 10));

        await browser.SubmitAsync(check, "main form", []);
        var twice = await browser.SubmitAsync(check, "main form", []);
        var late = await browser.SubmitAsync(check, "main form", Received(27, 10));

        Assert.Equal(HttpStatusCode.OK, twice.Status);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "DatesCorrected"));
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "dates-corrected"));
    }

    [Fact]
    public async Task Neither_a_clinician_nor_another_organisation_can_correct_a_date()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/assessments/{keys.Reference}/correct-dates")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync($"/assessments/{keys.Reference}/correct-dates")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync($"/assessments/{keys.Reference}/correct-dates")).Status);
    }

    private static Dictionary<string, string?> Received(int day, int month) => new()
    {
        ["ReceivedOn.Day"] = $"{day}",
        ["ReceivedOn.Month"] = $"{month}",
        ["ReceivedOn.Year"] = "2026",
        ["Reason"] = "The letter was stamped on the 28th.",
    };

    private static Dictionary<string, string?> Health(int day, int month) => new()
    {
        ["HealthReceivedOn.Day"] = $"{day}",
        ["HealthReceivedOn.Month"] = $"{month}",
        ["HealthReceivedOn.Year"] = "2026",
        ["Reason"] = "It came to the old inbox.",
    };
}
