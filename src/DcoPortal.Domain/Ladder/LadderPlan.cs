using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Ladder;

/// <summary>The facts of a request that the ladder needs. No personal data.</summary>
public sealed record LadderFacts
{
    /// <summary>Whether people above the holder are told: never of early information, and of a new version or an addendum only where no advice stands.</summary>
    public required bool IsEscalated { get; init; }

    /// <summary>Whether a new version or an addendum is asked for: each asking has steps of its own.</summary>
    public bool IsForMore { get; init; }

    /// <summary>The first day of the time to answer: on which health received the request, or more was asked for (Europe/London).</summary>
    public required DateOnly ReceivedByHealthOn { get; init; }

    /// <summary>The due date, or the day by which a new version or an addendum is wanted (Europe/London).</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day the holder was last asked: the request was sent, or sent back for more. Null while it is not with a service (Europe/London).</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>Whether the service has acknowledged the request.</summary>
    public bool IsAcknowledged { get; init; }

    /// <summary>Whether the request was answered, returned or closed.</summary>
    public bool HasEnded { get; init; }

    /// <inheritdoc cref="AdviceRequest.RestsUntilOn" />
    public DateOnly? RestsUntilOn { get; init; }

    /// <summary>The day after which an answer is late, or past the later day for which an excused one is promised (Europe/London).</summary>
    public DateOnly AwaitedOn => RestsUntilOn > DueOn ? RestsUntilOn.Value : DueOn;

    /// <summary>Makes the facts of the columns of a request.</summary>
    /// <param name="request">The columns.</param>
    /// <param name="dayOf">The civil day in Europe/London of an instant in UTC.</param>
    public static LadderFacts Of(LadderColumns request, Func<DateTime, DateOnly> dayOf)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(dayOf);
        var isForMore = request.Stage == RequestStage.Reopened;
        var asked = (request.Stage.IsWithNobody() ? null : AdviceRequest.LastAsked(request.SentUtc, request.SentBackUtc)) is { } utc ? dayOf(utc) : (DateOnly?)null;
        return new()
        {
            IsForMore = isForMore,
            // the authority has nothing where all that was returned is withdrawn; a local target of anything else is nobody's above the holder
            IsEscalated = request.Kind == AdviceKind.Statutory && !(isForMore && request.AnswerStands),
            ReceivedByHealthOn = isForMore && asked is { } on ? on : request.ReceivedByHealthOn,
            DueOn = AdviceRequest.AwaitedBy(request.Stage, request.DueOn, request.WantedByOn),
            AskedOn = asked,
            IsAcknowledged = request.IsAcknowledged,
            // what was returned must be right also when the assessment has ended
            HasEnded = !isForMore && (!request.Stage.IsOutstanding() || request.CaseEndedOn <= request.DueOn),
            // an exemption excuses the first answer alone
            RestsUntilOn = isForMore ? null : AdviceRequest.RestsUntil(request.HasExemption, request.PromisedOn),
        };
    }
}

/// <summary>The columns of a request that the ladder needs. Days in Europe/London, instants in UTC.</summary>
public sealed record LadderColumns(RequestStage Stage, AdviceKind Kind, bool AnswerStands, DateOnly ReceivedByHealthOn, DateOnly DueOn, DateOnly? WantedByOn, DateOnly? CaseEndedOn, DateTime? SentUtc, DateTime? SentBackUtc, bool IsAcknowledged, bool HasExemption, DateOnly? PromisedOn);

/// <summary>One step with its day.</summary>
/// <param name="Step">The step.</param>
/// <param name="On">The working day it goes on (Europe/London).</param>
public readonly record struct PlannedStep(LadderStep Step, DateOnly On);

/// <summary>
/// When each step of the ladder goes, and which go on a day. Pure: days in, steps out. No step goes at a weekend or on a bank
/// holiday: it goes on the working day before.
/// </summary>
public static class LadderPlan
{
    /// <summary>
    /// Working days for which a step that could not go on its day is still sent. Older steps are stale and never sent, so that a
    /// portal that was down for weeks does not send them all at once.
    /// </summary>
    public const int CatchUpWorkingDays = 3;

    /// <summary>
    /// Every step that this request may still get, by day. Empty once the request has ended, and before it is sent. Of an excused one nothing goes
    /// until the day for which it is promised has passed; who is told of a late answer is told of it from then on.
    /// </summary>
    public static IReadOnlyList<PlannedStep> For(LadderFacts facts, ChaseLadder ladder)
    {
        if (facts.AskedOn is not { } asked || facts.HasEnded) { return []; }
        return [.. ladder.Steps
            .Where(s => !s.IsEscalation() || facts.IsEscalated)
            .Where(s => s != LadderStep.Acknowledge || !facts.IsAcknowledged)
            .Select(s => new PlannedStep(s, DayOf(s, ladder.DaysOf(s)!.Value, facts, asked)))
            // a step due before the holder was last asked is skipped
            .Where(p => p.On > asked && !(p.On <= facts.RestsUntilOn))
            .OrderBy(p => p.On).ThenBy(p => p.Step)];
    }

    /// <summary>The steps still to come, by day, if nothing changes: for each audience and day only the latest, as <see cref="DueOn"/> takes them.</summary>
    /// <param name="facts">The request as it stands.</param>
    /// <param name="ladder">The ladder of its service or board.</param>
    /// <param name="taken">The steps already taken.</param>
    /// <param name="today">The first day looked at (Europe/London).</param>
    public static IReadOnlyList<PlannedStep> Ahead(LadderFacts facts, ChaseLadder ladder, IReadOnlySet<LadderStep> taken, DateOnly today) =>
        [.. For(facts, ladder).Where(p => p.On >= today).GroupBy(p => (p.On, p.Step.Audience()))
            .Select(g => g.MaxBy(p => p.Step))
            // the latest step of a day replaces the earlier ones, even when the latest was taken already
            .Where(p => !taken.Contains(p.Step))
            .OrderBy(p => p.On).ThenBy(p => p.Step)];

    /// <summary>The steps that go on a day: for each audience at most one, the latest that fell due and was not taken.</summary>
    /// <param name="facts">The request as it stands on that day.</param>
    /// <param name="ladder">The ladder of its service or board.</param>
    /// <param name="taken">The steps already taken.</param>
    /// <param name="today">The day (Europe/London).</param>
    public static IReadOnlyList<LadderStep> DueOn(LadderFacts facts, ChaseLadder ladder, IReadOnlySet<LadderStep> taken, DateOnly today)
    {
        if (!EnglandBankHolidays.IsWorkingDay(today)) { return []; }
        return [.. For(facts, ladder).Where(p => p.On <= today).GroupBy(p => p.Step.Audience())
            .Select(g => g.MaxBy(p => (p.On, p.Step)))
            .Where(p => !IsStale(p.On, today) && !taken.Contains(p.Step))
            .Select(p => p.Step).Order()];
    }

    /// <summary>Whether a step of a day is too old to go today: <see cref="CatchUpWorkingDays"/> working days have passed.</summary>
    /// <param name="on">The day it was to go (Europe/London).</param>
    /// <param name="today">Today (Europe/London); may be a day off.</param>
    public static bool IsStale(DateOnly on, DateOnly today) => on <= WorkingDays(today, -CatchUpWorkingDays);

    /// <summary>The steps that count as taken. Each asking has its own step to acknowledge, and one for more has all of them anew; every other step goes once in a request's life.</summary>
    /// <param name="steps">Each step taken, with its instant in UTC.</param>
    /// <param name="askedUtc">When the holder was last asked, UTC.</param>
    /// <param name="isForMore">Whether a new version or an addendum is asked for.</param>
    public static IReadOnlySet<LadderStep> Taken(IEnumerable<(LadderStep Step, DateTime AtUtc)> steps, DateTime? askedUtc, bool isForMore) =>
        steps.Where(s => (s.Step != LadderStep.Acknowledge && !isForMore) || s.AtUtc >= askedUtc).Select(s => s.Step).ToHashSet();

    private static DateOnly DayOf(LadderStep step, int days, LadderFacts facts, DateOnly asked) => step.Timing() switch
    {
        LadderTiming.WorkingDaysAfterAsking => WorkingDays(asked, days),
        LadderTiming.HalfOfTheTime => Before(facts.ReceivedByHealthOn.AddDays((facts.DueOn.DayNumber - facts.ReceivedByHealthOn.DayNumber) / 2)),
        LadderTiming.DaysBeforeDue => Before(facts.DueOn.AddDays(-days)),
        LadderTiming.OnTheDueDate => Before(facts.DueOn),
        _ when facts.AwaitedOn > facts.DueOn => WorkingDays(facts.AwaitedOn, Math.Max(days, 1)),
        _ => days == 0 ? Before(facts.DueOn) : WorkingDays(facts.DueOn, days),
    };

    private static DateOnly Before(DateOnly day) => EnglandBankHolidays.LastWorkingDayOnOrBefore(day);

    private static DateOnly WorkingDays(DateOnly from, int days) =>
        new TimeLimit(Math.Abs(days), TimeUnit.WorkingDays, days < 0 ? CountingConvention.Before : CountingConvention.Of).DueFrom(from);
}
