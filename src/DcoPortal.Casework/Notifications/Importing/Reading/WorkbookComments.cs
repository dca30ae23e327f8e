using System.IO.Compression;
using System.Xml;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what people have written about cells: notes, the comments of newer Excels with their answers, and what a cell says when it is chosen
internal static class WorkbookComments
{
    // newer Excels write this into a note for older ones, above the comment itself
    private const string ForOldExcels = "[Threaded comment]";

    /// <summary>The words about each cell of a sheet, by line and column, counted from 1 and 0.</summary>
    /// <param name="zip">The workbook.</param>
    /// <param name="sheet">The path of the sheet in it.</param>
    public static IReadOnlyDictionary<(int Line, int Column), string> Of(ZipArchive zip, string sheet)
    {
        var at = sheet.LastIndexOf('/') + 1;
        var paths = WorkbookMarks.Parts(zip, $"{sheet[..at]}_rels/{sheet[at..]}.rels", sheet[..at]).Values.ToList();
        Dictionary<(int, int), string> found = [];
        foreach (var path in paths.Where(p => p.Contains("comment", StringComparison.OrdinalIgnoreCase) && p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).OrderByDescending(IsThreaded))
        {
            if (zip.GetEntry(path) is { } part) { Add(part, IsThreaded(path) ? "threadedComment" : "comment", found); }
        }
        foreach (var (place, words) in WorkbookPrompts.Of(zip.GetEntry(sheet)!)) { found[place] = found.TryGetValue(place, out var before) ? $"{before} / {words}" : words; }
        return found;
    }

    private static bool IsThreaded(string path) => path.Contains("threaded", StringComparison.OrdinalIgnoreCase);

    private static void Add(ZipArchiveEntry part, string element, Dictionary<(int, int), string> found)
    {
        using var xml = WorkbookMarks.Open(part);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element } || xml.LocalName != element || WorkbookMarks.Place(xml.GetAttribute("ref")) is not { } place) { continue; }
            using var comment = xml.ReadSubtree();
            var words = Words(comment);
            if (words.StartsWith(ForOldExcels, StringComparison.Ordinal)) { words = found.ContainsKey(place) ? "" : Meant(words); }
            if (words.Length > 0) { found[place] = found.TryGetValue(place, out var before) ? $"{before} / {words}" : words; }
        }
    }

    // a program that does not know such comments keeps only what older ones are shown, the words themselves behind it
    private static string Meant(string words) => words.IndexOf(BeforeWords, StringComparison.Ordinal) is >= 0 and var at ? words[(at + BeforeWords.Length)..].Trim() : words;

    private const string BeforeWords = " Comment:";

    private static string Words(XmlReader comment)
    {
        List<string> texts = [];
        while (comment.Read())
        {
            if (comment.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA) { texts.Add(comment.Value); }
        }
        return string.Join(' ', string.Concat(texts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
