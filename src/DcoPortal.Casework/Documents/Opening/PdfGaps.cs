namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Takes note of the pages of a PDF that show nothing, and of pictures that cannot be shown: whoever uploads it may have another copy.</summary>
internal sealed class PdfGaps
{
    private const int MostNamed = 4;

    private readonly List<int> _lost = [];
    private readonly List<int> _blank = [];
    private readonly List<int> _pictures = [];
    private int _page;
    private bool _isShown;
    private bool _isLost;
    private bool _isPictureLost;

    /// <summary>What shows nothing, in a few words; null where every page shows something.</summary>
    public string? Words => OpeningWords.Notice(Sentences());

    /// <summary>Begins the next page.</summary>
    public void Begin()
    {
        _page++;
        (_isShown, _isLost, _isPictureLost) = (false, false, false);
    }

    /// <summary>Something on the page is seen.</summary>
    public void Shows() => _isShown = true;

    /// <summary>Something belongs on the page, and cannot be read or seen.</summary>
    public void Loses() => _isLost = true;

    /// <summary>A picture belongs on the page, and is not there or breaks off.</summary>
    public void LosesPicture() => _isPictureLost = true;

    /// <summary>Ends the page.</summary>
    public void End()
    {
        if (!_isShown) { (_isLost || _isPictureLost ? _lost : _blank).Add(_page); }
        else if (_isPictureLost) { _pictures.Add(_page); }
    }

    private IEnumerable<string> Sentences()
    {
        if (_lost.Count > 0) { yield return $"{Pages(_lost)} {(_lost.Count == 1 ? "shows" : "show")} nothing"; }
        if (_blank.Count > 0) { yield return $"{Pages(_blank)} {(_blank.Count == 1 ? "is" : "are")} blank"; }
        if (_pictures.Count > 0) { yield return $"A picture on {Pages(_pictures).ToLowerInvariant()} cannot be shown"; }
    }

    // the last pages of a long document are often blank
    private static string Pages(List<int> pages)
    {
        if (pages.Count == 1) { return $"Page {pages[0]}"; }
        var named = pages.Take(pages.Count > MostNamed + 1 ? MostNamed : pages.Count - 1);
        return $"Pages {string.Join(", ", named)} and {(pages.Count > MostNamed + 1 ? $"{pages.Count - MostNamed} more" : $"{pages[^1]}")}";
    }
}
