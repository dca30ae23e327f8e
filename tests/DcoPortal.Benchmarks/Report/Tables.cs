using DcoPortal.Benchmarks.Bare;
using DcoPortal.Benchmarks.Pages;
using DcoPortal.Benchmarks.Writes;

namespace DcoPortal.Benchmarks.Report;

/// <summary>The results as Markdown, for docs/performance.md and for issues.</summary>
internal static class Tables
{
    public static void Print(IReadOnlyList<PageResult> pages)
    {
        Row("Page", "Role", "p50 ms", "p95 ms", "CPU ms", "kB", "kB gzip", "Queries", "Rows", "Steps", "Scanned");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var p in pages)
        {
            Row($"`{p.Visit.Name}`", RoleNames.Of(p.Visit.Who), $"{p.Median:0.0}", $"{p.Slow:0.0}", $"{p.Processor:0.0}", $"{p.Bytes / 1000.0:0}", $"{p.Zipped / 1000.0:0}", $"{p.Counts.Queries}", $"{p.Counts.Rows}", $"{p.Counts.Steps}", $"{p.Counts.Scanned}");
        }
    }

    public static void Print(IReadOnlyList<WriteResult> writes)
    {
        Row("Write", "p50 ms", "A second", "CPU ms");
        Console.WriteLine("|---|--:|--:|--:|");
        foreach (var w in writes) { Row(w.Name, $"{w.Median:0}", $"{w.PerSecond:0.0}", $"{w.Processor:0}"); }
    }

    /// <summary>Each page with ten times as much history, as a multiple.</summary>
    public static void PrintGrowth(IReadOnlyList<PageResult> small, IReadOnlyList<PageResult> large)
    {
        Row("Page", "Role", "p50", "CPU", "Queries", "Rows", "Steps");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|");
        foreach (var (s, l) in small.Zip(large))
        {
            Row($"`{l.Visit.Name}`", RoleNames.Of(l.Visit.Who), Times(s.Median, l.Median), Times(s.Processor, l.Processor), $"{s.Counts.Queries} → {l.Counts.Queries}", Times(s.Counts.Rows, l.Counts.Rows), Times(s.Counts.Steps, l.Counts.Steps));
        }
    }

    /// <summary>Pages beside the bare program with the same SQL.</summary>
    public static void Print(IReadOnlyList<BareResult> bare)
    {
        Row("Page", "Role", "Portal p50 ms", "Bare p50 ms", "Portal CPU ms", "Bare CPU ms");
        Console.WriteLine("|---|---|--:|--:|--:|--:|");
        foreach (var b in bare) { Row($"`{b.Name}`", RoleNames.Of(b.Page.Visit.Who), $"{b.Page.Median:0.0}", $"{b.Median:0.0}", $"{b.Page.Processor:0.0}", $"{b.Processor:0.0}"); }
    }

    private static string Times(double before, double after) => before == 0 ? "" : $"×{after / before:0.00}";

    private static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
