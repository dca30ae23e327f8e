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
        await manager.FollowAsync("Refused (8)");
        await manager.LookAsync("refused");
        Assert.Contains("NHS number: check digit is wrong", await manager.WordsAsync(), StringComparison.Ordinal);

        await manager.PressAsync("Import 32 notifications");
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
        await manager.GoAsync("/assessments/import", "recent");
        Assert.Contains("32 notifications imported, 0 already there, 8 refused", await manager.WordsAsync(), StringComparison.Ordinal);
    }
}
