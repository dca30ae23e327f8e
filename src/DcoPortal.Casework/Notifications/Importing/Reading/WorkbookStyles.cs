using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>What the styles of a workbook's cells say, by their number.</summary>
/// <param name="Struck">Those whose font is struck through.</param>
/// <param name="Colours">Those that have a colour, of the cell or of its letters, each with a word that tells one from another.</param>
/// <param name="Centred">Those centred across the blank cells beside them, which look like merged ones.</param>
internal sealed record WorkbookStyles(HashSet<string> Struck, Dictionary<string, string> Colours, HashSet<string> Centred)
{
    // the black of a web page or of an email is black to whoever reads it
    private const int Darkest = 0x60, Lightest = 0xFA;

    public static WorkbookStyles Of(ZipArchive zip)
    {
        WorkbookStyles styles = new([], [], []);
        if (zip.GetEntry("xl/styles.xml") is not { } entry) { return styles; }
        using var xml = WorkbookMarks.Open(entry);
        List<(bool IsStruck, string Colour)> fonts = [];
        List<string> fills = [];
        var (style, inCells) = (0, false);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "cellXfs" }) { break; }
            if (xml.NodeType != XmlNodeType.Element) { continue; }
            if (xml.LocalName == "cellXfs") { inCells = true; }
            else if (xml.LocalName == "font") { fonts.Add(Font(Whole(xml))); }
            else if (xml.LocalName == "fill") { fills.Add(Fill(Whole(xml))); }
            else if (inCells && xml is { LocalName: "alignment" } && xml.GetAttribute("horizontal") == "centerContinuous") { styles.Centred.Add($"{style - 1}"); }
            else if (inCells && xml.LocalName == "xf") { styles.Add($"{style++}", Of(fonts, xml.GetAttribute("fontId")), Of(fills, xml.GetAttribute("fillId"))); }
        }
        return styles;
    }

    private void Add(string style, (bool IsStruck, string Colour) font, string? fill)
    {
        if (font.IsStruck) { Struck.Add(style); }
        if (!string.IsNullOrEmpty(font.Colour) || !string.IsNullOrEmpty(fill)) { Colours[style] = $"{fill}/{font.Colour}"; }
    }

    private static T? Of<T>(List<T> list, string? number) => int.TryParse(number, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < list.Count ? list[at] : default;

    private static XElement Whole(XmlReader xml)
    {
        using var part = xml.ReadSubtree();
        return XElement.Load(part);
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    // a link is blue and underlined by itself
    private static (bool, string) Font(XElement font) =>
        (Child(font, "strike") is { } strike && (string?)strike.Attribute("val") is not ("0" or "false"), Child(font, "u") is null ? Shade(Child(font, "color"), isFill: false) : "");

    private static string Fill(XElement fill) => Child(fill, "gradientFill") is { } gradient ? $"{gradient}"
        : Child(fill, "patternFill") is { } pattern && (string?)pattern.Attribute("patternType") is { } type and not ("none" or "gray125") && Shade(Child(pattern, "fgColor"), isFill: true) is { } shade && (shade.Length > 0 || type != "solid") ? $"{type}{shade}" : "";

    // nothing for the black of letters and the white of paper
    private static string Shade(XElement? colour, bool isFill)
    {
        if (colour is null || (string?)colour.Attribute("auto") is "1" or "true") { return ""; }
        var (rgb, theme, indexed, tint) = ((string?)colour.Attribute("rgb"), (string?)colour.Attribute("theme"), (string?)colour.Attribute("indexed"), (string?)colour.Attribute("tint"));
        if (rgb is { Length: >= 6 } && uint.TryParse(rgb[^6..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
        {
            int[] parts = [(int)(value >> 16), (int)(value >> 8 & 0xFF), (int)(value & 0xFF)];
            return Array.TrueForAll(parts, p => isFill ? p >= Lightest : p < Darkest) ? "" : rgb[^6..];
        }
        var isPlain = isFill ? theme is "0" || indexed is "9" or "64" or "65" : theme is "1" or "10" or "11" || indexed is "8" or "64" or "32767";
        return isPlain && tint is null or "0" ? "" : $"{theme}.{indexed}.{tint}";
    }
}
