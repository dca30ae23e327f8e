using DcoPortal.Casework.Data;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Directory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task What_somebody_holds_who_has_left_by_the_directory_is_counted_and_stands_with_the_lead_and_the_DCO_service_and_their_account_is_to_be_disabled()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Tariq);
        var helen = await _app.SignInAsync(TestWorld.Administrator);

        var saved = await helen.SubmitAsync(await helen.GetAsync($"/directory/professionals/{TestWorld.Tariq}"), "main form[method=post]", new() { ["Left"] = "true" });

        Assert.Contains("1 request for advice waits for Tariq Aziz, and stands under “With somebody who cannot sign in or open it”", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Their account can still sign in and open children’s records.", saved.Text, StringComparison.Ordinal);
        foreach (var who in new[] { TestWorld.Lead, TestWorld.Administrator })
        {
            var browser = await _app.SignInAsync(who);
            Assert.Contains((await browser.GetAsync("/")).All("a"), a => a.GetAttribute("href") == $"/advice-requests/{id}/pass-on");
            Assert.Contains("Tariq Aziz, who by the directory no longer works there", (await browser.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        }
        var sasha = await (await _app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync("/");
        Assert.Contains("Accounts of people who have left", sasha.Text, StringComparison.Ordinal);
        Assert.Contains("Tariq Aziz", sasha.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_without_an_account_is_asked_stands_with_the_lead_and_the_DCO_service_and_they_are_to_be_invited()
    {
        var zelda = await ZeldaAsync();
        var keys = await _app.AssessmentAsync();
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        var sent = await priya.SubmitAsync(await priya.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Another"] = $"professional:{zelda:N}" }, button: "send");
        Assert.Contains("1 request sent", sent.Text, StringComparison.Ordinal);
        Guid id;
        await using (var db = _app.Database())
        {
            id = await db.AdviceRequests.Select(r => r.Id).SingleAsync();
            var email = await db.Emails.SingleAsync(e => e.AdviceRequestId == id);
            Assert.Contains("has no account here and cannot sign in", email.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Sign in to", email.Body, StringComparison.Ordinal);
        }

        foreach (var who in new[] { TestWorld.Lead, TestWorld.Administrator })
        {
            var browser = await _app.SignInAsync(who);
            var home = await browser.GetAsync("/");
            Assert.Contains("With somebody who cannot sign in", home.Text, StringComparison.Ordinal);
            Assert.Contains(home.All("a"), a => a.GetAttribute("href") == $"/advice-requests/{id}/pass-on");
            Assert.Contains("Zelda Quarm, who has no account and cannot sign in", (await browser.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        }
        var sasha = await (await _app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync("/");
        Assert.Contains(sasha.All("a"), a => a.GetAttribute("href") == $"/admin/users/invite?role=Clinician&professional={zelda}");
        Assert.DoesNotContain(keys.Reference, sasha.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_assigned_to_somebody_without_an_account()
    {
        var zelda = await ZeldaAsync();
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);

        var page = await (await _app.SignInAsync(TestWorld.Lead)).GetAsync($"/advice-requests/{id}/pass-on");

        Assert.Contains("Not offered, because they cannot sign in or their account works in another service: Zelda Quarm.", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.All("button[name=To]"), b => b.GetAttribute("value") == zelda.ToString());
    }

    [Fact]
    public async Task Whoever_is_invited_is_no_longer_among_those_who_cannot_sign_in()
    {
        var zelda = await ZeldaAsync();
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, zelda);
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);
        await sasha.SubmitAsync(await sasha.GetAsync($"/admin/users/invite?role=Clinician&professional={zelda}"), "main form[method=post]", []);

        Assert.DoesNotContain("Asked for advice, and without an account", (await sasha.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("With somebody who cannot sign in", (await (await _app.SignInAsync(TestWorld.Lead)).GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_the_first_by_due_date_are_listed_and_all_are_counted()
    {
        var zelda = await ZeldaAsync();
        for (var n = 0; n < 12; n++) { await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, zelda); }
        Guid icb;
        await using (var db = _app.Database()) { icb = await db.AdviceRequests.Select(r => r.IcbId).FirstAsync(); }
        var query = new CannotSignInQuery(_app.Services.GetRequiredService<PortalDbFactory>(), new AccessScope { Kind = ScopeKind.DcoService, IcbId = icb });

        var held = await query.FirstAsync(10, CancellationToken.None);

        Assert.Equal((10, 12), (held.First.Count, held.Total));
    }

    private async Task<Guid> ZeldaAsync()
    {
        await using var db = _app.Database();
        var service = await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy);
        var zelda = new Professional { Id = Guid.CreateVersion7(), IcbId = service.IcbId, ProviderId = service.ProviderId, ServiceId = service.Id, FullName = "Zelda Quarm", JobTitle = "Occupational therapist", Email = "zelda@ot.test" };
        db.Professionals.Add(zelda);
        db.AuditEntries.Add(Facts.About(new(Guid.Empty, "", Guid.Empty, service.IcbId)));
        await db.SaveChangesAsync();
        return zelda.Id;
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
