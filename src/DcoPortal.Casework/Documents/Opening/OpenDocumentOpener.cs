using System.Xml;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Opens an ODT, as LibreOffice and Word write it.</summary>
internal static class OpenDocumentOpener
{
    private const string TextType = "application/vnd.oasis.opendocument.text";

    public static bool IsText(ZipParts parts) => parts.Text("mimetype")?.Trim() == TextType;

    /// <summary>Opens it.</summary>
    public static Opened Open(ZipParts parts, CancellationToken stop)
    {
        if (parts.Names.Any(n => n.StartsWith("Basic/", StringComparison.Ordinal) || n.StartsWith("Scripts/", StringComparison.Ordinal))) { throw new RefusedFileException(OpeningWords.Macros); }
        if (parts.Has("encrypted-package") || parts.Text("META-INF/manifest.xml")?.Contains("encryption-data", StringComparison.Ordinal) == true) { throw new RefusedFileException(OpeningWords.Password); }
        var (isBody, hasPicture, isLinked, isLost) = (false, false, false, false);
        var (text, style) = (new OpenDocumentText(), default((string?, string?)));
        if (parts.Has("styles.xml")) { parts.Read("styles.xml", reader => text.ReadStyles(reader, ref style, isOfPages: true)); }
        parts.Read("content.xml", reader =>
        {
            if (!isBody) { text.ReadStyles(reader, ref style); }
            isBody |= reader.NodeType is XmlNodeType.Element && reader.LocalName == "body";
            if (!isBody) { return; }
            text.Read(reader);
            if (reader.NodeType is not XmlNodeType.Element) { return; }
            isLinked |= IsLinkedPicture(reader, parts);
            isLost |= !isLost && IsLostPicture(reader, parts, stop);
            if (reader.LocalName is not ("image" or "object")) { return; }
            hasPicture = true;
            text.Shows();
        });
        var hasText = text.Check(hasPicture);
        // a report that is nothing but a picture must be in the file
        if (!hasText && isLinked) { throw new RefusedFileException(OpeningWords.LinkedPicture); }
        return new(!hasText, text.All, OpeningWords.Notice(hasText && isLost ? OpeningWords.PictureNotShown : null, text.HasComments ? OpeningWords.HasComments : null, text.Beside));
    }

    // what is drawn of a formula or a chart stands beside it, and is not of this kind
    private static bool IsLostPicture(XmlReader reader, ZipParts parts, CancellationToken stop) =>
        reader.LocalName == "image" && reader.GetAttribute("href", "http://www.w3.org/1999/xlink") is { Length: > 0 } target && Uri.UnescapeDataString(target) is var name
        && name.StartsWith("Pictures/", StringComparison.Ordinal) && InnerPicture.IsLost(parts, name, stop);

    // a picture or an object is a part of the file, or nobody else sees it; a logo of a web page is seen by everybody
    private static bool IsLinkedPicture(XmlReader reader, ZipParts parts)
    {
        if (reader.LocalName is not ("image" or "object" or "object-ole" or "plugin" or "floating-frame") || reader.GetAttribute("href", "http://www.w3.org/1999/xlink") is not { Length: > 0 } target) { return false; }
        var name = Uri.UnescapeDataString(target);
        if (name.StartsWith("./", StringComparison.Ordinal)) { name = name[2..]; }
        if (parts.Has(name) || parts.Names.Any(n => n.StartsWith($"{name}/", StringComparison.Ordinal)))
        {
            if (reader.LocalName == "object-ole" && parts.Bytes(name) is { } inside && FileSignature.Of(inside) == FileKind.CompoundFile) { CheckObject(new(inside)); }
            return false;
        }
        if (reader.LocalName != "image") { throw new RefusedFileException(Remote.Is(target) ? OpeningWords.FetchesParts : OpeningWords.LinkedPart); }
        return Remote.IsPublicPage(target) ? true : throw new RefusedFileException(OpeningWords.LinkedPicture);
    }

    private static void CheckObject(CompoundFile inside)
    {
        EmbeddedObjects.Check(inside);
        if (inside.Has("WordDocument")) { throw new RefusedFileException(OpeningWords.AttachedInside); }
    }
}
