using System.IO.Compression;
using System.Xml;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what the reader of workbooks does not give: cells with an error of Excel, such as #N/A, or a formula never worked out, and rows that are struck through
internal static class WorkbookMarks
{
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // a formula without a value reads as blank, which for an NHS number would mean "not known"
    private const string NeverWorkedOut = "#CALC!";

    /// <summary>By the sheet's name, the error at each line and column, counted from 1 and 0, and the lines that are struck through.</summary>
    public static (Dictionary<string, Dictionary<(int Line, int Column), string>> Errors, Dictionary<string, HashSet<int>> Struck) Of(ZipArchive zip)
    {
        var parts = Parts(zip);
        var strikes = Strikes(zip);
        Dictionary<string, Dictionary<(int, int), string>> errors = [];
        Dictionary<string, HashSet<int>> struck = [];
        using var workbook = Open(zip.GetEntry("xl/workbook.xml")!);
        while (workbook.ReadToFollowing("sheet", Sheets))
        {
            var (name, id) = (workbook.GetAttribute("name"), workbook.GetAttribute("id", Relations));
            if (name is not null && id is not null && parts.TryGetValue(id, out var path) && zip.GetEntry(path) is { } part) { (errors[name], struck[name]) = Cells(part, strikes); }
        }
        return (errors, struck);
    }

    private static Dictionary<string, string> Parts(ZipArchive zip)
    {
        Dictionary<string, string> parts = [];
        if (zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } entry) { return parts; }
        using var xml = Open(entry);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target) { continue; }
            parts[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        }
        return parts;
    }

    // the styles of cells whose font is struck through, by their number
    private static HashSet<string> Strikes(ZipArchive zip)
    {
        HashSet<string> styles = [];
        HashSet<string> fonts = [];
        if (zip.GetEntry("xl/styles.xml") is not { } entry) { return styles; }
        using var xml = Open(entry);
        var (font, style, inCells) = (-1, 0, false);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "cellXfs" }) { break; }
            if (xml.NodeType != XmlNodeType.Element) { continue; }
            if (xml.LocalName == "font") { font++; }
            else if (xml.LocalName == "strike" && font >= 0 && xml.GetAttribute("val") is not ("0" or "false")) { fonts.Add($"{font}"); }
            else if (xml.LocalName == "cellXfs") { inCells = true; }
            else if (inCells && xml.LocalName == "xf")
            {
                if (fonts.Contains(xml.GetAttribute("fontId") ?? "")) { styles.Add($"{style}"); }
                style++;
            }
        }
        return styles;
    }

    private static (Dictionary<(int, int), string> Errors, HashSet<int> Struck) Cells(ZipArchiveEntry sheet, HashSet<string> strikes)
    {
        Dictionary<(int, int), string> errors = [];
        HashSet<int> struck = [];
        using var xml = Open(sheet);
        (int Line, int Column)? at = null;
        var (isError, isStruck, isFormula, hasValue) = (false, false, false, false);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                (at, isError, isStruck, isFormula, hasValue) = (xml.IsEmptyElement ? null : Place(xml.GetAttribute("r")), xml.GetAttribute("t") == "e", strikes.Contains(xml.GetAttribute("s") ?? ""), false, false);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" }) { isFormula = true; }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" }) { hasValue = !xml.IsEmptyElement; }
            else if (xml.NodeType == XmlNodeType.Text && isError && hasValue && at is { } wrong) { errors[wrong] = xml.Value; }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "c" } && at is { } place)
            {
                if (isFormula && !hasValue) { errors[place] = NeverWorkedOut; }
                if (isStruck && hasValue) { struck.Add(place.Line); }
                at = null;
            }
        }
        return (errors, struck);
    }

    // "B5" is line 5, column 1
    private static (int, int)? Place(string? address)
    {
        if (address is null) { return null; }
        var letters = address.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(address.AsSpan(letters), out var line)) { return null; }
        return (line, address[..letters].Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1) - 1);
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
}
