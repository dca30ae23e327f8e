using System.Net;
using System.Text.RegularExpressions;
using DcoPortal.Casework.Accounts;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Account;

public sealed partial class PasswordTests : IDisposable
{
    private const string Better = "seven otters under lamplight";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [GeneratedRegex("https://[^/]+(/account/[^\\s]+)")]
    private static partial Regex Link();

    private async Task<string> AskAsync(string email)
    {
        var browser = _app.Browser();
        var answer = await browser.SubmitAsync(await browser.GetAsync("/account/forgotten-password"), "main form", new() { ["Email"] = email });
        return answer.Text;
    }

    private async Task<string> LinkAsync(string email)
    {
        await using var db = _app.Database();
        var body = await db.Emails.Where(e => e.To == email && e.Template == "password-reset").OrderByDescending(e => e.QueuedUtc).Select(e => e.Body).FirstAsync();
        return Link().Match(body).Groups[1].Value;
    }

    private async Task<bool> CanSignInAsync(string password)
    {
        var browser = _app.Browser();
        var page = await browser.GetAsync("/account/sign-in");
        return (await browser.SubmitAsync(page, "main form", new() { ["Email"] = TestWorld.Caseworker, ["Password"] = password })).Url.AbsolutePath == "/";
    }

    [Fact]
    public async Task Asking_for_a_new_password_answers_the_same_for_everyone_and_emails_only_what_is_true()
    {
        var known = await AskAsync(TestWorld.Caseworker);
        var unknown = await AskAsync("nobody@example.org");
        await AskAsync(TestWorld.Caseworker);

        Assert.Equal(known, unknown);
        await using var db = _app.Database();
        Assert.Equal("password-reset", (await db.Emails.SingleAsync(e => e.To == TestWorld.Caseworker)).Template);
        Assert.Equal("sign-in-help", (await db.Emails.SingleAsync(e => e.To == "nobody@example.org")).Template);
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "PasswordLinkSent"));
    }

    [Fact]
    public async Task A_password_link_works_once_and_ends_every_session()
    {
        var old = await _app.SignInAsync(TestWorld.Caseworker);
        await AskAsync(TestWorld.Caseworker);
        var link = await LinkAsync(TestWorld.Caseworker);
        var browser = _app.Browser();
        var page = await browser.GetAsync(link);

        var done = await browser.SubmitAsync(page, "main form", new() { ["NewPassword"] = Better, ["NewPasswordAgain"] = Better });

        Assert.Equal("/account/sign-in", done.Url.AbsolutePath);
        Assert.Equal("/account/sign-in", (await old.GetAsync("/")).Url.AbsolutePath);
        Assert.True(await CanSignInAsync(Better));
        var again = await browser.SubmitAsync(page, "main form", new() { ["NewPassword"] = "another long password", ["NewPasswordAgain"] = "another long password" });
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.True(await CanSignInAsync(Better));
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "PasswordChanged" && e.Sentence == "Password reset"));
    }

    [Fact]
    public async Task A_password_link_expires_after_two_hours_and_a_made_up_one_never_works()
    {
        await AskAsync(TestWorld.Caseworker);
        var link = await LinkAsync(TestWorld.Caseworker);
        Assert.Equal(HttpStatusCode.OK, (await _app.Browser().GetAsync(link)).Status);

        _app.Time.Advance(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Gone, (await _app.Browser().GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await _app.Browser().GetAsync("/account/reset-password/abc")).Status);
    }

    [Fact]
    public async Task Choosing_a_new_password_ends_a_lockout()
    {
        for (var i = 0; i < 5; i++) { Assert.False(await CanSignInAsync("wrong password here")); }
        Assert.False(await CanSignInAsync(TestWorld.Password));
        await AskAsync(TestWorld.Caseworker);
        var browser = _app.Browser();

        await browser.SubmitAsync(await browser.GetAsync(await LinkAsync(TestWorld.Caseworker)), "main form", new() { ["NewPassword"] = Better, ["NewPasswordAgain"] = Better });

        Assert.True(await CanSignInAsync(Better));
    }

    [Fact]
    public async Task A_locked_account_opens_again_after_15_minutes()
    {
        for (var i = 0; i < 5; i++) { await CanSignInAsync("wrong password here"); }
        _app.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.False(await CanSignInAsync(TestWorld.Password));

        _app.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.True(await CanSignInAsync(TestWorld.Password));
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "SignInRefused" && e.After == "the account is locked"));
    }

    [Fact]
    public async Task A_person_changes_their_password_with_the_old_one_and_stays_signed_in_only_here()
    {
        var here = await _app.SignInAsync(TestWorld.Caseworker);
        var there = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await here.GetAsync("/account/change-password");
        Dictionary<string, string?> Form(string current, string fresh, string again) => new() { ["CurrentPassword"] = current, ["NewPassword"] = fresh, ["NewPasswordAgain"] = again };

        Assert.Equal(["The current password is not right"], (await here.SubmitAsync(page, "main form", Form("wrong", Better, Better))).Errors);
        Assert.Equal(["The two passwords are not the same"], (await here.SubmitAsync(page, "main form", Form(TestWorld.Password, Better, "other"))).Errors);
        Assert.Equal(["Password must be 12 characters or more"], (await here.SubmitAsync(page, "main form", Form(TestWorld.Password, "short pass", "short pass"))).Errors);
        var done = await here.SubmitAsync(page, "main form", Form(TestWorld.Password, Better, Better));

        Assert.Equal("/account/profile", done.Url.AbsolutePath);
        Assert.Equal("/account/sign-in", (await there.GetAsync("/")).Url.AbsolutePath);
        Assert.True(await CanSignInAsync(Better));
    }

    [Theory]
    [InlineData("password1234", false)]
    [InlineData("QWERTYUIOP123", false)]
    [InlineData("aaaaaaaaaaaaaa", false)]
    [InlineData("abcdefghijklmnop", false)]
    [InlineData("the whitaker family", false)]
    [InlineData("caseworker for ever", false)]
    [InlineData("seven otters under lamplight", true)]
    public void A_password_that_is_guessed_first_is_refused(string password, bool good) =>
        Assert.Equal(good, PasswordRules.Problem("Carol Whitaker", "caseworker@lancashire.test", password) is null);

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        var here = await _app.SignInAsync(TestWorld.Caseworker);
        var there = await _app.SignInAsync(TestWorld.Caseworker);

        var left = await here.SubmitAsync(await here.GetAsync("/account/profile"), "form[action='/account/sign-out-everywhere']", []);

        Assert.Equal("/account/sign-in", left.Url.AbsolutePath);
        Assert.Equal("/account/sign-in", (await there.GetAsync("/")).Url.AbsolutePath);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "SignedOutEverywhere"));
    }
}
