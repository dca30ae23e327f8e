using System.Globalization;

namespace DcoPortal.Domain.Statutory.Forecasting;

// one request against the history of its service
internal static class AnswerForecast
{
    // fewer than three answers that took longer than this request has waited would be chance
    private const int FewestLonger = 3;

    // nearly all came sooner where at most one in so many took as long
    private const int NearlyAll = 10;

    public static ExpectedAnswer Of(OutstandingRequest request, DateOnly today) => RecordedDay.NotBefore(AtThePace(request, today), today);

    private static ExpectedAnswer AtThePace(OutstandingRequest request, DateOnly today)
    {
        var history = request.History;
        var count = history.AnswerDays.Count;
        var period = $"by {history.ServiceName} in the last {history.Months.ToString(CultureInfo.InvariantCulture)} months";
        if (count < ServiceHistory.FewestAnswers)
            return new(request, ForecastBasis.NotEnoughHistory, null, null, $"not enough history: {Answers(count)} {period}");

        // the answer cannot come before today, so only the answers that took at least as long still count
        var gone = Math.Max(0, today.DayNumber - request.StartedOn.DayNumber);
        List<int> longer = [.. history.AnswerDays.Where(d => d >= gone).Order()];
        if (longer.Count < FewestLonger)
            return new(request, longer.Count * NearlyAll <= count ? ForecastBasis.LongerThanHistory : ForecastBasis.FewTookThatLong, null, null, $"already at {DeadlineWords.Days(gone)}: {(longer.Count == 0 ? "none" : longer.Count.ToString(CultureInfo.InvariantCulture))} of {Answers(count)} {period} took that long");

        var basis = longer.Count == count
            ? $"median of {Answers(count)} {period}"
            : $"median of the {longer.Count.ToString(CultureInfo.InvariantCulture)} of {Answers(count)} {period} that took {DeadlineWords.Days(gone)} or more";
        return new(request, ForecastBasis.History, request.StartedOn.AddDays(Share(longer, 1, 2)), request.StartedOn.AddDays(Share(longer, 3, 4)), basis);
    }

    private static string Answers(int count) => count == 1 ? "1 answer" : $"{count.ToString(CultureInfo.InvariantCulture)} answers";

    // the answer time at the given share of the answers in order; of two middle ones the slower
    private static int Share(List<int> inOrder, int numerator, int denominator)
    {
        var index = numerator * inOrder.Count / denominator;
        return inOrder[Math.Min(index, inOrder.Count - 1)];
    }
}
