using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Reads all the counts of a period at once.</summary>
public static class FigureReading
{
    /// <summary>The counts of a period as the requests stand, with the cuts that are asked for.</summary>
    public static async Task<FigureData> ReadAsync(this FigureCounting count, FigureFilters filters, FigurePeriod period, IReadOnlyCollection<FigureCut> cuts, DateOnly today, CancellationToken ct)
    {
        var byCut = new Dictionary<FigureCut, IReadOnlyList<FigureCell>>();
        foreach (var cut in cuts) { byCut[cut] = await count.ByAsync(cut, filters, period, today, ct); }
        var steps = new Dictionary<FigureStep, KeptDays>();
        foreach (var step in Enum.GetValues<FigureStep>()) { steps[step] = await count.StepAsync(step, filters, period, today, ct); }
        return new()
        {
            Months = await count.ByMonthAsync(filters, period, today, ct),
            Cuts = byCut,
            Details = await count.DetailsAsync(filters, period, today, ct),
            Asked = await count.AskedToAdviceAsync(filters, period, today, ct),
            Steps = steps,
            Plans = await count.PlansAsync(filters, period, ct),
            Funnel = await count.FunnelAsync(filters, period, today, ct),
        };
    }
}
