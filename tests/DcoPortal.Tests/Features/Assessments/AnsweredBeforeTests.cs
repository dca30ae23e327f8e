using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Health answered before the case was recorded here, and the tracker did not say through which service: nobody owes it an answer.</summary>
public sealed class AnsweredBeforeTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(TestWorld.Caseworker)]
    [InlineData(TestWorld.Administrator)]
    public async Task A_case_whose_health_answered_before_it_was_recorded_here_is_never_overdue_with_health(string reader)
    {
        var keys = await _app.AssessmentAsync(received: new(2026, 8, 20), change: a => a.CorrectAdviceReceipt(new(2026, 9, 25), new(2026, 11, 21)));
        await using (var db = _app.Database())
        {
            db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 0) { ServiceName = "Health (service not named)", AnsweredOn = new(2026, 10, 20) });
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        var browser = await _app.SignInAsync(reader);

        var page = await browser.GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("1 answer before it was recorded here", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody has been asked here. Health answered before the case was recorded", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody has been asked yet", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(keys.Reference, (await browser.GetAsync("/assessments?mark=health-late")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("days overdue", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
    }
}
