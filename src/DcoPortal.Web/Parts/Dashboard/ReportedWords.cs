using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>What was reported of a quarter, and what changed since: a correction never takes the place of what was reported.</summary>
internal static class ReportedWords
{
    public static ReportedLine Of(ReportedQuarter reported, IReadOnlyDictionary<string, int> now, FigureSight sight, bool isBoard)
    {
        var then = SmallNumbers.Row(reported.Data.Months);
        var share = sight.Share(reported.Quarter.Word, then);
        var on = $"Reported on {UkText.LongDate(UkClock.DateOf(reported.Utc))}";
        // a board member reads what was reported; one request that was corrected since is a small number too
        if (isBoard) { return new($"{on}. These are the figures as they were reported.", []); }
        var changed = AdviceOutcomes.Counted.Select(o => (Name: o.Label(), Then: then[$"{o}"], Now: now[$"{o}"])).Append((Name: "All that fell due", Then: then[SmallNumbers.Total], Now: now[SmallNumbers.Total])).Where(c => c.Then != c.Now).ToList();
        return new($"{on} by {reported.ByName}: {share.TextOf} in time. {(changed.Count == 0 ? "Nothing has been corrected since." : "Corrected since:")}",
            [.. changed.Select(c => (c.Name, FigureSight.Number(c.Then), FigureSight.Number(c.Now)))]);
    }
}
