using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>All that one page of figures is made of, as it was counted.</summary>
/// <param name="Period">The period.</param>
/// <param name="Data">Its counts; of a reported period, for a board member, as they were reported.</param>
/// <param name="Months">Every month of the trend, of the period and of the one before, in whole quarters.</param>
/// <param name="Before">The cells of the same period before.</param>
/// <param name="Reported">The period as it was reported, or null.</param>
/// <param name="Current">Its cells as they stand, beside what was reported.</param>
internal sealed record FigureCounts(FigurePeriod Period, FigureData Data, IReadOnlyList<FigureCell> Months, IReadOnlyList<FigureCell> Before, ReportedPeriod? Reported, IReadOnlyList<FigureCell> Current)
{
    /// <summary>The last month of the trend: of the period, as far as anything has fallen due.</summary>
    public static FigurePeriod LastMonth(FigurePeriod period, DateOnly today)
    {
        var yesterday = today.AddDays(-1);
        return FigurePeriod.MonthOf(period.To < yesterday ? period.To : yesterday > period.From ? yesterday : period.From);
    }

    /// <summary>The points of the trend: 13 months, or 8 quarters.</summary>
    public static IReadOnlyList<FigurePeriod> Trend(FigurePeriod lastMonth, bool quarters)
    {
        var points = new List<FigurePeriod>();
        for (var p = quarters ? FigurePeriod.QuarterOf(lastMonth.From) : lastMonth; points.Count < (quarters ? 8 : 13); p = p.Before) { points.Add(p); }
        points.Reverse();
        return points;
    }

    /// <summary>Counts them.</summary>
    /// <param name="count">Counts in the reader's reach.</param>
    /// <param name="choice">What is looked at, with its period.</param>
    /// <param name="isBoard">Whether the reader sees periods as they were reported.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<FigureCounts> ReadAsync(FigureCounting count, FigureChoice choice, bool isBoard, DateOnly today, CancellationToken ct)
    {
        var period = choice.Period!;
        var from = Earliest(Trend(LastMonth(period, today), choice.Quarters)[0].From, period.Before.From, period.From);
        // whole quarters, because what is shown of a month depends on its quarter
        var range = new FigurePeriod(PeriodKind.Free, FigurePeriod.QuarterOf(from).From, FigurePeriod.QuarterOf(period.To).To);
        var reported = choice.Filters.Any ? new Dictionary<string, ReportedPeriod>() : await count.ReportedAsync(range.From, range.To, ct);
        var own = reported.GetValueOrDefault(period.Word);
        var (data, current) = isBoard && own is not null ? (own.Data, await count.ByMonthAsync(choice.Filters, range, today, ct))
            : period.Kind != PeriodKind.Free ? await count.ReadAroundAsync(choice.Filters, range, period, Cuts(choice.Cut), today, ct)
            : (await count.ReadAsync(choice.Filters, period, Cuts(choice.Cut), today, ct), await count.ByMonthAsync(choice.Filters, range, today, ct));
        var months = isBoard ? AsReported(current, reported) : current;
        // of a year whose quarters were reported, a board member reads what was reported
        if (isBoard && own is null) { data = data with { Months = Of(months, period) }; }
        return new(period, data, months, period.Kind == PeriodKind.Free ? await count.ByMonthAsync(choice.Filters, period.Before, today, ct) : Of(months, period.Before), own, Of(current, period));
    }

    /// <summary>The cells of whole months that a period holds.</summary>
    public static IReadOnlyList<FigureCell> Of(IReadOnlyList<FigureCell> months, FigurePeriod period)
    {
        var words = period.EachMonth().Select(m => m.Word).ToHashSet();
        return [.. months.Where(c => words.Contains(c.Key))];
    }

    // the story names providers and services, whatever the cut
    private static FigureCut[] Cuts(FigureCut chosen) => [.. new[] { FigureCut.Provider, FigureCut.Service, chosen }.Distinct()];

    // a month as the report of its quarter has it; otherwise its own; otherwise that of its year
    private static IReadOnlyList<FigureCell> AsReported(IReadOnlyList<FigureCell> current, IReadOnlyDictionary<string, ReportedPeriod> reported)
    {
        ReportedPeriod? Report(FigurePeriod month) => reported.GetValueOrDefault(FigurePeriod.QuarterOf(month.From).Word) ?? reported.GetValueOrDefault(month.Word) ?? reported.GetValueOrDefault(FigurePeriod.AcademicYearOf(month.From).Word);
        var months = current.Concat(reported.Values.SelectMany(r => r.Data.Months)).Select(c => c.Key).Distinct();
        return [.. months.SelectMany(m => (Report(FigurePeriod.Parse(m)!)?.Data.Months ?? current).Where(c => c.Key == m))];
    }

    private static DateOnly Earliest(params DateOnly[] days) => days.Min();
}
