using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>Work done with the keyboard alone; wherever the focus lands, it can be seen.</summary>
[Collection(PageTests.Name)]
public sealed class KeyboardTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task A_clinician_signs_in_and_answers_without_a_mouse()
    {
        var id = await portal.RequestAsync(await portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "keyboard");
        var keyboard = visitor.Page.Keyboard;
        await visitor.Page.GotoAsync($"/advice-requests/{id}");
        await TabToAsync(visitor, "[name=Email]");
        await keyboard.TypeAsync(TestWorld.Clinician);
        await TabToAsync(visitor, "[name=Password]");
        await keyboard.TypeAsync(TestWorld.Password);
        await keyboard.PressAsync("Enter");
        await visitor.HeadingAsync("Ashworth");
        await TabToAsync(visitor, "a[href$='/nil-return']");
        await keyboard.PressAsync("Enter");
        await visitor.HeadingAsync("Why have you no advice to give?");
        await TabToAsync(visitor, "[name=Reason]");
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("ArrowDown");
        await TabToAsync(visitor, "[name=Note]");
        await keyboard.TypeAsync("On the list since May.");
        await TabToAsync(visitor, "main button[type=submit]");
        await keyboard.PressAsync("Enter");

        await visitor.HeadingAsync("Answer submitted");
        await visitor.SeeAsync("Referred and waiting to be seen");
    }

    [Fact]
    public async Task The_skip_link_comes_first_and_leads_past_the_menu()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "keyboard-skip");
        await visitor.SignInAsync(TestWorld.Administrator);
        await visitor.Page.GotoAsync("/triage");
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await visitor.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await visitor.LookAsync("skip-link");

        await visitor.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("maincontent", await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task A_link_that_looks_like_a_button_answers_the_space_key()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "keyboard-space");
        await visitor.SignInAsync(TestWorld.Administrator);
        await visitor.Page.GotoAsync("/directory/services");
        await TabToAsync(visitor, "a[href='/directory/services/add']");

        await visitor.Page.Keyboard.PressAsync("Space");

        await visitor.HeadingAsync("Add a service");
    }

    [Fact]
    public async Task A_suggested_professional_is_chosen_with_the_arrow_keys()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "keyboard-type-ahead");
        await visitor.SignInAsync(TestWorld.Caseworker);
        await visitor.Page.GotoAsync("/assessments/log");
        await TabToAsync(visitor, "#Professionals_0__Name");
        await visitor.Page.Keyboard.TypeAsync("gwen");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Option).Filter(new() { HasText = "Gwen Pritchard" }).WaitForAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Microsoft.Playwright.Assertions.Expect(visitor.Page.Locator("#Professionals_0__Name")).ToHaveValueAsync("Gwen Pritchard");
        await TabToAsync(visitor, "button[value=add]");

        await visitor.Page.Keyboard.PressAsync("Enter");

        await visitor.SeeAsync("Chosen: Gwen Pritchard");
        await Microsoft.Playwright.Assertions.Expect(visitor.Page.Locator("#Professionals_1__Name")).ToBeFocusedAsync();
    }

    /// <summary>Presses Tab until the focus is on what is meant, and looks at every stop for a mark that shows it.</summary>
    private static async Task TabToAsync(Visitor visitor, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await visitor.Page.EvaluateAsync<string>(NotSeen));
            if (await visitor.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) { return; }
        }
        Assert.Fail($"Tab never came to {selector} on {visitor.Page.Url}");
    }

    // a radio or tick box is drawn by its label; everything else carries an outline or a shadow of its own
    private const string NotSeen = """
        () => {
          const at = document.activeElement;
          if (at === document.body) return '';
          const style = at.matches('.nhsuk-radios__input, .nhsuk-checkboxes__input') ? getComputedStyle(at.nextElementSibling, '::before') : getComputedStyle(at);
          const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && style.outlineColor !== 'rgba(0, 0, 0, 0)') || style.boxShadow !== 'none';
          return seen ? '' : at.outerHTML.slice(0, 200);
        }
        """;
}
