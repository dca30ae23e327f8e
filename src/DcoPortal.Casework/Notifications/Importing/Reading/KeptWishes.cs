using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// a wish that stands in a comment, or in a column that is left out, counts as one until a person has found out
internal static class KeptWishes
{
    private const int Longest = 1000;

    private static readonly HashSet<string> Against =
        ["not", "dont", "doesnt", "no", "n", "never", "nobody", "without", "refuse", "refuses", "refused", "refusal", "decline", "declines", "declined", "withhold", "withheld", "withdrawn", "withdrew", "object", "objects", "objected", "objecting", "confidential"];

    private static readonly string[] NothingAgainst = ["no objection", "not object", "no concern", "no restriction", "no issue"];

    /// <summary>Whom not to share with, by the column of the row and by what is kept of it besides.</summary>
    public static string? With(string? doNotShareWith, RowCells row)
    {
        var wishes = row.Kept.Where(IsObjection).Select(Words).Prepend(doNotShareWith).OfType<string>().Distinct().ToList();
        var all = string.Join("; ", wishes);
        return all.Length == 0 ? null : all.Length <= Longest ? all : doNotShareWith ?? $"See To be corrected (so in a spreadsheet: {SharingWishes.FindOutWho})";
    }

    private static bool IsObjection(CellToCorrect cell)
    {
        var words = SearchKey.Of(cell.Given);
        return (WishHeadings.IsWish(cell.Given) || WishHeadings.IsWish(cell.Field)) && words.Split(' ').Any(Against.Contains) && !NothingAgainst.Any(n => words.Contains(n, StringComparison.Ordinal));
    }

    // "No" under a heading of consent names nobody
    private static string Words(CellToCorrect cell) => cell.Given.Contains(' ', StringComparison.Ordinal) ? cell.Given : $"{cell.Field}: {cell.Given} (so in a spreadsheet: {SharingWishes.FindOutWho})";
}
