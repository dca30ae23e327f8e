using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>A row that is settled, and the rows of which it is the sum: a provider and its services.</summary>
/// <param name="Row">Its key.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Parts">The keys of the rows.</param>
internal sealed record SettledRow(string Row, IReadOnlyList<FigureCell> Cells, IReadOnlyList<string> Parts);

/// <summary>
/// What a board member may not see of the figures, the same on every page that shows them. First the outcomes of a quarter and the shares of its
/// months are settled, from these alone; then each cut of the quarter, beside them; then what an outcome is made of. So whichever pages
/// a person puts together, no difference of two figures is a small number (ADR 34).
/// </summary>
internal static class SmallNumbers
{
    public const string Total = "Total";

    /// <summary>All that was not in time and is no nil return.</summary>
    public const string Missed = "Missed";

    private const int Smallest = BoardMemberFigures.SmallestShown;
    private static readonly IReadOnlyList<string> OfMissed = [.. new[] { AdviceOutcome.Late, AdviceOutcome.NotGivenOpen, AdviceOutcome.NotGivenClosed, AdviceOutcome.Excused }.Select(o => $"{o}")];
    // the two numbers of a share
    private static readonly IReadOnlyList<string> OfShare = [nameof(AdviceOutcome.InTime), Missed];

    /// <summary>The name of a figure.</summary>
    public static string Name(string row, string column) => $"{row}|{column}";

    /// <inheritdoc cref="Name(string, string)" />
    public static string Name(string row, AdviceOutcome outcome) => Name(row, $"{outcome}");

    /// <summary>What is hidden of a quarter, and of its months, of which only the share in time is shown.</summary>
    public static IReadOnlySet<string> OfQuarter(FigurePeriod quarter, IReadOnlyList<FigureCell> months)
    {
        List<string> each = [.. quarter.EachMonth().Select(m => m.Word)];
        var figures = Flat([new(quarter.Word, Row(months.Where(c => each.Contains(c.Key))))]);
        foreach (var month in each) { foreach (var column in OfShare) { figures[Name(month, column)] = Row(months.Where(c => c.Key == month))[column]; } }
        List<FigureSum> sums = [.. InRow(quarter.Word), .. OfShare.Select(column => new FigureSum(Name(quarter.Word, column), [.. each.Select(m => Name(m, column))]))];
        return HiddenFigures.Of(figures, sums, Smallest);
    }

    /// <summary>What is hidden of an academic year, whose quarters and months are settled already.</summary>
    /// <returns>Null where the year cannot be shown.</returns>
    public static IReadOnlySet<string>? OfYear(FigurePeriod year, IReadOnlyList<FigureCell> months, IReadOnlySet<string> settled)
    {
        List<FigurePeriod> each = [.. year.EachMonth()];
        IReadOnlyDictionary<string, int> Of(params IEnumerable<FigurePeriod> periods) => Row(months.Where(c => periods.SelectMany(p => p.EachMonth()).Any(m => m.Word == c.Key)));
        List<FigurePeriod> quarters = [FigurePeriod.QuarterOf(each[0].From), FigurePeriod.QuarterOf(each[1].From), FigurePeriod.QuarterOf(each[4].From), FigurePeriod.QuarterOf(each[7].From), FigurePeriod.QuarterOf(each[11].From)];
        var known = Flat(quarters.Select(q => KeyValuePair.Create(q.Word, Of(q))));
        List<FigurePeriod> shared = [.. new[] { quarters[0], quarters[4] }.SelectMany(q => q.EachMonth())];
        foreach (var month in shared) { foreach (var column in OfShare) { known[Name(month.Word, column)] = Of(month)[column]; } }
        // the year cuts two quarters in two: their halves are shown nowhere, and a difference may be one of them
        var halves = new Dictionary<string, IReadOnlyDictionary<string, int>>
        {
            ["summer before"] = Of(shared[0], shared[1]),
            ["September"] = Of(shared[2]),
            ["summer"] = Of(shared[3], shared[4]),
            ["September after"] = Of(shared[5]),
            [year.Word] = Of(year),
        };
        List<FigureSum> sums = [.. halves.Keys.SelectMany(InRow)];
        foreach (var column in halves[year.Word].Keys)
        {
            sums.Add(new(Name(year.Word, column), [Name("September", column), .. quarters[1..4].Select(q => Name(q.Word, column)), Name("summer", column)]));
            sums.Add(new(Name(quarters[0].Word, column), [Name("summer before", column), Name("September", column)]));
            sums.Add(new(Name(quarters[4].Word, column), [Name("summer", column), Name("September after", column)]));
        }
        var shown = known.Keys.Where(k => !settled.Contains(k)).ToHashSet();
        foreach (var (half, of) in new (string, FigurePeriod[])[] { ("summer before", shared.ToArray()[..2]), ("September", [shared[2]]), ("summer", [shared[3], shared[4]]), ("September after", [shared[5]]) })
        {
            foreach (var column in OfShare)
            {
                List<string> parts = [.. of.Select(m => Name(m.Word, column))];
                sums.Add(new(Name(half, column), parts));
                // whoever sees the months of a half knows the half
                if (parts.TrueForAll(shown.Contains)) { shown.Add(Name(half, column)); }
            }
        }
        return HiddenFigures.Beside(known.Concat(Flat(halves)).ToDictionary(f => f.Key, f => f.Value), sums, Smallest, known.Keys.Where(settled.Contains).ToHashSet(), shown);
    }

    /// <summary>What is hidden of a quarter's cut, whose totals are settled already.</summary>
    /// <param name="quarter">The word of the quarter.</param>
    /// <param name="total">The quarter's own cells.</param>
    /// <param name="rows">The rows of the cut.</param>
    /// <param name="settled">What is hidden of the quarter.</param>
    /// <param name="groups">Rows of another cut that are settled, each the sum of some of these.</param>
    /// <returns>Null where the cut cannot be shown.</returns>
    public static IReadOnlySet<string>? OfCut(string quarter, IEnumerable<FigureCell> total, IReadOnlyList<FigureCell> rows, IReadOnlySet<string> settled, IReadOnlyList<SettledRow>? groups = null)
    {
        var figures = rows.GroupBy(c => c.Key).ToDictionary(g => g.Key, g => Row(g));
        List<FigureSum> sums = [.. figures.Keys.SelectMany(InRow)];
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

    /// <summary>The columns of a row: the outcomes, those not in time together, all together, and those beside.</summary>
    public static IReadOnlyDictionary<string, int> Row(IEnumerable<FigureCell> cells)
    {
        var counts = cells.GroupBy(c => c.Outcome).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        var row = AdviceOutcomes.Counted.Concat(AdviceOutcomes.Beside).ToDictionary(o => $"{o}", o => counts.GetValueOrDefault(o));
        row[Missed] = OfMissed.Sum(o => row[o]);
        row[Total] = counts.Where(c => c.Key.IsCounted()).Sum(c => c.Value);
        return row;
    }

    /// <summary>What adds up in a row.</summary>
    public static IEnumerable<FigureSum> InRow(string row) =>
    [
        new(Name(row, Total), [Name(row, AdviceOutcome.InTime), Name(row, Missed), Name(row, AdviceOutcome.NilReturn)]),
        new(Name(row, Missed), [.. OfMissed.Select(p => Name(row, p))]),
    ];

    private static Dictionary<string, int> Flat(IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, int>>> rows) =>
        rows.SelectMany(r => r.Value.Select(c => (Name: Name(r.Key, c.Key), c.Value))).ToDictionary(c => c.Name, c => c.Value);
}
