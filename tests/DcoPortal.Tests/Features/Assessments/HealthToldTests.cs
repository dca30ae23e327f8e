using System.Globalization;
using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>The four moments at which health must be told: regulations 4(2), 5(2), 10(2) and 13(2)(c).</summary>
public sealed class HealthToldTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_plan_that_health_was_not_sent_is_flagged_to_the_authority_until_the_day_is_recorded()
    {
        var keys = await _app.AssessmentAsync(received: Today.AddDays(-100), change: a => a.End(AssessmentOutcome.PlanIssued, Today.AddDays(-2), Today));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}");
        Assert.Contains("Health has not been sent the final plan, which is owed since 19 November 2026.", page.Text, StringComparison.Ordinal);
        Assert.Contains("regulation 13(2)(c)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Final plans not sent to health", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains(keys.Reference, (await browser.GetAsync("/assessments?mark=plan-not-sent")).Text, StringComparison.Ordinal);

        var form = await browser.GetAsync($"/assessments/{keys.Reference}/health-told");
        var done = await browser.SubmitAsync(form, "main form", On(20));

        Assert.Contains("Health was sent the final plan on 20 November 2026", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Final plans not sent to health", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("2026-11-20", (await db.AuditEntries.SingleAsync(e => e.Fact == "HealthToldOfOutcome")).After);
    }

    // the plan was due on 9 November 2026 and issued on the 2nd
    [Theory]
    [InlineData(null, "To the family in time on 2 November 2026; not yet sent to the integrated care board", "12 days overdue", "LA to send the plan")]
    [InlineData("2026-11-20", "To the family in time on 2 November 2026; to the integrated care board 11 days late, on 20 November 2026", "Nothing", "Nobody")]
    [InlineData("2026-11-02", "Done on 2 November 2026", "Nothing", "Nobody")]
    public async Task A_plan_is_said_to_be_in_time_only_where_the_board_had_it_in_time_too(string? board, string words, string urgent, string next)
    {
        var keys = await _app.AssessmentAsync(received: new(2026, 6, 22), change: a =>
        {
            a.End(AssessmentOutcome.PlanIssued, new(2026, 11, 2), Today);
            if (board is not null) { a.HealthToldOfOutcome(DateOnly.Parse(board, CultureInfo.InvariantCulture), Today); }
        });

        foreach (var reader in new[] { TestWorld.Caseworker, TestWorld.Dco })
        {
            var browser = await _app.SignInAsync(reader);
            var page = await browser.GetAsync($"/assessments/{keys.Reference}");
            var facts = page.All(".dco-fact").Select(f => f.QuerySelector(".dco-fact__value")!.TextContent.Split(',')[0].Trim()).ToList();
            var csv = (await browser.Client.GetStringAsync("/assessments/csv")).Split('\n').Single(l => l.StartsWith(keys.Reference, StringComparison.Ordinal));
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
            Assert.Contains(words, (await browser.GetAsync("/assessments")).Text, StringComparison.Ordinal);
            Assert.Contains(words, csv, StringComparison.Ordinal);
            Assert.Equal(board == "2026-11-20", page.Text.Contains("Health was sent the final plan on 20 November 2026, 11 days late.", StringComparison.Ordinal));
            Assert.Equal(board is null, csv.Contains($"Final plan: {words}", StringComparison.Ordinal));
            Assert.Equal(board == "2026-11-02", page.Text.Contains("Done in time on 2 November 2026", StringComparison.Ordinal));
            Assert.Equal((urgent, next), (facts[2], facts[3]));
        }
    }

    [Fact]
    public async Task Whoever_still_answers_after_the_end_does_not_hide_that_health_was_not_sent_the_plan()
    {
        var keys = await _app.AssessmentAsync(received: Today.AddDays(-100));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Submit(_app.Time.GetUtcNow().UtcDateTime, Today, "Gwen"));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", new() { ["Outcome"] = "PlanIssued", ["On.Day"] = "20", ["On.Month"] = "11", ["On.Year"] = "2026" });

        var facts = (await browser.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent;

        Assert.Contains("DCO to check", facts, StringComparison.Ordinal);
        Assert.Contains("and the local authority to send health the plan", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_that_no_plan_is_needed_tells_health_the_same_day()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/outcome");

        var done = await browser.SubmitAsync(form, "main form", new() { ["Outcome"] = "NoPlan", ["On.Day"] = "20", ["On.Month"] = "11", ["On.Year"] = "2026" });

        Assert.Contains("Health was told on 21 November 2026 that no plan is needed.", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.Template == "assessment-ended");
        Assert.Equal(await db.Icbs.Where(i => i.Id == keys.IcbId).Select(i => i.DcoInbox).SingleAsync(), email.To);
    }

    [Theory]
    [InlineData(null, "Health was told on 21 November 2026 that no plan is needed, 12 days late.", "To the family in time on 5 November 2026; to the integrated care board 12 days late, on 21 November 2026")]
    [InlineData("2026-11-06", "Health was told on 6 November 2026 that no plan is needed.", "To the family in time on 5 November 2026; to the integrated care board in time on 6 November 2026")]
    [InlineData("2026-11-05", "Health was told on 5 November 2026 that no plan is needed.", "Done on 5 November 2026")]
    public async Task That_no_plan_is_needed_is_said_in_time_when_the_board_was_told_in_time_too(string? told, string notice, string limit)
    {
        // week 16 of a request of 20 July ends on 9 November
        var keys = await _app.AssessmentAsync(received: new(2026, 7, 20));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var values = new Dictionary<string, string?> { ["Outcome"] = "NoPlan", ["On.Day"] = "5", ["On.Month"] = "11", ["On.Year"] = "2026" };
        if (told is not null) { (values["BoardToldOn.Day"], values["BoardToldOn.Month"], values["BoardToldOn.Year"]) = (told[8..].TrimStart('0'), "11", "2026"); }

        var done = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", values);

        Assert.Contains(notice, done.Text, StringComparison.Ordinal);
        Assert.Contains(limit, (await browser.GetAsync("/assessments")).Text, StringComparison.Ordinal);
        Assert.Contains(limit, await browser.Client.GetStringAsync("/assessments/csv"), StringComparison.Ordinal);
        Assert.Equal(told == "2026-11-05", done.Text.Contains("Done in time on 5 November 2026", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PlanIssued", "9", "Under “No plan needed” stands a day on which the integrated care board was told")]
    [InlineData("NoPlan", "4", "The board cannot have been told before the date of the outcome")]
    [InlineData("NoPlan", "30", "The day the board was told must be today or in the past")]
    public async Task A_day_on_which_the_board_was_told_is_neither_dropped_nor_impossible(string outcome, string told, string error)
    {
        var keys = await _app.AssessmentAsync(received: new(2026, 7, 20));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", new()
        {
            ["Outcome"] = outcome,
            ["On.Day"] = "5",
            ["On.Month"] = "11",
            ["On.Year"] = "2026",
            ["BoardToldOn.Day"] = told,
            ["BoardToldOn.Month"] = "11",
            ["BoardToldOn.Year"] = "2026",
        });

        Assert.Contains(error, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(told, refused.Find("input[name='BoardToldOn.Day']").GetAttribute("value"));
    }

    [Fact]
    public async Task The_day_the_plan_was_sent_is_asked_with_the_outcome_and_cannot_be_before_it()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/outcome");
        Dictionary<string, string?> Plan(int sent) => new()
        {
            ["Outcome"] = "PlanIssued",
            ["On.Day"] = "20",
            ["On.Month"] = "11",
            ["On.Year"] = "2026",
            ["PlanSentOn.Day"] = $"{sent}",
            ["PlanSentOn.Month"] = "11",
            ["PlanSentOn.Year"] = "2026",
        };

        var refused = await browser.SubmitAsync(form, "main form", Plan(19));
        var done = await browser.SubmitAsync(form, "main form", Plan(20));

        Assert.Contains("The plan cannot have been sent before the date of the outcome", refused.Errors);
        Assert.Contains("Health was sent the final plan on 20 November 2026", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_on_which_the_plan_was_sent_is_not_dropped_with_another_outcome()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", new()
        {
            ["Outcome"] = "Withdrawn",
            ["On.Day"] = "20",
            ["On.Month"] = "11",
            ["On.Year"] = "2026",
            ["PlanSentOn.Day"] = "20",
            ["PlanSentOn.Month"] = "11",
            ["PlanSentOn.Year"] = "2026",
        });

        Assert.Contains("Under “Plan issued” stands a day on which the plan was sent", Assert.Single(refused.Errors), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync()).Outcome);
    }

    [Fact]
    public async Task The_timeline_draws_each_moment_and_tells_those_who_do_not_see_it()
    {
        var keys = await _app.AssessmentAsync(received: Today.AddDays(-100), change: a => a.End(AssessmentOutcome.PlanIssued, Today.AddDays(-2), Today));

        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Equal(["1", "2", "3"], page.All("svg.dco-timeline .t-number").Select(n => n.TextContent).Order());
        Assert.Contains("Health has not been sent the final plan", page.Find("svg.dco-timeline desc").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_decision_tells_health_the_day_it_is_recorded()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/decision");
        Assert.Contains("Health must be told whether the local authority will assess, once it has decided", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);

        var done = await browser.SubmitAsync(form, "main form", new() { ["Decision"] = "DoNotAssess", ["DecidedOn.Day"] = "19", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });

        Assert.Contains("Health was told on 21 November 2026 whether the local authority will assess.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_the_authority_alone_and_only_once_the_assessment_has_ended()
    {
        var keys = await _app.AssessmentAsync();
        Assert.Contains("Record the outcome first", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}/health-told")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}/health-told")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync($"/assessments/{keys.Reference}/health-told")).Status);
    }

    private static Dictionary<string, string?> On(int day) => new() { ["On.Day"] = $"{day}", ["On.Month"] = "11", ["On.Year"] = "2026" };
}
