using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Admin;

/// <summary>A clinician who changes service in the directory, and the account that follows.</summary>
public sealed class MovedUsersTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_clinician_moved_in_the_directory_is_offered_to_nobody_until_the_account_works_there_too()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var saved = await MoveAsync(dco, TestWorld.Joan, TestWorld.OccupationalTherapy);

        Assert.Contains("The account of Joan Catterall still works in Paediatric speech and language therapy", saved.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ask a system administrator to change its services", saved.Document.Body!.TextContent, StringComparison.Ordinal);
        var lead = await _app.SignInAsync(TestWorld.Lead);
        var assign = await lead.GetAsync($"/advice-requests/{request}/pass-on");
        Assert.Contains("Not offered, because they cannot sign in or their account works in another service: Joan Catterall.", assign.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(assign.All($"button[value='{TestWorld.Joan}']"));
        Assert.Empty((await dco.GetAsync($"/assessments/{keys.Reference}/request-advice")).All($"option[value='professional:{TestWorld.Joan}']"));

        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var account = await AccountAsync(TestWorld.OtherClinician);
        Assert.Contains(await HrefsAsync(sasha, "/"), href => href == $"/admin/users/{account}/services");
        var page = await sasha.GetAsync($"/admin/users/{account}/services");
        Assert.Contains("The directory has them under Paediatric occupational therapy", page.Document.Body!.TextContent, StringComparison.Ordinal);
        var done = await sasha.SubmitAsync(page, "main form", new() { ["ServiceIds"] = TestWorld.OccupationalTherapy.ToString() });

        Assert.Contains("The services of Joan Catterall are saved", done.Text, StringComparison.Ordinal);
        var given = await lead.SubmitAsync(await lead.GetAsync($"/advice-requests/{request}/pass-on"), "main form", new() { ["To"] = TestWorld.Joan.ToString() });
        Assert.Contains("is now with Joan Catterall", given.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await _app.SignInAsync(TestWorld.OtherClinician)).GetAsync($"/advice-requests/{request}")).Status);
        await using var db = _app.Database();
        var user = await db.Users.SingleAsync(u => u.Id == account);
        Assert.Equal(await db.Services.Where(s => s.Id == TestWorld.OccupationalTherapy).Select(s => (Guid?)s.ProviderId).SingleAsync(), user.ProviderId);
        Assert.Equal("Paediatric speech and language therapy", (await db.AuditEntries.SingleAsync(e => e.Fact == "AccountServicesChanged")).Before);
        Assert.DoesNotContain(await HrefsAsync(sasha, "/"), href => href == $"/admin/users/{account}/services");
    }

    [Fact]
    public async Task What_a_clinician_holds_in_a_service_that_their_account_has_left_stands_with_somebody_who_cannot_open_it()
    {
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.SpeechTherapy, TestWorld.Joan);
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var account = await AccountAsync(TestWorld.OtherClinician);

        var next = await MoveAsync(sasha, TestWorld.Joan, TestWorld.Paediatrics);
        Assert.Equal($"/admin/users/{account}/services", next.Url.AbsolutePath);
        var done = await sasha.SubmitAsync(next, "main form", new() { ["ServiceIds"] = TestWorld.Paediatrics.ToString() });

        Assert.Contains("1 request for advice with them is in a service that they no longer open", done.Document.Body!.TextContent, StringComparison.Ordinal);
        foreach (var who in new[] { TestWorld.OtherLead, TestWorld.Administrator })
        {
            var browser = await _app.SignInAsync(who);
            var home = await browser.GetAsync("/");
            Assert.Contains("With somebody who cannot sign in or open it", home.Text, StringComparison.Ordinal);
            Assert.Contains(home.All("a"), a => a.GetAttribute("href") == $"/advice-requests/{request}/pass-on");
            Assert.Contains("whose account works in another service and does not open it", (await browser.GetAsync($"/advice-requests/{request}")).Document.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Services_of_an_account_are_of_one_provider_and_with_that_of_the_directory_and_what_was_ticked_stays()
    {
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var page = await sasha.GetAsync($"/admin/users/{await AccountAsync(TestWorld.OtherClinician)}/services");

        var mixed = await sasha.SubmitAsync(page, "main form", new() { ["ServiceIds"] = $"{TestWorld.SpeechTherapy}\n{TestWorld.OccupationalTherapy}" });
        var elsewhere = await sasha.SubmitAsync(page, "main form", new() { ["ServiceIds"] = TestWorld.Paediatrics.ToString() });

        Assert.Contains("one provider", Assert.Single(mixed.Errors), StringComparison.Ordinal);
        Assert.Contains("works in according to the directory", Assert.Single(elsewhere.Errors), StringComparison.Ordinal);
        Assert.True(elsewhere.Find($"input[value='{TestWorld.Paediatrics}']").HasAttribute("checked"));
        var none = await sasha.GetAsync($"/admin/users/{await AccountAsync(TestWorld.Caseworker)}/services");
        Assert.Contains("This account works in no health service", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_excluded_gets_a_service_and_its_requests_stand_before_the_DCO_service()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Family.DoNotShareWith = "Lewis Park");
        var request = await _app.RequestAsync(keys, TestWorld.Paediatrics);
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);

        await sasha.SubmitAsync(await sasha.GetAsync($"/admin/users/{await AccountAsync(TestWorld.OtherLead)}/services"), "main form", new() { ["ServiceIds"] = $"{TestWorld.SpeechTherapy}\n{TestWorld.Paediatrics}" });

        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
        Assert.Single(await db.Emails.Where(e => e.Template == "sharing-doubt").ToListAsync());
    }

    [Fact]
    public async Task What_an_invited_clinician_was_sent_stands_with_somebody_who_cannot_sign_in_once_the_invitation_is_withdrawn()
    {
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);
        await sasha.SubmitAsync(await sasha.GetAsync("/admin/users/invite?role=Clinician"), "main form", new() { ["Name"] = "Rita Ormskirk", ["Email"] = "rita@ot.test", ["JobTitle"] = "Therapist", ["ServiceIds"] = TestWorld.OccupationalTherapy.ToString() });
        Guid rita;
        await using (var db = _app.Database()) { rita = await db.Professionals.Where(p => p.FullName == "Rita Ormskirk").Select(p => p.Id).SingleAsync(); }
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, rita);

        var withdrawn = await sasha.SubmitAsync(await sasha.GetAsync("/admin/users"), "form[action$=withdraw]", []);

        Assert.Contains("1 request for advice waits for this person", withdrawn.Text, StringComparison.Ordinal);
        var lead = await _app.SignInAsync(TestWorld.Lead);
        Assert.Contains((await lead.GetAsync("/")).All("a"), a => a.GetAttribute("href") == $"/advice-requests/{request}/pass-on");
        var other = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);
        Assert.Empty((await lead.GetAsync($"/advice-requests/{other}/pass-on")).All($"button[value='{rita}']"));
    }

    private static async Task<Page> MoveAsync(PortalBrowser browser, Guid professional, Guid service) =>
        await browser.SubmitAsync(await browser.GetAsync($"/directory/professionals/{professional}"), "main form", new() { ["ServiceId"] = service.ToString() });

    private static async Task<IEnumerable<string?>> HrefsAsync(PortalBrowser browser, string address) => [.. (await browser.GetAsync(address)).All("a").Select(a => a.GetAttribute("href"))];

    private async Task<Guid> AccountAsync(string email)
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }
}
