using System.Xml;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Follows the text of an ODT, to tell whether its words are seen, and whether a part of it stands in another file.</summary>
internal sealed class OpenDocumentText
{
    private const string Links = "http://www.w3.org/1999/xlink";

    // deleted text, and who changed what; comments stand beside the page
    private static readonly HashSet<string> NotOnPage = ["tracked-changes", "annotation"];

    private readonly TextStyles _styles = new();
    private readonly ShownText _shown = new();
    private readonly FieldResults _parts = new();
    private readonly Stack<State> _open = new();
    // sections that show another file, by how deep they are
    private readonly Stack<int> _linked = new();
    private bool _isParagraphHidden;
    private bool _hasColour;

    /// <summary>Whether comments stand beside the page.</summary>
    public bool HasComments { get; private set; }

    private State Now => _open.TryPeek(out var state) ? state : default;

    /// <summary>Refuses what shows nothing, or nothing but a link; else whether there are words to be seen.</summary>
    public bool Check(bool hasPicture) => _shown.Check(hasPicture, _hasColour);

    /// <inheritdoc cref="ShownText.Beside" />
    public string? Beside => _shown.Beside;

    /// <summary>All its words, as far as they are kept.</summary>
    public string All => _shown.All;

    /// <param name="reader">At a node.</param>
    /// <param name="style">The style that it stands in.</param>
    /// <param name="isOfPages">Whether words are those of headers and footers.</param>
    public void ReadStyles(XmlReader reader, ref (string? Name, string? Parent) style, bool isOfPages = false)
    {
        if (isOfPages && reader.NodeType is XmlNodeType.Text) { _shown.Keep($"{reader.Value} "); }
        if (reader.NodeType is XmlNodeType.EndElement && reader.LocalName == "style") { style = default; }
        if (reader.NodeType is not XmlNodeType.Element) { return; }
        if (reader.LocalName == "style") { style = (WordOpener.Attribute(reader, "name"), WordOpener.Attribute(reader, "parent-style-name")); }
        if ((WordOpener.Attribute(reader, "background-color") ?? WordOpener.Attribute(reader, "fill-color")) is { } colour && colour.StartsWith('#') && !IsWhite(colour)) { _hasColour = true; }
        if (style.Name is not { } name || reader.LocalName is not ("style" or "text-properties")) { return; }
        var isText = reader.LocalName == "text-properties";
        _styles.Add(name, new(style.Parent, isText && WordOpener.Attribute(reader, "display") is { } display ? display == "none" : null, isText && WordOpener.Attribute(reader, "color") is { } ink ? IsWhite(ink) : null));
        if (!isText && reader.IsEmptyElement) { style = default; }
    }

    public void Read(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element: Begin(reader); break;
            case XmlNodeType.EndElement: End(reader); break;
            case XmlNodeType.Text or XmlNodeType.CDATA: Show(reader.Value); break;
        }
    }

    /// <summary>Something is seen here that is no word.</summary>
    public void Shows() => _parts.Shows();

    private void Begin(XmlReader reader)
    {
        if (reader.LocalName is "section-source" or "dde-source") { CheckSource(reader); }
        if (reader.LocalName == "hidden-paragraph" && WordOpener.Attribute(reader, "is-hidden") == "true") { _isParagraphHidden = true; }
        if (reader.LocalName is "p" or "h" or "line-break") { _shown.Add("\n"); }
        else if (reader.LocalName is "tab" or "s") { _shown.Add(" "); }
        if (reader.IsEmptyElement) { return; }
        if (reader.LocalName == "database-display") { Open("MERGEFIELD", reader.Depth); }
        _open.Push(StateOf(reader, Now));
    }

    private State StateOf(XmlReader reader, State around)
    {
        var look = _styles.Of(WordOpener.Attribute(reader, "style-name"));
        var isHidden = reader.LocalName == "section" && (WordOpener.Attribute(reader, "display") == "none" || WordOpener.Attribute(reader, "is-hidden") == "true");
        return new(around.IsAway || isHidden || NotOnPage.Contains(reader.LocalName), around.IsComment || reader.LocalName == "annotation", look.IsHidden ?? around.IsHidden, look.IsWhite ?? around.IsWhite,
            around.IsLink || (reader.LocalName == "a" && reader.GetAttribute("href", Links) is { } target && !target.StartsWith('#')),
            around.IsToFill || reader.LocalName == "placeholder" || WordOpener.Attribute(reader, "showing-place-holder") == "true",
            // who changed something, and when
            around.IsNote || (around.IsAway && (reader.LocalName is "change-info" or "creator" or "date")));
    }

    private void End(XmlReader reader)
    {
        _open.TryPop(out _);
        if (reader.LocalName is "p" or "h") { _isParagraphHidden = false; }
        if (_linked.TryPeek(out var depth) && depth == reader.Depth)
        {
            _linked.Pop();
            _parts.End();
        }
    }

    private void Show(string text)
    {
        if (Now.IsToFill) { _shown.AddPlaceholder(); }
        else if (Now.IsNote) { _shown.Keep(text); }
        else if (Now.IsComment)
        {
            HasComments |= !string.IsNullOrWhiteSpace(text);
            _shown.Keep(text);
        }
        else if (Now.IsAway || Now.IsHidden || _isParagraphHidden) { _shown.AddHidden(text); }
        else if (Now.IsWhite) { _shown.AddWhite(text); }
        else { _shown.Add(text, Now.IsLink); }
        // LibreOffice writes the name of a field of a mail merge in other brackets than Word
        if (!string.IsNullOrWhiteSpace(text)) { _parts.Shows(text.TrimStart().Replace('<', '«')); }
    }

    // a section that keeps what it shows is seen; one that is fetched anew from another computer is not taken
    private void CheckSource(XmlReader reader)
    {
        var target = reader.LocalName == "dde-source" ? WordOpener.Attribute(reader, "dde-topic") : reader.GetAttribute("href", Links);
        if (target is not { Length: > 0 } || _linked.Contains(reader.Depth - 1)) { return; }
        if (Remote.Is(target)) { throw new RefusedFileException(OpeningWords.FetchesParts); }
        Open("INCLUDETEXT", reader.Depth - 1);
    }

    private void Open(string instruction, int depth)
    {
        _parts.Begin(instruction);
        _parts.Separate();
        _linked.Push(depth);
    }

    private static bool IsWhite(string colour) => colour.Equals("#ffffff", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is so of the words within an element.</summary>
    private readonly record struct State(bool IsAway, bool IsComment, bool IsHidden, bool IsWhite, bool IsLink, bool IsToFill, bool IsNote);
}
