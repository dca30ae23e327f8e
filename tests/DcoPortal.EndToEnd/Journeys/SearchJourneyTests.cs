using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>From any page to a child's record by the search in the header.</summary>
[Collection(PageTests.Name)]
public sealed class SearchJourneyTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task An_administrator_finds_a_child_with_the_keyboard_from_any_page()
    {
        var keys = await portal.AssessmentAsync(surname: "Quickenden");
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "search");
        await visitor.SignInAsync(TestWorld.Administrator);
        await visitor.Page.GotoAsync("/dashboard");
        var box = visitor.Page.GetByLabel("Search the portal");

        await visitor.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("quickenden a/b");
        await Assertions.Expect(box).ToHaveValueAsync("quickenden a/b");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeeAsync("Nothing was found");
        await visitor.LookAsync("nothing");

        await box.FillAsync("quickenden");
        await box.PressAsync("Enter");
        await visitor.SeeAsync(keys.Reference);
        await visitor.LookAsync("found");
        await visitor.FollowAsync("Quickenden");
        await visitor.HeadingAsync("Quickenden");
    }

    [Fact]
    public async Task What_is_found_shows_as_one_types_and_is_reached_and_left_by_keyboard()
    {
        var keys = await portal.AssessmentAsync(surname: "Tindleford");
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "search-as-typed");
        await visitor.SignInAsync(TestWorld.Administrator);
        await visitor.Page.GotoAsync("/account/profile");
        var box = visitor.Page.GetByLabel("Search the portal");
        var link = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Tindleford" });

        await box.PressSequentiallyAsync("tindlef");
        await Assertions.Expect(link).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-search-said]")).ToHaveTextAsync("1 result. Press the down arrow to go to them.");
        await visitor.LookAsync("open");
        await box.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(link).ToBeHiddenAsync();
        await Assertions.Expect(box).ToHaveValueAsync("tindlef");
        await box.PressSequentiallyAsync("o");
        await Assertions.Expect(link).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(link).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.HeadingAsync("Tindleford");
        Assert.EndsWith(keys.Reference, visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_that_leads_to_the_box_can_be_turned_off()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "search-key");
        await visitor.SignInAsync(TestWorld.Clinician);
        await visitor.GoAsync("/search", "empty");
        await visitor.Page.GetByLabel("On this computer, the / key goes to the search box").UncheckAsync();

        await visitor.Page.GotoAsync("/advice-requests");
        await visitor.Page.Keyboard.PressAsync("/");

        await Assertions.Expect(visitor.Page.GetByLabel("Search the portal")).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_search_works_without_script()
    {
        var keys = await portal.AssessmentAsync(surname: "Quickenden");
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "search", script: false);
        await visitor.SignInAsync(TestWorld.Caseworker);

        await visitor.TypeAsync("Search the portal", keys.Reference);
        await visitor.PressAsync("Search");

        await visitor.HeadingAsync("Quickenden");
    }
}
