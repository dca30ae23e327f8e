using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>The warning before a session ends, and what is said after it: each with its own name, and with the focus where the person reads on.</summary>
[Collection(PageTests.Name)]
public sealed class SessionEndTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task A_person_who_types_is_warned_by_name_then_told_and_comes_back_to_the_field()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "session-end");
        await visitor.SignInAsync(TestWorld.Caseworker);
        var page = visitor.Page;
        await page.Clock.InstallAsync();
        await visitor.GoAsync("/assessments/log", "before");
        await page.Locator("[name='Child.Forenames']").PressSequentiallyAsync("Amelia");

        await page.Clock.FastForwardAsync("28:30");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "You will be signed out soon" })).ToBeVisibleAsync();
        Assert.Equal("Stay signed in", await FocusedAsync(page));
        Assert.Empty(await Axe.ProblemsAsync(page));

        await page.Clock.FastForwardAsync("02:00");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "You have been signed out" })).ToBeVisibleAsync();
        Assert.Equal("You have been signed out", await FocusedAsync(page));
        Assert.Empty(await Axe.ProblemsAsync(page));

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal("Child.Forenames", await page.EvaluateAsync<string>("() => document.activeElement.name"));
    }

    [Fact]
    public async Task Without_script_the_length_of_a_session_is_said_beforehand()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "session-end", script: false);
        await visitor.GoAsync("/account/sign-in", "sign-in");
        await visitor.SeeAsync("If you do nothing for 30 minutes, you are signed out.");
        await visitor.SignInAsync(TestWorld.Caseworker);

        await Assertions.Expect(visitor.Page.Locator("footer")).ToContainTextAsync("If you do nothing for 30 minutes, you are signed out.");
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.textContent");
}
