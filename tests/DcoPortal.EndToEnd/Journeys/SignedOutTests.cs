using DcoPortal.EndToEnd.Support;

namespace DcoPortal.EndToEnd.Journeys;

[Collection(PageTests.Name)]
public sealed class SignedOutTests(Chromium chromium) : IDisposable
{
    private readonly LivePortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Theory]
    [InlineData("/account/sign-in", "sign-in")]
    [InlineData("/help", "help")]
    [InlineData("/glossary", "glossary")]
    [InlineData("/accessibility", "accessibility")]
    [InlineData("/privacy", "privacy")]
    [InlineData("/contact", "contact")]
    public async Task Public_pages_are_accessible_to_everyone(string path, string name)
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "signed-out");

        await visitor.GoAsync(path, name);
    }

    [Fact]
    public async Task A_sign_in_that_fails_says_why_beside_the_field()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "signed-out");
        await visitor.Page.GotoAsync("/account/sign-in");

        await visitor.PressAsync("Sign in");

        await visitor.LookAsync("sign-in-empty");
        Assert.Contains("Enter your email address", await visitor.WordsAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Error: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
    }
}
