using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Requests;

// the dates of a request: the day health received it, its deadline, and the day the ladder counts from
public sealed partial class AdviceRequest
{
    /// <summary>The deadline with its rule and, beside a statutory one, the authority's own stricter date.</summary>
    /// <param name="settings">The authority's and the board's settings.</param>
    public Deadline DeadlineWith(ClockSettings settings) => DeadlineOf(Kind, ReceivedByHealthOn, DueOn, settings, LapsedOn);

    /// <summary>The deadline of a request from its days alone, as a list or feed reads it.</summary>
    /// <param name="kind">Statutory advice or early information.</param>
    /// <param name="receivedByHealth">The day health received the request (Europe/London).</param>
    /// <param name="dueOn">The stored due date: early information keeps the target with which the request was made.</param>
    /// <param name="settings">The authority's and the board's settings.</param>
    /// <param name="lapsedOn">The day on which the assessment ended, by the due date; or null (Europe/London).</param>
    public static Deadline DeadlineOf(AdviceKind kind, DateOnly receivedByHealth, DateOnly dueOn, ClockSettings settings, DateOnly? lapsedOn = null) => (kind == AdviceKind.Statutory
        ? StatutoryClock.ForHealthAdvice(receivedByHealth, settings)
        : StatutoryClock.ForEarlyInformation(receivedByHealth, new ClockSettings(earlyInformationDays: Math.Clamp(dueOn.DayNumber - receivedByHealth.DayNumber, 1, 42)))) with
    { LapsedOn = lapsedOn };

    /// <inheritdoc cref="Figures.AdviceFacts.LapsedOn" />
    public DateOnly? LapsedOn => Figures.AdviceFacts.Of(this).LapsedOn;

    /// <summary>Whether its due date or target still runs: what was returned once has met or missed it, whatever is asked for since.</summary>
    public bool HasDateRunning => !Stage.IsEnd() && ReturnedOn is null && LapsedOn is null;

    /// <summary>Whether an answer is still to come for a case that goes on: none was submitted, and neither the request nor the assessment has ended.</summary>
    public bool IsAwaited => !Stage.IsEnd() && AnsweredOn is null && ReturnedOn is null && CaseEndedOn is null;

    /// <summary>When the holder was last asked, from the request's instants alone. All UTC.</summary>
    public static DateTime? LastAsked(DateTime? sentUtc, DateTime? sentBackUtc) => sentUtc is not null && sentBackUtc > sentUtc ? sentBackUtc : sentUtc;

    /// <summary>The due date of the request as its case stands: who closed it was not told of days that were corrected, or decided anew, since (Europe/London).</summary>
    public DateOnly DueOnIn(Assessment assessment) => DueFrom(DayIn(assessment));

    /// <summary>Counts the due date anew from the day that its case has, which may have been corrected, or decided anew, while the request was closed.</summary>
    /// <returns>Whether the day changed.</returns>
    public bool FollowDayOf(Assessment assessment) => CorrectReceipt(DayIn(assessment));

    /// <summary>Corrects the day health received the request, and counts the due date anew.</summary>
    /// <param name="on">The right day (Europe/London).</param>
    /// <returns>Whether the day changed.</returns>
    public bool CorrectReceipt(DateOnly on)
    {
        if (on == ReceivedByHealthOn) { return false; }
        DueOn = DueFrom(on);
        ReceivedByHealthOn = on;
        return true;
    }

    private DateOnly DayIn(Assessment assessment) => (Kind == AdviceKind.Statutory ? assessment.AdviceRequestReceivedOn : assessment.NotifiedOn) ?? ReceivedByHealthOn;

    // early information keeps the number of days with which the request was made
    private DateOnly DueFrom(DateOnly on) => DeadlineOf(Kind, on, on.AddDays(DueOn.DayNumber - ReceivedByHealthOn.DayNumber), ClockSettings.Default).Due;

    /// <summary>
    /// The last day on which nobody is reminded of it: lateness is excused, and the answer is promised for that day. Null where nothing is excused, or nobody has said when the
    /// answer comes (Europe/London). <see cref="RequestStages.NotResting"/> is its twin in SQL.
    /// </summary>
    public DateOnly? RestsUntilOn => RestsUntil(HasExemption, PromisedOn);

    /// <summary>The same of the columns that a list reads.</summary>
    public static DateOnly? RestsUntil(bool hasExemption, DateOnly? promisedOn) => hasExemption ? promisedOn : null;

    /// <summary>The facts of the request that the chase ladder needs.</summary>
    /// <param name="dayOf">The civil day in Europe/London of an instant in UTC.</param>
    public LadderFacts LadderFacts(Func<DateTime, DateOnly> dayOf) =>
        Ladder.LadderFacts.Of(new(Stage, Kind, AnswerStands, ReceivedByHealthOn, DueOn, WantedByOn, CaseEndedOn, SentUtc, SentBackUtc, AcknowledgedUtc is not null, HasExemption, PromisedOn), dayOf);
}
