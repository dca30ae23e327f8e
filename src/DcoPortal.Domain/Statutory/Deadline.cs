namespace DcoPortal.Domain.Statutory;

/// <summary>One due date with the rule that made it. All days are civil dates in Europe/London. It holds no personal data.</summary>
/// <param name="Kind">What must be done.</param>
/// <param name="Anchor">The day that the time runs from.</param>
/// <param name="Due">The last day on which it is in time.</param>
/// <param name="Rule">The rule it was counted by.</param>
public sealed record Deadline(DeadlineKind Kind, DateOnly Anchor, DateOnly Due, StatutoryRule Rule)
{
    /// <summary>The authority's own, stricter date, or null. Local only: lateness is measured from <see cref="Due"/>.</summary>
    public DateOnly? LocalDue { get; init; }

    /// <summary>The other deadline of the same kind, where only the later or the earlier of two counts; or null.</summary>
    public Deadline? GaveWay { get; init; }

    /// <summary>Another rule of the same kind whose date counts where it is later, while the day it runs from is not known; or null. Nothing is late or gone before it is.</summary>
    public StatutoryRule? OrLater { get; init; }

    /// <summary>A day before which the duty must not be done, as a transfer before the move; null when there is none.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>The family's time to comment, which must run out before the duty may be done; or null where there is none.</summary>
    public CommentTime? Comments { get; init; }

    /// <summary>The day, on or before <see cref="Due"/>, on which the assessment ended that it was owed to; or null. What was not done by then is never late (Europe/London).</summary>
    public DateOnly? LapsedOn { get; init; }

    /// <summary>The copy that the duty owes the integrated care board, once a final plan was issued; else null.</summary>
    public BoardCopy? Copy { get; init; }

    /// <summary>The same limit once it was met towards the family, with the day of the integrated care board beside it where the rule names it.</summary>
    /// <param name="on">The day on which the board was sent or told it, or null (Europe/London).</param>
    public Deadline ToldBoard(DateOnly? on) => Rule.TellsBoard ? this with { Copy = new(on) } : this;

    /// <summary>The day on which everybody had what the duty owes them, or null while somebody has not (Europe/London).</summary>
    /// <param name="doneOn">The day the work was done, or null.</param>
    public DateOnly? KeptOn(DateOnly? doneOn) => BoardCopy.KeptOn(Copy, doneOn);

    /// <summary>"To the family in time on 10 October 2026; not yet sent to the integrated care board"; null where one day says it all.</summary>
    /// <param name="doneOn">The day the work was done, or null.</param>
    public string? SentWords(DateOnly? doneOn) => BoardCopyWords.Of(this, doneOn);

    /// <summary>Whether nothing fell due, because the assessment ended before.</summary>
    /// <param name="doneOn">The day the work was done, or null.</param>
    public bool HasLapsed(DateOnly? doneOn) => LapsedOn is not null && !(doneOn <= Due);

    /// <summary>Whether the law no longer allows the duty to be done by its date.</summary>
    public bool CannotBeKept => NotBefore > Due;

    /// <summary>The day of <see cref="StatutoryRule.CarefulFrom"/>, or null while it is not known.</summary>
    public DateOnly? CarefulFrom { get; init; }

    /// <summary>The last day by the stricter reading of the law, where that is earlier; or null.</summary>
    public DateOnly? CarefulDate => CarefulFrom is { } day && Rule.Limit.DueFrom(day) is var date && date < Due ? date : null;

    /// <summary>Where the time ends by the calendar: earlier than <see cref="Due"/> where the Tribunal's Rules allow a later day.</summary>
    public DateOnly CalendarDate => Rule.Limit.DueFrom(Anchor);

    /// <summary>The earlier date to keep to: that of a stricter reading, the calendar date where a later one is still lawful, otherwise the day that some sources print. Null when all agree on <see cref="Due"/>, and where a stricter reading ends before the event.</summary>
    public DateOnly? SafeDate => CarefulDate is { } careful ? careful < Anchor ? null : careful : CalendarDate != Due ? CalendarDate : Printed;

    /// <summary>The day that some published sources print for the end of the time, or null when all print the calendar date.</summary>
    public DateOnly? Printed => Rule.SafeDaysEarlier > 0 ? CalendarDate.AddDays(-Rule.SafeDaysEarlier) : null;

    /// <summary>The last England working day on or before <see cref="Due"/>; the due date itself where the duty must not be done so early.</summary>
    public DateOnly LastWorkingDay => Lawful(EnglandBankHolidays.LastWorkingDayOnOrBefore(Due), Due);

    /// <summary>The strictest of the statutory, local, safe and printed dates.</summary>
    public DateOnly Strictest => LocalDue ?? Printed ?? SafeDate ?? Due;

    /// <summary>The day to act by: the last working day on or before the strictest date, but never a day on which the act would be unlawful.</summary>
    public DateOnly ActBy => Lawful(EnglandBankHolidays.LastWorkingDayOnOrBefore(Strictest), Strictest);

    /// <summary>The same date, where the family does not have the draft or notice yet and could have it today at the earliest. A date that is over stays as it is.</summary>
    /// <param name="today">Today in Europe/London.</param>
    public Deadline GivenToday(DateOnly today)
    {
        if (Rule.After is not { } kind || Comments is not null || Due < today) { return this; }
        var limit = StatutoryRules.For(kind, null, today).Limit;
        return After(new(limit.DueFrom(today), limit.Words, HasBegun: false));
    }

    /// <summary>The same date with the family's time to comment: no earlier day is named on which the duty would be unlawful.</summary>
    internal Deadline After(CommentTime time) => this with { Comments = time, NotBefore = time.Until.AddDays(1), LocalDue = time.HasBegun && LocalDue <= time.Until ? null : LocalDue };

    private DateOnly Lawful(DateOnly day, DateOnly otherwise) => day < NotBefore || (Rule.Limit.Counting != CountingConvention.Before && day < Anchor) ? otherwise : day;

    /// <summary>Calendar days from today to the due date: 0 on the day itself, negative when it is past.</summary>
    /// <param name="today">Today in Europe/London.</param>
    public int DaysLeft(DateOnly today) => Due.DayNumber - today.DayNumber;

    /// <summary>
    /// The status today, or null where there is none: before it is known that the duty exists or which of two dates counts, and of a right that has ended. An exemption
    /// does not change it: it stands beside the status. A least time that must be given is on track until it has passed, then done.
    /// </summary>
    /// <param name="today">Today in Europe/London.</param>
    /// <param name="doneOn">The day the work was done, or null.</param>
    public RagStatus? Status(DateOnly today, DateOnly? doneOn) => Status(TrafficLight.On(today), doneOn);

    /// <summary>The status by a traffic light.</summary>
    /// <param name="light">The day, and what counts as due soon.</param>
    /// <param name="doneOn">The day the work was done, or null.</param>
    public RagStatus? Status(TrafficLight light, DateOnly? doneOn) => Rule switch
    {
        _ when HasLapsed(doneOn) => RagStatus.Lapsed,
        { IsLeastTime: true } => light.Today > Due ? RagStatus.Done : RagStatus.OnTrack,
        { OnlyIf: not null } when doneOn is null => null,
        _ when OrLater is not null && (doneOn ?? light.Today) > Due => null,
        { IsRight: true } when doneOn is null && light.Today > Due => null,
        _ => light.Of(Due, KeptOn(doneOn)),
    };

    /// <summary>What the recorded exemptions say beside the status. They change neither the status nor the date.</summary>
    /// <param name="today">Today in Europe/London.</param>
    /// <param name="doneOn">The day the work was done, or null.</param>
    /// <param name="exemptions">The exemptions recorded for this deadline.</param>
    public ExemptionStanding Standing(DateOnly today, DateOnly? doneOn, IReadOnlyCollection<RecordedExemption> exemptions)
    {
        ArgumentNullException.ThrowIfNull(exemptions);
        return exemptions.Count == 0 || HasLapsed(doneOn) ? ExemptionStanding.None
            : StandingWords.IsLate(this, today, doneOn) ? ExemptionStanding.PastDueExempt : ExemptionStanding.InTimeExempt;
    }

    /// <summary>
    /// Explains the date in a few plain sentences: from which day it is counted and by which regulation, whose duty it is,
    /// why it falls there, what an exemption would change and what happens next. The same sentences on every day.
    /// </summary>
    public string Explain() => DeadlineWords.Explain(this, today: null);

    /// <summary>From which day the date is counted and by which regulation, and no more: of what was closed nobody owes anything.</summary>
    public string ExplainCount() => DeadlineWords.From(this);

    /// <summary>The same sentences beside a status that stands apart: they name no day to act by that is over.</summary>
    /// <param name="today">Today in Europe/London.</param>
    public string Explain(DateOnly today) => DeadlineWords.Explain(this, today);

    /// <summary>
    /// The same explanation as of today: whether the work is late and by how much, and which exemption is recorded (which never
    /// moves the date).
    /// </summary>
    /// <param name="today">Today in Europe/London.</param>
    /// <param name="doneOn">The day the work was done, or null.</param>
    /// <param name="exemptions">The exemptions recorded for this deadline.</param>
    public string Explain(DateOnly today, DateOnly? doneOn, IReadOnlyCollection<RecordedExemption> exemptions) =>
        DeadlineWords.Explain(this, today, doneOn, exemptions);
}
