using System.Text.RegularExpressions;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Wishes;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// a wish that stands in a comment, or in a column that is left out, counts as one until a person has found out
internal static partial class KeptWishes
{
    private const int Longest = 1000;

    private static readonly HashSet<string> Agreeing = ["yes", "y", "true", "agreed", "agrees", "given", "ok", "okay", "fine", "verbal", "signed", "obtained", "received"];

    private static readonly string[] NothingAgainst = ["no objection", "not object", "no concern", "no restriction", "no issue"];

    /// <summary>Whom not to share with, by the column of the row and by what is kept of it besides.</summary>
    public static string? With(string? doNotShareWith, RowCells row)
    {
        var wishes = row.Kept.Where(IsObjection).Select(Words).Prepend(doNotShareWith).OfType<string>().Distinct().ToList();
        var all = string.Join("; ", wishes);
        return all.Length == 0 ? null : all.Length <= Longest ? all : doNotShareWith ?? $"See To be corrected (so in a spreadsheet: {SharingWishes.FindOutWho})";
    }

    /// <summary>Whether what is kept besides may say that the family does not want somebody to know.</summary>
    internal static bool IsObjection(CellToCorrect cell)
    {
        var (given, words) = (cell.Given, SearchKey.Of(cell.Given));
        if (NothingAgainst.Any(n => words.Contains(n, StringComparison.Ordinal))) { return false; }
        return WishHeadings.HeadingOf(cell.Field) switch
        {
            null => WishInWords.Of(given) is not null || (Refuses().IsMatch(given) && (Shares().IsMatch(given) || WishHeadings.IsWish(given))),
            // "Yes" or a day under "Consent" is none; "No", and "Yes, but not CAMHS", is one
            var heading when WishHeadings.AsksForConsent(heading) => NotText.IsNothing(given) || Refuses().IsMatch(given) || !SaysYes(given, words),
            var heading when WishHeadings.Excludes(heading) => !NotText.IsNothing(given) && given != "FALSE",
            _ => Refuses().IsMatch(given),
        };
    }

    private static bool SaysYes(string given, string words) => given.Any(char.IsDigit) || NotText.IsMark(given) || words.Split(' ').Any(Agreeing.Contains);

    // "No" under a heading of consent names nobody
    private static string Words(CellToCorrect cell) => NamesSomebody(cell) ? cell.Given : $"{cell.Field}: {cell.Given} (so in a spreadsheet: {SharingWishes.FindOutWho})";

    private static bool NamesSomebody(CellToCorrect cell) => cell.Given.Contains(' ', StringComparison.Ordinal)
        || (WishHeadings.HeadingOf(cell.Field) is { } heading && !WishHeadings.AsksForConsent(heading) && cell.Given.Length > 3 && !NotText.IsMark(cell.Given) && !Refuses().IsMatch(cell.Given));

    [GeneratedRegex(@"\b(?:not|no|n|never|nobody|without|except|only|refus\w*|declin\w*|object\w*|withdr[ae]w\w*|withh[eo]ld\w*|confidential\w*|private\w*)\b|n[’']t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refuses();

    [GeneratedRegex(@"\b(?:shar\w*|disclos\w*|tell\w*|told|know\w*|inform\w*|contact\w*|consent\w*|permission\w*|agree\w*|send|sent|pass\w*|give\w*|see|involv\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shares();
}
