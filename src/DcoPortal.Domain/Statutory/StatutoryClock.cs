namespace DcoPortal.Domain.Statutory;

/// <summary>The clock: dates in, deadlines out. It knows no "now", never pauses and is never moved by an exemption.</summary>
public static class StatutoryClock
{
    /// <summary>The local authority's limits (SI 2014/1530 regulations 5, 10 and 13).</summary>
    /// <param name="route">How the assessment began.</param>
    /// <param name="anchor">The day the authority received the request or became responsible, Europe/London.</param>
    /// <exception cref="ArgumentOutOfRangeException">A due date is past the year 9999.</exception>
    public static AssessmentDeadlines ForAssessment(OriginRoute route, DateOnly anchor) => new(
        For(DeadlineKind.DecisionToAssess, route, anchor),
        For(DeadlineKind.NoPlanNotice, route, anchor),
        For(DeadlineKind.FinalPlan, route, anchor));

    /// <summary>Health's 6 weeks for statutory advice (regulation 8(1)), however late or early the authority asked.</summary>
    /// <param name="receivedByHealth">The day the health side received the request, Europe/London.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date is past the year 9999.</exception>
    public static Deadline ForHealthAdvice(DateOnly receivedByHealth) => For(DeadlineKind.HealthAdvice, null, receivedByHealth);

    /// <summary>The local 2-week target for information already held, asked for before the decision to assess. Not law.</summary>
    /// <param name="receivedByHealth">The day the health side received the request, Europe/London.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date is past the year 9999.</exception>
    public static Deadline ForEarlyInformation(DateOnly receivedByHealth) => For(DeadlineKind.EarlyInformation, null, receivedByHealth);

    /// <summary>
    /// The week that a day falls in, so that the due date of an N-week limit is in week N. The day of the event is left out
    /// of the count: week 1 is the anchor and the seven days after it. 0 before the anchor.
    /// </summary>
    /// <param name="anchor">The day the clock started, Europe/London.</param>
    /// <param name="today">The day asked about, Europe/London.</param>
    public static int WeekOf(DateOnly anchor, DateOnly today)
    {
        var days = today.DayNumber - anchor.DayNumber;
        return days < 0 ? 0 : Math.Max(1, (days + 6) / 7);
    }

    private static Deadline For(DeadlineKind kind, OriginRoute? route, DateOnly anchor)
    {
        var rule = StatutoryRules.For(kind, route, anchor);
        return new(kind, anchor, rule.DueFrom(anchor), rule);
    }
}
