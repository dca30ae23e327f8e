using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>Siblings under one name would come in as one child.</summary>
public static partial class TwoChildren
{
    /// <summary>Whether a name looks like those of two children.</summary>
    public static bool AreIn(string? name) => name is not null && (Joint().IsMatch(name) || List().IsMatch(name));

    /// <summary>What a person must decide where the names look like those of two children, in words, or null.</summary>
    public static string? Doubt(string surname, string forenames) =>
        AreIn(forenames) || Joint().IsMatch(surname)
            ? $"“{$"{forenames} {surname}".Trim()}” may be two children: write a row for each, and upload the file again. Take the row if it is one child" : null;

    [GeneratedRegex(@"\s(?:and|&|\+)\s|[&/+;\n]|\b(?:twins?|triplets?|siblings?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    // a comma between forenames makes a list of them
    [GeneratedRegex(@",\s*\p{L}")]
    private static partial Regex List();
}
