using System.Xml;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Follows the paragraphs and runs of a DOCX, to tell whether the words of a run are seen (ECMA-376, 17.3.2 and 17.7).</summary>
internal sealed class WordRuns
{
    private readonly TextStyles _styles = new();
    private string? _usual;
    private string? _paragraph;
    private string? _character;
    private TextStyles.Look _own;
    private bool _isInRun;
    // black upon black: everybody who marks it reads it
    private bool _isOnBlack;
    private bool _isPale;
    // what a recorded change made different is no longer so
    private bool _isPast;
    private int _links;
    // words that a recorded change moved away from here
    private int _movedAway;
    // fields to be filled in, and whether each still shows what to type
    private readonly Stack<bool> _controls = new();

    /// <summary>Whether anything is coloured, so that white words may be seen on it.</summary>
    public bool HasColour { get; private set; }

    public bool IsLink => _links > 0;

    /// <summary>Whether the words stand where something is to be typed.</summary>
    public bool IsPlaceholder => _controls.Contains(true);

    // a style of the paragraph and one of the letters that both hide show again
    public bool IsHidden => _movedAway > 0 || (_own.IsHidden ?? (_styles.Of(_paragraph ?? _usual).IsHidden == true) != (_styles.Of(_character).IsHidden == true));

    /// <summary>Whether the words are made black upon black.</summary>
    public bool IsBlackedOut => _isOnBlack && !_isPale && !IsWhite;

    public bool IsWhite => _own.IsWhite ?? _styles.Of(_character).IsWhite ?? _styles.Of(_paragraph ?? _usual).IsWhite ?? false;

    public void Begin(XmlReader reader)
    {
        HasColour |= IsColour(reader);
        switch (reader.LocalName)
        {
            case "moveFrom" when !reader.IsEmptyElement: _movedAway++; break;
            case "sdt" when !reader.IsEmptyElement: _controls.Push(false); break;
            case "showingPlcHdr" when _controls.TryPop(out _): _controls.Push(IsOn(reader)); break;
            case "p": (_paragraph, _isInRun) = (null, false); break;
            case "r": (_character, _own, _isInRun, _isOnBlack, _isPale) = (null, default, true, false, false); break;
            case "rPrChange" or "pPrChange": _isPast = !reader.IsEmptyElement; break;
            case "pStyle" when !_isPast: _paragraph = WordOpener.Attribute(reader, "val"); break;
            case "rStyle" when _isInRun && !_isPast: _character = WordOpener.Attribute(reader, "val"); break;
            case "vanish" when _isInRun && !_isPast: _own = _own with { IsHidden = IsOn(reader) }; break;
            case "color" when _isInRun && !_isPast:
                _own = _own with { IsWhite = IsWhiteColour(reader, "val") };
                _isPale = WordOpener.Attribute(reader, "val") is not (null or "auto" or "000000");
                break;
            case "highlight" when _isInRun && !_isPast: _isOnBlack |= WordOpener.Attribute(reader, "val") == "black"; break;
            case "shd" when _isInRun && !_isPast: _isOnBlack |= WordOpener.Attribute(reader, "fill") == "000000"; break;
            // one with no address leads to a place in the document itself
            case "hyperlink" when !reader.IsEmptyElement && (IsLink || WordOpener.Attribute(reader, "id") is not null): _links++; break;
        }
    }

    public void End(string name)
    {
        if (name is "rPrChange" or "pPrChange") { _isPast = false; }
        else if (name == "moveFrom") { _movedAway--; }
        else if (name == "sdt") { _controls.TryPop(out _); }
        else if (name == "r") { (_character, _own, _isInRun, _isOnBlack, _isPale) = (null, default, false, false, false); }
        else if (name == "p") { _paragraph = null; }
        else if (name == "hyperlink" && IsLink) { _links--; }
    }

    public void ReadStyles(ZipParts parts)
    {
        // Word on the web calls it styles2.xml
        foreach (var name in parts.Names.Where(n => n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && Path.GetFileNameWithoutExtension(n).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == "styles"))
        {
            ReadStyles(parts, name);
        }
    }

    private void ReadStyles(ZipParts parts, string part)
    {
        var (style, look, depth) = ((string?)null, default(TextStyles.Look), 0);
        parts.Read(part, reader =>
        {
            if (reader.NodeType is XmlNodeType.EndElement && reader.LocalName == "style" && style is not null) { _styles.Add(style, look); }
            if (reader.NodeType is not XmlNodeType.Element) { return; }
            HasColour |= IsColour(reader);
            switch (reader.LocalName)
            {
                case "style":
                    (style, look, depth) = (WordOpener.Attribute(reader, "styleId"), default, reader.Depth);
                    if (WordOpener.Attribute(reader, "type") == "paragraph" && WordOpener.Attribute(reader, "default") is "1" or "true" or "on") { _usual = style; }
                    break;
                case "basedOn": look = look with { Parent = WordOpener.Attribute(reader, "val") }; break;
                // deeper ones are of a part of a table
                case "vanish" when reader.Depth == depth + 2: look = look with { IsHidden = IsOn(reader) }; break;
                case "color" when reader.Depth == depth + 2: look = look with { IsWhite = IsWhiteColour(reader, "val") }; break;
            }
        });
    }

    private static bool IsColour(XmlReader reader) => reader.LocalName switch
    {
        "highlight" or "background" => true,
        "shd" => WordOpener.Attribute(reader, "val") is not ("clear" or "nil" or null) || (WordOpener.Attribute(reader, "fill") is not (null or "auto") && !IsWhiteColour(reader, "fill")),
        _ => false,
    };

    private static bool IsOn(XmlReader reader) => WordOpener.Attribute(reader, "val") is not ("0" or "false" or "off");

    private static bool IsWhiteColour(XmlReader reader, string attribute) => string.Equals(WordOpener.Attribute(reader, attribute), "FFFFFF", StringComparison.OrdinalIgnoreCase);
}
