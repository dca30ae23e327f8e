using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// documents that are embedded in a sheet, and boxes to tick that lie on it
internal static partial class WorkbookControls
{
    private const int LargestDrawing = 5 * 1024 * 1024;

    /// <summary>Each in words, with the cell at which it begins.</summary>
    /// <param name="zip">The workbook.</param>
    /// <param name="sheet">The path of the sheet in it.</param>
    /// <param name="parts">The paths of the parts to which the sheet refers.</param>
    public static IReadOnlyList<string> Of(ZipArchive zip, string sheet, IReadOnlyList<string> parts)
    {
        var controls = parts.Count(p => p.Contains("activeX", StringComparison.OrdinalIgnoreCase));
        return
        [
            .. parts.Any(p => p.Contains("embeddings", StringComparison.OrdinalIgnoreCase)) ? Embedded(zip.GetEntry(sheet)!) : [],
            .. controls > 0 ? [$"{UkText.Count(controls, "control")} on the sheet, such as a box to tick"] : Array.Empty<string>(),
            .. parts.Where(p => p.EndsWith(".vml", StringComparison.OrdinalIgnoreCase)).Select(zip.GetEntry).OfType<ZipArchiveEntry>().SelectMany(Boxes),
        ];
    }

    private static List<string> Embedded(ZipArchiveEntry sheet)
    {
        Dictionary<string, string> found = [];
        using var xml = WorkbookMarks.Open(sheet);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "oleObject" }) { continue; }
            using var part = xml.ReadSubtree();
            var embedded = XElement.Load(part);
            // the same one may stand there again for older programs
            found.TryAdd((string?)embedded.Attribute("shapeId") ?? $"{found.Count}", $"A document embedded in the sheet{WorkbookDrawings.At(embedded)} ({((string?)embedded.Attribute("progId"))?.Split('.')[0] ?? "of another program"})");
        }
        return found.Count > 0 ? [.. found.Values] : ["A document embedded in the sheet"];
    }

    // the old language of drawings is not always well-formed XML
    private static IEnumerable<string> Boxes(ZipArchiveEntry drawing)
    {
        if (drawing.Length > LargestDrawing) { yield break; }
        using var reader = new StreamReader(drawing.Open());
        foreach (var shape in reader.ReadToEnd().Split("<v:shape ").Skip(1))
        {
            var words = WorkbookLooseWords.Plain(WebUtility.HtmlDecode(Tag().Replace(TextBox().Match(shape).Groups[1].Value, " ")));
            var kind = ObjectType().Match(shape).Groups[1].Value switch
            {
                "Checkbox" or "Radio" => Checked().IsMatch(shape) ? "A ticked box" : "A box without a tick",
                "Label" or "Edit" or "GBox" or "Drop" or "List" when words.Length > 0 => "A form control",
                _ => null,
            };
            if (kind is null) { continue; }
            var anchor = Anchor().Match(shape);
            yield return $"{kind} on the sheet{(anchor.Success ? WorkbookDrawings.At(Number(anchor.Groups[1]), Number(anchor.Groups[2])) : "")}{(words.Length > 0 ? $": “{words}”" : "")}";
        }
    }

    private static int? Number(Group found) => int.TryParse(found.ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("ObjectType=[\"']([A-Za-z]+)[\"']")]
    private static partial Regex ObjectType();

    [GeneratedRegex(@"<x:Checked>\s*[12]")]
    private static partial Regex Checked();

    // the first column, its offset, the first row
    [GeneratedRegex(@"<x:Anchor>\s*([0-9]+)\s*,\s*[0-9]+\s*,\s*([0-9]+)")]
    private static partial Regex Anchor();

    [GeneratedRegex("<v:textbox[^>]*>(.*?)</v:textbox>", RegexOptions.Singleline)]
    private static partial Regex TextBox();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
