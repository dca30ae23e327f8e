using System.Text.RegularExpressions;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.EndToEnd.Journeys;

[Collection(PageTests.Name)]
public sealed partial class AccountTests(Chromium chromium) : IDisposable
{
    private const string Email = "newcomer@icb.test";
    private const string Password = "seven otters under lamplight";
    private readonly LivePortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task A_newcomer_is_invited_chooses_a_password_sets_up_a_second_factor_and_signs_in_with_it()
    {
        await using (var administrator = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "account-administrator"))
        {
            await administrator.SignInAsync(TestWorld.SystemAdministrator);
            await administrator.GoAsync("/admin/users/invite?role=BoardMember", "invite");
            await administrator.PressAsync("Send the invitation");
            await administrator.LookAsync("invite-empty");
            await administrator.Page.Locator("[name=Name]").FillAsync("Nora Newcomer");
            await administrator.Page.Locator("[name=Email]").FillAsync(Email);
            await administrator.PressAsync("Send the invitation");
            await administrator.LookAsync("invited");
        }
        var letter = await BodyToAsync(Email);
        var path = InvitationPath().Match(letter).Value;

        await using var newcomer = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "account-newcomer");
        await newcomer.GoAsync(path, "invitation");
        await newcomer.PressAsync("Create my account");
        await newcomer.LookAsync("invitation-empty");
        await newcomer.Page.Locator("[name=NewPassword]").FillAsync(Password);
        await newcomer.Page.Locator("[name=NewPasswordAgain]").FillAsync(Password);
        await newcomer.PressAsync("Create my account");
        if (newcomer.Page.Url.Contains("/account/sign-in", StringComparison.Ordinal)) { await newcomer.SignInAsync(Email, Password); }
        await newcomer.GoAsync("/account/two-factor/set-up", "two-factor-set-up");
        var key = await newcomer.Page.Locator(".dco-key-text").TextContentAsync();
        await newcomer.PressAsync("Turn on two-factor sign-in");
        await newcomer.LookAsync("two-factor-empty");
        await newcomer.Page.Locator("[name=Code]").FillAsync(Totp.Code(key!));
        await newcomer.PressAsync("Turn on two-factor sign-in");
        await newcomer.LookAsync("recovery-codes");
        await newcomer.SignOutAsync();

        await newcomer.Page.Locator("[name=Email]").FillAsync(Email);
        await newcomer.Page.Locator("[name=Password]").FillAsync(Password);
        await newcomer.PressAsync("Sign in");
        await newcomer.LookAsync("two-factor");
        await newcomer.Page.Locator("[name=Code]").FillAsync(Totp.Code(key!));
        await newcomer.PressAsync("Continue");

        Assert.Equal("/", new Uri(newcomer.Page.Url).AbsolutePath);
        await newcomer.LookAsync("home");
    }

    [Fact]
    public async Task A_forgotten_password_is_asked_for_and_the_link_opens_a_form()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "account-forgotten");
        await visitor.GoAsync("/account/forgotten-password", "forgotten");
        await visitor.Page.Locator("[name=Email]").FillAsync(TestWorld.Clinician);
        await visitor.PressAsync("Send the link");
        await visitor.LookAsync("asked");
        var letter = await BodyToAsync(TestWorld.Clinician);

        await visitor.GoAsync(ResetPath().Match(letter).Value, "reset");
        await visitor.PressAsync("Change password");
        await visitor.LookAsync("reset-empty");
        await visitor.Page.Locator("[name=NewPassword]").FillAsync(Password);
        await visitor.Page.Locator("[name=NewPasswordAgain]").FillAsync(Password);
        await visitor.PressAsync("Change password");
        await visitor.SeeAsync("Your password is changed");
        await visitor.LookAsync("reset-done");
        await visitor.SignInAsync(TestWorld.Clinician, Password);
        await visitor.LookAsync("home-after-reset");
    }

    [Fact]
    public async Task A_person_changes_phones_with_their_password_and_an_administrator_resets_another_who_lost_theirs()
    {
        await using (var person = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "account-phones"))
        {
            await person.SignInAsync(TestWorld.BoardMember);
            await person.GoAsync("/account/two-factor/set-up", "set-up");
            var first = await person.Page.Locator(".dco-key-text").TextContentAsync();
            await person.Page.Locator("[name=Code]").FillAsync(Totp.Code(first!));
            await person.PressAsync("Turn on two-factor sign-in");
            await person.GoAsync("/account/profile", "profile");
            await person.GoAsync("/account/two-factor/recovery-codes", "renew");
            await person.Page.Locator("[name=Password]").FillAsync(TestWorld.Password);
            await person.PressAsync("Continue");
            await person.LookAsync("renewed");
            await person.GoAsync("/account/two-factor/start-over", "start-over");
            await person.PressAsync("Continue");
            await person.LookAsync("start-over-empty");
            await person.Page.Locator("[name=Password]").FillAsync(TestWorld.Password);
            await person.PressAsync("Continue");
            await person.HeadingAsync("Set up two-factor sign-in");
            var second = await person.Page.Locator(".dco-key-text").TextContentAsync();
            Assert.NotEqual(first, second);
            await person.Page.Locator("[name=Code]").FillAsync(Totp.Code(second!));
            await person.PressAsync("Turn on two-factor sign-in");
            await person.HeadingAsync("Keep your recovery codes");
        }
        await using var administrator = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "account-reset");
        await administrator.SignInAsync(TestWorld.SystemAdministrator);
        await administrator.GoAsync($"/admin/users/{await IdOfAsync(TestWorld.BoardMember)}", "user");
        await administrator.PressAsync("Reset two-factor sign-in");
        await administrator.LookAsync("reset");
        await administrator.SeeAsync("Not set up");
        await administrator.PressAsync("Send a password link");
        await administrator.LookAsync("link-sent");
        Assert.Contains("/account/reset-password/", await BodyToAsync(TestWorld.BoardMember), StringComparison.Ordinal);
    }

    private async Task<Guid> IdOfAsync(string email)
    {
        await using var db = _portal.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    private async Task<string> BodyToAsync(string address)
    {
        await using var db = _portal.Database();
        return await db.Emails.Where(e => e.To == address).Select(e => e.Body).SingleAsync();
    }

    [GeneratedRegex(@"/account/invitation/[^\s>]+")]
    private static partial Regex InvitationPath();

    [GeneratedRegex(@"/account/reset-password/[^\s>]+")]
    private static partial Regex ResetPath();
}
