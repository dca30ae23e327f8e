using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Who was sent a request was asked, whatever became of it; only who never was sent one is named and not asked. Today is 21 November 2026.</summary>
public sealed class NamedAndAskedTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("not-needed", "Asked on 21 November 2026; closed on 21 November 2026: The advice is not needed any more")]
    [InlineData("mistake", "Asked on 21 November 2026; closed on 21 November 2026: Sent by mistake")]
    public async Task Whose_request_was_closed_was_asked_and_both_sides_read_when_and_why(string why, string words)
    {
        var keys = await CaseAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = why });

        await AssertSaidAsync(keys, words);
        var reasons = await dco.GetAsync($"/assessments/{keys.Reference}/not-asked");
        Assert.Contains(words, reasons.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AssessmentOutcome.PlanIssued)]
    [InlineData(AssessmentOutcome.NoPlan)]
    [InlineData(AssessmentOutcome.Withdrawn)]
    public async Task Whose_request_the_end_of_the_case_closed_was_asked(AssessmentOutcome outcome)
    {
        var keys = await CaseAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", new() { ["Outcome"] = outcome.ToString(), ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });

        await AssertSaidAsync(keys, "Asked on 21 November 2026; closed on 21 November 2026: The assessment has ended");
    }

    [Theory]
    [InlineData(true, AdviceKind.Statutory, true, "Asked on 21 November 2026; closed on 21 November 2026: No longer needed.")]
    [InlineData(true, AdviceKind.Statutory, false, "Their service was asked on 21 November 2026; closed on 21 November 2026: No longer needed.")]
    [InlineData(true, AdviceKind.EarlyInformation, true, "Asked for early information on 21 November 2026; closed on 21 November 2026: No longer needed.")]
    [InlineData(false, AdviceKind.Statutory, true, "Named, not asked: No longer needed.")]
    public async Task Only_who_was_never_sent_a_request_is_named_and_not_asked(bool sent, AdviceKind kind, bool byName, string words)
    {
        var keys = await CaseAsync(kind == AdviceKind.Statutory ? AssessmentDecision.Assess : null);
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, byName ? TestWorld.Gwen : null, r => r.Close("No longer needed", _app.Time.GetUtcNow().UtcDateTime), send: sent);

        await AssertSaidAsync(keys, words);
    }

    [Fact]
    public async Task Why_somebody_is_not_asked_again_stands_behind_that_they_were_asked()
    {
        var keys = await CaseAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Close("No longer needed", _app.Time.GetUtcNow().UtcDateTime));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/not-asked"), "main form", new() { ["NotAsked[0].Reason"] = "She has left" });

        await AssertSaidAsync(keys, "closed on 21 November 2026: No longer needed. Not asked again: She has left.");
        Assert.Contains("closed on 21 November 2026: No longer needed. She has left", (await dco.GetAsync($"/assessments/{keys.Reference}/all-nil")).Text, StringComparison.Ordinal);
    }

    private async Task AssertSaidAsync(CaseKeys keys, string words)
    {
        foreach (var who in new[] { TestWorld.Caseworker, TestWorld.Administrator })
        {
            var page = await (await _app.SignInAsync(who)).GetAsync($"/assessments/{keys.Reference}");
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
            Assert.Equal(words.StartsWith("Named, not asked", StringComparison.Ordinal), page.Text.Contains("Named, not asked", StringComparison.Ordinal));
        }
    }

    private async Task<CaseKeys> CaseAsync(AssessmentDecision? decision = AssessmentDecision.Assess)
    {
        var keys = await _app.AssessmentAsync(decision: decision);
        await using var db = _app.Database();
        db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 0) { Name = "Gwen Pritchard", ServiceId = TestWorld.OccupationalTherapy, ProfessionalId = TestWorld.Gwen });
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
        return keys;
    }
}
