namespace DcoPortal.Web.Features.Assessments.LogNotification;

internal static class Blank
{
    /// <summary>Without spaces around it; null when nothing is left. Line breaks become one character, as they were counted.</summary>
    public static string? ToNull(string? text) =>
        text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() is { Length: > 0 } kept ? kept : null;
}
