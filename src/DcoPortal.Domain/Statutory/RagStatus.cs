namespace DcoPortal.Domain.Statutory;

/// <summary>Where a deadline stands today. Computed from dates at read, never stored.</summary>
public enum RagStatus
{
    /// <summary>Done on or before the due date.</summary>
    Done,

    /// <summary>Done after the due date.</summary>
    DoneLate,

    /// <summary>Not done, with more days left than the "due soon" threshold (14 unless configured).</summary>
    OnTrack,

    /// <summary>Not done, with no more days left than the threshold. The due date itself is due soon.</summary>
    DueSoon,

    /// <summary>Not done and the due date is past.</summary>
    Overdue,
}

/// <summary>The one function that makes a status of dates.</summary>
public static class RagStatuses
{
    /// <summary>Days left, or fewer, at which something counts as due soon where a board has not set its own.</summary>
    public const int DueSoonDays = 14;

    /// <summary>The status on a day. All days are civil dates in Europe/London.</summary>
    public static RagStatus Of(DateOnly dueOn, DateOnly? doneOn, DateOnly today, int dueSoonDays = DueSoonDays) =>
        doneOn is { } done ? done <= dueOn ? RagStatus.Done : RagStatus.DoneLate
        : dueOn < today ? RagStatus.Overdue
        : dueOn <= today.AddDays(dueSoonDays) ? RagStatus.DueSoon
        : RagStatus.OnTrack;
}
