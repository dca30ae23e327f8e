using System.Xml;
using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Opens a DOCX: its main part, whatever that part is called, what the document links to, and whether anything is in it.</summary>
internal static class WordOpener
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    // what Word fetches by itself; a link to a page waits for a click
    private static readonly string[] Fetched = ["attachedTemplate", "oleObject", "package", "frame", "subDocument", "aFChunk"];

    private static readonly HashSet<string> Pictures = ["drawing", "pict", "object", "altChunk", "contentPart"];

    public static bool IsWord(ZipParts parts) => MainPart(parts).Main is not null;

    /// <summary>Opens it.</summary>
    public static Opened Open(UploadType named, ZipParts parts, CancellationToken stop)
    {
        var (main, types) = MainPart(parts);
        if (types.Exists(t => t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            || parts.Names.Any(n => Path.GetFileName(n).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedFileException(OpeningWords.Macros);
        }
        if (main is null)
        {
            throw new RefusedFileException(
                types.Exists(t => t.Contains("spreadsheetml", StringComparison.Ordinal)) ? OpeningWords.Spreadsheet
                : types.Exists(t => t.Contains("presentationml", StringComparison.Ordinal)) ? OpeningWords.Presentation
                : OpeningWords.IsNot(named));
        }
        var isLinked = false;
        foreach (var links in parts.Names.Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))) { parts.Read(links, reader => isLinked |= IsLinkedPicture(reader)); }
        var pictures = new WordPictures();
        var shown = new ShownText();
        var hasText = ReadText(parts, main, pictures, shown);
        // a report that is nothing but a picture must be in the file
        if (!hasText && isLinked) { throw new RefusedFileException(OpeningWords.LinkedPicture); }
        if (!hasText) { pictures.Check(parts, main, stop); }
        foreach (var part in parts.Names.Where(IsOfPages).ToList()) { ReadBeside(parts, part, shown); }
        return new(!hasText, shown.All, OpeningWords.Notice(hasText && pictures.AnyIsLost(parts, main, stop) ? OpeningWords.PictureNotShown : null, HasComments(parts, shown) ? OpeningWords.HasComments : null, shown.Beside));
    }

    // headers and footers say whom a letter is about, and notes stand below it
    private static bool IsOfPages(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(part) is var name
        && (name.StartsWith("header", StringComparison.OrdinalIgnoreCase) || name.StartsWith("footer", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("footnotes", StringComparison.OrdinalIgnoreCase) || name.StartsWith("endnotes", StringComparison.OrdinalIgnoreCase));

    private static void ReadBeside(ZipParts parts, string part, ShownText shown)
    {
        var isDeleted = false;
        parts.Read(part, reader =>
        {
            isDeleted = reader.NodeType is XmlNodeType.Element ? reader.LocalName == "delText" : isDeleted && reader.NodeType is not XmlNodeType.EndElement;
            if (isDeleted && (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)) { shown.AddHidden(reader.Value); }
            else { KeepWord(reader, shown); }
        });
    }

    // also those that Word keeps for newer programs beside the first, as commentsExtended.xml without a word
    private static bool HasComments(ZipParts parts, ShownText shown)
    {
        var (has, isText) = (false, false);
        foreach (var part in parts.Names.Where(n => n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(n).StartsWith("comments", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            parts.Read(part, reader =>
            {
                isText = reader.NodeType is XmlNodeType.Element ? reader.LocalName == "t" : isText && reader.NodeType is not XmlNodeType.EndElement;
                if (isText && !string.IsNullOrWhiteSpace(reader.Value)) { has = true; }
                KeepWord(reader, shown);
            });
        }
        return has;
    }

    private static void KeepWord(XmlReader reader, ShownText shown)
    {
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace) { shown.Keep(reader.Value); }
        else if (reader.NodeType is XmlNodeType.Element && reader.LocalName is "p" or "br" or "tab") { shown.Keep(" "); }
    }

    private static bool ReadText(ZipParts parts, string main, WordPictures pictures, ShownText shown)
    {
        var (isText, isInstruction, isDeleted) = (false, false, false);
        var (fields, runs) = (new FieldResults(), new WordRuns());
        runs.ReadStyles(parts);
        parts.Read(main, reader =>
        {
            if (reader.NodeType is XmlNodeType.Element)
            {
                (isText, isInstruction, isDeleted) = (reader.LocalName == "t", reader.LocalName == "instrText", reader.LocalName == "delText");
                runs.Begin(reader);
                if (reader.LocalName == "sym") { Show("?"); }
                else if (reader.LocalName is "p" or "br") { shown.Add("\n"); }
                else if (reader.LocalName == "tab") { shown.Add(" "); }
                var isDrawing = Pictures.Contains(reader.LocalName);
                pictures.Add(reader, isDrawing);
                if (isDrawing) { fields.Shows(); }
                else { Follow(reader, fields); }
            }
            else if (reader.NodeType is XmlNodeType.EndElement)
            {
                (isText, isInstruction, isDeleted) = (false, false, false);
                runs.End(reader.LocalName);
                if (reader.LocalName == "fldSimple") { fields.End(); }
            }
            else if (isInstruction) { fields.Instruct(reader.Value); }
            else if (isText) { Show(reader.Value); }
            else if (isDeleted) { shown.AddHidden(reader.Value); }
        });
        return shown.Check(pictures.AreAny, runs.HasColour);

        void Show(string text)
        {
            if (runs.IsPlaceholder) { shown.AddPlaceholder(); }
            else if (runs.IsHidden || runs.IsBlackedOut) { shown.AddHidden(text); }
            else if (runs.IsWhite) { shown.AddWhite(text); }
            else { shown.Add(text, runs.IsLink || fields.IsLink); }
            // what Word writes where it did not find the file
            if (!string.IsNullOrWhiteSpace(text) && !text.StartsWith("Error!", StringComparison.Ordinal)) { fields.Shows(text); }
        }
    }

    private static (string? Main, List<string> Types) MainPart(ZipParts parts)
    {
        var types = new List<string>();
        string? main = null;
        if (!parts.Has(ContentTypes)) { return (null, types); }
        parts.Read(ContentTypes, reader =>
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.GetAttribute("ContentType") is not { } type) { return; }
            types.Add(type);
            // Word on the web calls it document2.xml
            if (type == WordMain && reader.GetAttribute("PartName") is { } name) { main = name.TrimStart('/'); }
        });
        return (main, types);
    }

    // fields, and objects that are files
    private static void Follow(XmlReader reader, FieldResults fields)
    {
        switch (reader.LocalName)
        {
            case "fldSimple":
                fields.Begin(Attribute(reader, "instr") ?? "");
                fields.Separate();
                if (reader.IsEmptyElement) { fields.End(); }
                break;
            case "fldChar" when Attribute(reader, "fldCharType") is { } at:
                if (at == "begin") { fields.Begin(); }
                else if (at == "separate") { fields.Separate(); }
                else { fields.End(); }
                break;
            case "OLEObject":
                if (Attribute(reader, "Type") == "Link") { throw new RefusedFileException(OpeningWords.LinkedPart); }
                if (Attribute(reader, "DrawAspect") == "Icon" || EmbeddedObjects.IsFile(Attribute(reader, "ProgID") ?? "")) { throw new RefusedFileException(OpeningWords.AttachedInside); }
                break;
        }
    }

    /// <summary>An attribute, whatever the prefix of its namespace; null when it is not there.</summary>
    internal static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        for (var isThere = reader.MoveToFirstAttribute(); isThere; isThere = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name) { value = reader.Value; }
        }
        reader.MoveToElement();
        return value;
    }

    private static bool IsLinkedPicture(XmlReader reader)
    {
        if (reader.NodeType is not XmlNodeType.Element || !string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase) || reader.GetAttribute("Type") is not { } type) { return false; }
        var (kind, target) = (type[(type.LastIndexOf('/') + 1)..], reader.GetAttribute("Target") ?? "");
        if (Fetched.Contains(kind, StringComparer.OrdinalIgnoreCase) && Remote.Is(target)) { throw new RefusedFileException(OpeningWords.FetchesParts); }
        // the template of the letter alone changes nothing of what it says
        if (Fetched.Skip(1).Contains(kind, StringComparer.OrdinalIgnoreCase)) { throw new RefusedFileException(OpeningWords.LinkedPart); }
        if (!kind.Equals("image", StringComparison.OrdinalIgnoreCase)) { return false; }
        // a logo of a web page is seen by everybody; a scan on the writer's own drive by nobody else
        return Remote.IsPublicPage(target) ? true : throw new RefusedFileException(OpeningWords.LinkedPicture);
    }
}
