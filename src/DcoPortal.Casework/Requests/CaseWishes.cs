using System.Text.RegularExpressions;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Requests;

/// <summary>Every wish about sharing that counts before somebody is asked.</summary>
public static partial class CaseWishes
{
    private static readonly string[] Agreeing = ["YES", "Y", "AGREED", "AGREES", "GIVEN", "OK", "FINE", "VERBAL", "SIGNED", "OBTAINED", "RECEIVED"];

    /// <summary>The family's wish on a case, what an import could not place there and may be one, and those of linked cases of the child.</summary>
    /// <param name="assessment">The case.</param>
    /// <param name="linked">Its linked cases' wishes.</param>
    public static List<string?> Of(Assessment assessment, IEnumerable<LinkedWish> linked)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return [assessment.Family.DoNotShareWith, .. ToCorrect(assessment).Select(WordsOf), .. linked.Select(l => l.DoNotShareWith)];
    }

    /// <summary>What stands to be corrected on a case and may be such a wish: until somebody has dealt with it, it counts as one.</summary>
    public static IReadOnlyList<CellToCorrect> ToCorrect(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return [.. assessment.ToCorrect.Where(MayBeWish)];
    }

    private static bool MayBeWish(CellToCorrect cell)
    {
        if (WishHeadings.HeadingOf(cell.Field) is not { } heading) { return Refuses().IsMatch(cell.Given) && Shares().IsMatch(cell.Given); }
        if (NotText.IsNothing(cell.Given)) { return WishHeadings.AsksForConsent(heading); }
        return !WishHeadings.AsksForConsent(heading) || !SaysYes(cell.Given);
    }

    // "Yes" or a day under "Consent" is none; "Yes, but not CAMHS" is one
    private static bool SaysYes(string given) => !Refuses().IsMatch(given) && (given.Any(char.IsDigit) || NotText.IsMark(given) || Words().Split(given.ToUpperInvariant()).Any(w => Agreeing.Contains(w)));

    // a bare "No" or "Yes" of such a column says that somebody is meant, and not who
    private static string WordsOf(CellToCorrect cell) => WishHeadings.HeadingOf(cell.Field) is not null && Words().Split(cell.Given).Count(w => w.Length > 0) < 2 && !IsName(cell.Given) ? SharingWishes.FindOutWho : cell.Given;

    private static bool IsName(string given) => given.Trim() is { Length: > 3 } word && !NotText.IsNothing(word) && !NotText.IsMark(word) && !Refuses().IsMatch(word) && !Agreeing.Contains(word.ToUpperInvariant());

    [GeneratedRegex(@"\b(?:not|no|never|nobody|without|except|only|refus\w*|declin\w*|object\w*|withdr[ae]w\w*|withh[eo]ld\w*|confidential\w*|private\w*)\b|n[’']t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refuses();

    [GeneratedRegex(@"\b(?:shar\w*|disclos\w*|tell\w*|told|know\w*|inform\w*|contact\w*|consent\w*|permission\w*|agree\w*|send|sent|pass\w*|give\w*|see|involv\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shares();

    [GeneratedRegex(@"\W+")]
    private static partial Regex Words();
}
