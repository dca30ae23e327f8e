using DcoPortal.Casework.Directory;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>With script: of two entries of equal name the one that was pointed at is chosen, shown and saved, on every form with a type-ahead.</summary>
[Collection(PageTests.Name)]
public sealed class EqualNamesTests(Chromium chromium) : IDisposable
{
    private readonly LivePortal _portal = new();

    public static TheoryData<string> Forms => EqualNames.Forms;

    public void Dispose() => _portal.Dispose();

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_second_of_two_is_chosen_shown_and_saved(string name)
    {
        var form = await EqualNames.FormAsync(_portal, name);
        await using var visitor = await OpenAsync(form, name);
        if (await visitor.Page.Locator("[name='AwayFrom.Day']").CountAsync() > 0) { await visitor.TypeDateAsync("AwayFrom", DateOnly.FromDateTime(_portal.Time.GetUtcNow().UtcDateTime)); }
        foreach (var box in await visitor.Page.Locator("[name=Ask]:checked").AllAsync()) { await box.UncheckAsync(); }
        var list = new TypeAhead(visitor.Page, form.Field);

        var alike = await list.InOrderAsync(form.Alike);

        // the mouse takes the first, then the second
        for (var at = 0; at < 2; at++)
        {
            await list.TypeAsync(form.Typed);
            await Expect(list.Options).ToHaveCountAsync(2);
            await list.Options.Nth(at).ClickAsync();
            await list.ExpectChosenAsync(alike[at]);
        }
        // typing over a choice takes it back, and says so
        await list.TypeAsync(form.Typed);
        await Expect(list.Line).ToHaveTextAsync("Nothing chosen yet. Choose from the list");
        Assert.Equal("", await list.ValueAsync());
        // the keyboard takes the second: nothing is taken that the arrows did not point at
        await visitor.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("", await list.ValueAsync());
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await list.ExpectChosenAsync(alike[1]);
        await visitor.LookAsync("chosen");
        await visitor.Page.RunAndWaitForResponseAsync(() => visitor.Page.Locator(form.Selector == "#ask" ? "#ask button[value=send]" : $"{form.Selector} button").First.ClickAsync(), r => r.Request.Method == "GET" && r.Request.IsNavigationRequest);

        await using var db = _portal.Database();
        Assert.Equal(alike[1], await form.Saved(db));
    }

    [Fact]
    public async Task Of_options_with_the_very_same_text_the_one_that_was_pointed_at_is_chosen()
    {
        var form = await EqualNames.FormAsync(_portal, EqualNames.RequestAdvice);
        await using var visitor = await OpenAsync(form, "same-text", page => page.RouteAsync("**/request-advice", async route =>
        {
            var answer = await route.FetchAsync();
            var html = await answer.TextAsync();
            await route.FulfillAsync(new() { Response = answer, Body = html.Replace(", Lancashire &amp; South Cumbria NHS Foundation Trust, Leyland</option>", "</option>", StringComparison.Ordinal).Replace(", Lancashire Teaching Hospitals NHS Foundation Trust, Preston</option>", "</option>", StringComparison.Ordinal) });
        }));
        var list = new TypeAhead(visitor.Page, form.Field);
        foreach (var (at, value) in (await list.InOrderAsync(form.Alike)).Index().Reverse())
        {
            await list.TypeAsync(form.Typed);
            await Expect(list.Options).ToHaveTextAsync(["School nursing (whole service)", "School nursing (whole service)"]);
            await list.Options.Nth(at).ClickAsync();
            await list.ExpectChosenAsync(value);
        }
        // typed anew it could be either, so it is neither
        await list.TypeAsync("");
        await list.TypeAsync("School nursing (whole service)");
        Assert.Equal("", await list.ValueAsync());
    }

    [Fact]
    public async Task Whatever_is_pointed_at_or_typed_in_full_is_what_the_list_holds()
    {
        var form = await EqualNames.FormAsync(_portal, EqualNames.ProfessionalCover);
        await using var visitor = await OpenAsync(form, "every-choice");
        var list = new TypeAhead(visitor.Page, form.Field);
        var choices = await list.ChoicesAsync();
        Assert.True(choices.Count > 8);
        foreach (var (value, text) in choices)
        {
            await list.TypeAsync(text.Split(',')[0]);
            await list.Options.GetByText(text, new() { Exact = true }).ClickAsync();
            await list.ExpectChosenAsync(value);
            await list.TypeAsync("");
            Assert.Equal("", await list.ValueAsync());
            await list.TypeAsync(text);
            await list.ExpectChosenAsync(value);
        }
    }

    [Fact]
    public async Task A_caseworker_sees_which_of_two_services_was_picked_also_after_coming_back()
    {
        await EqualNames.AddAsync(_portal, colleagues: 0);
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "equal-names-notification");
        await visitor.SignInAsync(TestWorld.Caseworker);
        await visitor.Page.GotoAsync("/assessments/log");
        await visitor.Page.Locator("#Professionals_0__Name").PressSequentiallyAsync("school nurs");
        var teaching = visitor.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Lancashire Teaching" });
        await teaching.ClickAsync();

        const string chosen = "Chosen: School nursing, Service, Lancashire Teaching Hospitals NHS Foundation Trust, Preston";
        await visitor.SeeAsync(chosen);
        Assert.Equal(DirectoryPick.OfService(EqualNames.OtherSchoolNursing), await visitor.Page.Locator("#Professionals_0__Pick").InputValueAsync());
        await visitor.PressAsync("Save and come back later");
        await visitor.FollowAsync("Continue with the draft");
        await visitor.SeeAsync(chosen);
        await visitor.LookAsync("chosen");
        await visitor.Page.Locator("#Professionals_0__Name").FillAsync("School nursin");
        await visitor.Page.Locator("#Professionals_0__Name").FillAsync("School nursing");
        Assert.Equal("", await visitor.Page.Locator("#Professionals_0__Pick").InputValueAsync());
    }

    private async Task<Visitor> OpenAsync(EqualNameForm form, string name, Func<IPage, Task>? prepare = null)
    {
        var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, $"equal-names-{name.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal)}");
        await visitor.SignInAsync(form.Email);
        if (prepare is not null) { await prepare(visitor.Page); }
        await visitor.GoAsync(form.Path, "form");
        return visitor;
    }
}

/// <summary>A list that has become a type-ahead: its box, its options, what it says and what it holds.</summary>
internal sealed class TypeAhead(IPage page, string name)
{
    private ILocator Select => page.Locator($"select[name='{name}']");

    private ILocator Group => page.Locator(".nhsuk-form-group", new() { Has = Select }).Last;

    private ILocator Box => Group.GetByRole(AriaRole.Combobox);

    public ILocator Options => Group.GetByRole(AriaRole.Option);

    /// <summary>What stands beneath the box.</summary>
    public ILocator Line => Group.Locator(".dco-autocomplete__chosen");

    public Task TypeAsync(string text) => Box.FillAsync(text);

    public Task<string> ValueAsync() => Select.EvaluateAsync<string>("s => s.value");

    public async Task<IReadOnlyList<(string Value, string Text)>> ChoicesAsync() =>
        [.. (await Select.EvaluateAsync<string[][]>("s => [...s.options].filter(o => o.value).map(o => [o.value, o.text])")).Select(o => (o[0], o[1]))];

    /// <summary>Some values in the order of the list.</summary>
    public async Task<IReadOnlyList<string>> InOrderAsync(IReadOnlyList<string> values) => [.. (await ChoicesAsync()).Select(c => c.Value).Where(values.Contains)];

    /// <summary>The list holds it, and box and line show its text.</summary>
    public async Task ExpectChosenAsync(string value)
    {
        await Expect(Line).ToContainTextAsync("Chosen: ");
        Assert.Equal(value, await ValueAsync());
        var text = await Select.EvaluateAsync<string>("s => s.selectedOptions[0].text");
        await Expect(Box).ToHaveValueAsync(text);
        await Expect(Line).ToHaveTextAsync($"Chosen: {text}");
    }
}
