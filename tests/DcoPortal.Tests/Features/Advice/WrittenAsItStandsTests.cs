using System.IO.Compression;
using System.Net;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>A table that is pasted into advice keeps its columns: an empty cell must not make the age read as the score.</summary>
public sealed class WrittenAsItStandsTests : IDisposable
{
    private const string Table = "Balance\t\t2   left";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Tabs_and_runs_of_blanks_show_as_written_on_pages_and_in_the_ZIP()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Needs"] = Table, ["Provision"] = "Weekly" }, button: "check");
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond/check"), "main form[method=post]", []);
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        var answer = await priya.GetAsync($"/check/{id}");
        await priya.SubmitAsync(answer, "form[action$='/accept']", [], button: "return");
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await carol.GetAsync($"/advice-requests/{id}");
        using var zip = new ZipArchive(await carol.Client.GetStreamAsync(new Uri($"/assessments/{keys.Reference}/advice.zip", UriKind.Relative)));
        using var written = new StreamReader(zip.GetEntry("Paediatric occupational therapy/Written advice.html")!.Open());
        var html = WebUtility.HtmlDecode(await written.ReadToEndAsync());
        var styles = string.Concat(await Task.WhenAll(page.All("link[rel=stylesheet]").Select(l => carol.Client.GetStringAsync(new Uri(l.GetAttribute("href")!, UriKind.RelativeOrAbsolute)))));

        Assert.All([answer, page], p => Assert.Contains(p.All(".dco-prose"), e => e.TextContent == Table));
        Assert.Contains(Table, html, StringComparison.Ordinal);
        Assert.Contains("white-space:pre-wrap;tab-size:4", html, StringComparison.Ordinal);
        Assert.Matches(@"\.dco-prose\s*\{[^}]*white-space:\s*pre-wrap", styles);
        Assert.DoesNotContain("pre-line", styles, StringComparison.Ordinal);
    }
}
