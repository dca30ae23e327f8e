using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What somebody holds whose account was disabled stands with who can give it to a colleague.</summary>
public sealed class WithSomebodyWhoCannotSignInTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Requests_of_a_disabled_account_are_counted_before_and_stand_with_the_lead_and_the_DCO_service_after()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Tariq);
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);
        Guid account;
        await using (var db = _app.Database()) { account = await db.Users.Where(u => u.Email == TestWorld.Colleague).Select(u => u.Id).SingleAsync(); }
        var page = await sasha.GetAsync($"/admin/users/{account}");
        Assert.Contains("1 request for advice waits for this person.", page.Text, StringComparison.Ordinal);

        await sasha.SubmitAsync(page, "form[action$='/disable']", new() { ["Reason"] = "Left the trust" });

        foreach (var who in new[] { TestWorld.Lead, TestWorld.Administrator })
        {
            var browser = await _app.SignInAsync(who);
            var home = await browser.GetAsync("/");
            Assert.Contains("With somebody who cannot sign in", home.Text, StringComparison.Ordinal);
            Assert.Contains(home.All("a"), a => a.GetAttribute("href") == $"/advice-requests/{id}/pass-on");
            Assert.Contains("Tariq Aziz, who cannot sign in any more", (await browser.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Request_advice_warns_of_somebody_who_cannot_sign_in()
    {
        var keys = await _app.AssessmentAsync();
        await using (var db = _app.Database())
        {
            (await db.Users.SingleAsync(u => u.Email == TestWorld.Colleague)).DisabledUtc = DateTime.UnixEpoch;
            db.InvolvedProfessionals.Add(new(keys, 0) { Name = "Tariq Aziz", ProfessionalId = TestWorld.Tariq, ServiceId = TestWorld.OccupationalTherapy });
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var page = await priya.GetAsync($"/assessments/{keys.Reference}/request-advice");

        Assert.Contains("Cannot sign in any more", page.Text, StringComparison.Ordinal);
        Assert.False(page.Find($"input[name=Ask][value='professional:{TestWorld.Tariq:N}']").HasAttribute("checked"));
    }
}
