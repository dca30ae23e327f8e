using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Whom a board usually asks together: kept from what is ticked, ticked again with one press, changed and removed.</summary>
public sealed class UsualTeamTests : IDisposable
{
    private static readonly string Gwen = $"professional:{TestWorld.Gwen:N}";
    private static readonly string Speech = $"service:{TestWorld.SpeechTherapy:N}";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_team_is_kept_from_the_ticks_and_ticked_for_another_child_with_one_press_that_sends_nothing()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var kept = await KeepAsync(browser, "Under-fives", Speech, Gwen);
        var other = await browser.GetAsync(await AskPageAsync());

        var ticked = await browser.SubmitAsync(other, "#ask", new() { ["CoveringNote"] = "About her hands." }, button: "Under-fives (2)");

        Assert.Contains("Kept as the usual team ‘Under-fives’. Nothing was sent.", kept.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new[] { Gwen, Speech }.Order(), Ticked(kept).Order());
        Assert.Superset(new HashSet<string> { Gwen, Speech }, Ticked(ticked).ToHashSet());
        Assert.Equal("About her hands.", ticked.Find("textarea").TextContent.Trim());
        await using var db = _app.Database();
        Assert.Empty(await db.AdviceRequests.ToListAsync());
        Assert.Empty(await db.Emails.Where(e => e.Template == "advice-request-sent").ToListAsync());
    }

    [Fact]
    public async Task A_name_that_is_there_gets_the_new_members_and_a_wrong_one_keeps_the_ticks()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await KeepAsync(browser, "Under-fives", Speech);

        await KeepAsync(browser, "under-FIVES ", Speech, Gwen);
        var refused = await KeepAsync(browser, " ", Gwen);

        Assert.Equal(["Enter a name for the team"], refused.Errors);
        Assert.Equal([Gwen], Ticked(refused));
        await using var db = _app.Database();
        Assert.Equal([Gwen, Speech], (await db.UsualTeams.SingleAsync()).Tokens.Order());
    }

    [Fact]
    public async Task A_team_does_not_get_the_name_of_another_in_other_letters()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await KeepAsync(browser, "Under-fives", Speech);
        await KeepAsync(browser, "Pre-school", Gwen);
        var path = (await browser.GetAsync("/directory/teams")).All("main td a").Single(a => a.TextContent.Contains("Pre-school", StringComparison.Ordinal)).GetAttribute("href")!;

        var refused = await browser.SubmitAsync(await browser.GetAsync(path), "main form", new() { ["Name"] = "UNDER-fives" });

        Assert.Equal(["Another team has this name"], refused.Errors);
        Assert.Equal("UNDER-fives", refused.Find("#Name").GetAttribute("value"));
    }

    [Fact]
    public async Task Who_has_left_the_directory_is_not_ticked_and_named()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await KeepAsync(browser, "Usual", Speech, Gwen);
        await using (var db = _app.Database()) { await db.Professionals.Where(p => p.Id == TestWorld.Gwen).ExecuteUpdateAsync(s => s.SetProperty(p => p.IsActive, false)); }

        var ticked = await browser.SubmitAsync(await browser.GetAsync(await AskPageAsync()), "#ask", [], button: "Usual (2)");

        Assert.Contains(Speech, Ticked(ticked));
        Assert.DoesNotContain(Gwen, Ticked(ticked));
        Assert.Contains("Not ticked, because by the directory they are no longer asked: Gwen Pritchard", ticked.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(no longer asked", (await browser.GetAsync("/directory/teams")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_is_renamed_and_removed_and_both_are_audited()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await KeepAsync(browser, "Under-fives", Speech);
        var list = await browser.GetAsync("/directory/teams");
        var path = list.Find("main td a").GetAttribute("href")!;

        await browser.SubmitAsync(await browser.GetAsync(path), "main form", new() { ["Name"] = "Pre-school" });
        Assert.Contains("Pre-school", (await browser.GetAsync("/directory/teams")).Find("main table").TextContent, StringComparison.Ordinal);
        await browser.SubmitAsync(await browser.GetAsync(path), "form[action$='/remove']", []);

        await using var db = _app.Database();
        Assert.Empty(await db.UsualTeams.ToListAsync());
        Assert.Equal(3, await db.AuditEntries.CountAsync(e => e.Fact == "DirectoryChanged" && e.ActorName == "Priya Nair"));
    }

    [Fact]
    public async Task Where_the_home_is_far_the_service_that_covers_the_school_stands_first()
    {
        await using (var db = _app.Database())
        {
            await db.Services.Where(s => s.Id == TestWorld.SpeechTherapy).ExecuteUpdateAsync(s => s.SetProperty(x => x.Areas, "|BB|").SetProperty(x => x.UsualNeeds, ""));
            db.Schools.Add(new School { Urn = "119461", Name = "Leyland Methodist", Postcode = "BB1 1AA", IsOpen = true });
            await db.SaveChangesAsync();
        }
        var keys = await _app.AssessmentAsync(change: a => { a.Child.Postcode = "PR2 1AB"; a.Setting.Urn = "119461"; });
        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}/request-advice");

        Assert.Contains("Covers BB1, where the school is", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_family_objects_to_sharing_nobody_is_ticked_beforehand()
    {
        async Task<List<string>> TickedAsync(SharingAgreement sharing)
        {
            var keys = await _app.AssessmentAsync(change: a => a.Family.Sharing = sharing);
            await using (var db = _app.Database())
            {
                db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 1) { ProfessionalId = TestWorld.Gwen, ServiceId = TestWorld.OccupationalTherapy });
                db.AuditEntries.Add(Facts.About(keys));
                await db.SaveChangesAsync();
            }
            return Ticked(await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}/request-advice"));
        }

        Assert.Equal([Gwen], await TickedAsync(SharingAgreement.Agreed));
        Assert.Empty(await TickedAsync(SharingAgreement.Objects));
    }

    private async Task<string> AskPageAsync()
    {
        var keys = await _app.AssessmentAsync(decision: AssessmentDecision.Assess);
        return $"/assessments/{keys.Reference}/request-advice";
    }

    private async Task<Page> KeepAsync(PortalBrowser browser, string name, params string[] tokens) =>
        await browser.SubmitAsync(await browser.GetAsync(await AskPageAsync()), "#ask", new() { ["Ask"] = string.Join('\n', tokens), ["TeamName"] = name }, button: "keep");

    private static List<string> Ticked(Page page) => [.. page.All("[name=Ask][checked]").Select(b => b.GetAttribute("value")!)];
}
