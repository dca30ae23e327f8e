using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Opens a zipped document as what is in it: DOCX, ODT, or something else by their name.</summary>
internal static class ZippedOpener
{
    /// <param name="named">What the file's name says.</param>
    public static (UploadType Type, Opened Opened) Open(UploadType named, byte[] bytes, CancellationToken stop)
    {
        using var parts = new ZipParts(bytes, stop);
        if (OpenDocumentOpener.IsText(parts))
        {
            return named == UploadType.Odt ? (UploadType.Odt, OpenDocumentOpener.Open(parts, stop)) : throw new RefusedFileException(OpeningWords.ReallyIs(UploadType.Odt));
        }
        // a master document is a list of other files
        if (parts.Text("mimetype")?.Trim() == "application/vnd.oasis.opendocument.text-master") { throw new RefusedFileException(OpeningWords.LinkedPart); }
        if (parts.Has("Index/Document.iwa") || parts.Has("Index.zip")) { throw new RefusedFileException(OpeningWords.Pages); }
        if (!named.IsWord)
        {
            throw new RefusedFileException(WordOpener.IsWord(parts) ? $"is really a Word document (DOCX). Give it a name that ends in .docx, then upload it again" : OpeningWords.IsNot(named));
        }
        return (UploadType.Docx, WordOpener.Open(named, parts, stop));
    }
}
