using System.Globalization;

namespace DcoPortal.Domain.Statutory.Forecasting;

/// <summary>
/// Whether the notice if no plan is needed and the final plan of an open assessment can still be in time, from the outstanding requests and the
/// time each service has lately taken. A forecast, never a due date. It names its basis, or says that there is not enough history.
/// </summary>
/// <param name="NoPlanNotice">The no-plan notice: in time when all advice is in by then. Null where there is no such limit.</param>
/// <param name="FinalPlan">The final plan: in time when the advice is in and drafted by then. Null where its date is not known yet.</param>
/// <param name="Answers">Each outstanding request, the slowest first; requests without a basis before them.</param>
/// <param name="CriticalPath">The slowest outstanding request; null when none is outstanding, or one without a basis may be slower.</param>
public sealed record AssessmentForecast(Milestone? NoPlanNotice, Milestone? FinalPlan, IReadOnlyList<ExpectedAnswer> Answers, ExpectedAnswer? CriticalPath)
{
    /// <summary>The forecast of one limit, or null where there is none.</summary>
    public Milestone? Of(DeadlineKind limit) => limit switch
    {
        DeadlineKind.NoPlanNotice => NoPlanNotice,
        DeadlineKind.FinalPlan => FinalPlan,
        _ => null,
    };

    /// <summary>Makes the forecast.</summary>
    /// <param name="input">The open assessment.</param>
    public static AssessmentForecast Of(ForecastInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        List<ExpectedAnswer> answers =
        [
            .. input.Outstanding.Select(r => AnswerForecast.Of(r, input.Today))
                .OrderBy(a => a.ExpectedOn is not null).ThenByDescending(a => a.ExpectedOn).ThenBy(a => a.Request.Reference, StringComparer.Ordinal),
        ];
        var isComplete = answers.All(a => a.ExpectedOn is not null);
        var slowest = answers.FirstOrDefault(a => a.ExpectedOn is not null);
        return new(
            Mark(input, input.Deadlines.NoPlanNotice, 0, answers, slowest, isComplete),
            Mark(input, input.Deadlines.FinalPlan, input.DraftingDays, answers, slowest, isComplete),
            answers, isComplete ? slowest : null);
    }

    private static Milestone? Mark(ForecastInput input, Deadline? deadline, int days, List<ExpectedAnswer> answers, ExpectedAnswer? slowest, bool isComplete)
    {
        if (deadline is null) { return null; }
        // once every answer is in, drafting is counted from the day of the last one; nothing can be ready before today
        var start = answers.Count == 0 ? input.AdviceInOn ?? input.Today : input.Today;
        var soonest = Later(start.AddDays(days), input.Today);
        DateOnly? expected = answers.Count == 0 ? soonest : slowest?.ExpectedOn is { } on ? Later(on.AddDays(days), input.Today) : null;
        DateOnly? slow = answers.Count == 0 ? soonest : answers.Max(a => a.SlowOn)?.AddDays(days);
        var outlook = soonest > deadline.Due ? Outlook.OutOfReach
            : expected > deadline.Due ? Outlook.ExpectedLate
            : !isComplete ? Outlook.NotEnoughHistory
            : slow > deadline.Due ? Outlook.Tight : Outlook.OnCourse;
        return new(deadline, outlook, isComplete ? expected : null, Words(deadline, outlook, expected, days, answers, slowest, isComplete));
    }

    private static string Words(Deadline deadline, Outlook outlook, DateOnly? expected, int days, List<ExpectedAnswer> answers, ExpectedAnswer? slowest, bool isComplete)
    {
        var due = DeadlineWords.Day(deadline.Due);
        List<string> sentences =
        [
            outlook switch
            {
                Outlook.OnCourse => $"{due} is on course to be kept.",
                Outlook.Tight => $"{due} can be kept at the usual pace, but not if the answers are as slow as the slowest quarter.",
                Outlook.ExpectedLate => $"{due} can still be kept, but not at the pace the services have lately kept.",
                Outlook.OutOfReach => $"{due} cannot be kept any more, even if every answer came today.",
                _ => $"Whether {due} will be kept cannot be said: there is not enough history.",
            },
        ];
        var drafting = days > 0 ? $", and {DeadlineWords.Days(days)} to draft make {(expected is { } ready ? DeadlineWords.Day(ready) : "")}" : "";
        if (answers.Count == 0) { sentences.Add(days > 0 ? $"All advice is in{drafting}." : "All advice is in."); }
        else if (slowest?.ExpectedOn is { } last)
        {
            var which = isComplete ? "The last advice" : "The last advice that can be forecast";
            sentences.Add($"{which} is that of {slowest.Request.History.ServiceName}, expected about {DeadlineWords.Day(last)} ({slowest.BasedOn}){drafting}.");
        }

        if (answers.Find(a => a.ExpectedOn is null) is { } unknown)
        {
            var others = answers.Count(a => a.ExpectedOn is null) - 1;
            sentences.Add($"The advice of {unknown.Request.History.ServiceName} has no forecast ({unknown.BasedOn}){(others > 0 ? $", nor have {others.ToString(CultureInfo.InvariantCulture)} more" : "")}.");
        }

        return string.Join(' ', sentences);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
