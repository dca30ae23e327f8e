using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Reads the words of a PDF as its fonts say that they are to be copied (ISO 32000-1, 9.10.3). No font itself is opened.</summary>
internal sealed partial class PdfFonts(PdfPages pages, CancellationToken stop)
{
    private const int MostFonts = 200;
    private const int LongestTable = 1024 * 1024;
    private const int MostLetters = 70_000;

    private readonly Dictionary<IndirectReference, Font> _known = [];
    private int _read;

    /// <summary>The words; a question mark for each letter that cannot be told.</summary>
    public string Words(DictionaryToken? resources, string name, ReadOnlySpan<byte> codes)
    {
        var font = resources is not null && pages.Find(resources, "Font") is DictionaryToken fonts && fonts.Data.TryGetValue(name, out var token) ? FontOf(token) : default;
        var words = new StringBuilder();
        for (var at = 0; at < codes.Length; at += font.IsWide ? 2 : 1)
        {
            var code = font.IsWide ? (codes[at] << 8) + (at + 1 < codes.Length ? codes[at + 1] : 0) : codes[at];
            words.Append(font.Letters is not null && font.Letters.TryGetValue(code, out var letter) ? letter : font.IsWide ? code == 3 ? " " : "?" : ((char)code).ToString());
        }
        return words.ToString();
    }

    private Font FontOf(IToken token)
    {
        if (token is IndirectReferenceToken known && _known.TryGetValue(known.Data, out var font)) { return font; }
        if (pages.Resolve(token) is not DictionaryToken about || _read++ > MostFonts) { return default; }
        font = new(pages.Find(about, "Subtype") is NameToken { Data: "Type0" }, pages.Find(about, "ToUnicode") is StreamToken table ? LettersOf(table) : null);
        if (token is IndirectReferenceToken reference) { _known[reference.Data] = font; }
        return font;
    }

    private Dictionary<int, string>? LettersOf(StreamToken table)
    {
        try { return pages.Unpack(table) is { Length: < LongestTable } bytes ? Read(Encoding.Latin1.GetString(bytes.Span)) : null; }
        // an odd font refuses no good letter
        catch (Exception e) when (e is not (OperationCanceledException or RefusedFileException)) { return null; }
    }

    private Dictionary<int, string> Read(string table)
    {
        var (letters, codes, isRange, isList) = (new Dictionary<int, string>(), new List<string>(), false, false);
        foreach (Match match in Parts.Matches(table))
        {
            stop.ThrowIfCancellationRequested();
            switch (match.Value)
            {
                case "beginbfchar" or "beginbfrange":
                    (isRange, isList) = (match.Value == "beginbfrange", false);
                    codes.Clear();
                    break;
                case "[" or "]":
                    isList = match.Value == "[";
                    if (!isList) { codes.Clear(); }
                    break;
                default:
                    codes.Add(match.Groups[1].Value);
                    if (isList) { Add(letters, Number(codes[0]) + codes.Count - 3, codes[^1], 0); }
                    else if (codes.Count == (isRange ? 3 : 2))
                    {
                        var (first, last) = (Number(codes[0]), Number(codes[^2]));
                        for (var code = first; code <= last && letters.Count < MostLetters; code++) { Add(letters, code, codes[^1], code - first); }
                        codes.Clear();
                    }
                    break;
            }
        }
        return letters;
    }

    private static void Add(Dictionary<int, string> letters, int code, string letter, int step)
    {
        if (letters.Count >= MostLetters || letter.Length < 4) { return; }
        var text = new StringBuilder();
        for (var at = 0; at + 4 <= letter.Length; at += 4) { text.Append((char)Number(letter.Substring(at, 4))); }
        text[^1] = (char)(text[^1] + step);
        letters[code] = text.ToString();
    }

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number & 0xFFFF : 0;

    [GeneratedRegex("<([0-9A-Fa-f]{1,40})>|beginbfchar|beginbfrange|\\[|\\]")]
    private static partial Regex Parts { get; }

    /// <summary>What is known of a font.</summary>
    /// <param name="IsWide">Whether each letter has two bytes.</param>
    /// <param name="Letters">What its codes stand for; null when it does not say.</param>
    private readonly record struct Font(bool IsWide, Dictionary<int, string>? Letters);
}
