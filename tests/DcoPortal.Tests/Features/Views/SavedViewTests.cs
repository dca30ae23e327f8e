using System.Net;
using DcoPortal.Casework.Lists;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Views;

public sealed class SavedViewTests : IDisposable
{
    private const string Save = "form[action='/views']";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static IEnumerable<string> Links(Page page) => page.All("nav[aria-label='Your views'] li a").Select(a => a.FirstChild!.TextContent.Trim());

    private async Task<SavedView> OneAsync()
    {
        await using var db = _app.Database();
        return await db.SavedViews.AsNoTracking().SingleAsync();
    }

    [Fact]
    public async Task Filters_are_kept_under_a_name_without_the_words_of_a_search_and_only_for_oneself()
    {
        await _app.AssessmentAsync(surname: "Openshaw");
        await _app.AssessmentAsync(surname: "Closedown", decision: AssessmentDecision.DoNotAssess);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.Empty((await browser.GetAsync("/assessments")).All(Save));
        var filtered = await browser.SubmitAsync(await browser.GetAsync("/assessments"), "form[action='/assessments/filter']", new() { ["Mark"] = "open", ["Search"] = "Openshaw" });
        Assert.Contains("The words you searched for are not kept", filtered.Text, StringComparison.Ordinal);

        var saved = await browser.SubmitAsync(filtered, Save, new() { ["Name"] = " Open ones " });

        Assert.Equal("/assessments?mark=open", saved.Url.PathAndQuery);
        Assert.Equal(["Everything", "Open ones"], Links(saved));
        Assert.Equal("Open ones", saved.Find("[aria-label='Your views'] a[aria-current]").FirstChild!.TextContent);
        Assert.Equal(("Open ones", "mark=open"), ((await OneAsync()).Name, (await OneAsync()).Query));
        Assert.Empty(Links(await (await _app.SignInAsync(TestWorld.Manager)).GetAsync("/assessments")));
    }

    [Fact]
    public async Task A_name_is_needed_and_unique_without_regard_to_case()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var list = await browser.GetAsync("/advice-requests?box=Overdue");
        await browser.SubmitAsync(list, Save, new() { ["Name"] = "Late" });
        var other = await browser.GetAsync("/advice-requests?box=DueSoon");

        Assert.Equal(["Enter a name for the view"], (await browser.SubmitAsync(other, Save, new() { ["Name"] = "  " })).Errors);
        var taken = await browser.SubmitAsync(other, Save, new() { ["Name"] = "LATE" });
        Assert.Equal(["You have a view called LATE already. Choose another name."], taken.Errors);
        // what was typed and filtered is still there to save under another name
        var mended = await browser.SubmitAsync(taken, Save, new() { ["Name"] = "Soon" });
        Assert.Equal("/advice-requests?box=DueSoon", mended.Url.PathAndQuery);
        Assert.Equal(["Everything", "Late", "Soon"], Links(mended));
    }

    [Fact]
    public async Task A_list_opens_with_the_chosen_view_and_still_shows_everything()
    {
        await _app.AssessmentAsync(surname: "Openshaw");
        await _app.AssessmentAsync(surname: "Closedown", decision: AssessmentDecision.DoNotAssess);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/assessments?mark=closed&sort=-due"), Save, new() { ["Name"] = "Closed" });
        var views = await browser.GetAsync("/views?list=assessments");
        var form = $"form[action='/views/{(await OneAsync()).Id}']";

        await browser.SubmitAsync(views, form, [], button: "open-with");
        var opened = await browser.GetAsync("/assessments");
        var everything = await browser.GetAsync(opened.Find("[aria-label='Your views'] a").GetAttribute("href")!);
        var filtered = await browser.GetAsync("/assessments?mark=open");
        await browser.SubmitAsync(await browser.GetAsync("/views?list=assessments"), form, [], button: "not-open-with");

        Assert.Equal("/assessments?mark=closed&sort=-due", opened.Url.PathAndQuery);
        Assert.DoesNotContain("Openshaw", opened.Text, StringComparison.Ordinal);
        Assert.Contains("Openshaw", everything.Text, StringComparison.Ordinal);
        Assert.Contains("Closedown", everything.Text, StringComparison.Ordinal);
        Assert.Contains("Openshaw", filtered.Text, StringComparison.Ordinal);
        Assert.Equal("/assessments", (await browser.GetAsync("/assessments")).Url.PathAndQuery);
    }

    [Fact]
    public async Task A_view_is_renamed_and_deleted_by_its_person_alone()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync($"/traffic-lights?provider={await ProviderAsync()}"), Save, new() { ["Name"] = "Our trust" });
        var id = (await OneAsync()).Id;
        var page = await browser.GetAsync("/views");
        var form = $"form[action='/views/{id}']";

        var renamed = await browser.SubmitAsync(page, form, new() { ["name"] = "The trust" }, button: "rename");
        Assert.Equal("The trust", (await OneAsync()).Name);
        Assert.Contains("Enter a name for the view", (await browser.SubmitAsync(renamed, form, new() { ["name"] = "" }, button: "rename")).Document.Body!.TextContent, StringComparison.Ordinal);
        var other = await _app.SignInAsync(TestWorld.Dco);
        using (var foreign = await other.PostAsync(await OwnFormAsync(other, id), form, [], button: "delete")) { Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode); }
        await browser.SubmitAsync(await browser.GetAsync("/views"), form, [], button: "delete");

        await using var db = _app.Database();
        Assert.False(await db.SavedViews.AnyAsync(v => v.Id == id));
    }

    [Fact]
    public void What_a_list_does_not_know_any_more_is_dropped_from_a_view()
    {
        Assert.Equal("mark=open&sort=-due", ViewLists.Assessments.Clean("?gone=1&sort=-due&mark=open&search=Ashworth&need="));
        Assert.Equal("everything=true", ViewLists.Assessments.Clean("search=Ashworth"));
        Assert.Equal("everything=true&sort=-due", ViewLists.Assessments.Clean("sort=-due"));
    }

    [Fact]
    public async Task There_are_at_most_twenty()
    {
        await using (var db = _app.Database())
        {
            var me = await db.Users.Where(u => u.Email == TestWorld.Administrator).Select(u => u.Id).SingleAsync();
            for (var n = 0; n < SavedView.Most; n++) { db.SavedViews.Add(new SavedView { Id = Guid.CreateVersion7(), UserId = me, List = "assessments", Name = $"V{n}", NameKey = $"V{n}", Query = "mark=open" }); }
            await db.SaveChangesAsync();
        }
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var refused = await browser.SubmitAsync(await browser.GetAsync("/assessments?mark=undecided"), Save, new() { ["Name"] = "One more" });

        Assert.Equal(["You have 20 views of this list. Delete one first."], refused.Errors);
    }

    private async Task<string> ProviderAsync()
    {
        await using var db = _app.Database();
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.SpeechTherapy, TestWorld.Joan);
        return $"{await db.Services.Where(s => s.Id == TestWorld.OccupationalTherapy).Select(s => s.ProviderId).SingleAsync()}";
    }

    // another person's page with a form that names this person's view
    private static async Task<Page> OwnFormAsync(PortalBrowser other, Guid id)
    {
        await other.SubmitAsync(await other.GetAsync("/assessments?mark=open"), Save, new() { ["Name"] = "Mine" });
        var page = await other.GetAsync("/views");
        page.Find("main form[action^='/views/']").SetAttribute("action", $"/views/{id}");
        return page;
    }
}
