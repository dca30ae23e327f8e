using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>All that one page of figures is made of, as it was counted.</summary>
/// <param name="Period">The period.</param>
/// <param name="Data">Its counts; of a reported quarter, for a board member, as they were reported.</param>
/// <param name="Months">Every month of the trend, of the period and of the one before.</param>
/// <param name="Before">The cells of the same period before.</param>
/// <param name="Funnel">The funnel, and the period that it is of.</param>
/// <param name="Reported">The quarter as it was reported, or null.</param>
internal sealed record FigureCounts(FigurePeriod Period, FigureData Data, IReadOnlyList<FigureCell> Months, IReadOnlyList<FigureCell> Before, (FigurePeriod Of, FigureFunnel Counts) Funnel, ReportedQuarter? Reported)
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
    /// <param name="isBoard">Whether the reader sees quarters as they were reported.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<FigureCounts> ReadAsync(FigureCounting count, FigureChoice choice, bool isBoard, DateOnly today, CancellationToken ct)
    {
        var period = choice.Period!;
        var lastMonth = LastMonth(period, today);
        var from = Earliest(Trend(lastMonth, choice.Quarters)[0].From, period.Before.From, period.From);
        // whole quarters, because what is hidden of a month depends on its quarter
        var range = new FigurePeriod(PeriodKind.Free, FigurePeriod.QuarterOf(from).From, FigurePeriod.QuarterOf(period.To).To);
        var months = await count.ByMonthAsync(choice.Filters, range, today, ct);
        var reported = choice.Filters.Any ? new Dictionary<string, ReportedQuarter>() : await count.ReportedAsync(range.From, range.To, ct);
        var own = period.Kind == PeriodKind.Quarter ? reported.GetValueOrDefault(period.Word) : null;
        if (isBoard) { months = [.. months.Where(c => !reported.ContainsKey(QuarterWord(c.Key))), .. reported.Values.SelectMany(r => r.Data.Months)]; }
        FigureCut[] cuts = choice.Cut == FigureCut.Service ? [FigureCut.Provider, FigureCut.Service] : [FigureCut.Provider, choice.Cut];
        var data = isBoard && own is not null ? own.Data : await count.ReadAsync(choice.Filters, period, [.. cuts.Distinct()], today, ct);
        // a board member has the funnel of a whole period, whose totals are shown
        var funnelOf = isBoard || period.Kind == PeriodKind.Month ? period : lastMonth;
        var funnel = funnelOf == period ? data.Funnel : await count.FunnelAsync(choice.Filters, funnelOf, today, ct);
        return new(period, data, months, period.Kind == PeriodKind.Free ? await count.ByMonthAsync(choice.Filters, period.Before, today, ct) : Of(months, period.Before), (funnelOf, funnel), own);
    }

    /// <summary>The cells of whole months that a period holds.</summary>
    public static IReadOnlyList<FigureCell> Of(IReadOnlyList<FigureCell> months, FigurePeriod period)
    {
        var words = period.EachMonth().Select(m => m.Word).ToHashSet();
        return [.. months.Where(c => words.Contains(c.Key))];
    }

    private static string QuarterWord(string month) => FigurePeriod.QuarterOf(FigurePeriod.Parse(month)!.From).Word;

    private static DateOnly Earliest(params DateOnly[] days) => days.Min();
}
