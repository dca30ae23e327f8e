using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>A real server, started for the tests on a free loopback port and stopped after them.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    private ServerProcess(Process process) => this.process = process;

    /// <summary>What it has said so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, int port, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder ?? "" };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var server = new ServerProcess(new Process { StartInfo = start });
        server.process.OutputDataReceived += server.Keep;
        server.process.ErrorDataReceived += server.Keep;
        server.process.Start();
        server.process.StandardInput.Close();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            await server.WaitUntilItAnswersAsync(port);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The path of a file that the test command installs.</summary>
    public static string Installed(params IEnumerable<string> candidates) =>
        candidates.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"{candidates.First()} is not installed. This installs it: bash .ci/test");

    /// <summary>Ends it at once, as a power cut would (SIGKILL): nothing of its own runs any more.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private async Task WaitUntilItAnswersAsync(int port)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(50, limit.Token);
            }
            catch (Exception problem) when (problem is SocketException or OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                // also waits for the last of what it said
                await process.WaitForExitAsync(CancellationToken.None);
                throw new InvalidOperationException($"{process.StartInfo.FileName} did not start: {output}", problem);
            }
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
            output.AppendLine(line.Data);
    }
}
