using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Days that were recorded are named when a decision or an outcome is taken back, and are there for the next one.</summary>
public sealed class KeptWhenTakenBackTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_steps_to_the_plan_are_named_kept_and_count_again_with_the_next_decision_to_assess()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Plan(new(2026, 11, 10), new(2026, 11, 12), new(2026, 11, 21), null));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await carol.GetAsync($"/assessments/{keys.Reference}/take-back");
        Assert.Contains("Kept: a plan is needed, decided on 10 November 2026; the draft was served on the family on 12 November 2026.", page.Text, StringComparison.Ordinal);
        await carol.SubmitAsync(page, Form, new() { ["Reason"] = "It was another case" });
        Assert.DoesNotContain("Nothing is owed: a plan is needed", (await carol.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        var decide = await carol.GetAsync($"/assessments/{keys.Reference}/decision");
        Assert.Contains("Kept from before the decision was taken back", decide.Text, StringComparison.Ordinal);
        await DecideAsync(carol, keys, "Assess", new(2026, 11, 2));

        await using var db = _app.Database();
        var again = await db.Assessments.SingleAsync();
        Assert.Equal((new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 12)), (again.PlanNeededOn!.Value, again.DraftServedOn!.Value));
    }

    [Fact]
    public async Task Steps_that_do_not_fit_the_next_decision_are_taken_out()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Plan(new(2026, 11, 10), null, new(2026, 11, 21), null));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "It was another case" });

        var decided = await DecideAsync(carol, keys, "Assess", new(2026, 11, 20));

        Assert.Contains("Taken out, because it does not fit this decision: a plan is needed, decided on 10 November 2026.", decided.Text, StringComparison.Ordinal);
        Assert.Contains("A plan is needed: taken back", (await carol.GetAsync($"/assessments/{keys.Reference}/activity")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync()).PlanNeededOn);
    }

    [Fact]
    public async Task The_day_on_which_the_final_plan_went_to_health_is_named_and_offered_again()
    {
        var keys = await _app.AssessmentAsync(change: PlanIssued);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await carol.GetAsync($"/assessments/{keys.Reference}/take-back");
        Assert.Contains("That the final plan was sent to health on 17 November 2026 is kept", page.Text, StringComparison.Ordinal);
        await carol.SubmitAsync(page, Form, new() { ["Reason"] = "It was another case" });

        var outcome = await carol.GetAsync($"/assessments/{keys.Reference}/outcome");
        Assert.Equal("17", outcome.Find("input[name='PlanSentOn.Day']").GetAttribute("value"));
        await carol.SubmitAsync(outcome, Form, new() { ["Outcome"] = "PlanIssued", ["On.Day"] = "15", ["On.Month"] = "11", ["On.Year"] = "2026" });
        await using var db = _app.Database();
        Assert.Equal(new DateOnly(2026, 11, 17), (await db.Assessments.SingleAsync()).HealthToldOfOutcomeOn);
    }

    [Fact]
    public async Task A_wrong_day_of_the_outcome_is_put_right_under_correct_dates()
    {
        var keys = await _app.AssessmentAsync(change: PlanIssued);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await carol.GetAsync($"/assessments/{keys.Reference}/correct-dates");

        var late = await carol.SubmitAsync(page, Form, new() { ["OutcomeOn.Day"] = "18", ["Reason"] = "Typed wrong" });
        Assert.Contains("Health was told of the outcome on 17 November 2026", Assert.Single(late.Errors), StringComparison.Ordinal);
        var check = await carol.SubmitAsync(page, Form, new() { ["OutcomeOn.Day"] = "13", ["Reason"] = "Typed wrong" });
        Assert.Contains("The assessment ended", check.Text, StringComparison.Ordinal);
        await carol.SubmitAsync(check, Form, []);

        await using var db = _app.Database();
        var corrected = await db.Assessments.SingleAsync();
        Assert.Equal((AssessmentOutcome.PlanIssued, new DateOnly(2026, 11, 13), new DateOnly(2026, 11, 17)), (corrected.Outcome!.Value, corrected.OutcomeOn!.Value, corrected.HealthToldOfOutcomeOn!.Value));
        Assert.Contains("The assessment ended: 16 November 2026", (await db.AuditEntries.SingleAsync(e => e.Fact == "DatesCorrected")).Before, StringComparison.Ordinal);
    }

    private static void PlanIssued(Assessment a)
    {
        a.End(AssessmentOutcome.PlanIssued, new(2026, 11, 16), new(2026, 11, 21));
        a.HealthToldOfOutcome(new(2026, 11, 17), new(2026, 11, 21));
    }

    private static async Task<Page> DecideAsync(PortalBrowser browser, CaseKeys keys, string decision, DateOnly on) =>
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/decision"), Form, new() { ["Decision"] = decision, ["DecidedOn.Day"] = $"{on.Day}", ["DecidedOn.Month"] = $"{on.Month}", ["DecidedOn.Year"] = $"{on.Year}" });
}
