using System.IO.Compression;
using System.Text;
using DcoPortal.Casework.Documents.Opening;
using DcoPortal.Casework.Documents.Upload;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcoPortal.Tests.Casework.Documents;

public class UploadOpeningTests
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples", "Documents");

    private static Task<UploadVerdict> CheckAsync(string name, byte[] bytes, UploadOpening? opening = null) =>
        (opening ?? new UploadOpening(NullLogger<UploadOpening>.Instance)).CheckAsync(name, bytes.Length, new MemoryStream(bytes), CancellationToken.None);

    public static TheoryData<string, byte[], string> Good => new()
    {
        { "advice.pdf", SampleFiles.Pdf, "application/pdf" },
        { "ADVICE.PDF", SampleFiles.Pdf, "application/pdf" },
        { "blank-line-first.pdf", [0xEF, 0xBB, 0xBF, (byte)'\r', (byte)'\n', .. SampleFiles.Pdf], "application/pdf" },
        { "bytes-behind-the-end.pdf", [.. SampleFiles.Pdf, .. new byte[5000]], "application/pdf" },
        { "advice.docx", SampleFiles.Docx(), Docx },
        { "advice.doc", SampleFiles.Doc(), "application/msword" },
        { "advice.odt", SampleFiles.Odt(), "application/vnd.oasis.opendocument.text" },
        { "advice.rtf", SampleFiles.Rtf, "application/rtf" },
        { "photo.jpg", SampleFiles.Jpg, "image/jpeg" },
        { "film-behind-the-photo.jpg", [.. SampleFiles.Jpg, .. new byte[5000]], "image/jpeg" },
        { "photo.jpeg", SampleFiles.Jpg, "image/jpeg" },
        { "scan.png", SampleFiles.Png, "image/png" },
        { "own-template.docx", SampleFiles.DocxWithLink("attachedTemplate", "file:///C:\\Users\\me\\Templates\\Letter.dotx"), Docx },
        { "normal-template.docx", SampleFiles.DocxWithLink("attachedTemplate", "Normal.dotm"), Docx },
        { "logo-of-a-page.docx", SampleFiles.DocxWithLink("image", "https://www.nhs.uk/logo.png"), Docx },
        { "link-to-a-page.docx", SampleFiles.DocxWithLink("hyperlink", "https://www.nhs.uk/"), Docx },
        { "only-a-table.pdf", SampleFiles.PdfPage("10 10 100 100 re S"), "application/pdf" },
        { "comment.pdf", SampleFiles.PdfWithComment("<< /Type /Annot /Subtype /Text /Contents (Well written) >>"), "application/pdf" },
        { "link-to-a-file.pdf", SampleFiles.PdfPage("BT (Advice) Tj ET", "/AF [<< /Type /Filespec /F (elsewhere.pdf) >>]"), "application/pdf" },
        { "table-of-excel.docx", SampleFiles.DocxWithObject("Type=\"Embed\" ProgID=\"Excel.Sheet.12\" DrawAspect=\"Content\""), Docx },
        { "formula.docx", SampleFiles.DocxWithObject("Type=\"Embed\" ProgID=\"Equation.3\" DrawAspect=\"Content\""), Docx },
        { "picture-that-is-kept-too.docx", SampleFiles.DocxWithField("INCLUDEPICTURE \"H:\\logo.png\"", "<w:r><w:drawing/></w:r>"), Docx },
        { "page-number.docx", SampleFiles.DocxWithField("PAGE", ""), Docx },
        { "picture-inside.odt", SampleFiles.OdtOf("<text:p>Advice</text:p><draw:image xlink:href=\"./Pictures/a.png\"/>", ("Pictures/a.png", "x")), "application/vnd.oasis.opendocument.text" },
        { "formula-inside.odt", SampleFiles.OdtOf("<text:p>Advice</text:p><draw:object xlink:href=\"./Object 1\"/>", ("Object 1/content.xml", "x")), "application/vnd.oasis.opendocument.text" },
        { "link-to-a-page.odt", SampleFiles.OdtOf("<text:p>Advice on sleep: <text:a xlink:href=\"https://www.nhs.uk/\">Advice</text:a></text:p>"), "application/vnd.oasis.opendocument.text" },
        { "link.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 Sleep: see {\field{\*\fldinst HYPERLINK ""https://www.nhs.uk/""}{\fldrslt Advice}}}"), "application/rtf" },
        { "picture-that-is-kept-too.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 Advice{\field{\*\fldinst {INCLUDEPICTURE ""H:\\logo.png""}}{\fldrslt {\pict\pngblip 89}}}}"), "application/rtf" },
        { "form-that-opens-everywhere.pdf", SampleFiles.PdfPage("BT (Form) Tj ET", "/AcroForm << /XFA [] /Fields [5 0 R] >>"), "application/pdf" },
    };

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "x.exe", [0x4D, 0x5A], "must be a PDF, Word (DOCX or DOC), ODT, RTF, JPG or PNG file" },
        { "advice", SampleFiles.Pdf, OpeningWords.ReallyIs(UploadType.Pdf) },
        { "notes", [1, 2], "must be a PDF, Word (DOCX or DOC), ODT, RTF, JPG or PNG file" },
        { "advice.pdf.exe", SampleFiles.Pdf, "must be a PDF, Word (DOCX or DOC), ODT, RTF, JPG or PNG file" },
        { "page.html", "<html></html>"u8.ToArray(), OpeningWords.WebPage },
        { "photo.heic", SampleFiles.Jpg, OpeningWords.ReallyIs(UploadType.Jpg) },
        { "advice.pdf", [], OpeningWords.Empty },
        { "advice.pdf", [0x4D, 0x5A, 0x90], OpeningWords.IsNot(UploadType.Pdf) },
        { "advice.pdf", [0x4D, 0x5A, .. SampleFiles.Pdf], OpeningWords.IsNot(UploadType.Pdf) },
        { "advice.pdf", SampleFiles.Png, "is really a PNG image. Give it a name that ends in .png, then upload it again" },
        { "photo.jpg", SampleFiles.Png, "is really a PNG image. Give it a name that ends in .png, then upload it again" },
        { "advice.rtf", SampleFiles.Pdf, "is really a PDF. Give it a name that ends in .pdf, then upload it again" },
        { "scan.png", [0x89], OpeningWords.IsNot(UploadType.Png) },
        { "scan.png", SampleFiles.Png[..^4], OpeningWords.CutOff },
        { "photo.jpg", SampleFiles.Jpg[..^2], OpeningWords.CutOff },
        { "grey.png", Broken(SampleFiles.Png, "IDAT"u8), OpeningWords.Damaged },
        { "garbage-on-the-page.pdf", SampleFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", SampleFiles.PdfStream("x", "/Filter /Unknown")), OpeningWords.Damaged },
        { "photo.jpg", [0xFF, 0xD8, 0xFF, 0xD9], OpeningWords.Damaged },
        { "huge.png", Enlarged(SampleFiles.Png), OpeningWords.TooManyPixels },
        { "cut.pdf", SampleFiles.Pdf[..^150], OpeningWords.CutOff },
        { "no-pages.pdf", SampleFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), OpeningWords.NoPages },
        { "blank.pdf", SampleFiles.PdfPage("q Q BT /F1 12 Tf ( ) Tj <0003> Tj ET"), OpeningWords.BlankPages },
        { "deep.pdf", SampleFiles.PdfPage("BT (x) Tj ET", "/X " + new string('[', 100_000) + new string(']', 100_000)), OpeningWords.Damaged },
        { "cut.rtf", SampleFiles.Rtf[..^1], OpeningWords.CutOff },
        { "blank.rtf", @"{\rtf1{\fonttbl{\f0 Arial;}}\pard\par}"u8.ToArray(), OpeningWords.Blank },
        { "template.rtf", Encoding.ASCII.GetBytes(@"{\rtf1{\*\template http://example.org/t.dot}Advice}"), OpeningWords.FetchesParts },
        { "advice.docx", SampleFiles.Zip(("a.txt", "x")), OpeningWords.IsNot(UploadType.Docx) },
        { "advice.docx", SampleFiles.Docx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), OpeningWords.Spreadsheet },
        { "advice.docx", SampleFiles.Docx()[..60], OpeningWords.CutOff },
        { "advice.docx", SampleFiles.Odt(), OpeningWords.ReallyIs(UploadType.Odt) },
        { "advice.docx", SampleFiles.Docx(SampleFiles.WordMacroMain), OpeningWords.Macros },
        { "advice.docx", SampleFiles.Docx(SampleFiles.WordMain, "word/vbaProject.bin"), OpeningWords.Macros },
        { "advice.docm", SampleFiles.Docx(SampleFiles.WordMacroMain), OpeningWords.Macros },
        { "advice.docx", SampleFiles.DocxOf("<w:p/>"), OpeningWords.Blank },
        { "advice.docx", SampleFiles.DocxOf("<w:p>"), OpeningWords.Damaged },
        { "entities.docx", SampleFiles.Zip(("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY e \"eeee\">]><Types>&e;</Types>")), OpeningWords.Damaged },
        { "advice.docx", SampleFiles.Compound(("EncryptedPackage", new byte[4096])), OpeningWords.Password },
        { "http.docx", SampleFiles.DocxWithLink("attachedTemplate", "http://example.org/t.dotm"), OpeningWords.FetchesParts },
        { "share.docx", SampleFiles.DocxWithLink("attachedTemplate", @"\\server\share\t.dotm"), OpeningWords.FetchesParts },
        { "file-share.docx", SampleFiles.DocxWithLink("attachedTemplate", "file:///\\\\server\\share\\t.dotm"), OpeningWords.FetchesParts },
        { "file-host.docx", SampleFiles.DocxWithLink("attachedTemplate", "file://server/share/t.dotm"), OpeningWords.FetchesParts },
        { "object.docx", SampleFiles.DocxWithLink("oleObject", "mhtml:http://example.org/x!x"), OpeningWords.FetchesParts },
        { "linked-scan.docx", SampleFiles.DocxWithLink("image", "file:///H:/scans/report.png"), OpeningWords.LinkedPicture },
        { "covering-note.pdf", SampleFiles.PdfPage("BT (See attachment) Tj ET", "/Names << /EmbeddedFiles << /Names [(report.pdf) << /F (report.pdf) >>] >> >>"), OpeningWords.AttachedInside },
        { "paper-clip.pdf", SampleFiles.PdfWithComment("<< /Type /Annot /Subtype /FileAttachment /FS << /Type /Filespec /F (report.pdf) /EF << /F 5 0 R >> >> >>"), OpeningWords.AttachedInside },
        { "spoken.pdf", SampleFiles.PdfWithComment("<< /Type /Annot /Subtype /Sound >>"), OpeningWords.AttachedInside },
        { "file-of-a-page.pdf", SampleFiles.PdfWithComment("", "/AF [<< /Type /Filespec /F (report.pdf) /EF << /F 5 0 R >> >>]"), OpeningWords.AttachedInside },
        { "associated.pdf", SampleFiles.PdfPage("BT (See associated file) Tj ET", "/AF [<< /Type /Filespec /F (report.pdf) /EF << /F 4 0 R >> >>]"), OpeningWords.AttachedInside },
        { "linked-scan.odt", SampleFiles.OdtOf("<text:p>Report:</text:p><draw:image xlink:href=\"file:///H:/scan.png\"/>"), OpeningWords.LinkedPicture },
        { "beside-it.odt", SampleFiles.OdtOf("<text:p>Report:</text:p><draw:image xlink:href=\"../scan.png\"/>"), OpeningWords.LinkedPicture },
        { "only-on-the-web.odt", SampleFiles.OdtOf("<draw:image xlink:href=\"https://www.example.org/scan.png\"/>"), OpeningWords.LinkedPicture },
        { "linked-object.odt", SampleFiles.OdtOf("<text:p>Report:</text:p><draw:object xlink:href=\"file:///H:/scores.ods\"/>"), OpeningWords.LinkedPart },
        { "linked-scan.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 Report:{\field{\*\fldinst INCLUDEPICTURE ""H:\\scan.png""}{\fldrslt }}}"), OpeningWords.LinkedPart },
        { "icon.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 Report:{\object\objemb{\*\objclass Package}{\*\objdata 00}{\result {\pict 00}}}}"), OpeningWords.AttachedInside },
        { "linked-object.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 Report:{\object\objautlink{\*\objclass Excel.Sheet.12}{\result {\pict 00}}}}"), OpeningWords.LinkedPart },
        { "linked-object.docx", SampleFiles.DocxWithLink("oleObject", "file:///H:/scores.xlsx"), OpeningWords.LinkedPart },
        { "linked-part.docx", SampleFiles.DocxWithLink("aFChunk", "file:///H:/report.docx"), OpeningWords.LinkedPart },
        { "intranet.docx", SampleFiles.DocxWithLink("image", "http://intranet/scan.png"), OpeningWords.LinkedPicture },
        { "included.docx", SampleFiles.DocxWithField("INCLUDETEXT \"H:\\report.docx\"", ""), OpeningWords.LinkedPart },
        { "included-not-found.docx", SampleFiles.DocxWithField("INCLUDETEXT \"H:\\report.docx\"", "<w:r><w:t>Error! Not a valid filename.</w:t></w:r>"), OpeningWords.LinkedPart },
        { "linked.docx", SampleFiles.DocxWithObject("Type=\"Link\" ProgID=\"Excel.Sheet.12\" DrawAspect=\"Content\""), OpeningWords.LinkedPart },
        { "icon.docx", SampleFiles.DocxWithObject("Type=\"Embed\" ProgID=\"Excel.Sheet.12\" DrawAspect=\"Icon\""), OpeningWords.AttachedInside },
        { "package.docx", SampleFiles.DocxWithObject("Type=\"Embed\" ProgID=\"Package\" DrawAspect=\"Content\""), OpeningWords.AttachedInside },
        { "first-page-of-another.docx", SampleFiles.DocxWithObject("Type=\"Embed\" ProgID=\"AcroExch.Document.DC\" DrawAspect=\"Content\""), OpeningWords.AttachedInside },
        { "package.doc", SampleFiles.Doc("\u0001Ole10Native"), OpeningWords.AttachedInside },
        { "another-inside.doc", SampleFiles.Doc("WordDocument"), OpeningWords.AttachedInside },
        { "advice.odt", SampleFiles.Odt("application/vnd.oasis.opendocument.spreadsheet"), OpeningWords.IsNot(UploadType.Odt) },
        { "advice.odt", SampleFiles.Odt(SampleFiles.OdtMain, "Basic/Standard/Module1.xml"), OpeningWords.Macros },
        { "advice.doc", SampleFiles.Compound(("Workbook", new byte[4096])), OpeningWords.Spreadsheet },
        { "advice.doc", SampleFiles.Doc("_VBA_PROJECT"), OpeningWords.Macros },
        { "advice.doc", SampleFiles.Doc()[..4000], OpeningWords.CutOff },
        { "advice.doc", SampleFiles.Compound(("1Table", new byte[4096]), ("WordDocument", SampleFiles.WordStream(0x0300))), OpeningWords.Password },
        { "advice.doc", SampleFiles.Compound(("1Table", new byte[4096]), ("WordDocument", SampleFiles.WordStream(characters: 1))), OpeningWords.Blank },
    };

    /// <summary>The table of the samples: null for accepted, else the reason.</summary>
    public static TheoryData<string, string?> Field => new()
    {
        { "f04-header-only.pdf", OpeningWords.NoPages },
        { "f05-portfolio.pdf", OpeningWords.Portfolio },
        { "f07-xfa-please-wait.pdf", OpeningWords.AdobeForm },
        { "f08-good.pdf", null },
        { "f11-html-named.doc", OpeningWords.WebPageByAnotherName },
        { "f12-mht-named.doc", OpeningWords.WebArchiveByAnotherName },
        { "f13-wordml-named.doc", OpeningWords.WordXmlByAnotherName },
        { "f20-good.docx", null },
        { "f21-word-web-document2.docx", null },
        { "f24-truncated.docx", OpeningWords.CutOff },
        { "f26-macro-project.docx", OpeningWords.Macros },
        { "f27-password.docx", OpeningWords.Password },
        { "f30-photo.heic", OpeningWords.IPhonePhoto },
        { "f31-heic-named.jpg", OpeningWords.IPhonePhoto },
        { "f32-scan.tif", OpeningWords.OtherPicture("TIF") },
        { "f33-email.msg", OpeningWords.Email },
        { "f34-email.eml", OpeningWords.Email },
        { "f35-scores.xlsx", OpeningWords.Spreadsheet },
        { "f36-zero.pdf", OpeningWords.Empty },
        { "f37-pages.pages", OpeningWords.Pages },
        { "owner-password-40.pdf", null },
        { "owner-password-128.pdf", null },
        { "owner-password-256.pdf", null },
        { "password-128.pdf", OpeningWords.Password },
        { "password-256.pdf", OpeningWords.Password },
        { "password.doc", OpeningWords.Password },
        { "password.odt", OpeningWords.Password },
        { "chromium.pdf", null },
        { "libreoffice.doc", null },
        { "libreoffice.docx", null },
        { "libreoffice.odt", null },
        { "libreoffice.rtf", null },
        // LibreOffice made it with a link to a picture beside it
        { "picture-only.odt", OpeningWords.LinkedPicture },
        { "blank.doc", OpeningWords.Blank },
    };

    [Theory]
    [MemberData(nameof(Field))]
    public async Task A_file_as_people_send_it_opens_or_is_refused_for_its_own_reason(string name, string? words)
    {
        var verdict = await CheckAsync(name, await File.ReadAllBytesAsync(Path.Combine(Folder, name)));

        Assert.Equal(words is null ? null : $"‘{name}’ {words}", verdict.Problem);
        Assert.Equal(name, verdict.FileName);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_file_of_each_type_is_accepted_with_its_own_content_type(string name, byte[] bytes, string contentType)
    {
        using var content = new MemoryStream(bytes);

        var verdict = await new UploadOpening(NullLogger<UploadOpening>.Instance).CheckAsync(name, bytes.Length, content, CancellationToken.None);

        Assert.True(verdict.Accepted, verdict.Problem);
        Assert.Equal((name, contentType, false), (verdict.FileName, verdict.ContentType, verdict.IsScan));
        Assert.Equal(0, content.Position);
        Assert.Contains(Path.GetExtension(name).ToLowerInvariant(), UploadRules.Accept.Split(','));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_file_that_nobody_could_read_is_refused_in_a_sentence_that_names_it(string name, byte[] bytes, string problem)
    {
        var verdict = await CheckAsync(name, bytes);

        Assert.Equal($"‘{name}’ {problem}", verdict.Problem);
        Assert.False(verdict.Accepted);
        Assert.Null(verdict.ContentType);
    }

    [Fact]
    public async Task A_Word_document_by_the_name_of_another_kind_is_kept_under_its_own()
    {
        var rtf = await CheckAsync("f10-rtf-named.doc", await File.ReadAllBytesAsync(Path.Combine(Folder, "f10-rtf-named.doc")));
        var docx = await CheckAsync("letter.doc", SampleFiles.Docx());
        var doc = await CheckAsync("letter.docx", SampleFiles.Doc());

        Assert.Equal(("f10-rtf-named.rtf", "application/rtf"), (rtf.FileName, rtf.ContentType));
        Assert.Equal(("letter.docx", Docx), (docx.FileName, docx.ContentType));
        Assert.Equal(("letter.doc", "application/msword"), (doc.FileName, doc.ContentType));
        Assert.Equal(150, (await CheckAsync(new string('a', 400) + ".doc", SampleFiles.Docx())).FileName.Length);
    }

    [Fact]
    public async Task Pictures_of_pages_are_a_scan_until_text_is_added_to_them()
    {
        Assert.True((await CheckAsync("scan.pdf", SampleFiles.ScannedPdf)).IsScan);
        Assert.True((await CheckAsync("inline.pdf", SampleFiles.PdfPage("q BI /W 1 /H 1 /BPC 8 /CS /G ID \u0001 EI Q"))).IsScan);
        Assert.True((await CheckAsync("scan.odt", SampleFiles.OdtOf("<draw:image xlink:href=\"Pictures/scan.png\"/>", ("Pictures/scan.png", "x")))).IsScan);
        Assert.True((await CheckAsync("scan.docx", SampleFiles.DocxOf("<w:p><w:r><w:drawing/></w:r></w:p>"))).IsScan);
        Assert.False((await CheckAsync("read-by-a-machine.pdf", SampleFiles.PdfPage("q /Im0 Do Q BT 3 Tr (hidden text) Tj ET"))).IsScan);
        Assert.False((await CheckAsync("photo.jpg", SampleFiles.Jpg)).IsScan);
    }

    [Fact]
    public async Task Exactly_25_megabytes_is_accepted_and_one_byte_more_is_not()
    {
        var most = new byte[UploadRules.MaxBytes + 1];
        SampleFiles.Pdf.CopyTo(most, 0);

        Assert.True((await CheckAsync("a.pdf", most[..UploadRules.MaxBytes])).Accepted);
        Assert.Equal("‘a.pdf’ must be smaller than 25 MB", (await CheckAsync("a.pdf", most)).Problem);
        // a length that the browser understates does not help
        Assert.False((await new UploadOpening(NullLogger<UploadOpening>.Instance).CheckAsync("a.pdf", 10, new MemoryStream(most), CancellationToken.None)).Accepted);
    }

    [Fact]
    public async Task What_unpacks_to_very_much_is_refused_without_being_kept_in_memory()
    {
        var zip = SampleFiles.DocxOf("<w:p/>", SampleFiles.WordMain, ("word/media/x.bmp", new string(' ', 30_000_000)));
        var page = SampleFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
            SampleFiles.PdfStream(Packed(70_000_000), "/Filter /FlateDecode"));
        var row = SampleFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
            SampleFiles.PdfStream(Packed(10), "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"));
        var many = SampleFiles.DocxOf("<w:p/>", SampleFiles.WordMain, [.. Enumerable.Range(0, 5001).Select(i => ($"{i}", ""))]);

        Assert.Equal($"‘bomb.docx’ {OpeningWords.TooMuch}", (await CheckAsync("bomb.docx", zip)).Problem);
        Assert.Equal($"‘many.docx’ {OpeningWords.TooMuch}", (await CheckAsync("many.docx", many)).Problem);
        Assert.Equal($"‘bomb.pdf’ {OpeningWords.TooMuch}", (await CheckAsync("bomb.pdf", page)).Problem);
        Assert.Equal($"‘row.pdf’ {OpeningWords.TooMuch}", (await CheckAsync("row.pdf", row)).Problem);
    }

    [Fact]
    public void The_length_of_what_an_old_PDF_packs_is_known_before_it_is_unpacked()
    {
        // the example of the standard (7.4.4.2): 45 45 45 45 45 65 45 45 45 66
        Assert.Equal(10, LzwLength.Of([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01], isEarly: true, 1000));
    }

    [Fact]
    public async Task What_points_to_itself_is_read_once()
    {
        var form = SampleFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 3 0 R 3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources 6 0 R >>",
            SampleFiles.PdfStream("/Form Do"), SampleFiles.PdfStream("/Form Do", "/Subtype /Form /Resources 6 0 R"), "<< /XObject << /Form 5 0 R >> >>");

        Assert.Equal($"‘loop.pdf’ {OpeningWords.BlankPages}", (await CheckAsync("loop.pdf", form)).Problem);
    }

    [Fact]
    public async Task A_file_that_takes_too_long_is_refused_and_the_next_is_opened()
    {
        var endless = SampleFiles.PdfPage(new string('q', 1) + string.Concat(Enumerable.Repeat(" q", 8_000_000)));
        var impatient = new UploadOpening(NullLogger<UploadOpening>.Instance, TimeSpan.FromMilliseconds(1));

        Assert.Equal($"‘slow.pdf’ {OpeningWords.TooLong}", (await CheckAsync("slow.pdf", endless, impatient)).Problem);
        Assert.True((await CheckAsync("good.pdf", SampleFiles.Pdf)).Accepted);
    }

    [Theory]
    [InlineData("C:\\Users\\someone\\advice.pdf", "advice.pdf")]
    [InlineData("../../etc/advice.pdf", "advice.pdf")]
    [InlineData("adv\r\nice\t.pdf", "advice.pdf")]
    [InlineData("  advice   final .pdf", "advice final.pdf")]
    [InlineData("advice\u202Efdp.pdf", "advicefdp.pdf")]
    [InlineData("a<b>\"c\"|d?*:e.pdf", "abcde.pdf")]
    [InlineData(".pdf", "document.pdf")]
    [InlineData("..pdf", "document.pdf")]
    [InlineData("Cafe\u0301 report.pdf", "Café report.pdf")]
    [InlineData("cyngor ŵ.pdf", "cyngor ŵ.pdf")]
    public async Task The_file_name_is_made_safe_and_stays_readable(string name, string expected) =>
        Assert.Equal(expected, (await CheckAsync(name, SampleFiles.Pdf)).FileName);

    [Fact]
    public async Task A_long_name_is_cut_to_150_characters_and_keeps_its_type()
    {
        var verdict = await CheckAsync(new string('a', 400) + ".docx", SampleFiles.Docx());

        Assert.Equal(new string('a', 145) + ".docx", verdict.FileName);
        Assert.True(verdict.Accepted);
    }

    [Fact]
    public async Task The_fingerprint_is_the_files_SHA_256()
    {
        using var content = new MemoryStream("abc"u8.ToArray());

        // the example of the standard itself (FIPS 180-4)
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", await DocumentHash.Sha256Async(content, CancellationToken.None));
        Assert.Equal(0, content.Position);
    }

    private static byte[] Broken(byte[] bytes, ReadOnlySpan<byte> after)
    {
        var broken = bytes.ToArray();
        broken.AsSpan(broken.AsSpan().IndexOf(after) + after.Length, 4).Fill(0xAA);
        return broken;
    }

    private static byte[] Enlarged(byte[] png)
    {
        var huge = png.ToArray();
        (huge[16], huge[20]) = (0x10, 0x10);
        return huge;
    }

    private static string Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) { zip.Write(new byte[length]); }
        return Encoding.Latin1.GetString(packed.ToArray());
    }
}
