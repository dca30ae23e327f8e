using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>
/// What a board member may see of the totals of months, quarters and academic years, settled from the months alone and the same on every page:
/// a quarter first, then its months, then the years, which cut two quarters in two.
/// </summary>
/// <param name="months">The cells of every month around, in whole quarters.</param>
internal sealed class BoardPeriods(IReadOnlyList<FigureCell> months)
{
    private readonly ILookup<string, FigureCell> _cells = months.ToLookup(c => c.Key);
    private readonly Dictionary<string, PeriodSight> _quarters = [];

    /// <summary>Of a month, a quarter or an academic year.</summary>
    public PeriodSight Of(FigurePeriod period) => period.Kind switch
    {
        PeriodKind.Quarter => _quarters.TryGetValue(period.Word, out var known) ? known : _quarters[period.Word] = Quarter(period),
        PeriodKind.Month => Month(period),
        PeriodKind.AcademicYear => Year(period),
        _ => PeriodSight.Nothing,
    };

    /// <summary>The months of a quarter, alone or together, as their shares are shown; empty where they are not.</summary>
    public IReadOnlyList<IReadOnlyList<FigurePeriod>> MonthsOf(FigurePeriod quarter) =>
        Of(quarter).Share ? SmallNumbers.Together([.. quarter.EachMonth()], m => Numbers(m, SmallNumbers.OfShare)) : [];

    private PeriodSight Quarter(FigurePeriod quarter)
    {
        var row = Row(quarter);
        // without the share the total would be a number of nothing that a reader knows
        if (SmallNumbers.OfShare.Any(c => SmallNumbers.IsSmall(row[c]))) { return PeriodSight.Nothing; }
        return new(true, !SmallNumbers.IsSmall(row[nameof(AdviceOutcome.NilReturn)]), SmallNumbers.Together(AdviceOutcomes.Missed, o => [row[$"{o}"]]));
    }

    private PeriodSight Month(FigurePeriod month)
    {
        var quarter = FigurePeriod.QuarterOf(month.From);
        if (!MonthsOf(quarter).Any(g => g is [var one] && one == month)) { return PeriodSight.Nothing; }
        return Of(quarter).IsWhole && EachMonthIsWhole(quarter) ? PeriodSight.Everything : PeriodSight.ShareAlone;
    }

    // a year less its quarters is a September with a July and an August: so each month of the quarters that it cuts must be one that is shown
    private PeriodSight Year(FigurePeriod year)
    {
        List<FigurePeriod> quarters = [.. year.EachMonth().Select(m => FigurePeriod.QuarterOf(m.From)).Distinct()];
        List<FigurePeriod> cut = [quarters[0], quarters[^1]];
        if (!quarters.TrueForAll(q => Of(q).Share) || !cut.TrueForAll(q => MonthsOf(q).Count == 3)) { return PeriodSight.Nothing; }
        return quarters.TrueForAll(q => Of(q).IsWhole) && cut.TrueForAll(EachMonthIsWhole) ? PeriodSight.Everything : PeriodSight.ShareAlone;
    }

    private bool EachMonthIsWhole(FigurePeriod quarter) => quarter.EachMonth().All(m => !Numbers(m, SmallNumbers.OfAll).Any(SmallNumbers.IsSmall) && !SmallNumbers.IsSmall(Row(m)[SmallNumbers.Missed]));

    private IReadOnlyList<int> Numbers(FigurePeriod period, IReadOnlyList<string> columns) => [.. columns.Select(c => Row(period)[c])];

    private IReadOnlyDictionary<string, int> Row(FigurePeriod period) => SmallNumbers.Row(period.EachMonth().SelectMany(m => _cells[m.Word]));
}
