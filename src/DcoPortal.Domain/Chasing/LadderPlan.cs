using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Chasing;

/// <summary>What the ladder needs to know of a request. Holds no personal data.</summary>
public sealed record LadderFacts
{
    /// <summary>Statutory advice or early information.</summary>
    public required AdviceKind Kind { get; init; }

    /// <summary>The day health received it (Europe/London).</summary>
    public required DateOnly ReceivedByHealthOn { get; init; }

    /// <summary>The due date (Europe/London).</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day it was sent to the professional or service, or null (Europe/London).</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>The day it was last sent back for more, or null (Europe/London).</summary>
    public DateOnly? SentBackOn { get; init; }

    /// <summary>Whether the service has said that it has it.</summary>
    public bool IsAcknowledged { get; init; }

    /// <summary>Whether it was answered, returned or closed.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Whether an exemption stands.</summary>
    public bool IsExcused { get; init; }
}

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
    /// Working days for which a step that could not go on its day is still sent. Older ones are stale and never sent,
    /// so a portal that slept for weeks wakes without a burst.
    /// </summary>
    public const int CatchUpWorkingDays = 3;

    /// <summary>Every step that this request may still see, by day. Empty once it has ended, is excused or was never sent.</summary>
    public static IReadOnlyList<PlannedStep> For(LadderFacts facts, ChaseLadder ladder)
    {
        if (facts.SentOn is not { } sent || facts.HasEnded || facts.IsExcused) { return []; }
        // what was due before it was with the service says nothing: also when it came back for more
        var from = facts.SentBackOn is { } back && back > sent ? back : sent;
        return [.. ladder.Steps
            .Where(s => !s.IsEscalation() || facts.Kind == AdviceKind.Statutory)
            .Where(s => s != LadderStep.Acknowledge || !facts.IsAcknowledged)
            .Select(s => new PlannedStep(s, DayOf(s, ladder.DaysOf(s)!.Value, facts, sent)))
            .Where(p => p.On > from)
            .OrderBy(p => p.On).ThenBy(p => p.Step)];
    }

    /// <summary>The steps that go on a day: for each audience at most one, the latest that fell due and was not taken.</summary>
    /// <param name="facts">The request as it stands on that day.</param>
    /// <param name="ladder">The ladder of its service or board.</param>
    /// <param name="taken">The steps already taken.</param>
    /// <param name="today">The day (Europe/London).</param>
    public static IReadOnlyList<LadderStep> DueOn(LadderFacts facts, ChaseLadder ladder, IReadOnlySet<LadderStep> taken, DateOnly today)
    {
        if (!EnglandBankHolidays.IsWorkingDay(today)) { return []; }
        var stale = WorkingDays(today, -CatchUpWorkingDays);
        return [.. For(facts, ladder).Where(p => p.On <= today).GroupBy(p => p.Step.Audience())
            .Select(g => g.MaxBy(p => (p.On, p.Step)))
            .Where(p => p.On > stale && !taken.Contains(p.Step))
            .Select(p => p.Step).Order()];
    }

    private static DateOnly DayOf(LadderStep step, int days, LadderFacts facts, DateOnly sent) => step.Timing() switch
    {
        LadderTiming.WorkingDaysAfterSending => WorkingDays(sent, days),
        LadderTiming.HalfOfTheTime => Before(facts.ReceivedByHealthOn.AddDays((facts.DueOn.DayNumber - facts.ReceivedByHealthOn.DayNumber) / 2)),
        LadderTiming.DaysBeforeDue => Before(facts.DueOn.AddDays(-days)),
        LadderTiming.OnTheDueDate => Before(facts.DueOn),
        _ => days == 0 ? Before(facts.DueOn) : WorkingDays(facts.DueOn, days),
    };

    private static DateOnly Before(DateOnly day) => EnglandBankHolidays.LastWorkingDayOnOrBefore(day);

    private static DateOnly WorkingDays(DateOnly from, int days) =>
        new TimeLimit(Math.Abs(days), TimeUnit.WorkingDays, days < 0 ? CountingConvention.Before : CountingConvention.Of).DueFrom(from);
}
