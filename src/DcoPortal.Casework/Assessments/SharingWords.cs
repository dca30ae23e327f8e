namespace DcoPortal.Casework.Assessments;

/// <summary>A family's wish about sharing, in words.</summary>
internal static class SharingWords
{
    /// <summary>The whole wish in one sentence or three.</summary>
    public static string Of(SharingWish wish)
    {
        List<string> parts = [AssessmentWords.Of(wish.Agreement)];
        if (!string.IsNullOrWhiteSpace(wish.DoNotShareWith)) { parts.Add($"Not with, or not: {wish.DoNotShareWith}"); }
        if (!string.IsNullOrWhiteSpace(wish.Consent)) { parts.Add($"Agreed to: {wish.Consent}"); }
        return string.Join(". ", parts);
    }

    /// <summary>
    /// Whether words name somebody whom the words that are there do not. Only the same words, or the same of a list, are no news: "father"
    /// is not said by "grandfather", nor by "anyone except father".
    /// </summary>
    public static bool IsNew(string? doNotShareWith, string? there) =>
        doNotShareWith is not null && SearchKey.Of(doNotShareWith) != SearchKey.Of(there) && !Named(doNotShareWith).IsSubsetOf(Named(there));

    private static HashSet<string> Named(string? words) =>
        [.. PartsOf(words).Select(SearchKey.Of).Where(key => key.Length > 0)];

    /// <summary>Those whom a wish names one after the other.</summary>
    public static IEnumerable<string> PartsOf(string? doNotShareWith) =>
        (doNotShareWith ?? "").Split([',', ';', '\n', '/'], StringSplitOptions.RemoveEmptyEntries).SelectMany(part => part.Split([" and ", " & ", " or "], StringSplitOptions.RemoveEmptyEntries)).Select(part => part.Trim());

    /// <summary>Who said so and on which day, or null for what came with the notification.</summary>
    public static string? Said(SharingWish wish) => wish.SaidBy is null ? null : $"{wish.SaidBy}{(wish.SaidOn is { } on ? $", {UkText.LongDate(on)}" : "")}";
}
