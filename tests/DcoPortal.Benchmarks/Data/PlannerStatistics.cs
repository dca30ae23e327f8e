using DcoPortal.Benchmarks.Portal;
using DcoPortal.Benchmarks.Report;

namespace DcoPortal.Benchmarks.Data;

/// <summary>Writes the statistics that ship with the portal: those of a board's ten years, in a database of ten such boards, so that a board is neither few rows nor all. What the data has no rows of, and the directory, which is a small one, keep their lines.</summary>
internal static class PlannerStatistics
{
    private const int Small = 1000;
    private const int Boards = 10;

    public static async Task WriteAsync(PortalData data)
    {
        var file = Path.Combine(Repository.Root, "src", "DcoPortal.Casework", "Data", "SqliteStatistics.tsv");
        using var connection = PortalDatabase.Open(data);
        connection.Run(Sqlite.Analyse);
        var read = connection.Rows(Sqlite.Statistics, r => (Key: $"{r.GetString(0)}\t{r.GetString(1)}", Rows: r.GetString(2))).Where(l => int.Parse(l.Rows.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) >= Small).ToDictionary(l => l.Key, l => OfBoards(l.Rows));
        var before = (await File.ReadAllLinesAsync(file)).Select(l => l.LastIndexOf('\t') is var at ? (Key: l[..at], Rows: l[(at + 1)..]) : default).ToDictionary(l => l.Key, l => l.Rows);
        var all = before.Keys.Union(read.Keys).Order(StringComparer.Ordinal).Select(k => $"{k}\t{read.GetValueOrDefault(k) ?? before[k]}");
        await File.WriteAllTextAsync(file, string.Join('\n', all) + "\n");
        Progress.Say($"{read.Count} lines of {file} written");
    }

    // the first number is of all rows, the others of those that are alike, which are of one board
    private static string OfBoards(string rows) => rows.Split(' ', 2) is [var all, var alike] ? $"{long.Parse(all, System.Globalization.CultureInfo.InvariantCulture) * Boards} {alike}" : rows;
}
