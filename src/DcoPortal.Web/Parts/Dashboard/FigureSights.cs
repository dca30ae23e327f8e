using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>What a reader sees of one page's figures: everything, or, for a board member, what holds no small number.</summary>
internal sealed class FigureSights(FigureCounts counts, bool isBoard)
{
    private readonly BoardPeriods _periods = new(counts.Months);

    /// <summary>The totals of the page's period.</summary>
    public PeriodSight Now => Of(counts.Period);

    /// <summary>Whether the page may say what is made of only some of a period's requests: of a quarter, because a year less its quarters, or a quarter less its months, would be small.</summary>
    public bool HasParts => !isBoard || (counts.Period.Kind == PeriodKind.Quarter && Now.Share);

    /// <summary>The totals of a period.</summary>
    public PeriodSight Of(FigurePeriod period) => isBoard ? _periods.Of(period) : PeriodSight.Everything;

    /// <summary>A month of a trend with those that are shown together with it; nothing where it is not shown.</summary>
    public IReadOnlyList<FigurePeriod> WithMonth(FigurePeriod month) =>
        isBoard ? _periods.MonthsOf(FigurePeriod.QuarterOf(month.From)).FirstOrDefault(g => g.Contains(month)) ?? [] : [month];

    /// <summary>Parts of a number that is shown: alone, or together.</summary>
    public IReadOnlyList<IReadOnlyList<T>> Parts<T>(IReadOnlyList<T> parts, Func<T, int> count) =>
        !isBoard ? [.. parts.Select(p => (IReadOnlyList<T>)[p])] : HasParts ? SmallNumbers.Together(parts, p => [count(p)]) : [];

    /// <summary>Whether any days may be said: where the share is, because days are of the same children.</summary>
    public bool HasDays => !isBoard || Now.Share;

    /// <summary>Whether days within which so many in a hundred came may be said: they part those who came within them from the others, and neither may be few.</summary>
    public bool MaySayDays(int of, int percent)
    {
        var rank = DayCounts.Rank(of, percent);
        return !isBoard || (HasDays && rank >= BoardMemberFigures.SmallestShown && of - rank >= BoardMemberFigures.SmallestShown);
    }

    /// <summary>The last period of the trend: of a board member a whole quarter, because its months may be shown together.</summary>
    public FigurePeriod LastOfTrend => isBoard ? FigurePeriod.QuarterOf(counts.Period.To) : counts.Period;

    /// <summary>Whether a whole may be shown beside a part of it.</summary>
    public bool MayShow(int whole, int part) => !isBoard || (!SmallNumbers.IsSmall(whole) && !SmallNumbers.IsSmall(part) && !SmallNumbers.IsSmall(whole - part));

    /// <summary>Whether each step of the funnel is shown: its differences with the outcomes come down to the fewest that it knows.</summary>
    public bool ShowsFunnel => !isBoard || (HasParts && Now.IsWhole && !SmallNumbers.IsSmall(counts.Data.Funnel.Fewest));

    /// <summary>The rows of a cut; null where they cannot be shown.</summary>
    public CutSight? Cut(FigureCut cut, FigureNames names)
    {
        if (!counts.Data.Cuts.TryGetValue(cut, out var cells)) { return null; }
        if (!isBoard) { return new([.. cells.Where(c => c.Outcome.IsCounted()).Select(c => c.Key).Distinct().Select(k => (IReadOnlyList<string>)[k])], true); }
        if (!HasParts) { return null; }
        if (cut != FigureCut.Service) { return BoardCuts.Of(Now, Counted(cells)); }
        var providers = Counted(counts.Data.Cuts[FigureCut.Provider]);
        if (BoardCuts.Of(Now, providers) is not { } wider) { return null; }
        var services = Counted(cells);
        var own = services.Select(c => c.Key).Distinct().ToLookup(s => Guid.TryParse(s, out var id) && names.ProviderOf.TryGetValue(id, out var of) ? $"{of}" : "");
        return BoardCuts.Of(Now, services, [.. wider.Groups.Select(g => ((IReadOnlyList<FigureCell>)[.. providers.Where(c => g.Contains(c.Key))], (IReadOnlyList<string>)[.. g.SelectMany(p => own[p])]))]);
    }

    private static IReadOnlyList<FigureCell> Counted(IReadOnlyList<FigureCell> cells) => [.. cells.Where(c => c.Outcome.IsCounted())];
}
