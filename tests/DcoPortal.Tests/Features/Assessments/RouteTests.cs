using System.Net;
using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Features.Assessments.LogNotification;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Assessments that did not begin with a request, over HTTP as a browser without script sends it. Today is 21 November 2026.</summary>
public sealed class RouteTests : IDisposable
{
    private const string Form = "main form";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(ClockEvent.AssessmentOrdered, "What is the date of the Tribunal’s order?", "Not told yet", "week 2 of 14. The notice to the family is due by 23 November 2026, the plan by 15 February 2027.", "18 January 2027")]
    [InlineData(ClockEvent.AssessmentConceded, "When did you tell the Tribunal?", "Not told yet", "week 2 of 14. The notice to the family is due by 23 November 2026, the plan by 15 February 2027.", "18 January 2027")]
    [InlineData(ClockEvent.ReassessmentRequested, "When did you receive the request to re-assess?", "Not told yet", "day 12 of 15. The decision is due by 24 November 2026. We have not seen the text of this regulation; this is the careful reading. The final plan is counted from the day you tell the family.", "The final plan is due 14 weeks after the family is told")]
    [InlineData(ClockEvent.ReassessmentNotified, "When did you decide to re-assess?", "To re-assess, by your own decision", "week 2 of 14. You decided on 9 November 2026 to re-assess, and the plan is due by 15 February 2027.", "2 January 2027")]
    public async Task A_notification_of_each_route_is_logged_in_its_own_words(ClockEvent startedBy, string question, string decision, string clock, string done)
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await browser.GetAsync("/assessments/log");
        Assert.Contains("How it began: A request for an assessment (section 36)", start.Text, StringComparison.Ordinal);
        Assert.Contains("Tell the family: 2 weeks. Final plan: 14 weeks", start.Text, StringComparison.Ordinal);
        Dictionary<string, string?> values = new()
        {
            ["Child.Forenames"] = "Zoë",
            ["Child.LegalSurname"] = "Ashworth",
            ["Child.DateOfBirth.Day"] = "4",
            ["Child.DateOfBirth.Month"] = "3",
            ["Child.DateOfBirth.Year"] = "2019",
            ["Child.NhsNumberNotKnown"] = "true",
            ["Family.ParentName"] = "Chloé Ashworth",
            ["Family.Sharing"] = "Agreed",
        };

        var page = await browser.SubmitAsync(start, Form, new(values) { ["Request.StartedBy"] = startedBy.ToString() }, button: "reword");
        Assert.Equal("#request", page.Url.Fragment);
        Assert.Equal("Zoë", page.Find("#Child_Forenames").GetAttribute("value"));
        Assert.Contains(question, page.Text, StringComparison.Ordinal);
        var isOwn = startedBy == ClockEvent.ReassessmentNotified;
        Assert.Equal(isOwn, page.All("[name='Request.Decision']").Count == 0);
        var wrong = await browser.SubmitAsync(page, Form, [], button: "check");
        Assert.Equal(isOwn ? 2 : 4, wrong.Errors.Count);
        Dictionary<string, string?> request = new() { ["Request.Received.Day"] = "9", ["Request.Received.Month"] = "11", ["Request.Received.Year"] = "2026", ["Request.PrimaryNeed"] = "SLCN" };
        if (!isOwn) { (request["Request.Source"], request["Request.Decision"]) = ("Parent", "NotDecided"); }
        page = await browser.SubmitAsync(wrong, Form, request, button: "check");
        Assert.Equal([], page.Errors);
        Assert.Contains(decision, page.Text, StringComparison.Ordinal);
        Assert.Contains("The clock started on 9 November 2026: " + clock, page.Text, StringComparison.Ordinal);

        var logged = await browser.SubmitAsync(page, Form, []);

        Assert.Equal("Notification logged", logged.Find("h1").TextContent);
        Assert.Contains(done, logged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("20 weeks", logged.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var saved = await db.Assessments.SingleAsync();
        Assert.Equal((startedBy, isOwn ? AssessmentDecision.Assess : (AssessmentDecision?)null), (saved.StartedBy, saved.Decision));
        Assert.Contains("2026-11-09", (await db.AuditEntries.SingleAsync(e => e.Fact == "NotificationLogged")).After, StringComparison.Ordinal);
        Assert.Equal(isOwn, await db.AuditEntries.AnyAsync(e => e.Fact == "DecisionRecorded"));
    }

    [Theory]
    [InlineData(ClockEvent.RequestReceived, null, null, false, "Health’s clock starts once you have decided to assess.")]
    [InlineData(ClockEvent.RequestReceived, null, null, true, "Health’s clock starts once the authority has decided to assess.")]
    [InlineData(ClockEvent.RequestReceived, AssessmentDecision.Assess, null, false, "Health’s 6 weeks start today.")]
    [InlineData(ClockEvent.RequestReceived, AssessmentDecision.Assess, null, true, "Health’s 6 weeks run from 18 November 2026.")]
    [InlineData(ClockEvent.RequestReceived, AssessmentDecision.DoNotAssess, null, false, "Health’s clock does not start: you decided not to assess.")]
    [InlineData(ClockEvent.RequestReceived, AssessmentDecision.DoNotAssess, null, true, "Health’s clock does not start: the authority decided not to assess.")]
    [InlineData(ClockEvent.AssessmentOrdered, null, null, false, "Health’s clock starts once you have told the family that you will assess.")]
    [InlineData(ClockEvent.ReassessmentRequested, null, null, true, "Health’s clock starts once the authority has told the family that it will re-assess.")]
    [InlineData(ClockEvent.ReassessmentRequested, AssessmentDecision.DoNotAssess, null, false, "Health’s clock does not start: you decided not to re-assess.")]
    [InlineData(ClockEvent.ReassessmentRequested, AssessmentDecision.Assess, "2026-11-20", false, "Health’s 6 weeks start today.")]
    public void Before_it_is_logged_health_s_clock_is_said_to_start_to_wait_or_never_to_start(ClockEvent start, AssessmentDecision? decision, string? told, bool toHealth, string words)
    {
        Assert.Equal(words, ClockSummary.OfHealth(start, decision, toHealth ? new(2026, 11, 18) : null));
        if (told is not null) { Assert.StartsWith("The clock started on 20 November 2026: week 2 of 14. You told the family on 20 November 2026 that you will re-assess", ClockSummary.Of(start, new(2026, 11, 1), new(2026, 11, 30), decision, Day(told)), StringComparison.Ordinal); }
    }

    [Theory]
    [InlineData(ClockEvent.RequestReceived, "2026-11-20", "Week 5 of 20", 5)]
    [InlineData(ClockEvent.RequestReceived, null, "Week 5 of 20", 5)]
    [InlineData(ClockEvent.AssessmentOrdered, "2026-11-20", "Week 5 of 14", 5)]
    [InlineData(ClockEvent.ReassessmentRequested, "2026-11-20", "Week 2 of 14", 2)]
    [InlineData(ClockEvent.ReassessmentRequested, null, "Day 29 of 15", null)]
    public void The_week_of_a_file_is_the_week_of_the_words(ClockEvent start, string? told, string words, int? week)
    {
        DateOnly? on = told is null ? null : Day(told);
        Assert.StartsWith(words.Split(" of ")[0], RouteWords.Position(start, new(2026, 11, 1), on, new(2026, 11, 30)), StringComparison.Ordinal);
        Assert.Equal(week, RouteWords.Week(start, new(2026, 11, 1), on, new(2026, 11, 30)));
    }

    [Fact]
    public async Task The_header_the_timeline_and_the_file_of_a_re_assessment_count_from_the_notice()
    {
        var keys = await _app.AssessmentAsync(decision: null, received: new(2026, 10, 26), startedBy: ClockEvent.ReassessmentRequested, change: a => a.Decide(AssessmentDecision.Assess, new(2026, 11, 10), new(2026, 11, 21)));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await carol.GetAsync($"/assessments/{keys.Reference}");
        var row = (await (await carol.Client.GetAsync("/assessments/csv")).Content.ReadAsStringAsync()).Split('\n').Single(l => l.StartsWith(keys.Reference, StringComparison.Ordinal));

        Assert.Contains("Week 2 of 14", page.Text, StringComparison.Ordinal);
        Assert.Contains("Today, 21 November 2026, is in week 2.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Today, week 2", page.Text, StringComparison.Ordinal);
        Assert.Contains(",26/10/2026,2,", row, StringComparison.Ordinal);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Answers_to_the_questions_of_another_route_are_asked_for_again()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await browser.GetAsync("/assessments/log");

        // the route is changed in the same press as all else, so its own questions have not been seen
        var again = await browser.SubmitAsync(start, Form, new()
        {
            ["Child.Forenames"] = "Zoë",
            ["Child.LegalSurname"] = "Ashworth",
            ["Child.DateOfBirth.Day"] = "4",
            ["Child.DateOfBirth.Month"] = "3",
            ["Child.DateOfBirth.Year"] = "2019",
            ["Child.NhsNumberNotKnown"] = "true",
            ["Request.StartedBy"] = nameof(ClockEvent.AssessmentOrdered),
            ["Request.Received.Day"] = "9",
            ["Request.Received.Month"] = "11",
            ["Request.Received.Year"] = "2026",
            ["Request.Source"] = "Parent",
            ["Request.Decision"] = "NotDecided",
            ["Request.PrimaryNeed"] = "SLCN",
            ["Family.Sharing"] = "Agreed",
        }, button: "check");
        var check = await browser.SubmitAsync(again, Form, [], button: "check");

        Assert.Contains("Some questions have changed with your answers. Look at them again, then check your answers.", again.Text, StringComparison.Ordinal);
        Assert.Contains("What is the date of the Tribunal’s order?", again.Text, StringComparison.Ordinal);
        Assert.EndsWith("/check", check.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_order_there_is_nothing_to_decide_only_the_family_to_tell()
    {
        var keys = await _app.AssessmentAsync(decision: null, received: new(2026, 11, 9), startedBy: ClockEvent.AssessmentOrdered);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/decision");
        Assert.Contains("The authority must tell the family that it will assess, by 23 November 2026. It has no choice whether to assess.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("input[type=radio]"));

        page.Find("input[name=Decision]").SetAttribute("value", "DoNotAssess");
        var refused = await browser.SubmitAsync(page, Form, On("DecidedOn", 16));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Equal(["Enter the day the family was told"], (await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/decision"), Form, [])).Errors);
        var told = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/decision"), Form, On("DecidedOn", 16));

        Assert.Contains("Recorded that the family was told. Health has been asked for advice, due by 2 January 2027.", told.Text, StringComparison.Ordinal);
        foreach (var words in new[] { "Week 2: tell the family that it will assess", "Week 10: last day to say that no plan is needed", "Week 14: issue the final plan", "regulation 44(2)(b)(ii)", "Week 2 of 14" }) { Assert.Contains(words, told.Text, StringComparison.Ordinal); }
        foreach (var words in new[] { "Week 16", "Week 20", "of 20", "20 weeks", "Request received" }) { Assert.DoesNotContain(words, told.Text, StringComparison.Ordinal); }
        await using var db = _app.Database();
        Assert.Equal((AssessmentDecision.Assess, new DateOnly(2026, 11, 16)), (await db.Assessments.Select(a => new { a.Decision, a.DecidedOn }).SingleAsync()) is var a ? (a.Decision!.Value, a.DecidedOn!.Value) : default);
    }

    [Fact]
    public async Task A_re_assessment_shows_no_plan_date_before_the_family_is_told_and_counts_14_weeks_from_that_day()
    {
        var keys = await _app.AssessmentAsync(decision: null, received: new(2026, 11, 9), startedBy: ClockEvent.ReassessmentRequested);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var before = await browser.GetAsync($"/assessments/{keys.Reference}");
        Assert.Contains("The final plan is due 14 weeks after the family is told that there will be a re-assessment.", before.Text, StringComparison.Ordinal);
        Assert.Contains("Day 15: tell the family whether it will re-assess", before.Text, StringComparison.Ordinal);
        Assert.Contains("Day 12 of 15", before.Text, StringComparison.Ordinal);

        var told = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/decision"), Form, On("DecidedOn", 18, ("Decision", "Assess")));

        Assert.Contains("14 weeks from telling the family: issue the final plan 24 February 2027", told.Text, StringComparison.Ordinal);
        Assert.Contains("A re-assessment has no limit for saying that no plan is needed.", told.Text, StringComparison.Ordinal);
        var outcome = await browser.GetAsync($"/assessments/{keys.Reference}/outcome");
        Assert.Contains("14 weeks from 18 November 2026, the day of the notice or decision to re-assess (regulation 27(2))", outcome.Text, StringComparison.Ordinal);
        var ended = await browser.SubmitAsync(outcome, Form, On("On", 20, ("Outcome", "PlanIssued")));
        Assert.Contains("Health has not been sent the final plan, which is owed since 20 November 2026.", ended.Text, StringComparison.Ordinal);
        Assert.Contains("Regulation 27(2)", (await browser.GetAsync($"/assessments/{keys.Reference}/health-told")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_re_assessment_ends_like_a_refused_assessment()
    {
        var keys = await _app.AssessmentAsync(decision: null, received: new(2026, 11, 9), startedBy: ClockEvent.ReassessmentRequested);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/decision"), Form, On("DecidedOn", 18, ("Decision", "DoNotAssess")));
        Assert.Contains("Decision not to re-assess recorded.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not to re-assess", page.Text, StringComparison.Ordinal);
        foreach (var told in new[] { page, await browser.GetAsync($"/assessments/{keys.Reference}/activity") })
        {
            Assert.Contains("Decision not to re-assess recorded", told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Decision not to assess", told.Text, StringComparison.Ordinal);
        }
        Assert.Contains(keys.Reference, (await browser.GetAsync("/assessments?mark=closed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_re_assessment_with_an_answer_still_to_return_shows_its_page()
    {
        var keys = await _app.AssessmentAsync(decision: null, received: new(2026, 11, 9), startedBy: ClockEvent.ReassessmentRequested);
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Submit(_app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 20), "Gwen Pritchard"));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/decision"), Form, On("DecidedOn", 18, ("Decision", "DoNotAssess")));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync($"/assessments/{keys.Reference}")).Status);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}")).Status);
    }

    [Fact]
    public async Task The_route_is_corrected_with_every_date_before_and_after_audited_and_told()
    {
        var keys = await _app.AssessmentAsync(received: new(2026, 11, 9));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        async Task<Page> ToAsync(ClockEvent start, params (string, string)[] more)
        {
            Dictionary<string, string?> fields = new() { ["StartedBy"] = start.ToString(), ["Reason"] = "It was logged on the wrong route." };
            foreach (var (name, value) in more) { fields[name] = value; }
            return await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/correct-dates"), Form, fields);
        }

        var order = await ToAsync(ClockEvent.AssessmentOrdered);
        Assert.Contains("Final plan due 29 March 2027 15 February 2027", order.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(order, Form, []);
        var again = await ToAsync(ClockEvent.ReassessmentRequested);
        Assert.Contains("Last day to say that no plan is needed 18 January 2027 None", again.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(again, Form, []);
        var told = await ToAsync(ClockEvent.ReassessmentRequested, ("ToldOn.Day", "16"));
        Assert.Contains("Final plan due 15 February 2027 22 February 2027", told.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(told, Form, []);
        await browser.SubmitAsync(await ToAsync(ClockEvent.RequestReceived), Form, []);

        await using var db = _app.Database();
        var a = await db.Assessments.SingleAsync();
        Assert.Equal((ClockEvent.RequestReceived, new DateOnly(2027, 3, 29), new DateOnly(2026, 11, 16)), (a.StartedBy, a.FinalPlanDueOn!.Value, a.DecidedOn!.Value));
        var facts = await db.AuditEntries.Where(e => e.Fact == "DatesCorrected").OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(4, facts.Count);
        Assert.StartsWith("Tribunal-ordered assessment; Decision to assess due: 23 November 2026", facts[0].After, StringComparison.Ordinal);
        Assert.Equal(4, await db.Emails.CountAsync(e => e.Template == "dates-corrected"));
    }

    [Fact]
    public async Task A_spreadsheet_names_the_route_in_a_column_and_a_blank_is_a_request()
    {
        const string Rows = """
            Date request received,Route,Legal surname,Forenames,Date of birth,Decision to assess,Date of decision
            09/11/2026,,Ashworth,Amy,04/03/2019,,
            09/11/2026,Section 24,Barlow,Ben,04/03/2018,,
            09/11/2026,Tribunal order,Clegg,Cal,04/03/2017,Yes,16/11/2026
            09/11/2026,Tribunal not opposed,Duxbury,Dot,04/03/2016,,
            09/11/2026,Re-assessment requested,Eccles,Eve,04/03/2015,Yes,18/11/2026
            09/11/2026,re-assessment own decision,Fielden,Fay,04/03/2014,,
            09/11/2026,Tribunal order,Greenhalgh,Gus,04/03/2013,No,16/11/2026
            09/11/2026,By post,Hargreaves,Hal,04/03/2012,,
            """;
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(Rows);
        Assert.Contains("must be Yes or blank: on this route the authority must assess", preview.Text, StringComparison.Ordinal);
        Assert.Contains("must be Section 36, Section 24, Tribunal order", preview.Text, StringComparison.Ordinal);

        await manager.ConfirmAsync(preview);
        Assert.True(await _app.ImportNextAsync());

        await using var db = _app.Database();
        var saved = await db.Assessments.OrderBy(a => a.Child.LegalSurname).Select(a => new { a.StartedBy, a.FinalPlanDueOn }).ToListAsync();
        Assert.Equal(AssessmentStarts.All, saved.Select(a => a.StartedBy));
        Assert.Equal(["2027-03-29", "2027-03-29", "2027-02-15", "2027-02-15", "2027-02-24", "2027-02-15"], saved.Select(a => $"{a.FinalPlanDueOn:yyyy-MM-dd}"));
    }

    [Fact]
    public async Task The_exemption_page_offers_the_list_of_the_route_or_says_that_there_is_none()
    {
        var order = await _app.AssessmentAsync(received: new(2026, 11, 9), startedBy: ClockEvent.AssessmentOrdered);
        var again = await _app.AssessmentAsync(received: new(2026, 11, 9), startedBy: ClockEvent.ReassessmentRequested);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var tribunal = await browser.GetAsync($"/assessments/{order.Reference}/exemption?limit=FinalPlan");
        Assert.Equal(["SchoolClosed", "EarlyYearsProviderClosed", "ExceptionalCircumstances", "AbsentFromArea"], tribunal.All("[name=Ground]").Select(g => g.GetAttribute("value")));
        Assert.Contains("14 days or more in a row", tribunal.Text, StringComparison.Ordinal);
        Assert.Contains("We have not seen the text of this regulation; this is the careful reading.", tribunal.Text, StringComparison.Ordinal);
        var plan = await browser.GetAsync($"/assessments/{again.Reference}/exemption?limit=FinalPlan");
        Assert.Equal(4, plan.All("[name=Ground]").Count);
        Assert.Contains("Regulation 27(3)(a)", plan.Text, StringComparison.Ordinal);
        Assert.Contains("No exemption is listed for this time limit.", (await browser.GetAsync($"/assessments/{again.Reference}/exemption?limit=DecisionToAssess")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/assessments/{again.Reference}/exemption?limit=NoPlanNotice")).Status);
    }

    [Fact]
    public async Task Every_page_that_lists_or_draws_assessments_shows_those_of_every_route()
    {
        foreach (var startedBy in AssessmentStarts.All)
        {
            foreach (var decision in new AssessmentDecision?[] { null, AssessmentDecision.Assess })
            {
                var keys = await _app.AssessmentAsync(decision: decision, received: new(2026, 8, 3), startedBy: startedBy);
                if (decision is not null) { await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen); }
            }
        }

        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        foreach (var address in new[] { "/", "/assessments", "/assessments?sort=-due", "/assessments?mark=plan-overdue", "/assessments?mark=past-week-16", "/assessments?mark=decision-overdue" })
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await browser.GetAsync(address)).Status));
        }
        Assert.Equal(4, (await browser.GetAsync("/assessments?route=Reassessment")).All("tbody tr").Count);
        var csv = await browser.Client.GetStringAsync("/assessments/csv");
        Assert.Contains("\"Re-assessment, on request\"", csv, StringComparison.Ordinal);
        await using var db = _app.Database();
        foreach (var reference in await db.Assessments.Select(a => a.Reference).ToListAsync())
        {
            var page = await browser.GetAsync($"/assessments/{reference}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page.Find("a[href^='/clock?']").GetAttribute("href")!)).Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/assessments/{reference}/correct-dates")).Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/assessments/{reference}/outcome")).Status);
        }
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("Must assess, family not told yet", (await administrator.GetAsync("/triage")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/")).Status);
        var manager = await _app.SignInAsync(TestWorld.Manager);
        Assert.Contains("Past the last day to say no, plan not recorded as needed", (await manager.GetAsync("/dashboard/now")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReassessmentRequested.Day=1&ReassessmentRequested.Month=4&ReassessmentRequested.Year=2026", "Day 15: tell the family")]
    [InlineData("ReassessmentNotified.Day=1&ReassessmentNotified.Month=4&ReassessmentNotified.Year=2026", "Week 14: plan")]
    [InlineData("ReassessmentRequested.Day=20&ReassessmentRequested.Month=3&ReassessmentRequested.Year=2026&ReassessmentNotified.Day=1&ReassessmentNotified.Month=4&ReassessmentNotified.Year=2026", "14 weeks from telling the family: plan")]
    public async Task The_what_if_page_draws_a_re_assessment(string days, string mark)
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/clock?route=Reassessment&{days}");
        Assert.Contains(mark, page.Find("svg.dco-timeline").TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> On(string name, int day, params (string Name, string Value)[] more)
    {
        Dictionary<string, string?> fields = new() { [$"{name}.Day"] = $"{day}", [$"{name}.Month"] = "11", [$"{name}.Year"] = "2026" };
        foreach (var (field, value) in more) { fields[field] = value; }
        return fields;
    }
}
