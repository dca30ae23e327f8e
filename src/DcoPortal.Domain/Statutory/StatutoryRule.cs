namespace DcoPortal.Domain.Statutory;

/// <summary>Which date counts when two rules of one kind both have their day.</summary>
public enum WhenSeveral
{
    /// <summary>Both dates count.</summary>
    EachStands,

    /// <summary>The later date counts.</summary>
    LaterCounts,

    /// <summary>The earlier date counts.</summary>
    EarlierCounts,
}

/// <summary>One time limit as it stood between two dates. A change of law adds a version with the same key; it does not edit one.</summary>
public sealed record StatutoryRule
{
    /// <summary>What the versions of one rule share: "health-advice".</summary>
    public required string Key { get; init; }

    /// <summary>What must be done.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>Who must do it.</summary>
    public required DutyHolder Holder { get; init; }

    /// <summary>The duty in plain words that follow "must": "send the final plan".</summary>
    public required string Duty { get; init; }

    /// <summary>How long, in what, and whether the first day counts.</summary>
    public required TimeLimit Limit { get; init; }

    /// <summary>The event the time runs from, or back from.</summary>
    public required ClockEvent StartsFrom { get; init; }

    /// <summary>The source, as printed to users: "regulation 8(1)". Regulations are those of SI 2014/1530 unless another is named.</summary>
    public required string Citation { get; init; }

    /// <summary>The origin routes that the rule applies to.</summary>
    public required IReadOnlyList<OriginRoute> Routes { get; init; }

    /// <summary>What follows once the duty is done: a sentence without "Next: ", a capital or a full stop.</summary>
    public required string Next { get; init; }

    /// <summary>The list of exemptions that may be relied on.</summary>
    public ExemptionList Exemptions { get; init; }

    /// <summary>The instrument that the limit is written in.</summary>
    public Instrument Instrument { get; init; }

    /// <summary>False for a local target, which no law backs.</summary>
    public bool IsStatutory => Instrument != Instrument.None;

    /// <summary>True when the time is the least that must be given, not the most that may be taken.</summary>
    public bool IsLeastTime { get; init; }

    /// <summary>Whether the integrated care board must have it by the same day as the family: a duty towards both is kept on the later of the two days.</summary>
    public bool TellsBoard { get; init; }

    /// <summary>The only case in which the duty exists, in words that follow "if": "no plan is needed". Null where it always does. Such a limit is never called overdue before that is known.</summary>
    public string? OnlyIf { get; init; }

    /// <summary>The event that shows that <see cref="OnlyIf"/> is so, or null: once it has happened the duty is there like any other.</summary>
    public ClockEvent? IsSoOnce { get; init; }

    /// <summary>The event that shows that the duty is not there, or null: unless <see cref="IsSoOnce"/>, or without it the start, came later, the rule then gives no date.</summary>
    public ClockEvent? IsNotSoOnce { get; init; }

    /// <summary>The same, of events that do so only if they came later: of two on one day neither tells.</summary>
    public IReadOnlyList<ClockEvent> IsNotSoAfter { get; init; } = [];

    /// <summary>An event before which nothing that is done can be what the duty asks, or null.</summary>
    public ClockEvent? NotDoneBefore { get; init; }

    /// <summary>Whether somebody may act until the day and loses a right after it, as a family that may appeal: no duty, so that nothing is overdue.</summary>
    public bool IsRight => Holder == DutyHolder.Family;

    /// <summary>The hour of the last day, before the date: "5pm on "; null for the whole day.</summary>
    public string? Hour { get; init; }

    /// <summary>What the instrument says of a time that ends on a day when nobody works.</summary>
    public EndOfTime Ending { get; init; }

    /// <summary>Which date counts when another rule of the same kind has its day as well.</summary>
    public WhenSeveral WhenSeveral { get; init; }

    /// <summary>An event before which the duty must not be done, or null. Without it the day that the time runs from.</summary>
    public ClockEvent? NotBefore { get; init; }

    /// <summary>The least time that must have run out before the duty may be done, or null.</summary>
    public DeadlineKind? After { get; init; }

    /// <summary>The event that a stricter reading of the law counts from, or null where nobody reads it so. Its date is the safe one.</summary>
    public ClockEvent? CarefulFrom { get; init; }

    /// <summary>The event that says that the duty was done, where that is an event of its own; or null.</summary>
    public ClockEvent? DoneBy { get; init; }

    /// <summary>Days before the calendar date that some sources print: the earlier date is the safe one. 0 when all agree.</summary>
    public int SafeDaysEarlier { get; init; }

    /// <summary>The first day of the start event (Europe/London) that this version governs.</summary>
    public DateOnly EffectiveFrom { get; init; } = StatutoryRules.Commencement;

    /// <summary>The last day of the start event that this version governs, or null while it is in force.</summary>
    public DateOnly? EffectiveUntil { get; init; }

    /// <summary>False when the text of the law was not seen: every date of the rule says so where it is read.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>A whole sentence for the family and everybody else beside the date: an exception, another time that may be agreed, or how an open point is read. Null when there is nothing to say.</summary>
    public string? Besides { get; init; }

    /// <summary>For the tables of the documentation: where the limit was read, or what is unsettled; null when there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>The limit and the day it is counted from: "6 weeks from the day health received the request"; the day alone where that is the limit.</summary>
    public string Span
    {
        get
        {
            var day = ClockEvents.DayOf(StartsFrom);
            return Limit switch
            {
                { IsSameDay: true } => day,
                { Unit: TimeUnit.DayOfYear } => $"{Limit.Words} in the year of {day}",
                { Counting: CountingConvention.BeginningWith } => $"{Limit.Words} beginning with {day}",
                { Counting: CountingConvention.Before } => $"{Limit.Words} before {day}",
                _ => $"{Limit.Words} from {day}",
            };
        }
    }

    /// <summary>What stands beside every date of a rule whose text was not seen.</summary>
    public const string Unconfirmed = "We have not seen the text of this regulation; this is the careful reading.";

    /// <summary>The last day in time for a day of the start event, by the convention of the rule's own instrument.</summary>
    /// <param name="anchor">The day of the event, Europe/London.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date lies outside the years 1 to 9999.</exception>
    public DateOnly DueFrom(DateOnly anchor) => Ending == EndOfTime.TribunalRules ? TribunalCalendar.LastLawfulDay(Limit.DueFrom(anchor)) : Limit.DueFrom(anchor);
}
