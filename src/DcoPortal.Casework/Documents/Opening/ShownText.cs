using System.Text;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Gathers what a document shows of its words, to tell a report from a page on which nobody sees anything, and from a mere link.</summary>
internal sealed class ShownText
{
    // more than this is no covering page
    private const int Most = 4000;

    private static readonly string[] Addresses = ["http://", "https://", "www.", "file:", "ftp:", "onenote:", "\\\\"];

    private readonly StringBuilder _words = new();
    private bool _hasWords;
    private bool _hasLinks;
    private bool _hasWhite;
    private bool _hasHidden;

    /// <summary>Adds words that are seen, or the space between them.</summary>
    public void Add(string text, bool isLink = false)
    {
        var isInk = !string.IsNullOrWhiteSpace(text);
        if (isLink) { _hasLinks |= isInk; }
        else
        {
            _hasWords |= isInk;
            if (_words.Length <= Most) { _words.Append(text); }
        }
    }

    /// <summary>Adds white words, which are seen on a colour alone.</summary>
    public void AddWhite(string text) => _hasWhite |= !string.IsNullOrWhiteSpace(text);

    /// <summary>Adds words that are not seen.</summary>
    public void AddHidden(string text) => _hasHidden |= !string.IsNullOrWhiteSpace(text);

    /// <summary>Refuses what shows nothing, or nothing but a link; else whether there are words to be seen.</summary>
    /// <param name="hasPicture">Whether anything is shown beside the words.</param>
    /// <param name="hasColour">Whether anything could be behind white words.</param>
    public bool Check(bool hasPicture, bool hasColour)
    {
        var isOnColour = _hasWhite && (hasPicture || hasColour);
        var hasText = _hasWords || _hasLinks || isOnColour;
        if (!hasText && !hasPicture) { throw new RefusedFileException(_hasWhite || _hasHidden ? OpeningWords.HiddenText : OpeningWords.Blank); }
        if (!hasPicture && !isOnColour && hasText && IsOnlyLinks()) { throw new RefusedFileException(OpeningWords.OnlyLink); }
        return hasText;
    }

    /// <summary>Whether all words are addresses of something else.</summary>
    private bool IsOnlyLinks()
    {
        if (_words.Length > Most) { return false; }
        var words = _words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimStart('<', '(', '[', '"', '“')).Where(w => w.Any(char.IsLetterOrDigit)).ToList();
        return (_hasLinks || words.Count > 0) && words.TrueForAll(w => Array.Exists(Addresses, a => w.StartsWith(a, StringComparison.OrdinalIgnoreCase)));
    }
}
