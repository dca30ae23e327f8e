using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What is ticked, marked and written about whom to ask is kept, or somebody is asked what is meant.</summary>
public sealed class AskedForByTheFamilyTests : IDisposable
{
    private const string Ask = "main form#ask";

    private readonly PortalApp _app = PortalApp.Lend();

    private static readonly string Gwen = $"professional:{TestWorld.Gwen:N}";
    private static readonly string Paediatrics = $"service:{TestWorld.Paediatrics:N}";

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_tick_and_a_reason_not_to_ask_are_a_contradiction_that_sends_nothing()
    {
        var keys = await NamedAsync(p => (p.Name, p.ProfessionalId, p.ServiceId) = ("Gwen Pritchard", TestWorld.Gwen, TestWorld.OccupationalTherapy));
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        var page = await priya.GetAsync(Path(keys));
        Assert.True(page.Find($"input[name=Ask][value='{Gwen}']").HasAttribute("checked"));

        var asked = await priya.SubmitAsync(page, Ask, new() { ["NotAsked[0].Reason"] = "On leave until March" }, button: "send");

        Assert.Equal(["Nothing was sent. Gwen Pritchard is ticked, and here is a reason not to ask: take the tick away, or empty this box"], asked.Errors);
        await using var db = _app.Database();
        Assert.Empty(await db.AdviceRequests.ToListAsync());
    }

    [Fact]
    public async Task Whom_the_family_asked_for_is_marked_also_where_somebody_else_is_asked_in_this_press()
    {
        var keys = await NamedAsync(p => (p.Name, p.ServiceName) = ("Pro X", "Epilepsy clinic"));
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var refused = await priya.SubmitAsync(await priya.GetAsync(Path(keys)), Ask, new() { ["Another"] = Paediatrics, ["ChosenFamily"] = "0" }, button: "send");
        Assert.Equal(["Nothing was sent. The family asked for Pro X, Epilepsy clinic: ask them, or say why they are not asked"], refused.Errors);
        await using (var db = _app.Database()) { Assert.False((await db.InvolvedProfessionals.SingleAsync()).FamilyAsked); }
        await priya.SubmitAsync(await priya.GetAsync(Path(keys)), Ask, new() { ["Another"] = Paediatrics, ["ChosenFamily"] = "0" }, button: "later");

        await using var after = _app.Database();
        Assert.True((await after.InvolvedProfessionals.SingleAsync()).FamilyAsked);
        Assert.Equal(1, await after.AuditEntries.CountAsync(e => e.Fact == "FamilyAskedForAdvice"));
    }

    [Fact]
    public async Task A_family_s_mark_at_somebody_who_is_neither_ticked_nor_named_is_not_thrown_away()
    {
        var keys = await _app.AssessmentAsync();
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var told = await priya.SubmitAsync(await priya.GetAsync(Path(keys)), Ask, new() { ["Another"] = Paediatrics, ["Family"] = $"service:{TestWorld.SpeechTherapy:N}" }, button: "send");

        Assert.Contains("The family asked for advice from Paediatric speech and language therapy", Assert.Single(told.Errors), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Empty(await db.AdviceRequests.ToListAsync());
    }

    [Fact]
    public async Task A_request_that_the_family_asked_for_is_closed_only_with_a_reason()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await NameAsync(keys, p => (p.Name, p.ServiceId, p.FamilyAsked) = ("Gwen Pritchard", TestWorld.OccupationalTherapy, true));
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        var page = await priya.GetAsync($"/advice-requests/{id}/close");
        Assert.Contains("The family asked for this advice", page.Text, StringComparison.Ordinal);

        var refused = await priya.SubmitAsync(page, "main form", new() { ["Why"] = "not-needed" });
        Assert.Equal(["Nothing was closed. The family asked for this advice (regulation 6(1)(h)): say why it is not asked for any more"], refused.Errors);
        await priya.SubmitAsync(refused, "main form", new() { ["Reason"] = "The family now wants physiotherapy" });

        await using var db = _app.Database();
        var closed = await db.AdviceRequests.SingleAsync();
        Assert.Equal((RequestStage.Closed, "The advice is not needed any more: The family now wants physiotherapy"), (closed.Stage, closed.CloseReason));
    }

    [Fact]
    public async Task Who_is_by_a_recorded_reason_not_asked_gets_no_prepared_request_when_the_authority_decides()
    {
        var keys = await NamedAsync(p =>
        {
            (p.Name, p.ProfessionalId, p.ServiceId) = ("Gwen Pritchard", TestWorld.Gwen, TestWorld.OccupationalTherapy);
            p.NotAsked(new(p.AssessmentId, "", Guid.Empty, Guid.Empty), "On leave until March", "Priya Nair", DateTime.UnixEpoch);
        }, decision: null);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/decision"), "main form[method=post]", new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "21", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });

        await using var db = _app.Database();
        Assert.Equal(AssessmentDecision.Assess, (await db.Assessments.SingleAsync()).Decision);
        Assert.Empty(await db.AdviceRequests.ToListAsync());
        Assert.Contains("Named, not asked: On leave until March", (await carol.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_named_again_as_no_longer_involved_is_not()
    {
        var keys = await NamedAsync(p => (p.Name, p.ServiceName) = ("Dora Double", "Epilepsy clinic"), decision: null);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var again = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "main form[data-warns]", new() { ["Professionals[0].Name"] = "Dora Double", ["Professionals[0].ServiceName"] = "Epilepsy clinic", ["Professionals[0].HasEnded"] = "true" });

        Assert.Contains("What you added is taken in: Dora Double", again.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.False((await db.InvolvedProfessionals.SingleAsync()).IsCurrent);
    }

    private static string Path(CaseKeys keys) => $"/assessments/{keys.Reference}/request-advice";

    private async Task<CaseKeys> NamedAsync(Action<InvolvedProfessional> change, AssessmentDecision? decision = AssessmentDecision.Assess)
    {
        var keys = await _app.AssessmentAsync(decision: decision);
        await NameAsync(keys, change);
        return keys;
    }

    private async Task NameAsync(CaseKeys keys, Action<InvolvedProfessional> change)
    {
        await using var db = _app.Database();
        var named = new InvolvedProfessional(keys, 0);
        change(named);
        db.InvolvedProfessionals.Add(named);
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }
}
