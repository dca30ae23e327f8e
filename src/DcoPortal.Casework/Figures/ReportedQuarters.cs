using System.Text.Json;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>A quarter as it was reported.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Data">Its figures on that day.</param>
/// <param name="ByName">The person who reported them.</param>
/// <param name="Utc">When, UTC.</param>
public sealed record ReportedQuarter(FigurePeriod Quarter, FigureData Data, string ByName, DateTime Utc);

/// <summary>Reads what was reported.</summary>
public static class ReportedQuarters
{
    /// <summary>The quarters of a context's board that were reported and begin in a range of days, by their words.</summary>
    public static async Task<IReadOnlyDictionary<string, ReportedQuarter>> ReportedAsync(this PortalDb db, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var rows = await db.ReportedFigures.AsNoTracking().Where(f => f.From >= from && f.From <= to).OrderBy(f => f.From).ThenBy(f => f.Id).ToListAsync(ct);
        return rows.Select(f => new ReportedQuarter(FigurePeriod.QuarterOf(f.From), JsonSerializer.Deserialize<FigureData>(f.Figures, ReportFiguresHandler.Json)!, f.ReportedByName, f.ReportedUtc))
            .ToDictionary(q => q.Quarter.Word);
    }
}
