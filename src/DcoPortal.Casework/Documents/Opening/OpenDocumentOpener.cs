using System.Xml;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Opens an ODT, as LibreOffice and Word write it.</summary>
internal static class OpenDocumentOpener
{
    private const string TextType = "application/vnd.oasis.opendocument.text";

    public static bool IsText(ZipParts parts) => parts.Text("mimetype")?.Trim() == TextType;

    /// <summary>Whether it has pictures and no text.</summary>
    public static bool IsScan(ZipParts parts)
    {
        if (parts.Names.Any(n => n.StartsWith("Basic/", StringComparison.Ordinal) || n.StartsWith("Scripts/", StringComparison.Ordinal))) { throw new RefusedFileException(OpeningWords.Macros); }
        if (parts.Has("encrypted-package") || parts.Text("META-INF/manifest.xml")?.Contains("encryption-data", StringComparison.Ordinal) == true) { throw new RefusedFileException(OpeningWords.Password); }
        bool isBody = false, hasText = false, hasPicture = false;
        parts.Read("content.xml", reader =>
        {
            if (reader.NodeType is XmlNodeType.Element)
            {
                isBody |= reader.LocalName == "body";
                hasPicture |= isBody && reader.LocalName is "image" or "object";
            }
            else if (isBody && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) { hasText |= !string.IsNullOrWhiteSpace(reader.Value); }
        });
        return hasText || hasPicture ? !hasText : throw new RefusedFileException(OpeningWords.Blank);
    }
}
