using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Account;

public sealed class SignInTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_person_with_an_account_signs_in_and_lands_on_their_work()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var home = await browser.GetAsync("/");

        Assert.Equal("Your work", home.Find("h1").TextContent);
        Assert.Contains("Carol Whitaker", home.Find("header").TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "SignedIn" && e.ActorName == "Carol Whitaker"));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_without_saying_whether_the_account_exists()
    {
        var browser = _app.Browser();
        var page = await browser.GetAsync("/account/sign-in");

        var wrong = await browser.SubmitAsync(page, "main form", new() { ["Email"] = TestWorld.Caseworker, ["Password"] = "not the password" });
        var nobody = await browser.SubmitAsync(page, "main form", new() { ["Email"] = "nobody@example.org", ["Password"] = "not the password" });

        Assert.Single(wrong.Errors);
        Assert.Equal(wrong.Errors, nobody.Errors);
    }

    [Fact]
    public async Task After_signing_in_a_foreign_return_address_is_not_followed()
    {
        var browser = _app.Browser();
        var page = await browser.GetAsync("/account/sign-in?returnUrl=https%3A%2F%2Fevil.example%2F");

        var home = await browser.SubmitAsync(page, "main form", new() { ["Email"] = TestWorld.Caseworker, ["Password"] = TestWorld.Password });

        Assert.Equal("localhost", home.Url.Host);
        Assert.Equal("/", home.Url.AbsolutePath);
    }
}
