namespace DcoPortal.Casework.Directory;

/// <summary>Says that a person or service is away and who covers, in the same words on every page and list.</summary>
internal static class AwayWords
{
    /// <summary>Such as "Away until 30 November 2026, covered by Tariq Aziz"; null when the person is there today. Days are of Europe/London.</summary>
    public static string? Of(DateOnly? from, DateOnly? until, string? cover, DateOnly today) =>
        from is not { } first || first > today || until < today ? null
        : $"Away{(until is { } last ? $" until {UkText.LongDate(last)}" : "")}, {(cover is null ? "nobody covers" : $"covered by {cover}")}";

    /// <summary>The same words for a whole service.</summary>
    public static string? OfService(DateOnly? from, DateOnly? until, string? cover, DateOnly today) =>
        Of(from, until, cover, today) is { } words ? $"Service {char.ToLowerInvariant(words[0])}{words[1..]}" : null;

    /// <summary>The words of an absence that is there today or begins by a day, such as a due date; null when there is none.</summary>
    public static string? Before(DateOnly? from, DateOnly? until, string? cover, DateOnly today, DateOnly day) =>
        Of(from, until, cover, today) ?? (from <= day && Planned(from, until, cover, today) is { } planned ? $"Away {planned}" : null);

    /// <summary>Says which service this one covers for; null when this service was asked itself.</summary>
    public static string? Covering(string? asked) => asked is null ? null : $"Covers for {asked}";

    /// <summary>The present or planned absence, such as "20 Nov 2026 to 30 Nov 2026, covered by Tariq Aziz"; null when there is none.</summary>
    public static string? Planned(DateOnly? from, DateOnly? until, string? cover, DateOnly today) =>
        from is not { } first || until < today ? null
        : $"{UkText.LongDate(first)} {(until is { } last ? $"to {UkText.LongDate(last)}" : "on")}, {(cover is null ? "nobody covers" : $"covered by {cover}")}";
}
