using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>Whether a period was reported, and what changed since: a correction never takes the place of what was reported.</summary>
internal static class ReportedWords
{
    /// <summary>Of a period that was not reported, or whose report the reader has no part in: that it may change.</summary>
    /// <param name="period">The period.</param>
    /// <param name="today">Today in Europe/London.</param>
    /// <param name="mayRead">Whether the reader sees what the board reported; an authority's own figures are part of it, and are not frozen.</param>
    public static ReportedLine NotYet(FigurePeriod period, DateOnly today, bool mayRead) => period switch
    {
        _ when !period.HasEnded(today) => new("This period has not ended: its figures change every day.", []),
        { Kind: PeriodKind.Free } => new("These days are never reported: their figures change when a late answer, an outcome or a corrected date is recorded.", []),
        _ when !mayRead => new("These are your own figures as they are today: they change when a late answer, an outcome or a corrected date is recorded. The integrated care board reports its own for all its authorities.", []),
        _ => new("Not reported yet: these figures may still change.", []),
    };

    /// <summary>Of a period that was reported.</summary>
    public static ReportedLine Of(ReportedPeriod reported, IReadOnlyList<FigureCell> current, bool isBoard)
    {
        var (then, now) = (SmallNumbers.Row(reported.Data.Months), SmallNumbers.Row(current));
        var on = UkText.LongDate(UkClock.DateOf(reported.Utc));
        var changed = AdviceOutcomes.Counted.Select(o => (Name: o.Label(), Then: then[$"{o}"], Now: now[$"{o}"])).Append((Name: "All that fell due", Then: then[SmallNumbers.Total], Now: now[SmallNumbers.Total])).Where(c => c.Then != c.Now).ToList();
        // one request that was corrected since is a small number too
        if (isBoard) { return new($"Reported on {on}. These are the figures as they were reported. {(changed.Count == 0 ? "No total has changed since." : "Something has been corrected since: the DCO service sees what.")}", []); }
        return new($"Reported on {on} by {reported.ByName}: {FigureShare.Of(then, true).TextOf} in time. {(changed.Count == 0 ? "No total has changed since." : "Corrected since:")}",
            [.. changed.Select(c => (c.Name, FigureShare.Number(c.Then), FigureShare.Number(c.Now)))])
        { AsReported = (on, FigureShare.Of(then, true).Text, then) };
    }
}
