using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>How a caseworker orders her own work: a list kept under a name, a note with a reminder, a case handed to a colleague and taken back.</summary>
[Collection(BrowserTests.Name)]
public sealed class OwnOrderTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task A_caseworker_keeps_a_view_writes_a_note_and_hands_a_case_over()
    {
        var keys = await portal.AssessmentAsync();
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "own-order");
        await visitor.SignInAsync(TestWorld.Caseworker);

        await visitor.GoAsync("/assessments?mark=open", "open");
        await visitor.Page.GetByText("Save this view").ClickAsync();
        await visitor.TypeAsync("Name of the view", "Open cases");
        await visitor.LookAsync("save-view");
        await visitor.PressAsync("Save the view");
        await visitor.SeeAsync("Open cases");
        await visitor.GoAsync("/views", "views");
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open the list with this view") }).ClickAsync();
        await visitor.SeeAsync("The list opens with it");
        await visitor.GoAsync("/assessments", "opens-with-view");
        await Assertions.Expect(visitor.Page.Locator(".dco-chips [aria-current=page]", new() { HasText = "Open cases" })).ToBeVisibleAsync();

        await visitor.GoAsync($"/assessments/{keys.Reference}/notes", "notes");
        await visitor.PressAsync("Save the note");
        await visitor.LookAsync("note-empty");
        await visitor.TypeAsync("Note", "Ring the school about the date of the meeting");
        await visitor.ChooseAsync("Only you");
        await visitor.TypeDateAsync("RemindOn", DateOnly.FromDateTime(portal.Time.GetUtcNow().UtcDateTime));
        await visitor.PressAsync("Save the note");
        await visitor.SeeAsync("Ring the school about the date of the meeting");
        await visitor.GoAsync("/", "reminded");
        await visitor.SeeAsync("Ring the school");

        await visitor.GoAsync($"/assessments/{keys.Reference}/hand-over", "hand-over");
        await visitor.TypeAsync("Who will have this case?", "Mo");
        await visitor.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await visitor.PressAsync("Hand over");
        await visitor.SeeAsync("Undo");
        await visitor.LookAsync("handed-over");
        await visitor.PressAsync("Undo");
        await visitor.LookAsync("taken-back");
    }
}
