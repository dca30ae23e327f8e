using System.Net;
using DcoPortal.Casework.Accounts;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Regulation 10(1) binds only where no plan is needed: nowhere is week 16 overdue, and "a plan is needed" ends it.</summary>
public sealed class PlanStepsTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static Dictionary<string, string?> On(string field, DateOnly? day) => new()
    {
        [$"{field}.Day"] = $"{day?.Day}",
        [$"{field}.Month"] = $"{day?.Month}",
        [$"{field}.Year"] = $"{day?.Year}",
    };

    // in week 18: past the last day to say no, before the final plan
    private Task<CaseKeys> PastWeek16Async(Action<Assessment>? change = null) => _app.AssessmentAsync(received: Today.AddDays(-125), change: change);

    private static string Row(Page page, string week) => page.All("tr").Single(r => r.QuerySelector("th")?.TextContent.Contains(week, StringComparison.Ordinal) == true && r.QuerySelector("td") is not null).TextContent;

    [Fact]
    public async Task A_case_on_its_way_to_a_plan_shows_week_16_as_the_last_day_to_say_no_and_never_as_overdue()
    {
        var keys = await PastWeek16Async();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Administrator })
        {
            var page = await (await _app.SignInAsync(email)).GetAsync($"/assessments/{keys.Reference}");
            var row = Row(page, "Week 16: last day to say that no plan is needed");
            Assert.Contains("Passed", row, StringComparison.Ordinal);
            Assert.DoesNotContain("overdue", row, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Cannot be met now", row, StringComparison.Ordinal);
            Assert.DoesNotContain("act as soon as practicable", row, StringComparison.Ordinal);
            Assert.Contains("nothing is late after it", row, StringComparison.Ordinal);
            Assert.DoesNotContain("refuse by", page.Find("svg.dco-timeline").TextContent, StringComparison.Ordinal);
            Assert.Contains("last day to say no", page.Find("svg.dco-timeline").TextContent, StringComparison.Ordinal);
            Assert.Empty(page.All("section[aria-labelledby=limits] .dco-rag--overdue"));
        }
    }

    [Fact]
    public async Task No_page_names_a_day_to_act_by_inside_the_familys_time_with_the_draft()
    {
        // due on Sunday 6 December; the family has the draft until the end of the day before
        var keys = await PastWeek16Async(a => a.Plan(Today.AddDays(-1), Today, Today, null));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.GetAsync($"/assessments/{keys.Reference}");
        var outcome = await browser.GetAsync($"/assessments/{keys.Reference}/outcome");

        Assert.Contains("before 6 December 2026 the family still has time to comment", Row(page, "Week 20"), StringComparison.Ordinal);
        // nobody in health was asked, and the law is told all the same
        Assert.Contains("6 December 2026 can be kept: the draft was served on 21 November 2026", Row(page, "Week 20"), StringComparison.Ordinal);
        Assert.DoesNotContain("act by", page.Text, StringComparison.Ordinal);
        Assert.Contains("DraftPlanServed.Day=21", page.All("a").Single(a => a.TextContent.Contains("Try these dates", StringComparison.Ordinal)).GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("until the end of 5 December 2026 to comment", outcome.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("act by", outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_needed_is_recorded_with_its_day_corrected_and_taken_back_each_with_a_fact()
    {
        var keys = await PastWeek16Async();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.Contains("Record that a plan is needed", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        async Task<Page> SaveAsync(DateOnly? day, string? reason = null) => await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/plan-steps"), "main form", new(On("PlanNeededOn", day)) { ["Reason"] = reason });

        var empty = await SaveAsync(null);
        var future = await SaveAsync(Today.AddDays(1));
        var early = await SaveAsync(Today.AddDays(-126));
        var recorded = await SaveAsync(Today.AddDays(-10));
        var silent = await SaveAsync(Today.AddDays(-9));
        var corrected = await SaveAsync(Today.AddDays(-9), "It was the Thursday");
        var taken = await SaveAsync(null, "The panel has not met");

        Assert.Equal(["Enter the day it was decided that a plan is needed"], empty.Errors);
        Assert.Equal(["The day it was decided that a plan is needed must be today or in the past"], future.Errors);
        Assert.Contains("before the decision to assess", Assert.Single(early.Errors), StringComparison.Ordinal);
        Assert.Contains("Nothing is owed: a plan is needed, decided on 11 November 2026", Row(recorded, "Week 16"), StringComparison.Ordinal);
        Assert.Equal(["Say why a recorded day is changed or taken back"], silent.Errors);
        Assert.Contains("12 November 2026", Row(corrected, "Week 16"), StringComparison.Ordinal);
        Assert.Contains("Passed", Row(taken, "Week 16"), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(["A plan is needed: recorded||2026-11-11|", "A plan is needed: corrected|2026-11-11|2026-11-12|It was the Thursday", "A plan is needed: taken back|2026-11-12||The panel has not met"],
            (await db.AuditEntries.Where(e => e.Fact == "PlanStepRecorded").OrderBy(e => e.AtUtc).ThenBy(e => e.Id).ToListAsync()).Select(e => $"{e.Sentence}|{e.Before}|{e.After}|{e.Reason}"));
    }

    [Fact]
    public async Task A_served_draft_asks_when_a_plan_was_found_needed_and_no_refusal_may_follow_until_it_is_taken_back()
    {
        var keys = await PastWeek16Async();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var asked = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/plan-steps"), "main form", On("DraftServedOn", Today.AddDays(-3)));
        Assert.Equal(["Enter the day it was decided that a plan is needed: it came before the draft, or on the same day."], asked.Errors);
        var done = await browser.SubmitAsync(asked, "main form", new(On("DraftServedOn", Today.AddDays(-3)).Concat(On("PlanNeededOn", Today.AddDays(-5)))));
        Assert.Contains("the draft plan was served on 18 November 2026", done.Document.Body!.TextContent, StringComparison.Ordinal);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", new(On("On", Today)) { ["Outcome"] = "NoPlan" });

        Assert.Contains("It is recorded that a plan is needed, decided on 16 November 2026. Take that back first", refused.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal((Today.AddDays(-5), Today.AddDays(-3)), await db.Assessments.Where(a => a.Id == keys.AssessmentId).Select(a => ValueTuple.Create(a.PlanNeededOn!.Value, a.DraftServedOn!.Value)).SingleAsync());
    }

    [Fact]
    public async Task It_is_for_the_authority_of_the_case_alone_while_it_is_assessed()
    {
        var keys = await PastWeek16Async();
        var path = $"/assessments/{keys.Reference}/plan-steps";
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync(path)).Status);
        Assert.Contains("The authority logged this itself, and records its own steps to the plan.", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync(path)).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync(path)).Status);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var undecided = await _app.AssessmentAsync(decision: null);
        var ended = await PastWeek16Async(a => a.End(AssessmentOutcome.PlanIssued, Today, Today));
        Assert.Contains("Record the decision to assess first", (await browser.GetAsync($"/assessments/{undecided.Reference}/plan-steps")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The assessment has ended", (await browser.GetAsync($"/assessments/{ended.Reference}/plan-steps")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_case_that_it_recorded_for_the_authority_the_DCO_service_records_the_steps_which_say_so_and_tell_the_authority()
    {
        var keys = await PastWeek16Async(a => a.RecordedByHealth(ArrivalWay.Email));
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var link = (await administrator.GetAsync($"/assessments/{keys.Reference}")).All("main a").Single(a => a.TextContent.Trim() == "Record that a plan is needed");
        var form = await administrator.GetAsync(link.GetAttribute("href")!);
        Assert.Contains("Your service recorded this case for the authority", form.Text, StringComparison.Ordinal);

        var done = await administrator.SubmitAsync(form, "main form", new(On("PlanNeededOn", Today.AddDays(-10)).Concat(On("DraftServedOn", Today.AddDays(-3)))));

        Assert.Contains("the draft plan was served on 18 November 2026", done.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(["A plan is needed: recorded by health for Lancashire County Council", "Draft plan served: recorded by health for Lancashire County Council"],
            (await db.AuditEntries.Where(e => e.Fact == "PlanStepRecorded").ToListAsync()).Select(e => e.Sentence).Order(StringComparer.Ordinal));
        var inbox = await db.LocalAuthorities.Where(a => a.Code == "888").Select(a => a.SendInbox).SingleAsync();
        Assert.Equal(inbox, (await db.Emails.SingleAsync(e => e.Template == "details-corrected")).To);
        Assert.Contains("Nothing is owed: a plan is needed, decided on 11 November 2026", Row(await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}"), "Week 16"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_cases_past_the_last_day_to_say_no_leaves_out_those_that_need_a_plan_or_are_not_decided()
    {
        var open = await PastWeek16Async();
        var needed = await PastWeek16Async(a => a.Plan(Today.AddDays(-20), null, Today, null));
        var undecided = await _app.AssessmentAsync(received: Today.AddDays(-125), decision: null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.GetAsync("/assessments?mark=past-week-16");

        Assert.Contains(open.Reference, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(needed.Reference, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(undecided.Reference, page.Text, StringComparison.Ordinal);
        // in every list and export the next limit is the final plan, which is not late
        Assert.DoesNotContain("overdue", page.Find("table").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("no plan is needed", await browser.Client.GetStringAsync("/assessments/csv?mark=past-week-16"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_calendar_has_the_last_day_to_say_no_only_while_it_is_to_come_and_nobody_has_said_yes()
    {
        var ahead = await _app.AssessmentAsync(received: Today.AddDays(-100));
        var needed = await _app.AssessmentAsync(received: Today.AddDays(-100), change: a => a.Plan(Today.AddDays(-2), null, Today, null));
        var behind = await PastWeek16Async();
        await using var scope = _app.Services.CreateAsyncScope();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var made = await browser.SubmitAsync(await browser.GetAsync("/account/calendar"), "main form", []);
        using var response = await _app.Browser().Client.GetAsync(new Uri(made.Find("#calendar-address").TextContent.Trim()).PathAndQuery);
        var feed = (await response.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Contains($"SUMMARY:{ahead.Reference} last day to say that no plan is needed\r\n", feed, StringComparison.Ordinal);
        foreach (var none in new[] { needed, behind }) { Assert.DoesNotContain($"{none.Reference} last day", feed, StringComparison.Ordinal); }
        Assert.Contains($"{behind.Reference} final plan due", feed, StringComparison.Ordinal);
    }
}
