namespace DcoPortal.Domain.Statutory;

/// <summary>Status by date on one day: the one function for requests, decisions and plans. Never stored.</summary>
/// <param name="Today">The day (Europe/London).</param>
/// <param name="SoonDays">Days left, or fewer, at which something counts as due soon.</param>
public readonly record struct TrafficLight(DateOnly Today, int SoonDays)
{
    /// <summary>Days left, or fewer, at which something counts as due soon.</summary>
    public const int DueSoonDays = 14;

    /// <summary>The last day on which a due date counts as due soon.</summary>
    public DateOnly Soon => Today.AddDays(SoonDays);

    /// <summary>The light that every page, list, export and email uses: the place to ask for a board's own number of days.</summary>
    public static TrafficLight On(DateOnly today) => new(today, DueSoonDays);

    /// <summary>The status of work with a due date.</summary>
    /// <param name="dueOn">Its due date (Europe/London).</param>
    /// <param name="doneOn">The day the work was done, or null.</param>
    public RagStatus Of(DateOnly dueOn, DateOnly? doneOn = null) =>
        doneOn is { } done ? done <= dueOn ? RagStatus.Done : RagStatus.DoneLate
        : dueOn < Today ? RagStatus.Overdue
        : dueOn <= Soon ? RagStatus.DueSoon
        : RagStatus.OnTrack;
}
