using System.Text.Json;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>A month, quarter or academic year as it was reported.</summary>
/// <param name="Period">The period.</param>
/// <param name="Data">Its figures on that day.</param>
/// <param name="ByName">The person who reported them.</param>
/// <param name="Utc">When, UTC.</param>
public sealed record ReportedPeriod(FigurePeriod Period, FigureData Data, string ByName, DateTime Utc);

/// <summary>Reads what was reported.</summary>
public static class ReportedPeriods
{
    /// <summary>What of a context's board was reported and begins in a range of days, by the words of the periods.</summary>
    public static async Task<IReadOnlyDictionary<string, ReportedPeriod>> ReportedAsync(this PortalDb db, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var rows = await db.ReportedFigures.AsNoTracking().Where(f => f.From >= from && f.From <= to).OrderBy(f => f.From).ThenBy(f => f.Id).ToListAsync(ct);
        return rows.Select(f => new ReportedPeriod(Of(f.From, f.To), JsonSerializer.Deserialize<FigureData>(f.Figures, ReportFiguresHandler.Json)!, f.ReportedByName, f.ReportedUtc)).ToDictionary(p => p.Period.Word);
    }

    private static FigurePeriod Of(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) switch
    {
        < 31 => FigurePeriod.MonthOf(from),
        < 100 => FigurePeriod.QuarterOf(from),
        _ => FigurePeriod.AcademicYearOf(from),
    };
}
