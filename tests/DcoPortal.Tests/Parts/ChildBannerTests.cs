using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Parts;

/// <summary>The banner keeps people from working on the wrong record: it says the same on every page about a child.</summary>
public sealed class ChildBannerTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Every_page_about_a_child_has_the_same_banner_with_the_year_group()
    {
        var keys = await _app.AssessmentAsync(nhsNumber: "9990181594");
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Submit(_app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 21), "Gwen Pritchard"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var banners = new Dictionary<string, string>();
        foreach (var path in new[]
        {
            $"/assessments/{keys.Reference}", $"/assessments/{keys.Reference}/request-advice", $"/assessments/{keys.Reference}/return", $"/assessments/{keys.Reference}/activity",
            $"/assessments/{keys.Reference}/questions", $"/advice-requests/{id}", $"/advice-requests/{id}/exemption", $"/check/{id}", $"/triage/{keys.Reference}/no-request",
        })
        {
            banners[path] = Words((await dco.GetAsync(path)).Find(".dco-child").TextContent);
        }

        Assert.All(banners, b => Assert.Contains("St Wilfrid's CE Academy, Year 3", b.Value, StringComparison.Ordinal));
        Assert.Single(banners.Values.Distinct());
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
