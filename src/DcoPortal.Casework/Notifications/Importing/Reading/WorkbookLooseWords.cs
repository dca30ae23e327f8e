using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what stands on a sheet and in no cell: text boxes, pictures, boxes to tick, and what is printed above and below each page
internal static partial class WorkbookLooseWords
{
    private const int LongestShown = 500;

    /// <summary>Each in words, for the list of what is not read.</summary>
    /// <param name="zip">The workbook.</param>
    /// <param name="sheet">The path of the sheet in it.</param>
    public static IReadOnlyList<string> Of(ZipArchive zip, string sheet)
    {
        var at = sheet.LastIndexOf('/') + 1;
        var parts = WorkbookMarks.Parts(zip, $"{sheet[..at]}_rels/{sheet[at..]}.rels", sheet[..at]).Values.ToList();
        List<ZipArchiveEntry> drawings = [.. parts.Where(p => p.Contains("drawings", StringComparison.OrdinalIgnoreCase) && p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).Select(zip.GetEntry).OfType<ZipArchiveEntry>()];
        var controls = WorkbookControls.Of(zip, sheet, parts);
        // newer programs write the words of a box to tick a second time, as a text box
        return [.. drawings.SelectMany(Boxes).Where(w => !controls.Any(c => c.Contains(w, StringComparison.Ordinal))).Select(w => $"A text box of the workbook: “{w}”"), .. controls, .. WorkbookDrawings.Of(drawings), .. PrintedBeside(zip.GetEntry(sheet)!).Select(w => $"Above or below each printed page: “{w}”")];
    }

    private static List<string> Boxes(ZipArchiveEntry drawing)
    {
        List<string> boxes = [];
        using var xml = WorkbookMarks.Open(drawing);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "txBody" }) { continue; }
            using var box = xml.ReadSubtree();
            List<string> texts = [];
            // a paragraph is a line of its own
            while (box.Read()) { texts.Add(box.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace ? box.Value : box is { NodeType: XmlNodeType.Element, LocalName: "p" or "br" } ? " " : ""); }
            if (Plain(string.Concat(texts)) is { Length: > 0 } words) { boxes.Add(words); }
        }
        return boxes;
    }

    private static List<string> PrintedBeside(ZipArchiveEntry sheet)
    {
        List<string> found = [];
        using var xml = WorkbookMarks.Open(sheet);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter" }) { continue; }
            using var part = xml.ReadSubtree();
            List<string> texts = [];
            while (part.Read()) { if (part.NodeType == XmlNodeType.Text) { texts.Add(part.Value); } }
            var words = Plain(Codes().Replace(string.Concat(texts), " "));
            if (Page().Replace(words, "").Any(char.IsLetter)) { found.Add(words); }
        }
        return [.. found.Distinct()];
    }

    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var words && words.Length > LongestShown ? words[..LongestShown] + "…" : words;

    // "&L&\"Arial,Bold\"&12" says where and how, "&P" the number of the page
    [GeneratedRegex("&(?:\"[^\"]*\"|K[0-9A-F]{6}|K\\d\\d[+-]\\d{3}|\\d+|[A-Z&])", RegexOptions.IgnoreCase)]
    private static partial Regex Codes();

    [GeneratedRegex(@"\b(?:page|of|printed|on|official|sensitive)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Page();
}
