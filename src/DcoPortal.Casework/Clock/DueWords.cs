namespace DcoPortal.Casework.Clock;

/// <summary>A due date as emails say it.</summary>
internal static class DueWords
{
    /// <summary>"5 March 2026", and where the authority counts more strictly "5 March 2026 (local date 4 March 2026)".</summary>
    public static string InEmail(Deadline deadline) =>
        deadline.HasLapsed(null) ? $"{UkText.LongDate(deadline.Due)} (not due any more: the assessment had ended)"
        : deadline.LocalDue is { } local ? $"{UkText.LongDate(deadline.Due)} (local date {UkText.LongDate(local)})" : UkText.LongDate(deadline.Due);
}
