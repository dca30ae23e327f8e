using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Account;

public sealed class TwoFactorTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().With("Access:RequireTwoFactor", "true");

    public void Dispose() => _app.Dispose();

    private async Task<(PortalBrowser Browser, Page Page)> WithPasswordAsync(string email, string returnUrl = "/")
    {
        var browser = _app.Browser();
        var page = await browser.GetAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        return (browser, await browser.SubmitAsync(page, "main form", new() { ["Email"] = email, ["Password"] = TestWorld.Password }));
    }

    private async Task<(PortalBrowser Browser, string Key, IReadOnlyList<string> Codes)> SetUpAsync(string email)
    {
        var (browser, page) = await WithPasswordAsync(email);
        var key = page.Find("main code").TextContent;
        var codes = await browser.SubmitAsync(page, "main form", new() { ["Code"] = Totp.Code(key) });
        return (browser, key, codes.Find("#recovery-codes").TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_person_without_two_factor_can_reach_nothing_but_its_set_up_and_then_goes_on_to_where_they_were_going()
    {
        var (browser, page) = await WithPasswordAsync(TestWorld.Caseworker, "/account/profile");

        Assert.Equal("/account/two-factor/set-up", page.Url.AbsolutePath);
        Assert.Equal("/account/two-factor/set-up", (await browser.GetAsync("/")).Url.AbsolutePath);
        Assert.Single(page.All("main svg[role=img] path"));
        var wrong = await browser.SubmitAsync(page, "main form", new() { ["Code"] = "000000" });
        Assert.Contains("Enter the newest code", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        var codes = await browser.SubmitAsync(wrong, "main form", new() { ["Code"] = Totp.Code(page.Find("main code").TextContent) });

        Assert.Equal(10, codes.Find("#recovery-codes").TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Count());
        var profile = await browser.GetAsync(codes.Find("main a.nhsuk-button").GetAttribute("href")!);
        Assert.Equal("/account/profile", profile.Url.AbsolutePath);
        Assert.Contains("10 of 10 left", profile.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "TwoFactorChanged" && e.ActorName == "Carol Whitaker"));
    }

    [Fact]
    public async Task Signing_in_asks_for_a_code_that_works_once()
    {
        var (_, key, _) = await SetUpAsync(TestWorld.Caseworker);
        var (browser, page) = await WithPasswordAsync(TestWorld.Caseworker);
        Assert.Equal("/account/two-factor", page.Url.AbsolutePath);
        Assert.Equal("/account/sign-in", (await browser.GetAsync("/")).Url.AbsolutePath);
        var code = Totp.Code(key);

        var home = await browser.SubmitAsync(page, "main form", new() { ["Code"] = code });
        Assert.Equal("/", home.Url.AbsolutePath);

        var (other, again) = await WithPasswordAsync(TestWorld.Caseworker);
        var reused = await other.SubmitAsync(again, "main form", new() { ["Code"] = code });
        Assert.Contains("Enter the newest code", Assert.Single(reused.Errors), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "SignedIn" && e.After == "with a code"));
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "SignInRefused" && e.After == "the code was wrong"));
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_is_counted_down()
    {
        var (_, _, codes) = await SetUpAsync(TestWorld.Caseworker);
        var (browser, page) = await WithPasswordAsync(TestWorld.Caseworker);
        var recovery = await browser.GetAsync(page.Find("main a[href*='recovery=true']").GetAttribute("href")!);

        var home = await browser.SubmitAsync(recovery, "main form", new() { ["Code"] = codes[0].ToLowerInvariant() });

        Assert.Equal("/", home.Url.AbsolutePath);
        Assert.Contains("9 of 10 left", (await browser.GetAsync("/account/profile")).Text, StringComparison.Ordinal);
        var (other, second) = await WithPasswordAsync(TestWorld.Caseworker);
        var form = await other.GetAsync(second.Find("main a[href*='recovery=true']").GetAttribute("href")!);
        var reused = await other.SubmitAsync(form, "main form", new() { ["Code"] = codes[0] });
        Assert.Contains("used before", Assert.Single(reused.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Five_wrong_codes_of_either_kind_lock_the_account_for_15_minutes(bool recovery)
    {
        var (_, key, codes) = await SetUpAsync(TestWorld.Caseworker);
        var (browser, page) = await WithPasswordAsync(TestWorld.Caseworker);
        if (recovery) { page = await browser.GetAsync(page.Find("main a[href*='recovery=true']").GetAttribute("href")!); }
        for (var i = 0; i < 5; i++) { page = await browser.SubmitAsync(page, "main form", new() { ["Code"] = recovery ? "AAAAA-AAAAA" : "000000" }); }
        Assert.Contains("21 November 2026 at 12:15pm", Assert.Single(page.Errors), StringComparison.Ordinal);

        var right = recovery ? codes[0] : Totp.Code(key);
        Assert.Contains("locked", Assert.Single((await browser.SubmitAsync(page, "main form", new() { ["Code"] = right })).Errors), StringComparison.Ordinal);

        _app.Time.Advance(TimeSpan.FromMinutes(16));
        var (later, form) = await WithPasswordAsync(TestWorld.Caseworker);
        Assert.Equal("/", (await later.SubmitAsync(form, "main form", new() { ["Code"] = Totp.Code(key, stepsAway: 1) })).Url.AbsolutePath);
    }

    [Fact]
    public async Task Recovery_codes_are_renewed_and_another_app_set_up_only_with_the_password()
    {
        var (browser, key, codes) = await SetUpAsync(TestWorld.Caseworker);
        var renew = await browser.GetAsync("/account/two-factor/recovery-codes");
        Assert.Single((await browser.SubmitAsync(renew, "main form", new() { ["Password"] = "wrong" })).Errors);
        var renewed = await browser.SubmitAsync(renew, "main form", new() { ["Password"] = TestWorld.Password });
        Assert.DoesNotContain(codes[0], renewed.Find("#recovery-codes").TextContent, StringComparison.Ordinal);

        var over = await browser.GetAsync("/account/two-factor/start-over");
        var setUp = await browser.SubmitAsync(over, "main form", new() { ["Password"] = TestWorld.Password });

        Assert.Equal("/account/two-factor/set-up", setUp.Url.AbsolutePath);
        Assert.NotEqual(key, setUp.Find("main code").TextContent);
        Assert.Equal("/account/two-factor/set-up", (await browser.GetAsync("/account/profile")).Url.AbsolutePath);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "RecoveryCodesRenewed"));
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "TwoFactorChanged"));
    }

    [Fact]
    public async Task The_code_page_without_a_password_first_goes_back_to_sign_in()
    {
        var page = await _app.Browser().GetAsync("/account/two-factor?returnUrl=https%3A%2F%2Fevil.example");

        Assert.Equal("/account/sign-in", page.Url.AbsolutePath);
        Assert.DoesNotContain("evil", page.Url.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task A_session_keeps_its_second_factor_when_its_claims_are_renewed()
    {
        var (browser, _, _) = await SetUpAsync(TestWorld.Caseworker);

        _app.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("/account/profile", (await browser.GetAsync("/account/profile")).Url.AbsolutePath);
    }
}
