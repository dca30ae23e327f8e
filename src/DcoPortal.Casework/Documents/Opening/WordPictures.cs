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

    /// <summary>Whether a picture of a document that has words too is missing, breaks off, or is of a kind that is not shown.</summary>
    public bool AnyIsLost(ZipParts parts, string main, CancellationToken stop)
    {
        var links = LinksOf(main);
        if (_ids.Count == 0) { return false; }
        var (found, isLost) = (new HashSet<string>(), false);
        if (!parts.Has(links)) { return true; }
        parts.Read(links, reader =>
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.GetAttribute("Id") is not { } id || !_ids.Contains(id)) { return; }
            found.Add(id);
            isLost |= reader.GetAttribute("TargetMode") != "External" && InnerPicture.IsLost(parts, PartOf(main, reader.GetAttribute("Target") ?? ""), stop);
        });
        return isLost || found.Count < _ids.Count;
    }

    /// <summary>Refuses a document in which no picture is to be seen.</summary>
    public void Check(ZipParts parts, string main, CancellationToken stop)
    {
        var links = LinksOf(main);
        // shapes and charts are drawn without a picture
        if (_drawings > _ids.Count || !parts.Has(links)) { return; }
        string? words = null;
        var isAnyShown = false;
        parts.Read(links, reader =>
        {
            if (isAnyShown || reader.NodeType is not XmlNodeType.Element || reader.GetAttribute("Id") is not { } id || !_ids.Contains(id)) { return; }
            var problem = reader.GetAttribute("TargetMode") == "External" ? null : InnerPicture.ProblemOf(parts, PartOf(main, reader.GetAttribute("Target") ?? ""), stop);
            isAnyShown = problem is null;
            words = problem == OpeningWords.PictureMissing ? words ?? problem : problem;
        });
        if (!isAnyShown && words is not null) { throw new RefusedFileException(words); }
    }

    private static string LinksOf(string main) => $"{FolderOf(main)}_rels/{main[(main.LastIndexOf('/') + 1)..]}.rels";

    private static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    private static string PartOf(string main, string target) => Uri.UnescapeDataString(new Uri(new Uri("zip:///" + FolderOf(main)), target).AbsolutePath).TrimStart('/');
}
