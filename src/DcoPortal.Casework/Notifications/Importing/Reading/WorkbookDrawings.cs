using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what is laid over the cells of a sheet and holds no words: a pasted letter, a chart, a line that crosses a child out
internal static class WorkbookDrawings
{
    private const int MostNamed = 10;

    /// <summary>Each in words, with the cell at which it begins.</summary>
    public static IEnumerable<string> Of(IEnumerable<ZipArchiveEntry> drawings)
    {
        var things = drawings.SelectMany(Things).ToList();
        return things.Count <= MostNamed ? things : things.Take(MostNamed).Append($"{things.Count - MostNamed} more pictures and drawings on the sheet");
    }

    /// <summary>" at K2", or nothing where it is not known.</summary>
    /// <param name="anchor">Holds the corner, or null.</param>
    public static string At(XElement? anchor)
    {
        var corner = anchor?.Descendants().FirstOrDefault(e => e.Name.LocalName == "from");
        int? Number(string name) => int.TryParse(corner?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value, CultureInfo.InvariantCulture, out var number) ? number : null;
        return At(Number("col"), Number("row"));
    }

    public static string At(int? column, int? row) => column is { } c and >= 0 && row is { } r ? $" at {NotificationSpreadsheet.Letters(c)}{r + 1}" : "";

    private static List<string> Things(ZipArchiveEntry drawing)
    {
        List<string> things = [];
        using var xml = WorkbookMarks.Open(drawing);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "twoCellAnchor" or "oneCellAnchor" or "absoluteAnchor" }) { continue; }
            using var part = xml.ReadSubtree();
            var anchor = XElement.Load(part);
            // what newer programs draw stands there a second time, for older ones
            anchor.Descendants().Where(e => e.Name.LocalName == "Fallback").Remove();
            things.AddRange(anchor.Descendants().Select(Kind).OfType<string>().Select(words => words.Insert(words.IndexOf(Place, StringComparison.Ordinal) + Place.Length, At(anchor))));
        }
        return things;
    }

    private const string Place = "on the sheet";

    private static string? Kind(XElement thing) => thing.Name.LocalName switch
    {
        "pic" => $"A picture {Place}{Described(thing)}",
        // buttons that filter a table are no picture of anything
        "graphicFrame" when !thing.Descendants().Attributes("uri").Any(u => u.Value.Contains("slicer", StringComparison.OrdinalIgnoreCase)) => $"A chart or diagram {Place}{Described(thing)}",
        "contentPart" => $"Something drawn by hand {Place}",
        "cxnSp" => $"A line {Place}",
        "sp" when !IsHidden(thing) && !thing.Descendants().Any(e => e.Name.LocalName == "t" && !string.IsNullOrWhiteSpace(e.Value)) => $"A shape {Place}{Described(thing)}",
        _ => null,
    };

    private static XElement? Named(XElement thing) => thing.Descendants().FirstOrDefault(e => e.Name.LocalName == "cNvPr");

    private static bool IsHidden(XElement thing) => (string?)Named(thing)?.Attribute("hidden") is "1" or "true";

    private static string Described(XElement thing) => (string?)Named(thing)?.Attribute("descr") is { } words && WorkbookLooseWords.Plain(words) is { Length: > 0 } said ? $": “{said}”" : "";
}
