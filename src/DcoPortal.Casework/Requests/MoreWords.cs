namespace DcoPortal.Casework.Requests;

/// <summary>What pages say of a new version or an addendum that is asked for: what, when, and by when it is wanted.</summary>
public static class MoreWords
{
    /// <summary>"New version asked for on 1 December 2026, wanted by 15 December 2026 (local date): 3 days past".</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="askedOn">The day of asking, or null (Europe/London).</param>
    /// <param name="by">The day by which it is wanted (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    public static string Of(AnswerKind kind, DateOnly? askedOn, DateOnly? by, DateOnly today) =>
        $"{Name(kind)} asked for{(askedOn is { } on ? $" on {UkText.LongDate(on)}" : "")}{(by is { } day ? $", {WantedBy(day, today)}" : "")}";

    /// <summary>"wanted by 15 December 2026 (local date): 3 days past".</summary>
    public static string WantedBy(DateOnly by, DateOnly today) => $"wanted by {UkText.LongDate(by)} (local date){(by < today ? $": {UkText.Count(today.DayNumber - by.DayNumber, "day")} past" : "")}";

    /// <summary>"New version" or "Addendum".</summary>
    public static string Name(AnswerKind kind) => kind == AnswerKind.Version ? "New version" : "Addendum";
}
