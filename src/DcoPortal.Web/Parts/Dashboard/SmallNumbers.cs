using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>
/// What a board member may not see of the figures, the same on every page that shows them. First the totals of a quarter and of its
/// months are settled, from these alone; then each cut of the quarter, beside them; then what an outcome is made of. So whichever pages
/// a person puts together, no difference of two figures is a small number (ADR 34).
/// </summary>
internal static class SmallNumbers
{
    public const string Total = "Total";
    private const int Smallest = BoardMemberFigures.SmallestShown;
    private static readonly IReadOnlyList<string> Parts = [.. AdviceOutcomes.Counted.Select(o => $"{o}")];

    /// <summary>The name of a figure.</summary>
    public static string Name(string row, string column) => $"{row}|{column}";

    /// <inheritdoc cref="Name(string, string)" />
    public static string Name(string row, AdviceOutcome outcome) => Name(row, $"{outcome}");

    /// <summary>What is hidden of a quarter and its months.</summary>
    public static IReadOnlySet<string> OfQuarter(FigurePeriod quarter, IReadOnlyList<FigureCell> months)
    {
        List<string> each = [.. quarter.EachMonth().Select(m => m.Word)];
        var figures = each.ToDictionary(m => m, m => Row(months.Where(c => c.Key == m)));
        figures[quarter.Word] = Row(months.Where(c => each.Contains(c.Key)));
        List<FigureSum> sums = [.. figures.Keys.Select(InRow)];
        foreach (var column in figures[quarter.Word].Keys) { sums.Add(new(Name(quarter.Word, column), [.. each.Select(m => Name(m, column))])); }
        return HiddenFigures.Of(Flat(figures), sums, Smallest);
    }

    /// <summary>What is hidden of an academic year, whose months and quarters are settled already.</summary>
    /// <returns>Null where the year cannot be shown.</returns>
    public static IReadOnlySet<string>? OfYear(FigurePeriod year, IReadOnlyList<FigureCell> months, IReadOnlySet<string> settled)
    {
        List<FigurePeriod> each = [.. year.EachMonth()];
        // September stands alone, then three quarters, then July and August
        List<FigurePeriod> quarters = [FigurePeriod.QuarterOf(each[1].From), FigurePeriod.QuarterOf(each[4].From), FigurePeriod.QuarterOf(each[7].From)];
        var figures = each.Concat(quarters).ToDictionary(p => p.Word, p => Row(months.Where(c => p.EachMonth().Any(m => m.Word == c.Key))));
        var known = Flat(figures);
        figures[year.Word] = Row(months.Where(c => each.Exists(m => m.Word == c.Key)));
        List<FigureSum> sums = [InRow(year.Word)];
        List<List<string>> ways = [[.. each.Select(m => m.Word)], [each[0].Word, .. quarters.Select(q => q.Word), each[10].Word, each[11].Word]];
        foreach (var column in figures[year.Word].Keys) { sums.AddRange(ways.Select(way => new FigureSum(Name(year.Word, column), [.. way.Select(w => Name(w, column))]))); }
        return HiddenFigures.Beside(Flat(figures), sums, Smallest, known.Keys.Where(settled.Contains).ToHashSet(), known.Keys.Where(k => !settled.Contains(k)).ToHashSet());
    }

    /// <summary>What is hidden of a quarter's cut, whose totals are settled already.</summary>
    /// <param name="quarter">The word of the quarter.</param>
    /// <param name="total">The quarter's own cells.</param>
    /// <param name="rows">The rows of the cut.</param>
    /// <param name="settled">What is hidden of the quarter.</param>
    /// <param name="groups">Rows that are themselves settled and the rows that each is the sum of: a provider's services.</param>
    /// <returns>Null where the cut cannot be shown.</returns>
    public static IReadOnlySet<string>? OfCut(string quarter, IEnumerable<FigureCell> total, IReadOnlyList<FigureCell> rows, IReadOnlySet<string> settled, IReadOnlyList<(string Row, IReadOnlyList<FigureCell> Cells, IReadOnlyList<string> Parts)>? groups = null)
    {
        var figures = rows.GroupBy(c => c.Key).ToDictionary(g => g.Key, g => Row(g));
        List<FigureSum> sums = [.. figures.Keys.Select(InRow)];
        var before = new Dictionary<string, IReadOnlyDictionary<string, int>> { [quarter] = Row(total) };
        foreach (var column in before[quarter].Keys) { sums.Add(new(Name(quarter, column), [.. figures.Keys.Select(r => Name(r, column))])); }
        foreach (var (row, cells, parts) in groups ?? [])
        {
            before[row] = Row(cells);
            sums.AddRange(before[row].Keys.Select(column => new FigureSum(Name(row, column), [.. parts.Where(figures.ContainsKey).Select(p => Name(p, column))])));
        }
        var known = Flat(before);
        return HiddenFigures.Beside(known.Concat(Flat(figures)).ToDictionary(f => f.Key, f => f.Value), sums, Smallest,
            known.Keys.Where(settled.Contains).ToHashSet(), known.Keys.Where(k => !settled.Contains(k)).ToHashSet());
    }

    /// <summary>What is hidden of the parts of one settled figure.</summary>
    /// <returns>Null where the parts cannot be shown.</returns>
    public static IReadOnlySet<string>? OfParts(string name, IReadOnlyDictionary<string, int> parts, bool isHidden)
    {
        var figures = parts.Append(new(name, parts.Values.Sum())).ToDictionary(f => f.Key, f => f.Value);
        IReadOnlySet<string> only = new HashSet<string> { name };
        IReadOnlySet<string> none = new HashSet<string>();
        // parts of a hidden figure would add up to it
        return isHidden ? null : HiddenFigures.Beside(figures, [new(name, [.. parts.Keys])], Smallest, none, only);
    }

    /// <summary>The columns of a row: the outcomes, their total, and those beside it.</summary>
    public static IReadOnlyDictionary<string, int> Row(IEnumerable<FigureCell> cells)
    {
        var counts = cells.GroupBy(c => c.Outcome).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        var row = AdviceOutcomes.Counted.Concat(AdviceOutcomes.Beside).ToDictionary(o => $"{o}", o => counts.GetValueOrDefault(o));
        row[Total] = counts.Where(c => c.Key.IsCounted()).Sum(c => c.Value);
        return row;
    }

    private static FigureSum InRow(string row) => new(Name(row, Total), [.. Parts.Select(p => Name(row, p))]);

    private static Dictionary<string, int> Flat(IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, int>>> rows) =>
        rows.SelectMany(r => r.Value.Select(c => (Name: Name(r.Key, c.Key), c.Value))).ToDictionary(c => c.Name, c => c.Value);
}
