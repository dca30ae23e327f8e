using System.Globalization;
using DcoPortal.Benchmarks.Data;

namespace DcoPortal.Benchmarks;

/// <summary>What is asked for on the command line.</summary>
internal sealed record BenchmarkOptions(BenchmarkShape Shape, double Size)
{
    public const string Usage = "dotnet run --project tests/DcoPortal.Benchmarks -c Release -- board|england [size, 1 unless given] [--growth] [--bare] [--answers 30] [--port 5081] [--no-publish] [--statistics]";

    /// <summary>Whether a tenth of the size is measured too, and compared.</summary>
    public bool Growth { get; init; }

    /// <summary>Whether the same SQL is measured without the portal too.</summary>
    public bool Bare { get; init; }

    /// <summary>How often each page is timed.</summary>
    public int Answers { get; init; } = 30;

    public int Port { get; init; } = 5081;

    /// <summary>Whether the statistics of SQLite's planner are written, instead of measuring.</summary>
    public bool WritesStatistics { get; init; }

    /// <summary>Whether the portal is published first; else what was published last is measured.</summary>
    public bool Publishes { get; init; } = true;

    /// <summary>What was asked for, or null.</summary>
    public static BenchmarkOptions? Parse(string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (words is not ([_] or [_, _]) || BenchmarkShape.Named(words[0]) is not { } shape) { return null; }
        if (Number(words.ElementAtOrDefault(1) ?? "1") is not { } size || size is <= 0 or > 1) { return null; }
        var options = new BenchmarkOptions(shape, size) { Growth = args.Contains("--growth"), Bare = args.Contains("--bare"), WritesStatistics = args.Contains("--statistics"), Publishes = !args.Contains("--no-publish") };
        return options with { Answers = Value(args, "--answers") ?? options.Answers, Port = Value(args, "--port") ?? options.Port };
    }

    private static int? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && Number(args.ElementAtOrDefault(at + 1)) is { } value ? (int)value : null;

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
