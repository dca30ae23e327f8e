using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Support;

/// <summary>
/// The built portal as a process of its own, on the database of a <see cref="PortalApp"/> and in real time: for what only
/// real processes show, such as a death in the middle of work, or two portals on one database.
/// </summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly ServerProcess process;

    private PortalProcess(ServerProcess process, Uri url) => (this.process, Url) = (process, url);

    /// <summary>Where it answers.</summary>
    public Uri Url { get; }

    /// <summary>What it has logged so far.</summary>
    public string Output => process.Output;

    /// <summary>Starts a portal and waits until it answers at /health/live. Its background work runs.</summary>
    /// <param name="app">Whose database and folder it shares. The app's own workers are off.</param>
    /// <param name="settings">As in the configuration, such as ("Emails:Sender", "Smtp").</param>
    public static Task<PortalProcess> StartAsync(PortalApp app, params (string Key, string Value)[] settings) =>
        // the portal's own files stand beside the tests' since the tests refer to it
        StartAsync(app, Path.Combine(AppContext.BaseDirectory, "DcoPortal.Web.dll"), AppContext.BaseDirectory, settings);

    /// <summary>Starts another copy of the program from another folder.</summary>
    public static async Task<PortalProcess> StartAsync(PortalApp app, string program, string folder, params (string Key, string Value)[] settings)
    {
        _ = app.Services; // its database is made with it
        var port = Loopback.FreePort();
        var url = new Uri($"http://127.0.0.1:{port}");
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Testing",
            ["Access__RequireHttps"] = "false",
            ["Access__RequireTwoFactor"] = "false",
            ["Documents__Folder"] = Path.Combine(app.Folder, "documents"),
            ["Emails__Folder"] = Path.Combine(app.Folder, "emails"),
            ["Imports__Worker"] = "false",
        };
        foreach (var (key, value) in app.DatabaseSettings.Select(s => (s.Key, s.Value)).Concat(settings)) { environment[key.Replace(":", "__", StringComparison.Ordinal)] = value; }
        var process = await ServerProcess.StartAsync("dotnet", [ServerProcess.Installed(program), "--urls", url.ToString()], port, folder, environment);
        var portal = new PortalProcess(process, url);
        try
        {
            using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
            (await http.GetAsync("/health/live")).EnsureSuccessStatusCode();
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, as a power cut would (kill -9).</summary>
    public Task KillAsync() => process.KillAsync();

    /// <summary>Ends it.</summary>
    public ValueTask DisposeAsync() => process.DisposeAsync();
}
