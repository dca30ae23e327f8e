using System.Globalization;
using System.Text;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Gathers what a document shows of its words, to tell a report from a page on which nobody sees anything, and from a mere link.</summary>
internal sealed class ShownText
{
    // more than this is no covering page
    private const int Most = 4000;

    // whom a report is about stands at its beginning, and on each page
    private const int MostKept = 40_000;

    private static readonly string[] Addresses = ["http://", "https://", "www.", "file:", "ftp:", "onenote:", "\\\\"];

    private readonly StringBuilder _words = new();
    private readonly StringBuilder _all = new();
    private bool _hasWords;
    private bool _hasLinks;
    private bool _hasWhite;
    private bool _hasHidden;

    /// <summary>Its letters without what stands between them; null where it is a report by its length.</summary>
    public string? Letters => _words.Length > Most ? null : string.Concat(_words.ToString().Where(char.IsLetter));

    /// <summary>All its words as far as they are kept, seen or not: what a machine read of a scan lies unseen over it.</summary>
    public string All => _all.ToString();

    /// <summary>What can be read although the page does not show it; null when nothing.</summary>
    public string? Beside => _hasHidden ? OpeningWords.HasHidden : null;

    /// <summary>Adds words that are seen, or the space between them.</summary>
    public void Add(string text, bool isLink = false)
    {
        Keep(text);
        var isInk = IsInk(text);
        if (isLink) { _hasLinks |= isInk; }
        else
        {
            _hasWords |= isInk;
            if (_words.Length <= Most) { _words.Append(text); }
        }
    }

    /// <summary>Adds white words, which are seen on a colour alone.</summary>
    public void AddWhite(string text)
    {
        Keep(text);
        _hasWhite |= IsInk(text);
    }

    /// <summary>Adds words that are not seen.</summary>
    public void AddHidden(string text)
    {
        Keep(text);
        _hasHidden |= IsInk(text);
    }

    /// <summary>Adds words that stand where something is to be typed, as Word marks them.</summary>
    public void AddPlaceholder()
    {
        if (_words.Length <= Most) { _words.Append(UnfilledForm.Placeholder); }
    }

    /// <summary>Keeps words that are no part of the report itself, such as its header.</summary>
    public void Keep(string text)
    {
        if (_all.Length <= MostKept) { _all.Append(text); }
    }

    /// <summary>Refuses what shows nothing, or nothing but a link; else whether there are words to be seen.</summary>
    /// <param name="hasPicture">Whether anything is shown beside the words.</param>
    /// <param name="hasColour">Whether anything could be behind white words.</param>
    public bool Check(bool hasPicture, bool hasColour) => Check(hasPicture, hasColour, hasPicture, OpeningWords.Blank);

    /// <param name="isShown">Whether anything is shown beside the words.</param>
    /// <param name="hasColour">Whether anything could be behind white words.</param>
    /// <param name="hasMore">Whether what is shown beside the words may be the report.</param>
    /// <param name="blank">What to say where there is nothing at all.</param>
    public bool Check(bool isShown, bool hasColour, bool hasMore, string blank)
    {
        var isOnColour = _hasWhite && (isShown || hasColour);
        var hasText = _hasWords || _hasLinks || isOnColour;
        if (!hasMore && !isOnColour && !_hasLinks && _words.Length <= Most && UnfilledForm.Is(_words.ToString())) { throw new RefusedFileException(OpeningWords.Unfilled); }
        if (!hasText && !isShown) { throw new RefusedFileException(_hasWhite || _hasHidden ? OpeningWords.HiddenText : blank); }
        if (hasText && !isOnColour && !hasMore && IsOnlyLinks()) { throw new RefusedFileException(OpeningWords.OnlyLink); }
        if (hasText && !isOnColour && !hasMore && OnlyPoints()) { throw new RefusedFileException(OpeningWords.OnlyPoints); }
        return hasText;
    }

    // spaces that no line breaks, and letters without width, show nothing
    private static bool IsInk(string text) => text.EnumerateRunes().Any(r => !Rune.IsWhiteSpace(r) && Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Format or UnicodeCategory.Control) && r.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164));

    // the words of a link are not among the others
    private bool OnlyPoints() => _words.Length <= Most && Pointing.IsAllOfFile(_hasLinks ? $"{_words} link" : _words.ToString());

    /// <summary>Whether all words are addresses of something else.</summary>
    private bool IsOnlyLinks()
    {
        if (_words.Length > Most) { return false; }
        var words = _words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimStart('<', '(', '[', '"', '“')).Where(w => w.Any(char.IsLetterOrDigit)).ToList();
        return (_hasLinks || words.Count > 0) && words.TrueForAll(w => Array.Exists(Addresses, a => w.StartsWith(a, StringComparison.OrdinalIgnoreCase)));
    }
}
