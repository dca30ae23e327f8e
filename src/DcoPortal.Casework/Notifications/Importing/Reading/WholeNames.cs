namespace DcoPortal.Casework.Notifications.Importing.Reading;

// one column that holds the whole name: where its surname ends is shown by a comma, by capitals, or by nothing
internal static class WholeNames
{
    // words with which a surname of several words begins
    private static readonly HashSet<string> Particles =
        ["van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "el", "al", "bin", "ibn", "bint", "abu", "st", "saint", "san", "santa", "mac", "mc", "ap", "ter", "ten", "ul", "ur", "o", "d"];

    public static (string Surname, string Forenames)? Of(RowCells row)
    {
        if (row.OneLine(ColumnNames.SurnameFirst) is { Length: > 0 } surnameFirst) { return AtComma(surnameFirst) ?? Parts(surnameFirst, isSurnameFirst: true); }
        return row.OneLine(ColumnNames.ForenamesFirst) is { Length: > 0 } whole ? AtComma(whole) ?? Parts(whole, isSurnameFirst: false) : null;
    }

    /// <summary>What a person must decide where the surname may have more words than were taken for it, in words, or null.</summary>
    public static string? Doubt(RowCells row, string surname, string forenames)
    {
        var (first, last) = (row.OneLine(ColumnNames.SurnameFirst), row.OneLine(ColumnNames.ForenamesFirst));
        var whole = first.Length > 0 ? first : last;
        if (whole.Contains(',', StringComparison.Ordinal) || row.OneLine(NotificationColumns.Surname).Length > 0) { return null; }
        var isInDoubt = first.Length > 0 ? Words(forenames).Length > 1 && IsParticle(surname) : Words(forenames).Skip(1).Any(IsParticle);
        return isInDoubt ? $"“{whole}” is read as surname {surname} and forenames {forenames}. Take the row if that is right: otherwise write the surname, a comma and the forenames, and upload the file again" : null;
    }

    /// <summary>Whether the surname stands first, ends at no comma and is shown by no capitals, so that more than its first word may belong to it.</summary>
    public static bool MayGoOn(RowCells row, string surname, string forenames) =>
        row.OneLine(ColumnNames.SurnameFirst) is { Length: > 0 } first && !first.Contains(',', StringComparison.Ordinal) && row.OneLine(NotificationColumns.Surname).Length == 0 && Words(forenames).Length > 1 && !Words(surname).All(IsCapitals);

    private static (string, string)? AtComma(string whole) => whole.IndexOf(',', StringComparison.Ordinal) is >= 0 and var at ? (whole[..at].Trim(), whole[(at + 1)..].Trim()) : null;

    // capitals show how many words the surname has; else it is taken to have one
    private static (string, string) Parts(string whole, bool isSurnameFirst)
    {
        var words = Words(whole);
        var capitals = (isSurnameFirst ? words : words.Reverse()).TakeWhile(IsCapitals).Count();
        var surname = capitals > 0 && capitals < words.Length ? capitals : 1;
        var at = isSurnameFirst ? surname : words.Length - surname;
        var (front, back) = (string.Join(' ', words[..at]), string.Join(' ', words[at..]));
        return isSurnameFirst ? (front, back) : (back, front);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsCapitals(string word) => word.Length > 1 && word.Any(char.IsLetter) && !word.Any(char.IsLower);

    private static bool IsParticle(string word) => Particles.Contains(SearchKey.Of(word));
}
