using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DcoPortal.Domain.Text;

/// <summary>Recognises what stands in a field and says nothing: words for "nothing", a spreadsheet's errors, letters that were garbled on the way.</summary>
public static partial class NotText
{
    /// <summary>What to do about a number that Excel has shortened.</summary>
    public const string HowToRepairShortened = "Excel shortened this number, so its last digits are lost. In the workbook give the column the format Number with 0 decimal places, make it wider, and save again";

    // what points to what stands above, which says nothing anywhere
    private static readonly string[] Above = ["same", "same as above", "as above", "see above", "ditto"];

    // what puts an answer off, or is no word
    private static readonly string[] Later = ["", "null", "blank", "empty", "tbc", "tba", "tbd", "to be confirmed", "to follow", "awaiting", "x", "xx", "xxx"];

    private static readonly HashSet<string> Nothing = new(
    [
        .. Above, .. Later, "na", "none", "nil", "no", "nobody", "no one", "noone", "nothing", "unknown", "not known", "not sure", "unsure",
        "not applicable", "not given", "not provided", "not recorded", "not available", "none known", "none given", "none stated", "none specified", "none recorded", "none at present", "nothing to add", "dont know", "nk",
    ], StringComparer.Ordinal);

    // only where somebody is to be named who must not know: anywhere else it is what a family or a clinician says
    private static readonly HashSet<string> NoObjection = new(StringComparer.Ordinal)
    {
        "no objection", "no objections", "no concern", "no concerns", "no issues", "no restrictions", "no restriction", "no one known", "none to date", "none identified",
    };

    // an answer there: somebody has asked, and nobody is excluded
    private static readonly HashSet<string> Nobody = new([.. NoObjection, "no", "n", "none", "nil", "nobody", "no one", "noone", "nothing", "none known", "none at present", "na", "not applicable"], StringComparer.Ordinal);

    // never an answer, where "none" or "no" may be one
    private static readonly HashSet<string> NoAnswer = new([.. Above, .. Later], StringComparer.Ordinal);

    // what sends the reader to another cell, which no reader of one cell can follow
    private static readonly HashSet<string> Elsewhere = new([.. Above, "same as before", "as before", "see notes", "see note", "see file", "see email", "do", "as sibling", "see sibling"], StringComparer.Ordinal);

    private static readonly HashSet<string> DittoMarks = new(StringComparer.Ordinal) { "\"", "''", "”", "“", "〃", "″", ",,", "^" };

    // also real names of people: nothing everywhere but in a field for a name
    private static readonly HashSet<string> AlsoNames = new(StringComparer.Ordinal) { "na", "no", "same", "nil", "x", "noone", "blank" };

    private static readonly HashSet<string> ExcelErrors = new(StringComparer.OrdinalIgnoreCase)
    {
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA", "#BUSY!",
    };

    /// <summary>Whether it is a word or a stroke for "nothing", such as "N/A", "None", "-", "No" or "TBC".</summary>
    public static bool IsNothing(string? text) => text is not null && (Nothing.Contains(Words(text)) || IsExcelError(text));

    /// <summary>Whether it cannot be the answer to any question: a stroke, an error of Excel, "TBC" or "as above". "None", "No" and "N/A" can.</summary>
    public static bool IsNoAnswer(string? text) => text is not null && (NoAnswer.Contains(Words(text)) || IsExcelError(text));

    /// <summary>Whether it sends the reader elsewhere, such as "as above" or a ditto mark: something is meant, and it does not stand here.</summary>
    public static bool PointsElsewhere(string? text) => text is not null && (Elsewhere.Contains(Words(text)) || DittoMarks.Contains(text.Trim()));

    /// <summary>Whether it is a tick or a cross, which mean something in a column of days or of yes and no.</summary>
    public static bool IsMark(string? text) => text is not null && (Words(text) is "x" or "xx" or "xxx" || (text.Trim().Length > 0 && Words(text).Length == 0 && !text.All(c => c is '-' or '–' or '—' or '−' or '.' or '_' or '/' or '?' or ' ')));

    /// <summary>Whether it sends the reader elsewhere or asks: where somebody may be meant who must not know, that is no "nobody".</summary>
    public static bool IsInDoubt(string? text) => PointsElsewhere(text) || (text?.Trim() is { Length: > 0 } asked && asked.All(c => c is '?' or ' '));

    /// <summary>Whether it is asked and not said, such as "Dietetics?" or "?ASD", or stands beside a sign that may mean no: "✗ Dietetics", "-Dietetics".</summary>
    public static bool IsAsked(string? text) => text?.Trim() is { Length: > 0 } said
        && (said.IndexOfAny(['?', '¿']) >= 0 || "-~#!(".Contains(said[0], StringComparison.Ordinal) || "!*#".Contains(said[^1], StringComparison.Ordinal) || said.EnumerateRunes().Any(IsSign));

    // ticks say yes, and ©®™ are parts of names
    private static bool IsSign(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol && !"✓✔☑✅©®™".Contains(rune.ToString(), StringComparison.Ordinal);

    /// <summary>Whether it stands for "no name known". "N/A" does; Na and No are names too, so they are only looked at (<see cref="MayBeNoName"/>).</summary>
    public static bool IsNoName(string? text) => text is not null && IsNothing(text) && !MayBeNoName(text);

    /// <summary>Whether it is a name of real people that is also typed for "nothing".</summary>
    public static bool MayBeNoName(string? text) => text is not null && text.Trim().All(char.IsLetter) && AlsoNames.Contains(Words(text));

    /// <summary>Whether it is one of a spreadsheet's errors, such as #N/A, or a cell too narrow for its number.</summary>
    public static bool IsExcelError(string? text) => text?.Trim() is { Length: > 1 } cell && (ExcelErrors.Contains(cell) || (cell.Length > 2 && cell.All(c => c == '#')));

    /// <summary>Whether it is a long number in the short form 9.43E+09, in which its digits are lost.</summary>
    public static bool IsShortenedNumber(string? text) => text is not null && Shortened().IsMatch(text.Trim());

    /// <summary>Whether letters were lost on the way, so that nobody can say what stood there.</summary>
    public static bool HasLostLetters(string? text) => text?.Contains('\uFFFD', StringComparison.Ordinal) == true || (text is not null && LostInAWord().IsMatch(text));

    /// <summary>The text with letters put right that were saved as UTF-8 and opened as something else ("ZoÃ«" is Zoë), or null when there are none.</summary>
    public static string? Ungarbled(string? text)
    {
        if (text is null || Encoding.UTF8.GetByteCount(text) == text.Length) { return null; }
        var put = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (Sequence(text, i) is not var (length, letter)) { put.Append(text[i++]); continue; }
            put.Append(letter);
            i += length;
        }
        return put.Length == text.Length ? null : put.ToString();
    }

    /// <summary>The text without quotation marks around the whole of it, or null when there are none.</summary>
    public static string? Unquoted(string? text) => text?.Trim() is { Length: > 2 } t && Quotes.Any(q => t[0] == q.Open && t[^1] == q.Close) && t[1..^1].Trim() is { Length: > 0 } inside
        && inside.IndexOfAny(['"', '“', '”']) < 0 ? inside : null;

    /// <summary>What is typed into an optional field, as it is stored: null where it is blank or says "nothing".</summary>
    public static string? ContentOrNull(this string? typed) => typed.BlankToNull() is { } kept && !IsNothing(kept) ? kept : null;

    /// <summary>Whom or what a family does not want shared, as it is stored: null where it is blank, says "nothing" or says that there is no objection.</summary>
    public static string? ObjectionOrNull(this string? typed) => typed.ContentOrNull() is { } kept && !NoObjection.Contains(Words(kept)) ? kept : null;

    /// <summary>Whether it says that nobody is excluded, where a blank says nothing: "None", "Nobody", "No objection".</summary>
    public static bool SaysNobody(string? text) => text is not null && Nobody.Contains(Words(text));

    private static readonly (char Open, char Close)[] Quotes = [('"', '"'), ('“', '”'), ('”', '”'), ('‘', '’'), ('\'', '\''), ('«', '»'), ('„', '“')];

    // the words alone, in lower case: "N/A." and "n.a" are one
    private static string Words(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) { kept.Append(char.ToLowerInvariant(c)); }
            else if (char.IsWhiteSpace(c) && kept.Length > 0 && kept[^1] != ' ') { kept.Append(' '); }
        }
        return kept.ToString().Trim();
    }

    // two to four characters that are the bytes of one letter, read as Windows-1252
    private static (int Length, string Letter)? Sequence(string text, int at)
    {
        var first = Byte(text[at]);
        if (first is < 0xC2 or > 0xF4) { return null; }
        var length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (at + length > text.Length) { return null; }
        Span<byte> bytes = stackalloc byte[length];
        for (var i = 0; i < length; i++)
        {
            var b = Byte(text[at + i]);
            if (b < 0 || (i > 0 && b is < 0x80 or > 0xBF)) { return null; }
            bytes[i] = (byte)b;
        }
        return Rune.DecodeFromUtf8(bytes, out var rune, out var used) == System.Buffers.OperationStatus.Done && used == length ? (length, rune.ToString()) : null;
    }

    // 0x80 to 0x9F of Windows-1252
    private const string Upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static int Byte(char c) => c <= 0xFF ? c : Upper.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? 0x80 + at : -1;

    [GeneratedRegex(@"\A[0-9](?:[.,][0-9]+)?E\+?[0-9]{1,3}\z", RegexOptions.IgnoreCase)]
    private static partial Regex Shortened();

    // a question mark between two letters was once another letter
    [GeneratedRegex(@"\p{L}\?\p{L}")]
    private static partial Regex LostInAWord();
}
