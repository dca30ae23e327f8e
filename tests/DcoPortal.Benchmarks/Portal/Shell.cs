using System.Diagnostics;

namespace DcoPortal.Benchmarks.Portal;

/// <summary>Runs a program to its end.</summary>
internal static class Shell
{
    /// <summary>What it printed. Throws when it failed.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (await output).Trim() : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await output}{await errors}");
    }
}
