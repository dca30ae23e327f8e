using System.IO.Compression;
using System.Xml;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the cells of a workbook that hold an error of Excel, such as #N/A: the reader gives them as blank
internal static class WorkbookErrors
{
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>By the sheet's name, the error at each line and column, both counted from 1 and 0.</summary>
    public static Dictionary<string, Dictionary<(int Line, int Column), string>> Of(ZipArchive zip)
    {
        var parts = Parts(zip);
        Dictionary<string, Dictionary<(int, int), string>> found = [];
        using var workbook = Open(zip.GetEntry("xl/workbook.xml")!);
        while (workbook.ReadToFollowing("sheet", Sheets))
        {
            var (name, id) = (workbook.GetAttribute("name"), workbook.GetAttribute("id", Relations));
            if (name is not null && id is not null && parts.TryGetValue(id, out var path) && zip.GetEntry(path) is { } part) { found[name] = Errors(part); }
        }
        return found;
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

    private static Dictionary<(int, int), string> Errors(ZipArchiveEntry sheet)
    {
        Dictionary<(int, int), string> errors = [];
        using var xml = Open(sheet);
        while (xml.ReadToFollowing("c", Sheets))
        {
            if (xml.GetAttribute("t") != "e" || xml.GetAttribute("r") is not { } at || Place(at) is not { } place) { continue; }
            using var cell = xml.ReadSubtree();
            if (cell.ReadToFollowing("v", Sheets)) { errors[place] = cell.ReadElementContentAsString(); }
        }
        return errors;
    }

    // "B5" is line 5, column 1
    private static (int, int)? Place(string address)
    {
        var letters = address.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(address.AsSpan(letters), out var line)) { return null; }
        return (line, address[..letters].Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1) - 1);
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
}
