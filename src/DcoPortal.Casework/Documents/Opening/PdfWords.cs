using System.Numerics;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Tells which words of a PDF are seen on its pages, and which of them only lead elsewhere.</summary>
internal sealed class PdfWords
{
    // a page that only asks to be opened elsewhere says no more
    private const int Enough = 4000;
    // letters reach out of their line, and lines begin left of where they are seen
    private const float Near = 100;
    private const float Far = 1500;

    // a link is underlined or framed; a drawing has more
    private const int MostLines = 20;

    private readonly ShownText _shown = new();
    private Box? _page;
    private List<Box> _links = [];
    private int _seen;
    private bool _hasInvisible;

    /// <summary>Whether enough is seen to know that it is a report.</summary>
    public bool AreEnough => _seen > Enough;

    /// <summary>All of them, as far as they were read.</summary>
    public string Text => _shown.All;

    /// <summary>Whether there are any, seen or not.</summary>
    public bool AreAny { get; private set; }

    /// <param name="page">What is seen of the page; null where it is not known.</param>
    /// <param name="links">Where a press leads out of the document.</param>
    public void Begin(Box? page, List<Box> links)
    {
        (_page, _links) = (page, links);
        _shown.Add(" ");
    }

    /// <summary>Begins another line, or goes on further along it.</summary>
    public void Space() => _shown.Add("\n");

    /// <param name="isOnPage">Whether it is written on the page itself: what is drawn on it by name may stand anywhere.</param>
    public void Add(string text, PdfPen pen, bool isOnPage)
    {
        AreAny = true;
        if (pen.IsInvisible) { _hasInvisible = true; }
        if (IsHidden(pen, isOnPage)) { _shown.AddHidden(text); }
        else if (pen.IsWhite) { _shown.AddWhite(text); }
        else
        {
            var isLink = isOnPage && IsInLink(pen, text.Length);
            _seen += isLink ? 0 : text.Length;
            _shown.Add(text, isLink);
        }
        pen.OnLine += text.Length;
    }

    /// <summary>Whether what is written so is seen, on white paper.</summary>
    public bool AreSeen(PdfPen pen, bool isOnPage) => !pen.IsWhite && !IsHidden(pen, isOnPage);

    /// <summary>Refuses what shows nothing, or nothing but a link; else whether there are words.</summary>
    /// <param name="hasPicture">Whether there is a picture to be seen.</param>
    /// <param name="drawings">How many lines and colours there are to be seen.</param>
    /// <param name="hasColour">Whether anything could be behind white words.</param>
    public bool Check(bool hasPicture, int drawings, bool hasColour)
    {
        if (_shown.Letters?.Contains("ifthismessageisnoteventuallyreplaced", StringComparison.OrdinalIgnoreCase) == true) { throw new RefusedFileException(OpeningWords.AdobeForm); }
        // what a machine read of a scan lies unseen over its picture
        return _shown.Check(hasPicture || drawings > 0, hasColour || drawings > 0, hasPicture || drawings > MostLines, OpeningWords.BlankPages) || (hasPicture && _hasInvisible);
    }

    private bool IsHidden(PdfPen pen, bool isOnPage) => pen.IsInvisible || pen.IsOff || (isOnPage && IsOutside(pen.At));

    private bool IsOutside(Matrix3x2 at) => _page is { } page && IsUpright(at) && (at.M32 > page.Top + Near || at.M32 < page.Bottom - Near || at.M31 > page.Right + Near || at.M31 < page.Left - Far);

    private bool IsInLink(PdfPen pen, int letters)
    {
        var at = pen.At;
        return IsUpright(at) && _links.Exists(l => at.M31 > l.Left - 5 && at.M32 > l.Bottom - 5 && at.M32 < l.Top + 5 && at.M31 + ((pen.OnLine + letters) * pen.Step) < l.Right + 15);
    }

    /// <summary>Whether the line goes along the page, unturned.</summary>
    public static bool IsUpright(Matrix3x2 at) => at.M11 > 0 && MathF.Abs(at.M12) < 0.01f && MathF.Abs(at.M21) < 0.01f;

    /// <summary>A part of a page.</summary>
    public readonly record struct Box(float Left, float Bottom, float Right, float Top);
}
