using System.Globalization;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Domain.Assessments;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

/// <summary>What a workbook says of a cell besides what stands in it.</summary>
public sealed class WorkbookCellsTests
{
    private static readonly string[] Headings = ["Date request received", "Legal surname", "Forenames", "Date of birth", "Do not share with", "Decision to assess", "Date of decision"];

    [Fact]
    public void What_stands_in_cells_merged_over_siblings_goes_for_each_of_them_and_is_said()
    {
        var reading = Read(Book([["02/11/2026", "Ashworth", "Zoë", "05/03/2019", "Father, Kevin", "Yes", "10/11/2026"], ["02/11/2026", "Ashworth", "Ali", "06/04/2017", "", "", ""], ["02/11/2026", "Birch", "Ann", "06/04/2017", "", "", ""]], merged: ["E2:E3", "F2:F3", "G2:G3"]));

        Assert.Equal(["Father, Kevin", "Father, Kevin", null], reading.Rows.Select(r => r.Notification!.DoNotShareWith));
        Assert.Equal([new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 10), null], reading.Rows.Select(r => r.Notification!.DecidedOn));
        Assert.Contains("Do not share with: merged with row 2 in the workbook, so “Father, Kevin” is taken for this row too", reading.Rows[1].Why, StringComparison.Ordinal);
        Assert.DoesNotContain("merged", reading.Rows[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_a_cell_merged_over_columns_goes_for_each_of_them_and_is_said()
    {
        var reading = Read(Book(
            [["02/11/2026", "Ashworth", "Zoë", "05/03/2019", "", "", "", "", "", "Mum does not want Dietetics to know", ""], ["02/11/2026", "Birch", "Ann", "06/04/2017", "", "", "", "20/11/2026", "", "", ""], ["02/11/2026", "Cole Ali", "", "06/04/2017", "", "", "", "", "", "", ""]],
            merged: ["J2:K2", "H3:I3", "B4:C4", "D2:E2"], headings: [.. Headings[..4], "Sex", "Professional 1 service", "UPN", "Professional 1 asked on", "Professional 1 answered on", "Family views", "Do not share with"]));

        Assert.Equal("Mum does not want Dietetics to know", reading.Rows[0].Notification!.DoNotShareWith);
        Assert.Equal("Mum does not want Dietetics to know", reading.Rows[0].Notification!.FamilyViews);
        Assert.Contains("Do not share with: merged with Family views in the workbook, so “Mum does not want Dietetics to know” is taken for this column too", reading.Rows[0].Why, StringComparison.Ordinal);
        Assert.Contains("asked 20 November 2026, answered 20 November 2026", reading.Rows[1].Notification!.ToCorrect.Single().Given, StringComparison.Ordinal);
        // a name is never taken for another
        Assert.StartsWith("only one name, Cole Ali", reading.Rows[2].ToDecide, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_merged_over_the_columns_fill_no_heading_and_no_row()
    {
        var reading = Read(Book([["", "", "", "", "", "", ""], ["Autumn", "", "", "", "", "", ""], ["02/11/2026", "Ashworth", "Zoë", "05/03/2019", "", "", ""]], merged: ["A1:B1", "A3:G3"]));

        Assert.Null(reading.Failure);
        Assert.DoesNotContain(reading.Rows, r => r.Why.Contains("merged", StringComparison.Ordinal));
        Assert.Equal("Zoë", reading.Rows[^1].Notification!.Forenames);
    }

    [Fact]
    public void A_comment_on_a_cell_is_shown_and_comes_in_to_be_corrected()
    {
        var reading = Read(Book([["02/11/2026", "Ashworth", "Zoë", "05/03/2019", "", "", ""]], comments: [("B2", "Do not share with dad, Sean."), ("B1", "As on the birth certificate"), ("B9", "Ask Carol")]));

        Assert.Contains("Comment on Legal surname: “Do not share with dad, Sean.”", reading.Rows[0].Why, StringComparison.Ordinal);
        Assert.Equal(("Comment on Legal surname", "Do not share with dad, Sean."), reading.Rows[0].Notification!.ToCorrect.Select(c => (c.Field, c.Given)).Single());
        Assert.Equal(["A comment of the workbook in row 1: “As on the birth certificate”", "A comment of the workbook in row 9: “Ask Carol”"], reading.NotRead);
    }

    [Theory]
    [InlineData("Comment on Legal surname", "Mum rang: do not share with Dietetics", true)]
    [InlineData("Comment on Legal surname", "don't tell dad", true)]
    [InlineData("Comment on Postcode", "Moved in June, no longer at the old address", false)]
    [InlineData("Consent, a column that is left out", "No", true)]
    [InlineData("Consent, a column that is left out", "Yes, but not CAMHS", true)]
    [InlineData("Consent, a column that is left out", "awaiting", true)]
    [InlineData("Consent, a column that is left out", "Yes", false)]
    [InlineData("Consent, a column that is left out", "agreed 3/11", false)]
    [InlineData("Restrict, a column that is left out", "Dietetics", true)]
    [InlineData("Restrict, a column that is left out", "No", false)]
    [InlineData("Parental consent, taken as Parent or carer", "Refused", true)]
    [InlineData("Family wishes, a column that is left out", "Mainstream school", false)]
    [InlineData("Family wishes, a column that is left out", "Does not want CAMHS", true)]
    public void What_an_import_keeps_besides_counts_as_a_wish_where_it_may_be_one(string field, string given, bool counts) =>
        Assert.Equal(counts, KeptWishes.IsObjection(new(field, given, "left out")));

    [Fact]
    public void A_wish_under_the_second_of_two_columns_with_one_merged_heading_counts()
    {
        var choices = ReadingChoices.None with { Columns = new Dictionary<string, string> { ["DONOTSHAREWITHCOLUMNF"] = "" } };
        var book = Book([["02/11/2026", "Ashworth", "Zoë", "05/03/2019", "CAMHS", "Dietetics"], ["02/11/2026", "Birch", "Ann", "06/04/2017", "", "Dietetics"]], merged: ["E1:F1"], headings: [.. Headings[..4], "Do not share with", ""]);

        Assert.Contains(Assert.IsType<ColumnsQuestion>(Read(book).Question).Columns, c => c.Heading == "Do not share with, column F");
        var reading = NotificationSpreadsheet.Read(book, Sample.Today, choices);

        Assert.Contains("Dietetics", reading.Rows[0].Notification!.DoNotShareWith, StringComparison.Ordinal);
        Assert.Contains("CAMHS", reading.Rows[0].Notification!.DoNotShareWith, StringComparison.Ordinal);
        Assert.Equal("Dietetics", reading.Rows[1].Notification!.DoNotShareWith);
    }

    [Fact]
    public void What_is_centred_across_columns_goes_for_each_of_them()
    {
        var reading = Read(Book([["02/11/2026", "Ashworth", "Zoë", "05/03/2019", "centred:Not Dietetics please", "centred:"]], headings: [.. Headings[..4], "Reasons for the request", "Do not share with"]));

        Assert.Equal("Not Dietetics please", reading.Rows[0].Notification!.DoNotShareWith);
    }

    [Theory]
    [InlineData("Reasons for the request", "Mum does not want Gwen Pritchard to know", true)]
    [InlineData("Family views", "Likes trains. We object to CAMHS and Dietetics being told.", true)]
    [InlineData("Notes", "Rang 3/11: please don't tell the OT", true)]
    [InlineData("Family views", "He does not know his letters and can’t tell the time. We want him to be happy", false)]
    [InlineData("Notes", "School has not sent the form", false)]
    public void A_wish_among_a_familys_words_or_in_a_note_counts_until_somebody_has_found_out(string heading, string words, bool counts)
    {
        var choices = ReadingChoices.None with { Columns = new Dictionary<string, string> { ["NOTES"] = "" } };
        var reading = NotificationSpreadsheet.Read(Book([["02/11/2026", "Ashworth", "Zoë", "05/03/2019", words]], headings: [.. Headings[..4], heading]), Sample.Today, choices);

        Assert.Equal(counts, reading.Rows[0].Notification!.DoNotShareWith is not null);
        Assert.Equal(counts, reading.Rows[0].Notification!.ToCorrect.Count > 0);
    }

    [Fact]
    public void What_Excel_makes_TRUE_is_no_name_and_no_reference()
    {
        var reading = Read(Book(
            [["02/11/2026", "bool:1", "Zoë", "05/03/2019", "", ""], ["02/11/2026", "Birch", "Ann", "06/04/2017", "bool:1", "bool:0"], ["02/11/2026", "Cole", "Ali", "06/04/2017", "0.00", "nan"], ["02/11/2026", "Dean", "Ali", "06/04/2017", "bool:0", "Yes"]],
            headings: [.. Headings[..4], "LA reference", "Known as"]));

        Assert.Contains("“TRUE” is an answer, not a name", reading.Rows[0].Why, StringComparison.Ordinal);
        Assert.All(reading.Rows.Skip(1), r => Assert.Equal((null, null), (r.Notification!.AuthorityReference, r.Notification.KnownAs)));
        Assert.Equal(["LA reference: TRUE"], reading.Rows[1].Notification!.ToCorrect.Select(c => $"{c.Field}: {c.Given}"));
        Assert.Equal(["Known as: Yes"], reading.Rows[3].Notification!.ToCorrect.Select(c => $"{c.Field}: {c.Given}"));
    }

    [Theory]
    [InlineData("Mum rang: do not share with Dietetics", "Mum rang: do not share with Dietetics")]
    [InlineData("Date not confirmed", null)]
    public void A_wish_in_a_comment_counts_until_somebody_has_found_out(string comment, string? wish) =>
        Assert.Equal(wish, Read(Book([["02/11/2026", "Ashworth", "Zoë", "05/03/2019", "", "", ""]], comments: [("B2", comment)])).Rows[0].Notification!.DoNotShareWith);

    [Fact]
    public void Sheets_of_the_template_are_named_once_somebody_has_written_on_them()
    {
        var sheets = SheetFile.Read(TemplateWorkbook.Bytes).Sheets;
        Assert.All(sheets.Skip(1), s => Assert.True(TemplateWorkbook.IsOurs(s)));
        Assert.All(sheets.Skip(1), s => Assert.False(TemplateWorkbook.IsOurs(s with { Rows = [.. s.Rows, new(60, ["Ada Smith: do not share with CAMHS"])], RowCount = s.RowCount + 1 })));
    }

    [Fact]
    public void A_cell_of_which_a_part_is_struck_through_is_said() =>
        Assert.Contains("Do not share with: a part of this cell is struck through", Read(Book([["02/11/2026", "Ashworth", "Zoë", "05/03/2019", "~Mum~Dad", "", ""]])).Rows[0].Why, StringComparison.Ordinal);

    [Fact]
    public void Every_other_sheet_is_named_also_one_that_looks_like_no_list() =>
        Assert.Equal(["Family wishes (2 rows)"], Read(Book([["02/11/2026", "Ashworth", "Zoë", "05/03/2019", "", "", ""]], other: [["Child", "Who must not know"], ["Zoë", "Dad (court order)"]])).SheetsLeft);

    [Theory]
    [InlineData("mmm-yy", "2026-10-01", "Oct 2026")]
    [InlineData("mmmm yyyy", "2026-10-01", "Oct 2026")]
    [InlineData("yyyy", "2026-01-01", "Jan 2026")]
    [InlineData("mmm-yy", "2026-10-17", "2026-10-17")]
    [InlineData("dd/mm/yyyy", "2026-10-01", "2026-10-01")]
    [InlineData("[$-F800]dddd, mmmm dd, yyyy", "2026-10-01", "2026-10-01")]
    [InlineData("[$-809]d mmmm yyyy;@", "2026-10-01", "2026-10-01")]
    [InlineData("General", "2026-10-01", "2026-10-01")]
    [InlineData(null, "2026-10-01", "2026-10-01")]
    public void A_date_of_which_the_sheet_shows_no_day_has_none(string? format, string date, string text) =>
        Assert.Equal(text, ShownCells.Text(DateTime.Parse(date, CultureInfo.InvariantCulture), format));

    [Theory]
    [InlineData("\"w/c \"dd/mm/yyyy", "w/c 10/11/2026")]
    [InlineData("dd/mm/yyyy\"?\"", "10/11/2026?")]
    [InlineData("\"cancelled \"dd/mm/yyyy", "cancelled 10/11/2026")]
    [InlineData("dd/mm/yyyy\\ \\e\\s\\t", "10/11/2026 est")]
    [InlineData("d\"th\" mmmm yyyy", "2026-11-10")]
    [InlineData("dd\\/mm\\/yyyy\\ hh:mm", "2026-11-10")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "2026-11-10")]
    public void A_date_beside_which_its_format_shows_words_is_what_the_sheet_shows(string format, string text) =>
        Assert.Equal(text, ShownCells.Text(new DateTime(2026, 11, 10, 0, 0, 0, DateTimeKind.Unspecified), format));

    [Theory]
    [InlineData("\"EHC-\"0000", 1230, "EHC-1230")]
    [InlineData("\"EHC/\"0\"/26\"", 1301, "EHC/1301/26")]
    [InlineData("000000", 42, "000042")]
    [InlineData("000\\-000\\-0000", 9434765919, "943-476-5919")]
    [InlineData("General", 46297, "46297")]
    [InlineData("0", 46297, "46297")]
    [InlineData("0.00", 12, "12")]
    [InlineData("#,##0", 1230, "1230")]
    [InlineData("_-* #,##0.00_-;\\-* #,##0.00_-", 1230, "1230")]
    [InlineData("[$£-809]#,##0.00", 1230, "1230")]
    [InlineData("\"", 5, "5")]
    [InlineData(null, 0.5, "0.5")]
    public void A_number_is_read_with_what_its_format_adds(string? format, double number, string text) =>
        Assert.Equal(text, ShownCells.Text(number, format));

    [Fact]
    public void What_Excel_made_a_date_or_a_short_number_of_comes_in_to_be_corrected_as_the_sheet_shows_it()
    {
        var reading = Read(Book(
            [["|46328|14", "Ashworth", "Zoë", "05/03/2019", "|43586|17", "|46296|17", "|46154|16"], ["|46328|14", "Birch", "Ann", "06/04/2017", "", "|123456789012345678901|0", "OT"], ["|46328|14", "|46143|16", "Cy", "06/04/2017", "", "2E5", "12/11"]],
            headings: [.. Headings[..4], "Do not share with", "LA reference", "Professional 1 service"]));

        var made = reading.Rows[0].Notification!;
        Assert.Equal(["LA reference: Oct-26", "Professional 1 service: 12-May", "Whom not to share with: May-19"], made.ToCorrect.Select(c => $"{c.Field}: {c.Given}").Order(StringComparer.Ordinal));
        Assert.Equal((new DateOnly(2026, 11, 2), null), (made.RequestReceivedOn, made.AuthorityReference));
        // nobody knows whom they meant, so it is an objection until somebody has found out
        Assert.StartsWith("May-19", made.DoNotShareWith, StringComparison.Ordinal);
        Assert.Contains("Excel shortened this number", reading.Rows[1].Notification!.ToCorrect.Single().Why, StringComparison.Ordinal);
        Assert.Equal("Legal surname: a date, not a name", reading.Rows[2].Why);
        Assert.Equal("1-May", reading.Rows[2].RawCells[1]);
    }

    [Fact]
    public void Rows_marked_by_colour_are_named_once_for_the_file_and_stay_good()
    {
        string[] Row(string mark, string forename) => ["02/11/2026", $"{mark}Ashworth", $"{mark}{forename}", "05/03/2019", "", "", ""];
        var reading = Read(Book([Row("", "Zoë"), Row("red:", "Ali"), Row("", "Ann"), Row("white:", "Bob"), Row("black:", "Cy")]));

        Assert.Equal(["Colours: rows 3 and 5 are coloured otherwise than most. If that says something, such as that a family objects or has withdrawn, look at them before you import"], reading.NotRead);
        Assert.All(reading.Rows, r => Assert.DoesNotContain("olour", r.Why, StringComparison.Ordinal));
    }

    private static ImportReading Read(byte[] bytes) => NotificationSpreadsheet.Read(bytes, Sample.Today);

    private static byte[] Book(string[][] rows, string[]? merged = null, (string Cell, string Words)[]? comments = null, string[][]? other = null, string[]? headings = null)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
                new Fonts(new Font(), new Font(new Color { Rgb = "FFFFFFFF" }), new Font(new Color { Rgb = "FF222222" })),
                new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFF0000" }) { PatternType = PatternValues.Solid })),
                new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats([.. Formats.Select(f => new CellFormat { NumberFormatId = uint.Parse(f, CultureInfo.InvariantCulture) }), new CellFormat { FillId = 2 }, new CellFormat { FontId = 1 }, new CellFormat { FontId = 2 }, new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.CenterContinuous }) { ApplyAlignment = true }]));
            var part = Add(workbook, "Notifications", [headings ?? Headings, .. rows]);
            if (merged is not null) { part.Worksheet!.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m }))); }
            if (comments is not null) { part.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(new Authors(new Author("Carol")), new CommentList(comments.Select(c => new Comment(new CommentText(new Text(c.Words))) { Reference = c.Cell, AuthorId = 0 }))); }
            if (other is not null) { Add(workbook, "Family wishes", other); }
        }
        return memory.ToArray();
    }

    private static WorksheetPart Add(WorkbookPart workbook, string name, string[][] rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, r) => new Row(cells.Select((text, c) => Of(text, $"{(char)('A' + c)}{(r + 1).ToString(CultureInfo.InvariantCulture)}"))) { RowIndex = (uint)r + 1 })));
        var sheets = workbook.Workbook!.Sheets!;
        sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = name, SheetId = (uint)sheets.Count() + 1, Id = workbook.GetIdOfPart(part) });
        return part;
    }

    // the formats of Excel's own, by their number: General, short date, "d-mmm" and "mmm-yy"
    private static readonly string[] Formats = ["0", "14", "16", "17"];

    // "|46296|17" is that number in the format 17
    private static readonly string[] Painted = ["red:", "white:", "black:", "centred:"];

    private static Cell Of(string text, string at) => text.StartsWith("bool:", StringComparison.Ordinal) ? new() { CellReference = at, DataType = CellValues.Boolean, CellValue = new CellValue(text[5..]) } : Array.FindIndex(Painted, p => text.StartsWith(p, StringComparison.Ordinal)) is >= 0 and var paint
        ? new() { CellReference = at, DataType = CellValues.InlineString, InlineString = Inline(text[Painted[paint].Length..]), StyleIndex = (uint)(Formats.Length + paint) } : text.Split('|') is ["", var number, var format]
        ? new() { CellReference = at, CellValue = new CellValue(number), StyleIndex = (uint)Array.IndexOf(Formats, format) }
        : new() { CellReference = at, DataType = CellValues.InlineString, InlineString = Inline(text) };

    // "~Mum~Dad" is Dad with Mum struck through before it
    private static InlineString Inline(string text) => text.Split('~') is [_, var struck, var rest]
        ? new InlineString(new Run(new RunProperties(new Strike()), new Text(struck)), new Run(new Text(rest))) : new InlineString(new Text(text));
}
