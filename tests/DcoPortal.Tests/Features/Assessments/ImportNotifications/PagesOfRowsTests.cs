using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>What was chosen on one page of rows to look at is not lost on the way to another. Today is 21 November 2026.</summary>
public sealed class PagesOfRowsTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_button_that_imports_says_how_many_rows_on_other_pages_stay_left_out_and_leaving_a_page_warns()
    {
        var rows = string.Concat(Enumerable.Range(0, 12).Select(i => $"Ashworth{(char)('a' + i)}{(char)('a' + i)}{(char)('a' + i)}x,Zoë,{i + 1:00}/03/2019,02/11/2026\n").SelectMany(r => new[] { r, r }));
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await _app.OwnFileAsync("Surname,Forename,DOB,Date received\n" + rows);
        Assert.Contains("To look at (12)", preview.Text, StringComparison.Ordinal);

        var second = await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt&page=2");
        Assert.Contains("Save what is chosen and import: 10 rows to look at on other pages stay left out", second.Text, StringComparison.Ordinal);
        Assert.Equal("true", second.Find("form[action$='/take']").GetAttribute("data-warns"));

        var first = await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt");
        await manager.SubmitAsync(first, "form[action$='/take']", first.All("input[type=radio][value=Another]").ToDictionary(i => i.GetAttribute("name")!, _ => (string?)"Another"));
        Assert.DoesNotContain("stay left out", (await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt&page=2")).Text, StringComparison.Ordinal);
    }
}
