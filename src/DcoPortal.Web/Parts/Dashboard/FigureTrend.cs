using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Platform.Ui.Charts;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>The share in time over 13 months or 8 quarters, drawn and as a table.</summary>
internal static class FigureTrend
{
    public static RunChart Chart(FigureChoice choice, FigureCounts counts, FigureSights sights, DateOnly today)
    {
        var points = Shown(choice, counts, sights, today);
        return new($"In time, last {UkText.Count(points.Count, choice.Quarters ? "quarter" : "month")}", [.. points.Select(p => new RunPoint(Name(p.With, p.Period, today), Mark(p.Period), p.With.Count > 1 ? null : p.Share.Percent, p.Period.Word == counts.Period.Word, !p.Period.HasEnded(today)))]);
    }

    /// <summary>What is shown of several months together, which is the share of none of them: no points, and a sentence; or null.</summary>
    public static string? Together(FigureChoice choice, FigureCounts counts, FigureSights sights, DateOnly today)
    {
        var together = Shown(choice, counts, sights, today).Where(p => p.With.Count > 1 && p.Share.IsShown).DistinctBy(p => Name(p.With, p.Period, today)).Select(p => $"{Name(p.With, p.Period, today)}, {p.Share.Text}").ToList();
        return together.Count == 0 ? null : $"Shown together, because the months alone could point to a child: {string.Join("; ", together)}.";
    }

    /// <summary>The figures of each point: months that are shown together are one row.</summary>
    public static IReadOnlyList<(string Name, string InTime, string Of, string Share)> Rows(FigureChoice choice, FigureCounts counts, FigureSights sights, DateOnly today) =>
        [.. Shown(choice, counts, sights, today).DistinctBy(p => Name(p.With, p.Period, today)).Select(p =>
            (Name(p.With, p.Period, today).Capitalised(), p.Share.MayBeSeen ? FigureShare.Number(p.Share.Part) : p.Share.Text, p.Share.MayBeSeen ? FigureShare.Number(p.Share.Whole) : p.Share.Text, p.Share.Text))];

    // what comes before the first share says nothing: there was no portal yet, or too little to show
    private static List<(FigurePeriod Period, IReadOnlyList<FigurePeriod> With, FigureShare Share)> Shown(FigureChoice choice, FigureCounts counts, FigureSights sights, DateOnly today)
    {
        var points = Points(choice, counts, sights, today).ToList();
        var shown = points.SkipWhile(p => !p.Share.IsShown).ToList();
        return shown.Count > 0 ? shown : points;
    }

    private static IEnumerable<(FigurePeriod Period, IReadOnlyList<FigurePeriod> With, FigureShare Share)> Points(FigureChoice choice, FigureCounts counts, FigureSights sights, DateOnly today)
    {
        var all = FigureCounts.Trend(FigureCounts.LastMonth(sights.LastOfTrend, today), choice.Quarters);
        return
            from period in all
            let months = period.Kind == PeriodKind.Quarter ? sights.Of(period).Share ? [period] : [] : sights.WithMonth(period)
            // months that are shown with one before the trend are none of it
            let with = months.All(all.Contains) ? months : (IReadOnlyList<FigurePeriod>)[]
            let row = SmallNumbers.Row(with.SelectMany(p => FigureCounts.Of(counts.Months, p)))
            select (period, with, FigureShare.Of(row, mayBeSeen: with.Count > 0));
    }

    private static string Name(IReadOnlyList<FigurePeriod> with, FigurePeriod period, DateOnly today) => with.Count < 2 ? $"{period.Name}{(period.HasEnded(today) ? "" : ", so far")}" : string.Join(" and ", with.Select(p => p.Name));

    private static string Mark(FigurePeriod period) => period.Kind == PeriodKind.Quarter
        ? $"{period.From.ToString("MMM", UkText.Culture)[..3]} {period.From.Year % 100:00}" : period.From.ToString("MMM", UkText.Culture)[..3];
}
