using System.Runtime.InteropServices;
using DcoPortal.Benchmarks.Portal;

namespace DcoPortal.Benchmarks.Report;

/// <summary>What a figure must stand beside to mean anything.</summary>
internal static class Machine
{
    /// <summary>Cores, processor, system and runtime.</summary>
    public static string Words => $"{Environment.ProcessorCount} cores, {Processor}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000_000.0:0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    /// <summary>How busy the machine is with all its work, the tests' and others'.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "not known";

    /// <summary>What was built, and whether files were changed since.</summary>
    public static async Task<string> CommitAsync()
    {
        var (commit, changes) = (await Shell.RunAsync("git", "rev-parse", "--short", "HEAD"), await Shell.RunAsync("git", "status", "--porcelain"));
        return changes.Length == 0 ? commit : $"{commit} with changes";
    }

    private static string Processor =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line ? line.Split(':')[1].Trim() : RuntimeInformation.ProcessArchitecture.ToString();
}
