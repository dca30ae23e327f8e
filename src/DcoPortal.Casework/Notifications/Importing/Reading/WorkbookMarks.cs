using System.IO.Compression;
using System.Xml;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>What a sheet says that the reader of workbooks does not give.</summary>
/// <param name="Errors">The error of Excel at each line and column, counted from 1 and 0: also a formula never worked out.</param>
/// <param name="Struck">The lines that are struck through.</param>
/// <param name="PartlyStruck">The cells of which a part is struck through.</param>
/// <param name="Comments">What somebody has written about a cell.</param>
internal sealed record SheetMarks(
    Dictionary<(int Line, int Column), string> Errors, HashSet<int> Struck, HashSet<(int Line, int Column)> PartlyStruck, IReadOnlyDictionary<(int Line, int Column), string> Comments)
{
    /// <summary>What stands on the sheet and in no cell, in words.</summary>
    public IReadOnlyList<string> LooseWords { get; init; } = [];

    /// <summary>The colours of its cells and of their letters, where they have one.</summary>
    public Dictionary<(int Line, int Column), string> Colours { get; } = [];

    /// <summary>Its cells that are centred across those beside them, by line.</summary>
    public Dictionary<int, HashSet<int>> Centred { get; } = [];
}

// reads the marks of each sheet from the parts of the workbook
internal static class WorkbookMarks
{
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // some programs give every row of a sheet its colours, down to the last
    private const int LastColoured = 2 * Sheet.MostKept;
    private const int ColouredColumns = 100;

    // a formula without a value reads as blank, which for an NHS number would mean "not known"
    private const string NeverWorkedOut = "#CALC!";

    /// <summary>The marks of each sheet by its name.</summary>
    public static Dictionary<string, SheetMarks> Of(ZipArchive zip)
    {
        var parts = Parts(zip, "xl/_rels/workbook.xml.rels", "xl/");
        var styles = WorkbookStyles.Of(zip);
        var texts = StruckTexts(zip);
        Dictionary<string, SheetMarks> marks = [];
        using var workbook = Open(zip.GetEntry("xl/workbook.xml")!);
        while (workbook.ReadToFollowing("sheet", Sheets))
        {
            var (name, id) = (workbook.GetAttribute("name"), workbook.GetAttribute("id", Relations));
            if (name is not null && id is not null && parts.GetValueOrDefault(id) is { } path && zip.GetEntry(path) is { } part) { marks[name] = Cells(part, styles, texts, WorkbookComments.Of(zip, path)) with { LooseWords = WorkbookLooseWords.Of(zip, path) }; }
        }
        return marks;
    }

    /// <summary>The paths of the parts that a part refers to, by the id of each reference.</summary>
    /// <param name="zip">The workbook.</param>
    /// <param name="relations">The path of its references.</param>
    /// <param name="folder">Where they begin, such as "xl/".</param>
    public static Dictionary<string, string> Parts(ZipArchive zip, string relations, string folder)
    {
        Dictionary<string, string> parts = [];
        if (zip.GetEntry(relations) is not { } entry) { return parts; }
        using var xml = Open(entry);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target) { continue; }
            parts[id] = target.StartsWith('/') ? target[1..] : target.StartsWith("../", StringComparison.Ordinal) ? $"xl/{target[3..]}" : $"{folder}{target}";
        }
        return parts;
    }

    // the texts that cells share of which a part is struck through, by their number
    private static HashSet<int> StruckTexts(ZipArchive zip)
    {
        HashSet<int> struck = [];
        if (zip.GetEntry("xl/sharedStrings.xml") is not { } entry) { return struck; }
        using var xml = Open(entry);
        for (var text = -1; xml.Read();)
        {
            if (xml.NodeType != XmlNodeType.Element) { continue; }
            if (xml.LocalName == "si") { text++; }
            else if (IsStrike(xml)) { struck.Add(text); }
        }
        return struck;
    }

    private static bool IsStrike(XmlReader xml) => xml.LocalName == "strike" && xml.GetAttribute("val") is not ("0" or "false");

    private static SheetMarks Cells(ZipArchiveEntry sheet, WorkbookStyles styles, HashSet<int> struckTexts, IReadOnlyDictionary<(int, int), string> comments)
    {
        SheetMarks marks = new([], [], [], comments);
        using var xml = Open(sheet);
        (int Line, int Column)? at = null;
        var (type, isStruck, isFormula, hasValue) = ("", false, false, false);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                if (styles.Colours.TryGetValue(xml.GetAttribute("s") ?? "0", out var colour) && Place(xml.GetAttribute("r")) is { Line: <= LastColoured, Column: < ColouredColumns } coloured) { marks.Colours[coloured] = colour; }
                if (styles.Centred.Contains(xml.GetAttribute("s") ?? "0") && Place(xml.GetAttribute("r")) is { Line: <= LastColoured, Column: < ColouredColumns } centred)
                {
                    if (!marks.Centred.TryGetValue(centred.Line, out var row)) { marks.Centred[centred.Line] = row = []; }
                    row.Add(centred.Column);
                }
                (at, type, isStruck, isFormula, hasValue) = (xml.IsEmptyElement ? null : Place(xml.GetAttribute("r")), xml.GetAttribute("t") ?? "", styles.Struck.Contains(xml.GetAttribute("s") ?? "0"), false, false);
            }
            else if (at is not { } place) { continue; }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" }) { isFormula = true; }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" }) { hasValue = !xml.IsEmptyElement; }
            else if (xml.NodeType == XmlNodeType.Element && IsStrike(xml)) { marks.PartlyStruck.Add(place); }
            else if (xml.NodeType == XmlNodeType.Text && hasValue && type == "e") { marks.Errors[place] = xml.Value; }
            else if (xml.NodeType == XmlNodeType.Text && hasValue && type == "s" && int.TryParse(xml.Value, out var text) && struckTexts.Contains(text)) { marks.PartlyStruck.Add(place); }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "c" })
            {
                if (isFormula && !hasValue) { marks.Errors[place] = NeverWorkedOut; }
                if (isStruck && hasValue) { marks.Struck.Add(place.Line); }
                at = null;
            }
        }
        return marks;
    }

    // "B5" is line 5, column 1
    public static (int Line, int Column)? Place(string? address)
    {
        if (address is null) { return null; }
        var letters = address.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(address.AsSpan(letters), out var line)) { return null; }
        return (line, address[..letters].Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1) - 1);
    }

    public static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
}
