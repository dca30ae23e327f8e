using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// Excel's own files, new and old: the cells as Excel last worked them out
internal static class WorkbookFile
{
    // unpacked, a workbook of the most rows is far smaller: more is a mistake or an attack
    private const long MostUnpacked = 400L * 1024 * 1024;

    private const string NotInOldWorkbooks = "This is a workbook of an older kind: its comments, text boxes, pictures, printed headers, colours, struck-through cells and errors of Excel cannot be read. If it has any, save it as an Excel workbook (.xlsx) and upload that.";

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    // the reader asks for old code pages by number
    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Zip) || bytes.StartsWith(Compound);

    public static SheetFile Read(ReadOnlySpan<byte> bytes)
    {
        using var memory = new MemoryStream(bytes.ToArray(), writable: false);
        try
        {
            bool? from1904 = null;
            Dictionary<string, SheetMarks>? marks = null;
            if (bytes.StartsWith(Zip))
            {
                if (Package(memory, ref from1904, ref marks) is { } failure) { return SheetFile.Refused(failure); }
                memory.Position = 0;
            }
            using var reader = ExcelReaderFactory.CreateReader(memory, new() { LeaveOpen = true });
            List<Sheet> sheets = [];
            List<string> onBlank = [];
            do
            {
                var sheet = Sheet(reader, marks?.GetValueOrDefault(reader.Name));
                if (sheet.RowCount > 0) { sheets.Add(sheet); }
                else { onBlank.AddRange(sheet.LooseWords.Select(w => $"Sheet {sheet.Name}: {w}")); }
            }
            while (reader.NextResult());
            return sheets.Count == 0 ? SheetFile.Refused("The file is empty.") : new(sheets, null, from1904) { OnBlankSheets = onBlank, NotReadable = marks is null ? NotInOldWorkbooks : null };
        }
        catch (InvalidPasswordException)
        {
            return SheetFile.Refused("This workbook has a password: in Excel choose File, Info, Protect workbook, remove the password, save and upload it again.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // the readers throw whatever a damaged file leads them to
            return SheetFile.Refused("This file cannot be read as an Excel workbook: open it in Excel, save it anew and upload that.");
        }
    }

    // what stops the reading of a ZIP file, or null; and from when the workbook says that it counts its days
    private static string? Package(Stream content, ref bool? from1904, ref Dictionary<string, SheetMarks>? marks)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Sum(e => e.Length) > MostUnpacked) { return "The workbook is too large: split it into smaller files."; }
        if (zip.GetEntry("xl/workbook.xml") is { } workbook)
        {
            using var xml = XmlReader.Create(workbook.Open(), new() { DtdProcessing = DtdProcessing.Prohibit });
            from1904 = xml.ReadToFollowing("workbookPr", "http://schemas.openxmlformats.org/spreadsheetml/2006/main") && xml.GetAttribute("date1904") is "1" or "true";
            marks = WorkbookMarks.Of(zip);
            return null;
        }
        return zip.GetEntry("xl/workbook.bin") is not null ? null
            : zip.GetEntry("word/document.xml") is not null ? "This is a Word document, not a spreadsheet: upload the workbook or a CSV file."
            : zip.GetEntry("content.xml") is not null ? "This is an OpenDocument file: save it as an Excel workbook (.xlsx) or CSV, and upload that."
            : "This is a ZIP file, not a spreadsheet: upload the workbook or the CSV file that is in it.";
    }

    private static Sheet Sheet(IExcelDataReader reader, SheetMarks? marks)
    {
        List<SheetRow> rows = [];
        var merged = new MergedCells(reader.MergeCells ?? []);
        var count = 0;
        for (var line = 1; reader.Read(); line++)
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) { cells[i] = marks?.Errors.GetValueOrDefault((line, i)) ?? ShownCells.Text(reader.GetValue(i), reader.GetNumberFormatString(i)); }
            // a row of nothing but merged cells is no row of its own
            if (SheetFile.IsBlank(cells)) { continue; }
            count++;
            if (rows.Count >= Reading.Sheet.MostKept) { continue; }
            rows.Add(new(line, cells, marks?.Struck.Contains(line) == true ? "struck through" : reader.RowHeight == 0 ? "hidden" : null) { Notes = [.. merged.Fill(line, cells), .. Notes(marks, line, cells.Length)], Across = [.. merged.Across(line), .. Centred(marks?.Centred.GetValueOrDefault(line), cells)], ShownDates = ShownDates(reader) });
        }
        var lines = rows.Select(r => r.Line).ToHashSet();
        return new(reader.Name, rows, count, reader.VisibleState != "visible") { LooseWords = marks?.LooseWords ?? [], Colours = marks?.Colours ?? [], OtherComments = [.. (marks?.Comments ?? new Dictionary<(int, int), string>()).Where(c => !lines.Contains(c.Key.Line)).OrderBy(c => c.Key).Select(c => $"row {c.Key.Line}: “{c.Value}”")] };
    }

    // what is centred across blank cells looks like one merged cell
    private static IEnumerable<(int From, int To)> Centred(HashSet<int>? centred, string[] cells)
    {
        foreach (var from in (centred ?? []).Where(c => c < cells.Length && !string.IsNullOrWhiteSpace(cells[c])))
        {
            var to = from;
            while (to + 1 < cells.Length && centred!.Contains(to + 1) && string.IsNullOrWhiteSpace(cells[to + 1])) { to++; }
            if (to > from) { yield return (from, to); }
        }
    }

    private static Dictionary<int, string> ShownDates(IExcelDataReader reader) =>
        Enumerable.Range(0, reader.FieldCount).Select(i => (Column: i, Shown: ShownCells.Date(reader.GetValue(i), reader.GetNumberFormatString(i)))).Where(c => c.Shown is not null).ToDictionary(c => c.Column, c => c.Shown!);

    private static IEnumerable<CellNote> Notes(SheetMarks? marks, int line, int columns)
    {
        if (marks is null) { yield break; }
        foreach (var at in marks.PartlyStruck.Where(c => c.Line == line)) { yield return new(at.Column, "a part of this cell is struck through in the workbook, and is read as if it were not. Look at it"); }
        // a comment may stand beside the last column
        foreach (var (at, words) in marks.Comments.Where(c => c.Key.Line == line)) { yield return new(Math.Min(at.Column, Math.Max(columns - 1, 0)), "a comment in the workbook, which no column holds", words); }
    }
}
