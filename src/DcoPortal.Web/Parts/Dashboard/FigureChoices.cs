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
        return [.. offered.Where(p => !isBoard || (p.Kind != PeriodKind.Month && p.HasEnded(today))).Select(p => new SelectListItem($"{char.ToUpperInvariant(p.Name[0])}{p.Name[1..]}{(p.HasEnded(today) ? "" : ", so far")}", p.Word, p.Word == chosen.Word))];
    }

    private static IEnumerable<FigurePeriod> Back(FigurePeriod period, int count)
    {
        for (var n = 0; n < count; n++, period = period.Before) { yield return period; }
    }
}
