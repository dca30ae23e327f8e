namespace DcoPortal.Domain.Statutory;

/// <summary>One due date with the rule that made it. All days are civil dates in Europe/London.</summary>
/// <param name="Kind">What must be done.</param>
/// <param name="Anchor">The day the time runs from.</param>
/// <param name="Due">The last day on which it is in time. It stays there on a weekend or bank holiday.</param>
/// <param name="Rule">The rule it was counted by.</param>
public sealed record Deadline(DeadlineKind Kind, DateOnly Anchor, DateOnly Due, StatutoryRule Rule)
{
    /// <summary>The last England working day on or before <see cref="Due"/>: the day to act by.</summary>
    public DateOnly LastWorkingDay => EnglandBankHolidays.LastWorkingDayOnOrBefore(Due);

    /// <summary>Calendar days from today to the due date: 0 on the day itself, negative when it is past.</summary>
    /// <param name="today">Today in Europe/London.</param>
    public int DaysLeft(DateOnly today) => Due.DayNumber - today.DayNumber;

    /// <summary>Where this stands today. An exemption does not change it: it stands beside the status.</summary>
    /// <param name="today">Today in Europe/London.</param>
    /// <param name="doneOn">The day it was done, or null.</param>
    /// <param name="dueSoonDays">From how many days left it counts as due soon.</param>
    public RagStatus Status(DateOnly today, DateOnly? doneOn, int dueSoonDays = 14)
    {
        if (doneOn is { } done) return done <= Due ? RagStatus.Done : RagStatus.DoneLate;
        var left = DaysLeft(today);
        return left < 0 ? RagStatus.Overdue : left <= dueSoonDays ? RagStatus.DueSoon : RagStatus.OnTrack;
    }

    /// <summary>
    /// Plain sentences: why this date and by which regulation, whether it is late and by how much, and which exemption
    /// is recorded (which never moves the date).
    /// </summary>
    /// <param name="today">Today in Europe/London.</param>
    /// <param name="doneOn">The day it was done, or null.</param>
    /// <param name="exemptions">The exemptions recorded for this deadline.</param>
    public string Explain(DateOnly today, DateOnly? doneOn, IReadOnlyCollection<RecordedExemption> exemptions) =>
        DeadlineWords.Explain(this, today, doneOn, exemptions);
}
