using System.Xml;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Looks at the pictures of a DOCX that is nothing but pictures: whether one of them is in the file, whole, and shows something.</summary>
internal sealed class WordPictures
{
    private readonly HashSet<string> _ids = [];
    private int _drawings;

    /// <summary>Whether anything is drawn.</summary>
    public bool AreAny => _drawings > 0;

    /// <summary>Takes note of a drawing, or of the picture that it shows.</summary>
    public void Add(XmlReader reader, bool isDrawing)
    {
        if (isDrawing) { _drawings++; }
        var id = reader.LocalName switch { "blip" => WordOpener.Attribute(reader, "embed") ?? WordOpener.Attribute(reader, "link"), "imagedata" => WordOpener.Attribute(reader, "id"), _ => null };
        if (id is not null) { _ids.Add(id); }
    }

    /// <summary>Refuses a document in which no picture is to be seen.</summary>
    public void Check(ZipParts parts, string main, CancellationToken stop)
    {
        var links = $"{FolderOf(main)}_rels/{main[(main.LastIndexOf('/') + 1)..]}.rels";
        // shapes and charts are drawn without a picture
        if (_drawings > _ids.Count || !parts.Has(links)) { return; }
        string? words = null;
        var isAnyShown = false;
        parts.Read(links, reader =>
        {
            if (isAnyShown || reader.NodeType is not XmlNodeType.Element || reader.GetAttribute("Id") is not { } id || !_ids.Contains(id)) { return; }
            var problem = reader.GetAttribute("TargetMode") == "External" ? null : ProblemOf(parts, PartOf(main, reader.GetAttribute("Target") ?? ""), stop);
            isAnyShown = problem is null;
            words = problem == OpeningWords.PictureMissing ? words ?? problem : problem;
        });
        if (!isAnyShown && words is not null) { throw new RefusedFileException(words); }
    }

    private static string? ProblemOf(ZipParts parts, string name, CancellationToken stop)
    {
        if (parts.Bytes(name) is not { } bytes) { return OpeningWords.PictureMissing; }
        try
        {
            switch (FileSignature.Of(bytes))
            {
                case FileKind.Png: PictureOpener.OpenPng(bytes, stop); break;
                case FileKind.Jpeg: PictureOpener.OpenJpeg(bytes); break;
                case FileKind.Unknown when Path.GetExtension(name).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg": return OpeningWords.PictureMissing;
            }
            return null;
        }
        catch (RefusedFileException e) { return e.Message is OpeningWords.BlankPages or OpeningWords.TooFewPixels ? OpeningWords.BlankPages : OpeningWords.PictureMissing; }
        catch (InvalidDataException) { return OpeningWords.PictureMissing; }
    }

    private static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    private static string PartOf(string main, string target) => Uri.UnescapeDataString(new Uri(new Uri("zip:///" + FolderOf(main)), target).AbsolutePath).TrimStart('/');
}
