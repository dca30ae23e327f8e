using DcoPortal.Domain.Figures;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>The periods that a person can choose from, the newest of each kind first.</summary>
internal static class FigureChoices
{
    public static IReadOnlyList<SelectListItem> Periods(FigurePeriod chosen, DateOnly today, bool isBoard)
    {
        List<FigurePeriod> offered =
        [
            .. Back(FigurePeriod.QuarterOf(today), 12),
            .. Back(FigurePeriod.MonthOf(today), 25),
            .. Back(FigurePeriod.AcademicYearOf(today), 4),
        ];
        if (chosen.Kind != PeriodKind.Free && offered.TrueForAll(p => p.Word != chosen.Word)) { offered.Insert(0, chosen); }
        return [.. offered.Where(p => !isBoard || IsForBoard(p, today)).Select(p => new SelectListItem($"{char.ToUpperInvariant(p.Name[0])}{p.Name[1..]}{(p.HasEnded(today) ? "" : ", so far")}", p.Word, p.Word == chosen.Word))];
    }

    /// <summary>Whether a board member may see a period: once the quarter of its last day has ended, because what is shown of a month depends on its quarter.</summary>
    public static bool IsForBoard(FigurePeriod period, DateOnly today) => period.Kind != PeriodKind.Free && FigurePeriod.QuarterOf(period.To).HasEnded(today);

    private static IEnumerable<FigurePeriod> Back(FigurePeriod period, int count)
    {
        for (var n = 0; n < count; n++, period = period.Before) { yield return period; }
    }
}
