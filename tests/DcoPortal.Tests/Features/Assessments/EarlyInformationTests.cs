using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Early information is no statutory advice: it is counted by itself, and whoever gave it was asked.</summary>
public sealed class EarlyInformationTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    // what became of the early information, and what each page says once the authority has decided to assess and nobody was asked for statutory advice
    [Theory]
    [InlineData("none", "Not asked yet", "nobody has been asked yet", "nobody in health was asked", "Not asked", "0,0")]
    [InlineData("asked", "Not asked for statutory advice", "nobody has been asked for statutory advice yet", "nobody in health was asked for statutory advice", "Not asked for statutory advice, early information: 0 of 1 back", "1,0")]
    [InlineData("nil", "Not asked for statutory advice", "nobody has been asked for statutory advice yet", "nobody in health was asked for statutory advice", "Not asked for statutory advice, early information: 1 of 1 back", "1,1")]
    [InlineData("advice", "Not asked for statutory advice", "nobody has been asked for statutory advice; early information is in", "nobody in health was asked for statutory advice; early information is in", "Not asked for statutory advice, early information: 1 of 1 back", "1,1")]
    public async Task It_is_counted_beside_statutory_advice_and_nobody_reads_that_nobody_was_asked(string early, string value, string unasked, string lacks, string listed, string counted)
    {
        var keys = await DecidedAsync(early);

        foreach (var reader in new[] { TestWorld.Caseworker, TestWorld.Dco })
        {
            var browser = await _app.SignInAsync(reader);
            var facts = (await browser.GetAsync($"/assessments/{keys.Reference}")).All(".dco-fact");
            var csv = (await browser.Client.GetStringAsync("/assessments/csv")).Split('\n').Select(l => l.Trim()).ToList();
            var list = (await browser.GetAsync("/assessments")).Text;
            Assert.Equal(value, facts[1].QuerySelector(".dco-fact__value")!.TextContent.Split(", Health")[0].Trim());
            Assert.DoesNotContain("with advice", facts[1].TextContent, StringComparison.Ordinal);
            Assert.Equal(early != "none", facts[1].TextContent.Contains($"Early information: {counted[2]} of 1 back", StringComparison.Ordinal));
            // what is still out has the nearer date
            Assert.Equal(early != "asked", facts[2].TextContent.Contains($"Health advice: {unasked}", StringComparison.Ordinal));
            Assert.Equal(early != "asked", list.Contains($"Most urgent: Health advice: {unasked}, 42 days left", StringComparison.Ordinal));
            Assert.Contains(listed, list, StringComparison.Ordinal);
            Assert.Contains("Early information asked,Early information back", csv[0], StringComparison.Ordinal);
            // of statutory advice nothing is asked and nothing back
            var row = csv.Single(l => l.StartsWith(keys.Reference, StringComparison.Ordinal));
            Assert.Contains(",0,0,0,0,0,0,0,", row, StringComparison.Ordinal);
            Assert.Equal(early != "asked", row.Contains($"Health advice: {unasked}: 42 days left", StringComparison.Ordinal));
            Assert.Matches($",{counted}(,[^,]*)?$", row);
        }
        var outcome = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}/outcome");
        Assert.Contains($"A plan issued now would lack the medical advice of regulation 6(1)(c): {lacks}.", outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_statutory_advice_it_stands_in_words_of_its_own()
    {
        var keys = await DecidedAsync("advice");
        var now = _app.Time.GetUtcNow().UtcDateTime;
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.Paediatrics, change: r => { r.Submit(now, Today, "Dr Rao"); r.Accept(now); r.ReturnToAuthority(now, Today); });
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        var advice = (await caseworker.GetAsync($"/assessments/{keys.Reference}")).All(".dco-fact")[1].TextContent;

        Assert.Contains("1 of 2 back", advice, StringComparison.Ordinal);
        Assert.Contains("1 with advice, early information: 1 of 1 back", advice, StringComparison.Ordinal);
        Assert.Contains("1 of 2 back, early information: 1 of 1 back", (await caseworker.GetAsync("/assessments")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_DCO_service_asks_nobody_else_the_plan_is_the_authoritys_and_says_on_what_it_rests()
    {
        var keys = await DecidedAsync("advice");
        await using (var db = _app.Database()) { await db.Assessments.Where(a => a.Id == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.TriagedUtc, _app.Time.GetUtcNow().UtcDateTime)); }

        var next = (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync($"/assessments/{keys.Reference}")).All(".dco-fact")[3].TextContent;

        Assert.Contains("LA to issue plan", next, StringComparison.Ordinal);
        Assert.Contains("with early information and no statutory advice", next, StringComparison.Ordinal);
    }

    // early information was asked for, or not, and then the authority decided today to assess: the case waits in triage
    private async Task<CaseKeys> DecidedAsync(string early)
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var now = _app.Time.GetUtcNow().UtcDateTime;
        void Return(AdviceRequest r) { r.Accept(now); r.ReturnToAuthority(now, Today); }
        if (early != "none")
        {
            await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan, r =>
            {
                if (early == "advice") { r.Submit(now, Today, "Joan"); Return(r); }
                if (early == "nil") { r.SubmitNilReturn(ReplyCode.NotKnown, null, now, Today, "Joan"); Return(r); }
            });
        }
        await using var db = _app.Database();
        await db.Assessments.Where(a => a.Id == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Decision, AssessmentDecision.Assess).SetProperty(a => a.DecidedOn, Today)
            .SetProperty(a => a.HealthToldOfDecisionOn, Today).SetProperty(a => a.AdviceRequestReceivedOn, Today).SetProperty(a => a.TriagedUtc, (DateTime?)null));
        return keys;
    }
}
