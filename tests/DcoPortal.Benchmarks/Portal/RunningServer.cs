using System.Diagnostics;

namespace DcoPortal.Benchmarks.Portal;

/// <summary>A server as a process of its own, so that its processor time is its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly LastLines _log;

    private RunningServer(Process process, LastLines log, Uri url) => (_process, _log, Url) = (process, log, url);

    public Uri Url { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>Processor time that it has used so far, of all its threads.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that it has in use.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the published portal, and waits until it answers.</summary>
    /// <param name="data">The database and the folders.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="counts">Whether it counts its queries, which slows it a little: never while it is timed.</param>
    public static Task<RunningServer> PortalAsync(PortalData data, int port, bool counts = false) =>
        StartAsync(PublishedPortal.Program, ["--urls", Address(port).ToString()], Address(port), "/account/sign-in", PortalSettings.Of(data, Address(port)).Concat(counts ? PortalSettings.Counting : []));

    /// <summary>Starts a program of .NET, and waits until it answers at a path.</summary>
    public static async Task<RunningServer> StartAsync(string program, string[] arguments, Uri url, string probe, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(program), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment) { start.Environment[key] = value; }
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var server = new RunningServer(process, new LastLines(process), url);
        try
        {
            await server.AnswersAsync(probe, clock);
            server.StartTime = clock.Elapsed;
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public static Uri Address(int port) => new($"http://127.0.0.1:{port}");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) { _process.Kill(); }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AnswersAsync(string probe, Stopwatch since)
    {
        using var http = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(30) };
        while (!await IsUpAsync(http, probe))
        {
            if (_process.HasExited || since.Elapsed > LongestStart) { throw new InvalidOperationException($"It did not start:\n{_log}"); }
            await Task.Delay(20);
        }
    }

    private static async Task<bool> IsUpAsync(HttpClient http, string probe)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(probe, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
