using System.Net;
using System.Text.RegularExpressions;
using DcoPortal.Casework.Accounts;
using DcoPortal.Domain;
using DcoPortal.Domain.Access;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Admin;

public sealed partial class UsersTests : IDisposable
{
    private const string Strong = "seven otters under lamplight";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [GeneratedRegex("https://[^/]+(/account/[^\\s]+)")]
    private static partial Regex Link();

    private async Task<Guid> IdOfAsync(string email)
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    private async Task<string> LinkAsync(string email)
    {
        await using var db = _app.Database();
        return Link().Match(await db.Emails.Where(e => e.To == email).OrderByDescending(e => e.QueuedUtc).Select(e => e.Body).FirstAsync()).Groups[1].Value;
    }

    private static async Task<Page> InviteAsync(PortalBrowser browser, string role, Dictionary<string, string?> values) =>
        await browser.SubmitAsync(await browser.GetAsync($"/admin/users/invite?role={role}"), "main form", values);

    private static Dictionary<string, string?> Jo => new() { ["Name"] = "Jo Barnes", ["Email"] = "jo.barnes@lancashire.test" };

    private static Task<Page> AcceptAsync(PortalBrowser browser, Page page) => browser.SubmitAsync(page, "main form", new() { ["NewPassword"] = Strong, ["NewPasswordAgain"] = Strong });

    [Fact]
    public async Task A_manager_invites_a_caseworker_of_their_own_authority_whose_link_works_once()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        await using var db = _app.Database();
        var blackpool = await db.LocalAuthorities.SingleAsync(a => a.Code == "890");

        // an authority in the form is not believed
        var values = Jo;
        values["LocalAuthorityId"] = blackpool.Id.ToString();
        Assert.Contains("Jo Barnes is invited", (await InviteAsync(manager, "LaCaseworker", values)).Text, StringComparison.Ordinal);
        var link = await LinkAsync("jo.barnes@lancashire.test");
        var browser = _app.Browser();
        var page = await browser.GetAsync(link);
        Assert.Contains("Lancashire County Council", page.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await AcceptAsync(browser, page)).Url.AbsolutePath);

        var user = await db.Users.SingleAsync(u => u.Email == "jo.barnes@lancashire.test");
        Assert.Equal((Role.LaCaseworker, "Lancashire County Council"), (user.Role, user.OrganisationName));
        var again = await _app.Browser().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("has been used", again.Text, StringComparison.Ordinal);
        Assert.Equal(["InvitationAccepted", "UserInvited"], await db.AuditEntries.Where(e => e.Fact.StartsWith("Inv") || e.Fact == "UserInvited").Select(e => e.Fact).OrderBy(f => f).ToListAsync());
        var invitation = await db.Invitations.SingleAsync();
        Assert.DoesNotContain(invitation.TokenHash, link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_expires_is_withdrawn_or_replaced_and_each_says_so()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        await InviteAsync(manager, "LaCaseworker", Jo);
        var first = await LinkAsync("jo.barnes@lancashire.test");
        Assert.Contains("has an invitation already", Assert.Single((await AfterAsync(TimeSpan.FromMinutes(2), () => InviteAsync(manager, "LaCaseworker", Jo))).Errors), StringComparison.Ordinal);
        await manager.SubmitAsync(await manager.GetAsync("/admin/users"), "form[action$=send-again]", []);
        var second = await LinkAsync("jo.barnes@lancashire.test");
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.Gone, (await _app.Browser().GetAsync(first)).Status);
        _app.Time.Advance(TimeSpan.FromDays(7));
        Assert.Contains("expired", (await _app.Browser().GetAsync(second)).Text, StringComparison.Ordinal);

        manager = await _app.SignInAsync(TestWorld.Manager);
        await manager.SubmitAsync(await manager.GetAsync("/admin/users"), "form[action$=withdraw]", []);
        Assert.Contains("withdrawn", (await _app.Browser().GetAsync(second)).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "InvitationWithdrawn"));
    }

    private async Task<Page> AfterAsync(TimeSpan time, Func<Task<Page>> work)
    {
        _app.Time.Advance(time);
        return await work();
    }

    [Fact]
    public async Task A_clinicians_invitation_links_the_account_to_a_new_directory_entry()
    {
        var admin = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var values = new Dictionary<string, string?> { ["Name"] = "Nia Evans", ["Email"] = "nia@ot.test", ["JobTitle"] = "Occupational therapist", ["ServiceIds"] = TestWorld.OccupationalTherapy.ToString() };

        Assert.Equal("/admin/users", (await InviteAsync(admin, "Clinician", values)).Url.AbsolutePath);
        var browser = _app.Browser();
        await AcceptAsync(browser, await browser.GetAsync(await LinkAsync("nia@ot.test")));

        await using var db = _app.Database();
        var user = await db.Users.SingleAsync(u => u.Email == "nia@ot.test");
        Assert.Equal("Nia Evans", (await db.Professionals.SingleAsync(p => p.Id == user.ProfessionalId)).FullName);
        Assert.True(await db.UserServices.AnyAsync(s => s.UserId == user.Id && s.ServiceId == TestWorld.OccupationalTherapy));
    }

    [Fact]
    public async Task What_cannot_be_invited_is_said_beside_the_field()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var taken = await InviteAsync(manager, "LaCaseworker", new() { ["Name"] = "Somebody", ["Email"] = TestWorld.FarCaseworker });
        Assert.Equal(["This email address already has an account"], taken.Errors);
        Assert.Equal("What will they do?", (await manager.GetAsync("/admin/users/invite?role=SystemAdministrator")).Find("legend").TextContent.Trim());
        var admin = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var mixed = await InviteAsync(admin, "ServiceLead", new() { ["Name"] = "L", ["Email"] = "l@x.test", ["ServiceIds"] = $"{TestWorld.OccupationalTherapy}\n{TestWorld.SpeechTherapy}" });
        Assert.Contains("one provider", Assert.Single(mixed.Errors), StringComparison.Ordinal);
        var far = await InviteAsync(admin, "ServiceLead", new() { ["Name"] = "L", ["Email"] = "l@x.test", ["ServiceIds"] = TestWorld.FarService.ToString() });
        Assert.Equal(["Choose the services they work in"], far.Errors);
    }

    [Fact]
    public async Task A_disabled_person_loses_access_with_their_next_request_and_gets_it_back_when_enabled()
    {
        var victim = await _app.SignInAsync(TestWorld.Caseworker);
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var page = await manager.GetAsync($"/admin/users/{await IdOfAsync(TestWorld.Caseworker)}");
        Assert.Equal(["Enter why the account is disabled"], (await manager.SubmitAsync(page, "form[action$=disable]", [])).Errors);

        await manager.SubmitAsync(page, "form[action$=disable]", new() { ["Reason"] = "Left the authority" });

        Assert.Equal("/account/sign-in", (await victim.GetAsync("/")).Url.AbsolutePath);
        var refused = await victim.SubmitAsync(await victim.GetAsync("/account/sign-in"), "main form", new() { ["Email"] = TestWorld.Caseworker, ["Password"] = TestWorld.Password });
        Assert.Single(refused.Errors);
        await manager.SubmitAsync(await manager.GetAsync(page.Url.AbsolutePath), "form[action$=enable]", []);
        await _app.SignInAsync(TestWorld.Caseworker);
        await using var db = _app.Database();
        Assert.Equal("Left the authority", (await db.AuditEntries.SingleAsync(e => e.Fact == "AccountDisabled")).Reason);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "AccountEnabled"));
    }

    [Fact]
    public async Task An_administrator_resets_anothers_two_factor_which_ends_their_sessions_and_is_a_fact()
    {
        var id = await IdOfAsync(TestWorld.Caseworker);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var setUp = await carol.GetAsync("/account/two-factor/set-up");
        await carol.SubmitAsync(setUp, "main form", new() { ["Code"] = Totp.Code(setUp.Find("main code").TextContent) });
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var page = await manager.GetAsync($"/admin/users/{id}");
        Assert.Contains("On", page.Text, StringComparison.Ordinal);

        var done = await manager.SubmitAsync(page, "form[action$=reset-two-factor]", []);

        Assert.Contains("Not set up", done.Text, StringComparison.Ordinal);
        Assert.Empty(done.All("form[action$=reset-two-factor]"));
        Assert.Equal("/account/sign-in", (await carol.GetAsync("/")).Url.AbsolutePath);
        // the password alone signs in again, where two-factor is not required
        Assert.Equal("/", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/")).Url.AbsolutePath);
        await using var db = _app.Database();
        Assert.False((await db.Users.SingleAsync(u => u.Id == id)).TwoFactorEnabled);
        Assert.Equal(["Carol Whitaker", "Mohammed Iqbal"], await db.AuditEntries.Where(e => e.Fact == "TwoFactorChanged").Select(e => e.ActorName).OrderBy(n => n).ToListAsync());
    }

    [Fact]
    public async Task An_administrator_sends_a_password_link_that_works()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var page = await manager.GetAsync($"/admin/users/{await IdOfAsync(TestWorld.Caseworker)}");

        await manager.SubmitAsync(page, "form[action$=send-password-link]", []);
        var browser = _app.Browser();
        var changed = await browser.SubmitAsync(await browser.GetAsync(await LinkAsync(TestWorld.Caseworker)), "main form", new() { ["NewPassword"] = Strong, ["NewPasswordAgain"] = Strong });

        Assert.Contains("Your password is changed", changed.Document.Body!.TextContent, StringComparison.Ordinal);
        var home = await browser.SubmitAsync(changed, "main form", new() { ["Email"] = TestWorld.Caseworker, ["Password"] = Strong });
        Assert.Equal("/", home.Url.AbsolutePath);
        await using var db = _app.Database();
        Assert.Equal("Mohammed Iqbal", (await db.AuditEntries.SingleAsync(e => e.Fact == "PasswordLinkSent")).ActorName);
    }

    [Fact]
    public async Task An_invitation_by_email_names_no_person_and_no_child()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        await InviteAsync(manager, "LaCaseworker", Jo);

        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.To == "jo.barnes@lancashire.test");

        Assert.Contains("Lancashire County Council", email.Body, StringComparison.Ordinal);
        // the link's token is random letters, among which a short name may stand by chance
        var words = string.Join(' ', (email.Subject + ' ' + email.Body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => !w.StartsWith("https://", StringComparison.Ordinal)));
        foreach (var secret in new[] { "Jo ", "Barnes", "jo.barnes", "Mohammed", "Iqbal", "caseworker", "Ashworth" }) { Assert.DoesNotContain(secret, words, StringComparison.OrdinalIgnoreCase); }
    }

    [Fact]
    public async Task Nobody_disables_themselves_and_the_last_system_administrator_stays()
    {
        var self = await IdOfAsync(TestWorld.SystemAdministrator);
        var own = await _app.AsAsync(TestWorld.SystemAdministrator, s => s.GetRequiredService<ManageUserHandler>().DisableAsync(self, "x", CancellationToken.None));
        var last = await _app.AsAsync(TestWorld.Manager, async s =>
        {
            // even for somebody who reaches the account, such as an administrator disabled a moment ago
            await using var db = _app.Database();
            var manager = await db.Users.SingleAsync(u => u.Email == TestWorld.Manager);
            var admin = await db.Users.SingleAsync(u => u.Id == self);
            admin.LocalAuthorityId = manager.LocalAuthorityId;
            await db.SaveChangesAsync();
            return await s.GetRequiredService<ManageUserHandler>().DisableAsync(self, "x", CancellationToken.None);
        });

        Assert.Equal(("You cannot disable your own account. Ask another administrator.", "This is the last system administrator who can sign in. Invite another first."), (own.Of.Rule, last.Of.Rule));
    }

    [Theory]
    [InlineData(TestWorld.Manager, TestWorld.OtherCaseworker)]
    [InlineData(TestWorld.SystemAdministrator, TestWorld.FarCaseworker)]
    public async Task An_account_of_another_organisation_is_not_there(string who, string whose)
    {
        var browser = await _app.SignInAsync(who);
        var id = await IdOfAsync(whose);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/admin/users/{id}")).Status);
        Assert.DoesNotContain(whose, (await browser.GetAsync("/admin/users")).Text, StringComparison.Ordinal);
        var own = await browser.GetAsync($"/admin/users/{await IdOfAsync(TestWorld.Caseworker)}");
        foreach (var action in new[] { "disable", "enable", "reset-two-factor", "send-password-link" })
        {
            own.Find("form[action$=disable]").SetAttribute("action", $"/admin/users/{id}/{action}");
            var answer = await browser.SubmitAsync(own, $"form[action='/admin/users/{id}/{action}']", new() { ["Reason"] = "x" });
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            own = await browser.GetAsync(own.Url.AbsolutePath);
        }
    }

    [Theory]
    [InlineData(TestWorld.Caseworker, "/admin/users")]
    [InlineData(TestWorld.Administrator, "/admin/users/invite")]
    [InlineData(TestWorld.Clinician, "/directory/services/add")]
    [InlineData(TestWorld.Caseworker, "/directory/professionals/add")]
    [InlineData(TestWorld.BoardMember, "/directory/providers")]
    [InlineData(TestWorld.Manager, "/admin/audit")]
    [InlineData(TestWorld.Dco, "/admin/audit")]
    [InlineData(TestWorld.Lead, "/admin/emails")]
    [InlineData(TestWorld.Dco, "/admin/organisations")]
    public async Task A_person_without_the_permission_is_refused(string who, string path) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(who)).GetAsync(path)).Status);
}
