using System.Globalization;

namespace DcoPortal.Domain.Statutory.Forecasting;

// the final plan while answers are outstanding and the law still allows its date
internal static class WaitingForecast
{
    public static Milestone Of(ForecastInput input, Deadline plan, IReadOnlyList<ExpectedAnswer> answers)
    {
        var slowest = answers.FirstOrDefault(a => a.ExpectedOn is not null);
        DateOnly? expected = slowest?.ExpectedOn is { } on ? Later(on.AddDays(input.DraftingDays), input.Today) : null;
        var slow = answers.Max(a => a.SlowOn)?.AddDays(input.DraftingDays);
        var isComplete = answers.All(a => a.ExpectedOn is not null);
        var isBeyond = answers.Any(a => a.Basis == ForecastBasis.LongerThanHistory);
        var isShort = input.Today.AddDays(input.DraftingDays) > plan.Due;
        var outlook = isShort || isBeyond || expected > plan.Due ? Outlook.ExpectedLate
            : !isComplete ? Outlook.NotEnoughHistory
            : slow > plan.Due || answers.Any(RestsOnWord) ? Outlook.Tight : Outlook.OnCourse;
        List<string> sentences = [Lead(DeadlineWords.Day(plan.Due), outlook, isShort, Late(expected > plan.Due, slowest), slow > plan.Due, input.DraftingDays), .. Last(slowest, expected, isComplete, input.DraftingDays), .. Without(answers), .. WithNobody(answers)];
        return new(plan, outlook, isComplete ? expected : null, string.Join(' ', sentences));
    }

    // where no pace speaks for it, the day that was recorded is all there is
    private static bool RestsOnWord(ExpectedAnswer answer) => answer is { Basis: ForecastBasis.Recorded, SlowOn: null };

    private static string? Late(bool isLate, ExpectedAnswer? slowest) => !isLate ? null
        : slowest!.Basis == ForecastBasis.Recorded ? "if the last answer comes on the day that was recorded for it" : "at the pace the services have lately kept";

    private static string Lead(string due, Outlook outlook, bool isShort, string? late, bool isSlowLate, int draftingDays) => outlook switch
    {
        Outlook.OnCourse => $"{due} is on course to be kept.",
        Outlook.Tight when !isSlowLate => $"{due} can be kept if the answers come on the days recorded for them.",
        Outlook.Tight => $"{due} can be kept at the usual pace, but not if the answers are as slow as the slowest quarter.",
        Outlook.NotEnoughHistory => $"Whether {due} will be kept cannot be said: there is not enough history.",
        _ when isShort => $"{due} can be kept only if every answer comes now and drafting takes less than the usual {DeadlineWords.Days(draftingDays)}.",
        _ when late is not null => $"{due} can still be kept, but not {late}.",
        _ => $"{due} can still be kept, but nobody can say when the last answer comes.",
    };

    private static IEnumerable<string> Last(ExpectedAnswer? slowest, DateOnly? expected, bool isComplete, int draftingDays)
    {
        if (slowest?.ExpectedOn is { } last && expected is { } ready)
        {
            yield return $"{(isComplete ? "The last advice" : "The last advice that can be forecast")} is that of {slowest.Request.History.ServiceName}, expected about {DeadlineWords.Day(last)} ({slowest.BasedOn}), and {DeadlineWords.Days(draftingDays)} to draft, with the family's time to comment in them, make {DeadlineWords.Day(ready)}.";
        }
    }

    private static IEnumerable<string> Without(IReadOnlyList<ExpectedAnswer> answers)
    {
        var unknown = answers.Where(a => a.ExpectedOn is null).ToList();
        if (unknown.Count == 0) { yield break; }
        var (first, others) = (unknown[0], unknown.Count - 1);
        var what = first.Basis == ForecastBasis.LongerThanHistory ? "has waited longer than nearly all before it" : "has no forecast";
        yield return $"The advice of {first.Request.History.ServiceName} {what} ({first.BasedOn}){(others > 0 ? $", and {others.ToString(CultureInfo.InvariantCulture)} more cannot be forecast" : "")}.";
    }

    // the time of a service begins when it is asked
    private static IEnumerable<string> WithNobody(IReadOnlyList<ExpectedAnswer> answers)
    {
        var unsent = answers.Where(a => a.Request.IsWithNobody).Select(a => a.Request.History.ServiceName).ToList();
        if (unsent.Count > 0) { yield return $"Nobody has the request for the advice of {unsent[0]}{(unsent.Count == 1 ? "" : unsent.Count == 2 ? " and of 1 other" : $" and of {(unsent.Count - 1).ToString(CultureInfo.InvariantCulture)} others")} now: it is counted as if it were asked for today."; }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
