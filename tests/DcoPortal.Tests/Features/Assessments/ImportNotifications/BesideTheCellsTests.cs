using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using A = DocumentFormat.OpenXml.Drawing;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>What a workbook says outside its cells is told, and comes in with the row to which it belongs. Today is 21 November 2026.</summary>
public sealed class BesideTheCellsTests : IDisposable
{
    private const string Headings = "Date request received,Surname,Forename,DOB,Do not share with";
    private const string OldExcels = "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_comment_and_a_struck_part_of_a_refused_row_come_in_with_the_row_that_was_put_right()
    {
        var preview = await _app.OwnFileAsync(Book(["w/c 2 Nov,Ashworth,Zoë,04/03/2019,", "also,~Bond~Cole,Ali,04/03/2018,", "02/11/2026,Dee,Di,04/03/2017,"], comments: [("E2", "Mum 4/11: nothing to go to father")]), "own.xlsx");
        var given = await NotImportedAsync(preview);
        Assert.Contains("Comment on Do not share with: Mum 4/11: nothing to go to father", given, StringComparison.Ordinal);

        // put right twice, because once is not always enough
        var second = await _app.OwnFileAsync(given.Replace("w/c 2 Nov", "31/02/2026", StringComparison.Ordinal));
        given = await NotImportedAsync(second);
        var third = await _app.OwnFileAsync(given.Replace("31/02/2026", "02/11/2026", StringComparison.Ordinal).Replace("also", "03/11/2026", StringComparison.Ordinal));
        Assert.Contains("Said in the workbook: “Comment on Do not share with: Mum 4/11: nothing to go to father”. To be corrected", third.Text, StringComparison.Ordinal);
        await _app.ImportAsync(third);

        await using var db = _app.Database();
        Assert.Equal(("Said in the workbook", "Comment on Do not share with: Mum 4/11: nothing to go to father"), (await db.Assessments.SingleAsync(a => a.Child.LegalSurname == "Ashworth")).ToCorrect.Select(c => (c.Field, c.Given)).Single());
        Assert.Contains("struck through", (await db.Assessments.SingleAsync(a => a.Child.LegalSurname == "BondCole")).ToCorrect.Single().Given, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_only_older_programs_kept_is_read()
    {
        await _app.ImportAsync(await _app.OwnFileAsync(Book(["02/11/2026,Ashworth,Zoë,04/03/2019,"], comments: [("E2", OldExcels + "Mum rang 4/11: father must not know")]), "own.xlsx"));

        await using var db = _app.Database();
        Assert.Equal("Mum rang 4/11: father must not know", (await db.Assessments.SingleAsync()).ToCorrect.Single().Given);
    }

    [Fact]
    public async Task The_words_of_a_text_box_and_of_what_is_printed_on_each_page_are_named_as_not_read()
    {
        var preview = await _app.TrackerAsync(Book(["02/11/2026,Ashworth,Zoë,04/03/2019,"], box: "Not to be shared with CAMHS", header: "&L&\"Arial,Bold\"&12Ask Carol about refuge addresses&RPage &P of &N"), "tracker.xlsx");

        Assert.Contains("Local authority", preview.Text, StringComparison.Ordinal);
        preview = await _app.OwnFileAsync(Book(["02/11/2026,Ashworth,Zoë,04/03/2019,"], box: "Not to be shared with CAMHS", header: "&L&\"Arial,Bold\"&12Ask Carol about refuge addresses&RPage &P of &N"), "own.xlsx");
        Assert.Contains("A text box of the workbook: “Not to be shared with CAMHS”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Above or below each printed page: “Ask Carol about refuge addresses Page of”", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_on_the_sheet_is_named_as_not_read_with_the_cell_at_which_it_begins()
    {
        var preview = await _app.OwnFileAsync(Book(["02/11/2026,Ashworth,Zoë,04/03/2019,"], lies: true), "own.xlsx");

        Assert.Contains("A picture on the sheet at L2: “Email from mum: do not share with CAMHS”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("A ticked box on the sheet at K2: “Do not share with CAMHS”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("A document embedded in the sheet (Word)", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A box without a tick", preview.Text, StringComparison.Ordinal);
        // of one cell alone it is what somebody wrote, of a column it tells how to fill it in
        Assert.Contains("Comment on Surname: “Mum does not want CAMHS to know”", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Write the day", preview.Text, StringComparison.Ordinal);
        Assert.Contains("With a warning (1)", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tick_a_cross_and_a_yes_where_words_are_expected_stand_to_be_corrected_under_their_heading()
    {
        const string text = "Date request received,Surname,Forename,DOB,Interpreter needed,Professional 1 service,Professional 2 service,Professional 3 service,Professional 4 service\n02/11/2026,Ashworth,Zoë,04/03/2019,✓,x,Yes,N,Audiology\n";
        var preview = await _app.OwnFileAsync(text);
        Assert.Contains("Interpreter: does not say what. To be corrected", preview.Text, StringComparison.Ordinal);
        await _app.ImportAsync(preview);

        await using var db = _app.Database();
        Assert.Equal(["Interpreter: ✓", "Professional 1 service: x", "Professional 2 service: Yes"], (await db.Assessments.SingleAsync()).ToCorrect.Select(c => $"{c.Field}: {c.Given}"));
        Assert.Equal("Audiology", (await db.InvolvedProfessionals.SingleAsync()).ServiceName);
    }

    private async Task<string> NotImportedAsync(DcoPortal.Tests.Support.Page preview) => await (await _app.SignInAsync(TestWorld.Manager)).Client.GetStringAsync($"{preview.Url.AbsolutePath}/not-imported.csv");

    private static byte[] Book(string[] rows, (string Cell, string Words)[]? comments = null, string? box = null, string? header = null, bool lies = false)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Prepend(Headings).Select((row, r) => new Row(row.Split(',').Select((text, c) => new Cell { CellReference = $"{(char)('A' + c)}{(r + 1).ToString(CultureInfo.InvariantCulture)}", DataType = CellValues.InlineString, InlineString = Inline(text) })) { RowIndex = (uint)r + 1 })));
            workbook.Workbook.Sheets!.Append(new Sheet { Name = "Notifications", SheetId = 1, Id = workbook.GetIdOfPart(part) });
            if (comments is not null) { part.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(new Authors(new Author("Carol")), new CommentList(comments.Select(c => new Comment(new CommentText(new Text(c.Words))) { Reference = c.Cell, AuthorId = 0 }))); }
            if (header is not null) { part.Worksheet.Append(new HeaderFooter(new OddHeader(header))); }
            if (lies) { Lay(part); }
            if (box is not null)
            {
                var drawing = part.AddNewPart<DrawingsPart>();
                drawing.WorksheetDrawing = new Xdr.WorksheetDrawing(new Xdr.AbsoluteAnchor(new Xdr.Shape(new Xdr.TextBody(new A.BodyProperties(), new A.Paragraph(new A.Run(new A.Text(box)))))));
                part.Worksheet.Append(new Drawing { Id = part.GetIdOfPart(drawing) });
            }
        }
        return memory.ToArray();
    }

    // a picture, a ticked box beside a note of a comment, an embedded document, and what cells say when they are chosen
    private static void Lay(WorksheetPart part)
    {
        part.Worksheet!.Append(new DataValidations(
            new DataValidation { ShowInputMessage = true, Prompt = "Mum does not want CAMHS to know", SequenceOfReferences = new ListValue<StringValue> { InnerText = "B2" } },
            new DataValidation { ShowInputMessage = true, Prompt = "Write the day", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A2:A500" } }));
        var drawing = part.AddNewPart<DrawingsPart>();
        drawing.WorksheetDrawing = new Xdr.WorksheetDrawing(new Xdr.OneCellAnchor(
            new Xdr.FromMarker(new Xdr.ColumnId("11"), new Xdr.ColumnOffset("0"), new Xdr.RowId("1"), new Xdr.RowOffset("0")),
            new Xdr.Picture(new Xdr.NonVisualPictureProperties(new Xdr.NonVisualDrawingProperties { Id = 2, Name = "Picture 1", Description = "Email from mum: do not share with CAMHS" }))));
        part.Worksheet.Append(new Drawing { Id = part.GetIdOfPart(drawing) });
        using (var vml = part.AddNewPart<VmlDrawingPart>().GetStream(FileMode.Create)) { vml.Write("<xml><v:shape id='a'><x:ClientData ObjectType=\"Note\"><x:Anchor>1, 0, 1, 0</x:Anchor></x:ClientData></v:shape><v:shape id='b'><v:textbox><div>Do not<br> share with CAMHS</div></v:textbox><x:ClientData ObjectType=\"Checkbox\"><x:Anchor>10, 0, 1, 0</x:Anchor><x:Checked>1</x:Checked></x:ClientData></v:shape></xml>"u8); }
        var embedded = part.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        part.Worksheet.Append(new OleObjects(new OleObject { ProgId = "Word.Document.12", ShapeId = 1025, Id = part.GetIdOfPart(embedded) }));
    }

    // "~Bond~Cole" is Cole with Bond struck through before it
    private static InlineString Inline(string text) => text.Split('~') is [_, var struck, var rest] ? new InlineString(new Run(new RunProperties(new Strike()), new Text(struck)), new Run(new Text(rest))) : new InlineString(new Text(text));
}
