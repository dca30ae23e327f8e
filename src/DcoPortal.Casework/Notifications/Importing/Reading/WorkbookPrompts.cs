using System.IO.Compression;
using System.Xml;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what one cell alone says to whoever chooses it or points at it: what a whole column says so tells how to fill it in
internal static class WorkbookPrompts
{
    /// <summary>The words, by line and column, counted from 1 and 0.</summary>
    public static IEnumerable<((int Line, int Column) Place, string Words)> Of(ZipArchiveEntry sheet)
    {
        List<(string Cells, string Words)> said = [];
        using (var xml = WorkbookMarks.Open(sheet))
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) { continue; }
                if (xml.LocalName == "dataValidation") { said.Add((xml.GetAttribute("sqref") ?? "", xml.GetAttribute("prompt") ?? "")); }
                else if (xml.LocalName == "hyperlink") { said.Add((xml.GetAttribute("ref") ?? "", xml.GetAttribute("tooltip") ?? "")); }
            }
        }
        return said.Where(s => s.Words.Length > 0).GroupBy(s => s.Words).Where(g => g.Count() == 1)
            .Select(g => (Place: WorkbookMarks.Place(g.First().Cells), Words: WorkbookLooseWords.Plain(g.Key))).Where(s => s.Place is not null && s.Words.Length > 0).Select(s => (s.Place!.Value, s.Words));
    }
}
