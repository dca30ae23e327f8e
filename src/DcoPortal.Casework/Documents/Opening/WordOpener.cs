using System.Xml;
using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Opens a DOCX: its main part, whatever that part is called, what the document links to, and whether anything is in it.</summary>
internal static class WordOpener
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    // what Word fetches by itself; a link to a page waits for a click
    private static readonly string[] Fetched = ["attachedTemplate", "oleObject", "frame", "subDocument", "aFChunk"];

    private static readonly HashSet<string> Pictures = ["drawing", "pict", "object", "altChunk", "contentPart"];

    public static bool IsWord(ZipParts parts) => MainPart(parts).Main is not null;

    /// <summary>Whether it has pictures and no text.</summary>
    public static bool IsScan(UploadType named, ZipParts parts)
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
        foreach (var links in parts.Names.Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))) { parts.Read(links, CheckLink); }
        bool hasText = false, hasPicture = false;
        var isText = false;
        parts.Read(main, reader =>
        {
            if (reader.NodeType is XmlNodeType.Element)
            {
                isText = reader.LocalName == "t";
                hasText |= reader.LocalName == "sym";
                hasPicture |= Pictures.Contains(reader.LocalName);
            }
            else if (reader.NodeType is XmlNodeType.EndElement) { isText = false; }
            else if (isText && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) { hasText |= !string.IsNullOrWhiteSpace(reader.Value); }
        });
        return hasText || hasPicture ? !hasText : throw new RefusedFileException(OpeningWords.Blank);
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

    private static void CheckLink(XmlReader reader)
    {
        if (reader.NodeType is not XmlNodeType.Element || !string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase) || reader.GetAttribute("Type") is not { } type) { return; }
        var (kind, target) = (type[(type.LastIndexOf('/') + 1)..], reader.GetAttribute("Target") ?? "");
        if (Fetched.Contains(kind, StringComparer.OrdinalIgnoreCase) && Remote.Is(target)) { throw new RefusedFileException(OpeningWords.FetchesParts); }
        // a logo of a web page is seen by everybody; a scan on the writer's own drive by nobody else
        if (kind.Equals("image", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("http", StringComparison.OrdinalIgnoreCase)) { throw new RefusedFileException(OpeningWords.LinkedPicture); }
    }
}
