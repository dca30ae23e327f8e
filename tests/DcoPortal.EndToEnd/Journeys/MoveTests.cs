using System.Text;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>A board brings its tracker; a case of it moves to another authority, which takes it.</summary>
[Collection(PageTests.Name)]
public sealed class MoveTests(Chromium chromium) : IDisposable
{
    private const string Tracker = "LA,LA ref,Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Date health was told,Date health was asked for advice,Service,Date asked,Date returned\n" +
        "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric occupational therapy,23/09/2026,30/10/2026\n" +
        "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric speech and language therapy,24/09/2026,\n";

    private readonly LivePortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task A_tracker_comes_in_and_a_case_of_it_moves_to_another_authority()
    {
        await using var administrator = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "move");
        await administrator.SignInAsync(TestWorld.Administrator);
        await administrator.GoAsync("/go-live", "go-live");
        await administrator.PressAsync("Upload and check");
        await administrator.LookAsync("no-tracker");
        await administrator.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "tracker.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Tracker) });
        await administrator.PressAsync("Upload and check");
        await administrator.LookAsync("tracker");
        await administrator.PressAsync("Import 2 rows");
        Assert.True(await _portal.Services.GetRequiredService<ImportProcessor>().ProcessNextAsync(CancellationToken.None));
        await administrator.GoAsync("/assessments/LCC-26-00001", "under-way");
        Assert.Contains("Done on 30 October 2026", await administrator.WordsAsync(), StringComparison.Ordinal);
        await administrator.FollowAsync("Paediatric occupational therapy");
        await administrator.FollowAsync("Correct the day, or take it back");
        await administrator.LookAsync("correct-recorded");

        await using var caseworker = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "move");
        await caseworker.SignInAsync(TestWorld.Caseworker);
        await caseworker.GoAsync("/assessments/LCC-26-00001/move", "choose");
        await caseworker.PressAsync("See what follows");
        await caseworker.LookAsync("nothing-chosen");
        await caseworker.Page.Locator("select[name=AuthorityId]").EvaluateAsync("s => { s.value = [...s.options].find(o => o.text === 'Blackpool Council').value }");
        await caseworker.Page.Locator("textarea[name=Reason]").FillAsync("The family moved to Blackpool");
        await caseworker.PressAsync("See what follows");
        await caseworker.LookAsync("check");
        await caseworker.PressAsync("Send the case");
        await caseworker.LookAsync("sent");
        await caseworker.GoAsync("/moves/sent", "sent-by-us");

        await using var other = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "move");
        await other.SignInAsync(TestWorld.OtherCaseworker);
        await other.GoAsync("/moves", "sent-to-us");
        await other.FollowAsync("Take it or send it back");
        await other.LookAsync("look-at-it");
        await other.PressAsync("Send it back");
        await other.LookAsync("send-back");
        await other.PressAsync("Cancel");
        await other.PressAsync("Take the case");
        await other.PressAsync("Take the case");
        await other.LookAsync("take-nothing-said");
        await other.Page.GetByLabel("We became responsible").CheckAsync();
        foreach (var (part, text) in new[] { ("Day", "20"), ("Month", "11"), ("Year", "2026") }) { await other.Page.Locator($"[name='On.{part}']").FillAsync(text); }
        await other.PressAsync("Take the case");
        await other.LookAsync("taken");
        Assert.Contains("Given outside the portal", await other.WordsAsync(), StringComparison.Ordinal);
        await caseworker.GoAsync("/assessments/LCC-26-00001", "moved");
        Assert.Contains("It goes on there as BPL-26-00001", await caseworker.WordsAsync(), StringComparison.Ordinal);
    }
}
