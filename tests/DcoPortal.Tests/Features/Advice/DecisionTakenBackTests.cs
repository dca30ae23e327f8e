using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What the DCO service had prepared is not lost with a decision that was recorded by mistake, and health's six weeks run on none.</summary>
public sealed class DecisionTakenBackTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Whom_the_DCO_service_chose_is_kept_to_be_asked_later_and_asked_for_advice_once_it_is_decided_again()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        await DecideAsync(keys);
        await PrepareAsync(keys);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var taken = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "The wrong day" });

        Assert.Contains("The decision is taken back. 1 request that the DCO service prepared is kept to be sent later.", taken.Text, StringComparison.Ordinal);
        Assert.Equal([(AdviceKind.EarlyInformation, "Please read his report")], await OpenAsync());
        await DecideAsync(keys);
        Assert.Equal([(AdviceKind.Statutory, "Please read his report")], await OpenAsync());
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("1 request of 1 assessment sent.", (await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["references"] = keys.Reference })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_asked_and_withdrawn_so_that_the_decision_could_be_taken_back_is_shown_and_not_ticked_where_advice_is_requested_anew()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => r.Close("The decision was another child’s", _app.Time.GetUtcNow().UtcDateTime, became: Became.Withdrawn));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "The wrong day" });
        await DecideAsync(keys);

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}/request-advice");

        Assert.Contains("It was asked, and the request was withdrawn on 21 November 2026. Tick it if it is to be asked again. The reason then: The decision was another child’s", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All($"input[name=Ask][value='service:{TestWorld.OccupationalTherapy:N}'][checked]"));
    }

    [Fact]
    public async Task After_early_information_is_back_and_it_is_decided_the_next_step_is_to_ask_for_advice()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r =>
        {
            r.Submit(_app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 21), "Gwen Pritchard");
            r.Accept(_app.Time.GetUtcNow().UtcDateTime);
            r.ReturnToAuthority(_app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 21));
        });
        await DecideAsync(keys);

        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("DCO to send", string.Join(" ", page.All("main").Select(m => m.TextContent)), StringComparison.Ordinal);
        Assert.DoesNotContain("LA to issue plan", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_on_which_health_had_been_asked_is_named_where_the_decision_is_recorded_again()
    {
        var keys = await _app.AssessmentAsync(change: a => a.CorrectAdviceReceipt(new(2026, 11, 12), new(2026, 11, 21)));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await carol.GetAsync($"/assessments/{keys.Reference}/take-back");
        await carol.SubmitAsync(page, Form, new() { ["Reason"] = "The wrong child" });

        var (_, decided) = await DecideAsync(keys);

        Assert.Contains("Health was asked for advice on 12 November 2026.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Before the decision was taken back, health had been asked on 12 November 2026.", decided.Text, StringComparison.Ordinal);
        Assert.Contains("health asked on 12 November 2026", (await carol.GetAsync($"/assessments/{keys.Reference}/activity")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_which_somebody_was_chosen_since_is_not_undone_without_them()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var (carol, decided) = await DecideAsync(keys);
        await PrepareAsync(keys);

        var undone = await carol.SubmitAsync(decided, "form[data-undo]", []);

        Assert.Contains("Something else has happened since", undone.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.NotNull((await db.Assessments.SingleAsync()).Decision);
        Assert.Equal([(AdviceKind.Statutory, "Please read his report")], await OpenAsync());
    }

    private async Task PrepareAsync(CaseKeys keys)
    {
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"service:{TestWorld.SpeechTherapy:N}", ["CoveringNote"] = "Please read his report" }, button: "later");
    }

    private async Task<(PortalBrowser Browser, Page Page)> DecideAsync(CaseKeys keys)
    {
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        return (carol, await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/decision"), Form, new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "20", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" }));
    }

    private async Task<List<(AdviceKind, string?)>> OpenAsync()
    {
        await using var db = _app.Database();
        return [.. (await db.AdviceRequests.Where(r => r.Stage != RequestStage.Closed).ToListAsync()).Select(r => (r.Kind, r.CoveringNote))];
    }
}
