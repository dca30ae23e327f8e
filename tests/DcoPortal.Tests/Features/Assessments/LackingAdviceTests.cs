using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Figures;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class LackingAdviceTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_outcome_and_the_case_say_which_advice_the_plan_lacks_and_the_figures_keep_it()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.Submit(FigureWorld.Noon(new(2026, 9, 20)), new(2026, 9, 20), "Joan"); r.Accept(FigureWorld.Noon(new(2026, 9, 20))); r.ReturnToAuthority(FigureWorld.Noon(new(2026, 9, 20)), new(2026, 9, 20)); });
        _app.Time.Set(FigureWorld.Noon(Today));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome");
        var after = await caseworker.SubmitAsync(form, "main form", new() { ["Outcome"] = "PlanIssued", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });
        var shown = await caseworker.GetAsync($"/assessments/{keys.Reference}");
        var figures = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-10");

        Assert.Contains("A plan issued now would lack advice that was asked for", form.Text, StringComparison.Ordinal);
        Assert.Contains("(regulation 6(1)(c)), due 13 October 2026", form.Text, StringComparison.Ordinal);
        Assert.Contains("The plan lacks advice that was asked for", shown.Text, StringComparison.Ordinal);
        Assert.Equal(200, (int)after.Status);
        Assert.Equal("1", figures.All("#became tbody tr").Single(r => r.TextContent.Contains("Not given, and closed", StringComparison.Ordinal)).QuerySelector("td")!.TextContent.Split(',')[0].Trim());
    }

    [Fact]
    public async Task A_plan_with_all_its_advice_lacks_none_and_a_nil_return_is_an_answer()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.SubmitNilReturn(ReplyCode.NotKnown, null, FigureWorld.Noon(Today), Today, "Joan"); r.Accept(FigureWorld.Noon(Today)); r.ReturnToAuthority(FigureWorld.Noon(Today), Today); });
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.DoesNotContain("would lack", (await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_the_authority_has_not_had_is_named_among_what_the_plan_lacks()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => r.SubmitNilReturn(ReplyCode.NotKnown, null, FigureWorld.Noon(Today), Today, "Joan"));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.Contains("answered, and not returned to the authority yet", (await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome")).Text, StringComparison.Ordinal);
    }

    [Theory]
    // closed by hand before it fell due and before the plan: no longer needed
    [InlineData(-20, 5, false)]
    // closed because the assessment ended, on the day of the plan, before or after its due date
    [InlineData(-3, -3, true)]
    [InlineData(4, 4, true)]
    // closed by hand after its due date, long before the plan
    [InlineData(2, 60, true)]
    public async Task A_plan_lacks_what_was_closed_late_or_by_its_own_coming(int closedAfterDue, int planAfterDue, bool lacks)
    {
        var keys = await _app.AssessmentAsync();
        var due = DateOnly.MinValue;
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { due = r.DueOn; r.Close("The assessment has ended", FigureWorld.Noon(r.DueOn.AddDays(closedAfterDue))); });
        await using var db = _app.Database();

        Assert.Equal(lacks, await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId).AnyAsync(LackingAdvice.Of(due.AddDays(planAfterDue))));
    }
}
