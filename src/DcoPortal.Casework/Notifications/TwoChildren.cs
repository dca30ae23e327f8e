using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Notifications;

/// <summary>Siblings under one name would be kept as one child: by a form as by an import.</summary>
public static partial class TwoChildren
{
    /// <summary>Whether a surname looks like those of two children. "Smith - Jones" is one.</summary>
    public static bool AreInSurname(string? name) => name is not null && Joint().IsMatch(name);

    /// <summary>Whether a name looks like those of two children.</summary>
    public static bool AreIn(string? name) => name is not null && (Joint().IsMatch(name) || List().IsMatch(name));

    /// <summary>What a person must decide where the names look like those of two children, in words, or null.</summary>
    public static string? Doubt(string surname, string forenames, string? knownAs = null) =>
        AreIn(forenames) || AreInSurname(surname) || AreIn(knownAs)
            ? $"“{$"{forenames} {surname}".Trim()}” may be two children: write a row for each, and upload the file again. Take the row if it is one child" : null;

    [GeneratedRegex(@"\s(?:and|&|\+|plus|with|or|et|[’']?n[’']?)\s|[&＆/+;\n]|\b(?:twins?|triplets?|siblings?)\b|\([^)]*\b(?:brother|sister)\b|\bx\s?[2-9]\b|(?<!\w)[1-9]\s?[.)]\s?\p{L}|^and\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    // a comma between forenames makes a list of them, and so does a dash with room on both sides
    [GeneratedRegex(@",\s*\p{L}|\s[-–—]\s")]
    private static partial Regex List();
}
