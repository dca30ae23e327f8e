using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>What a reader sees of one page's figures: everything, or, for a board member, what <see cref="SmallNumbers"/> leaves.</summary>
internal sealed class FigureSights
{
    private static readonly FigureSight Everything = new((IReadOnlySet<string>?)null);
    private readonly FigureCounts _counts;
    private readonly bool _hides;
    private readonly Dictionary<string, IReadOnlySet<string>> _quarters = [];

    public FigureSights(FigureCounts counts, bool hides)
    {
        (_counts, _hides) = (counts, hides);
        Totals = hides ? OfTotals() : Everything;
    }

    /// <summary>Of the months, the quarters and the periods of the page.</summary>
    public FigureSight Totals { get; }

    /// <summary>Of the rows of a cut; null where it cannot be shown.</summary>
    public FigureSight? Cut(FigureCut cut, FigureNames names)
    {
        if (!_hides) { return Everything; }
        // only quarters are cut: a year's rows beside its quarters' could be subtracted
        if (_counts.Period.Kind != PeriodKind.Quarter || !_counts.Data.Cuts.TryGetValue(cut, out var rows)) { return null; }
        if (cut != FigureCut.Service) { return Sight(SmallNumbers.OfCut(_counts.Period.Word, _counts.Data.Months, rows, Totals.Hidden!)); }
        if (Cut(FigureCut.Provider, names) is not { } providers) { return null; }
        var groups = _counts.Data.Cuts[FigureCut.Provider].GroupBy(c => c.Key).Select(g => new SettledRow(g.Key, [.. g], ServicesOf(g.Key, rows, names))).ToList();
        // a service that covered for another provider's, or left the directory, breaks the sum: then no service is shown
        if (groups.Exists(g => Total(rows.Where(r => g.Parts.Contains(r.Key))) != Total(g.Cells))) { return null; }
        return Sight(SmallNumbers.OfCut(_counts.Period.Word, _counts.Data.Months, rows, Totals.Hidden!.Union(providers.Hidden!).ToHashSet(), groups));
    }

    private static IReadOnlyList<string> ServicesOf(string provider, IReadOnlyList<FigureCell> services, FigureNames names) =>
        [.. services.Select(r => r.Key).Distinct().Where(s => Guid.TryParse(s, out var id) && names.ProviderOf.TryGetValue(id, out var of) && $"{of}" == provider)];

    private static int Total(IEnumerable<FigureCell> cells) => SmallNumbers.Row(cells)[SmallNumbers.Total];

    /// <summary>The parts of an outcome; null where they cannot be shown.</summary>
    public Func<string, bool>? Parts(AdviceOutcome outcome, IReadOnlyDictionary<string, int> parts)
    {
        if (!_hides) { return _ => true; }
        if (_counts.Period.Kind != PeriodKind.Quarter) { return null; }
        return SmallNumbers.OfParts("all", parts, !Totals.Shows(_counts.Period.Word, outcome)) is { } hidden ? part => !hidden.Contains(part) : null;
    }

    private FigureSight OfTotals()
    {
        var hidden = new HashSet<string>();
        foreach (var quarter in _counts.Months.Select(c => FigurePeriod.QuarterOf(FigurePeriod.Parse(c.Key)!.From)).Concat([FigurePeriod.QuarterOf(_counts.Period.From)]).DistinctBy(q => q.Word))
        {
            hidden.UnionWith(Quarter(quarter));
        }
        foreach (var year in new[] { _counts.Period, _counts.Period.Before }.Where(p => p.Kind == PeriodKind.AcademicYear))
        {
            hidden.UnionWith(SmallNumbers.OfYear(year, _counts.Months, hidden) ?? SmallNumbers.Row([]).Keys.Select(column => SmallNumbers.Name(year.Word, column)));
        }
        return new(hidden);
    }

    private IReadOnlySet<string> Quarter(FigurePeriod quarter) =>
        _quarters.TryGetValue(quarter.Word, out var known) ? known : _quarters[quarter.Word] = SmallNumbers.OfQuarter(quarter, _counts.Months);

    private static FigureSight? Sight(IReadOnlySet<string>? hidden) => hidden is null ? null : new(hidden);
}
