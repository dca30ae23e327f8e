using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

[Collection(PageTests.Name)]
public sealed class ImportTests(Chromium chromium) : IDisposable
{
    private readonly LivePortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_manager_imports_the_sample_spreadsheet(bool script)
    {
        await using var manager = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "import", script);
        await manager.SignInAsync(TestWorld.Manager);

        await manager.GoAsync("/assessments/import", "nothing-yet");
        await manager.PressAsync("Upload and check");
        await manager.LookAsync("no-file");
        await manager.Page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "notifications-lancashire.csv"));
        await manager.PressAsync("Upload and check");
        await manager.LookAsync("preview");
        await manager.FollowAsync("Refused (4)");
        await manager.LookAsync("refused");
        Assert.Contains("Date of birth: not a real date", await manager.WordsAsync(), StringComparison.Ordinal);

        await manager.FollowAsync("To look at (2)");
        await manager.LookAsync("look-at");
        await manager.PressAsync("Save what is chosen and import");
        if (script)
        {
            await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Pause updates" }).ClickAsync();
            await manager.SaysAsync("Updates are paused");
        }
        await manager.LookAsync("waiting");
        Assert.True(await _portal.Services.GetRequiredService<ImportProcessor>().ProcessNextAsync(CancellationToken.None));
        if (script)
        {
            // the page itself stays: what changed in it is said, and leads on
            await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Go on updating" }).ClickAsync();
            await manager.SaysAsync("The import has finished. See the result");
            await manager.LookAsync("finished");
            await manager.FollowAsync("See the result");
        }
        else
        {
            await manager.PressAsync("Check again");
        }
        await manager.LookAsync("result");
        Assert.Contains("Import finished", await manager.WordsAsync(), StringComparison.Ordinal);
        if (!script)
        {
            await UploadAsync(manager, "Name,Arrival,Birth\n\"Li, Na\",02/11/2026,05/03/2019\n");
            await manager.LookAsync("columns");
            await UploadAsync(manager, "Date request received,Legal surname,Forenames,Date of birth\n02/11/2026,Ash,Zoe,03/25/2019\n");
            await manager.LookAsync("dates");
        }
        await manager.GoAsync("/assessments/import", "recent");
        Assert.Contains("34 notifications imported, 2 passed over, 4 refused", await manager.WordsAsync(), StringComparison.Ordinal);
    }

    private static async Task UploadAsync(Visitor manager, string text)
    {
        await manager.GoAsync("/assessments/import", "another");
        await manager.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "notifications.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await manager.PressAsync("Upload and check");
    }
}
