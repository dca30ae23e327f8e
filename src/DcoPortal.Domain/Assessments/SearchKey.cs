using System.Globalization;
using System.Text;

namespace DcoPortal.Domain.Assessments;

/// <summary>Normalises text for searching and for recognising the same name, because people type one name in many ways and the two databases compare letters differently.</summary>
public static class SearchKey
{
    // letters that are no letter with a mark to Unicode, as people type them who do not have the key
    private static readonly Dictionary<int, string> Plain = new()
    {
        ['ł'] = "l",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ɖ'] = "d",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['þ'] = "th",
        ['ı'] = "i",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ß'] = "ss",
        ['ŋ'] = "n",
        ['ə'] = "e",
    };

    // what is typed for an apostrophe on some keyboard, in some word processor or in a transliteration
    private const string Apostrophes = "'’‘‛`´ʼʻʽʹʾʿˈ′‵＇ꞌ՚";

    /// <summary>Lower case, no accents or marks, no apostrophes and nothing invisible, single spaces between words.</summary>
    public static string Of(string? text)
    {
        var kept = new StringBuilder();
        foreach (var rune in Visible(text).EnumerateRunes())
        {
            if (IsAccent(rune)) { continue; }
            var lower = Rune.ToLowerInvariant(rune);
            if (Plain.TryGetValue(lower.Value, out var plain)) { kept.Append(plain); }
            else if (Rune.IsLetterOrDigit(lower) || IsPartOfALetter(lower)) { kept.Append(lower.ToString()); }
            else if (kept.Length > 0 && kept[^1] != ' ') { kept.Append(' '); }
        }
        return kept.ToString().TrimEnd();
    }

    /// <summary>The same without its spaces: "O Rourke", "O'Rourke" and "ORourke" are one name, and "Smith-Jones" and "Smith Jones" too.</summary>
    public static string Joined(string? text) => Of(text).Replace(" ", "", StringComparison.Ordinal);

    // without apostrophes and what is not seen, taken apart into letters and marks; half a character and what is none become a gap
    private static string Visible(string? text)
    {
        if (text is null || Ascii.IsValid(text)) { return text?.Replace("'", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal) ?? ""; }
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && Apostrophes.Contains((char)rune.Value, StringComparison.Ordinal)) { continue; }
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.OtherNotAssigned) { seen.Append(' '); }
            else if (category is not UnicodeCategory.Format && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x0640)) { seen.Append(rune.ToString()); }
        }
        return seen.ToString().Normalize(NormalizationForm.FormKD);
    }

    // accents of Latin, Greek and Cyrillic, the points of Hebrew and the vowel signs of Arabic, which are left out as often as not;
    // the signs of Bengali, Gujarati, Panjabi or Tamil are vowels, without which another name is left
    private static bool IsAccent(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        && rune.Value is < 0x0900 or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE00 and <= 0xFE2F);

    private static bool IsPartOfALetter(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
