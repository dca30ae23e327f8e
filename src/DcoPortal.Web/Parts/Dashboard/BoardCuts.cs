using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>Rows of a cut as a reader may see them.</summary>
/// <param name="Groups">The keys of each row that is shown: one, or several together.</param>
/// <param name="HasOutcomes">Whether each outcome is shown, not the share alone.</param>
internal sealed record CutSight(IReadOnlyList<IReadOnlyList<string>> Groups, bool HasOutcomes);

/// <summary>The rows of each cut of a quarter that a board member may see: alone or together, and the services of a provider within its row.</summary>
internal static class BoardCuts
{
    /// <summary>The rows of a cut; null where they cannot be shown.</summary>
    /// <param name="quarter">What is shown of the quarter itself.</param>
    /// <param name="cells">The cells of the cut.</param>
    /// <param name="within">Rows of a wider cut with the keys of this one, or null: a provider and its services.</param>
    public static CutSight? Of(PeriodSight quarter, IReadOnlyList<FigureCell> cells, IReadOnlyList<(IReadOnlyList<FigureCell> Cells, IReadOnlyList<string> Keys)>? within = null)
    {
        if (!quarter.Share) { return null; }
        var rows = cells.GroupBy(c => c.Key).ToDictionary(g => g.Key, g => SmallNumbers.Row(g));
        List<string> keys = [.. rows.Keys.Order(StringComparer.Ordinal)];
        if (quarter.IsWhole && keys.TrueForAll(k => !SmallNumbers.OfAll.Append(SmallNumbers.Missed).Any(c => SmallNumbers.IsSmall(rows[k][c])))) { return new([.. keys.Select(k => (IReadOnlyList<string>)[k])], true); }
        List<IReadOnlyList<string>> groups = [];
        foreach (var (wider, own) in within ?? [(cells, keys)])
        {
            // what covers for another provider, or left the directory, breaks the sum: then no row is shown
            if (SmallNumbers.OfShare.Any(c => own.Sum(k => rows.TryGetValue(k, out var row) ? row[c] : 0) != SmallNumbers.Row(wider)[c])) { return null; }
            var shown = SmallNumbers.Together<string>([.. own.Where(rows.ContainsKey)], k => [.. SmallNumbers.OfShare.Select(c => rows[k][c])]);
            if (shown.Count == 0 && own.Any(rows.ContainsKey)) { return null; }
            groups.AddRange(shown);
        }
        return new(groups, false);
    }
}
