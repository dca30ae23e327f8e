using System.Globalization;
using DcoPortal.Domain.Identifiers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using C = DcoPortal.Casework.Notifications.Importing.Reading.NotificationColumns;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the template as a workbook: Excel shortens no number and turns no date round in it, and what may be chosen is a drop-down
internal static class TemplateWorkbook
{
    private const uint Plain = 0, Heading = 1, Text = 2, Date = 3;
    private const string Rows = "2:5001";

    private static readonly (string Heading, string[] Values)[] Lists =
    [
        (C.HowItBegan, ["Section 36", "Section 24", "Tribunal order", "Tribunal not opposed", "Re-assessment requested", "Re-assessment own decision"]),
        (C.Source, ["Parent", "Young person", "School", "Post-16 institution", "Other"]),
        (C.Decision, ["Yes", "No"]),
        (C.Sex, ["Female", "Male", "Not stated"]),
        (C.PrimaryNeed, [.. PrimaryNeeds.All.Select(n => n.Code)]),
        (C.LookedAfter, ["Yes", "No"]),
    ];

    /// <summary>The file for an authority's notifications.</summary>
    public static byte[] Bytes { get; } = Make([.. C.All]);

    /// <summary>The file for a DCO service's tracker.</summary>
    public static byte[] Tracker { get; } = Make([.. C.Tracker]);

    private const string ListsSheet = "Lists", ExplainedSheet = "What each column holds";

    /// <summary>Whether a sheet is one of the template's own that hold no case, and nobody has written on it.</summary>
    public static bool IsOurs(Sheet sheet) => sheet.Rows.Count > 0 && sheet.Rows[0].Cells is [var first, ..] && (sheet.Name, first) switch
    {
        (ListsSheet, C.HowItBegan) => IsNoLarger(sheet, Lists.Max(l => l.Values.Length) + 1, Lists.Length),
        (ExplainedSheet, C.AuthorityReference) => IsNoLarger(sheet, C.Explained.Length, 2),
        _ => false,
    };

    private static bool IsNoLarger(Sheet sheet, int rows, int columns) => sheet.RowCount <= rows && sheet.Rows.All(r => r.Cells.Skip(columns).All(string.IsNullOrWhiteSpace));

    private static byte[] Make(List<string> headings)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            Add(workbook, "Notifications", 1, new Worksheet(
                new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                new Columns(headings.Select((h, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = 22, CustomWidth = true, Style = C.Dates.Contains(h) ? Date : Text })),
                new SheetData(Row(1, headings, Heading)),
                new DataValidations(Lists.Select((list, i) => Choice(Letters(headings.IndexOf(list.Heading)), Letters(i), list.Values.Length))) { Count = (uint)Lists.Length }));
            Add(workbook, ListsSheet, 2, new Worksheet(new SheetData(Enumerable.Range(0, Lists.Max(l => l.Values.Length) + 1)
                .Select(r => Row((uint)r + 1, [.. Lists.Select(l => r == 0 ? l.Heading : l.Values.ElementAtOrDefault(r - 1) ?? "")], r == 0 ? Heading : Plain)))));
            Add(workbook, ExplainedSheet, 3, new Worksheet(new Columns(new Column { Min = 1, Max = 1, Width = 30, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = 100, CustomWidth = true }),
                new SheetData(C.Explained.Select((e, i) => Row((uint)i + 1, [e.Heading, e.Holds], Plain)))));
        }
        return memory.ToArray();
    }

    private static void Add(WorkbookPart workbook, string name, uint id, Worksheet content)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = content;
        workbook.Workbook.Sheets!.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = name, SheetId = id, Id = workbook.GetIdOfPart(part) });
    }

    private static Row Row(uint number, IReadOnlyList<string> cells, uint style) => new(cells.Select((text, i) => new Cell
    {
        CellReference = $"{Letters(i)}{number.ToString(CultureInfo.InvariantCulture)}",
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)),
    }))
    { RowIndex = number };

    private static DataValidation Choice(string column, string list, int count) => new(new Formula1($"Lists!${list}$2:${list}${(count + 1).ToString(CultureInfo.InvariantCulture)}"))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorTitle = "Choose from the list",
        Error = "Choose one of the values of the list, or leave the cell blank.",
        SequenceOfReferences = new ListValue<StringValue> { InnerText = string.Join(':', Rows.Split(':').Select(r => $"{column}{r}")) },
    };

    // 49 is text and 14 the short date of the reader's country
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true, NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));

    private static string Letters(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letters(index / 26 - 1) + Letters(index % 26);
}
