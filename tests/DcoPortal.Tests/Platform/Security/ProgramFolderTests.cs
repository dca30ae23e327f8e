using System.Net;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Platform.Security;

/// <summary>The published program finds its files wherever it is started.</summary>
public sealed class ProgramFolderTests : IDisposable
{
    private readonly PortalApp _app = new();
    private readonly TestFolder _out = new();
    private readonly TestFolder _elsewhere = new();

    public void Dispose()
    {
        _app.Dispose();
        _out.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task Started_from_another_folder_it_has_its_settings_and_its_style_sheet()
    {
        var source = Path.Combine(Repository.Root, "src", "DcoPortal.Web");
        Copy(AppContext.BaseDirectory.Replace(Path.Combine("tests", "DcoPortal.Tests"), Path.Combine("src", "DcoPortal.Web"), StringComparison.Ordinal), _out.Path);
        Copy(Path.Combine(source, "wwwroot"), Path.Combine(_out.Path, "wwwroot"));

        await using var portal = await PortalProcess.StartAsync(_app, Path.Combine(_out.Path, "DcoPortal.Web.dll"), _elsewhere.Path);

        using var http = new HttpClient { BaseAddress = portal.Url };
        var style = await http.GetAsync("/css/site.css");
        Assert.Equal((HttpStatusCode.OK, "text/css"), (style.StatusCode, style.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/account/sign-in")).StatusCode);
        // only the settings file says that logs are JSON lines of this application
        await Eventually.TrueAsync("logs as its settings say", () => Task.FromResult(portal.Output.Contains("\"Application\":\"DcoPortal\"", StringComparison.Ordinal)), TimeSpan.FromSeconds(10));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_elsewhere.Path));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
