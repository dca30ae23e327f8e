using System.Text;
using DcoPortal.Casework.Documents.Opening;
using DcoPortal.Casework.Documents.Upload;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcoPortal.Tests.Casework.Documents;

/// <summary>A document of which only a part shows nothing is taken, and what shows nothing is told.</summary>
public sealed class PartlyShownTests
{
    private const string Shown = "BT /F1 12 Tf 56 780 Td (Advice about Flora) Tj ET";
    private const string Image = "/Type /XObject /Subtype /Image /Width 200 /Height 200 /ColorSpace /DeviceRGB /BitsPerComponent 8";

    public static TheoryData<string, string> SecondPages => new()
    {
        { Shown, "" },
        { "q /Im0 Do Q", "Page 2 shows nothing" },
        { "", "Page 2 is blank" },
        { "q Q", "Page 2 is blank" },
        { "\xFA\xFB\xFC\xFD\xFE\xFF\xF0\xF1\xF2\xF3\xF4", "Page 2 shows nothing" },
        { "BT /F1 12 Tf 56 5000 Td (Away) Tj ET", "Page 2 shows nothing" },
        { "1 g BT /F1 12 Tf 56 780 Td (White) Tj ET", "Page 2 shows nothing" },
        { "10 10 100 100 re f", "" },
        { $"{Shown} q /Im0 Do Q", "A picture on page 2 cannot be shown" },
    };

    [Theory, MemberData(nameof(SecondPages))]
    public async Task A_page_of_a_PDF_that_shows_nothing_is_told_and_a_blank_one_mildly(string second, string words) =>
        Assert.Equal(words, (await CheckAsync("a.pdf", Pages(Shown, second, "null"))).Notice ?? "");

    [Theory]
    [InlineData("/Filter /NoSuchFilter", Shown)]
    [InlineData("/Filter /FlateDecode", "not packed at all")]
    public async Task A_page_whose_content_cannot_be_unpacked_shows_nothing(string entries, string content) =>
        Assert.Equal("Page 2 shows nothing", (await CheckAsync("a.pdf", Pages(Shown, content, "null", entries))).Notice);

    [Theory]
    [InlineData("/Filter /DCTDecode", "\xFF\xD8\xFF\xE0 breaks off")]
    [InlineData("/Filter /JPXDecode", "rubbish")]
    [InlineData("/Filter /FlateDecode", "x\x9C rubbish")]
    public async Task A_picture_that_breaks_off_is_told_on_a_page_that_reads(string filter, string bytes) =>
        Assert.Equal("A picture on page 2 cannot be shown", (await CheckAsync("a.pdf", Pages(Shown, $"{Shown} q /Im0 Do Q", SampleFiles.PdfStream(bytes, $"{Image} {filter}")))).Notice);

    private const string Words = "Words under black in it, which everyone who opens it can read";
    private const string Line = "BT /F1 12 Tf 56 780 Td (Advice about Flora, who lives at 3 Mill Lane) Tj ET";

    public static TheoryData<string, string> BlackBoxes => new()
    {
        { $"{Line} 0 g 100 776 80 14 re f", Words },
        { $"{Line} 0 0 0 rg 100 776 80 14 re f*", Words },
        { $"{Line} 0 0 0 1 k 100 776 80 14 re B", Words },
        { $"{Line} /DeviceRGB cs 0.05 0.05 0.05 sc 100 776 80 14 re f", Words },
        { $"{Line} q 1 0 0 -1 0 842 cm 100 52 80 14 re f Q", Words },
        { $"{Line} q 2 0 0 2 0 0 cm 50 388 40 7 re f Q", Words },
        { $"{Line} 100 776 m 180 776 l 180 790 l 100 790 l h f", Words },
        { $"0 g 100 776 80 14 re f {Line}", Words },
        // as a machine writes what it read of a scan
        { $"BT 3 Tr /F1 12 Tf 56 780 Td (Advice about Flora, who lives at 3 Mill Lane) Tj ET 0 g 100 776 80 14 re f", Words },
        // seen: white on black, another colour, a line under the words or between them, the side of a table, a frame, beside the words, nothing filled, a layer that lets the words through
        { $"{Line} 0 g 56 700 300 20 re f 1 g BT /F1 12 Tf 60 706 Td (Heading of a table) Tj ET", "" },
        { $"{Line} 1 1 0 rg 100 776 80 14 re f", "" },
        { $"{Line} 0 g 56 777 300 0.7 re f", "" },
        { $"{Line} 0 g 100 770 0.7 30 re f", "" },
        { $"0 g 50 770 300 30 re f 1 g 51 771 298 28 re f 0 g {Line}", "" },
        { $"{Line} 0 g 400 776 80 14 re f 100 740 80 14 re f", "" },
        { $"{Line} 100 776 80 14 re S 100 776 80 14 re n f", "" },
        { $"{Line} /Faint gs 0 g 100 776 80 14 re f", "" },
        { $"{Line} /Faint gs q /Full gs 0 g 100 776 80 14 re f Q", Words },
    };

    [Theory, MemberData(nameof(BlackBoxes))]
    public async Task Words_of_a_PDF_under_a_black_box_are_told_and_those_that_are_seen_are_not(string content, string words) =>
        Assert.Equal(words, (await CheckAsync("a.pdf", OnePage(content, ""))).Notice ?? "");

    [Theory]
    [InlineData("/Subtype /Square /IC [0 0 0]", Words)]
    [InlineData("/Subtype /Redact /IC [0]", Words)]
    [InlineData("/Subtype /Highlight /C [0 0 0]", Words)]
    [InlineData("/Subtype /FreeText /C [0 0 0 1]", Words)]
    [InlineData("/Subtype /Square /C [0 0 0]", "")]
    [InlineData("/Subtype /Square /IC [1 1 0]", "")]
    [InlineData("/Subtype /Square /IC [0 0 0] /CA 0.3", "")]
    [InlineData("/Subtype /Highlight /C [1 1 0]", "")]
    [InlineData("/Subtype /Link /C [0 0 0]", "")]
    public async Task Words_of_a_PDF_under_a_black_comment_are_told(string note, string words) =>
        Assert.Equal(words, (await CheckAsync("a.pdf", OnePage(Line, $"/Annots [<< /Type /Annot {note} /Rect [100 776 180 790] >>]"))).Notice ?? "");

    [Fact]
    public async Task Words_under_black_are_told_beyond_the_words_that_are_read()
    {
        var report = string.Concat(Enumerable.Range(0, 200).Select(i => $"BT /F1 3 Tf 56 {700 - (i * 3)} Td (A long report about what was seen) Tj ET "));

        Assert.Equal(Words, (await CheckAsync("a.pdf", OnePage($"{report} {Line} 0 g 60 776 40 14 re f", ""))).Notice);
    }

    private static byte[] OnePage(string content, string entries) => SampleFiles.PdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /ExtGState << /Faint << /ca 0.2 >> /Full << /ca 1 >> >> >> {entries} >>", SampleFiles.PdfStream(content)]);

    [Fact]
    public async Task A_page_beyond_the_words_that_are_read_is_looked_at_too()
    {
        var report = string.Concat(Enumerable.Repeat("BT /F1 12 Tf 56 780 Td (A long report about what was seen) Tj ET ", 200));

        Assert.Equal("Page 2 is blank", (await CheckAsync("a.pdf", Pages(report, "q Q", "null"))).Notice);
    }

    [Fact]
    public async Task Many_pages_are_told_by_a_few_numbers()
    {
        var kids = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"{i + 4} 0 R"));
        var pdf = SampleFiles.PdfOf(["<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids [{kids}] /Count 12 >>", SampleFiles.PdfStream(Shown),
            .. Enumerable.Range(0, 12).Select(i => $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {(i % 2 == 0 ? "/Contents 3 0 R" : "")} >>")]);

        Assert.Equal("Pages 2, 4, 6, 8 and 2 more are blank", (await CheckAsync("a.pdf", pdf)).Notice);
    }

    public static TheoryData<string, byte[], bool> Pictures => new()
    {
        { "image1.png", SampleFiles.Png, false },
        { "image1.jpeg", SampleFiles.Jpg, false },
        { "image1.png", SampleFiles.Png[..60], true },
        { "image1.png", [], true },
        { "image1.png", "<html><body>Not found</body></html>"u8.ToArray(), true },
        { "image1.jpeg", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], true },
        { "image1.emf", "rubbish"u8.ToArray(), true },
        { "image1.emf", [1, 0, 0, 0, .. new byte[36], .. " EMF"u8, 0, 0, 0, 0], false },
        { "image1.wmf", [0xD7, 0xCD, 0xC6, 0x9A, 0, 0], false },
    };

    [Theory, MemberData(nameof(Pictures))]
    public async Task A_picture_of_a_Word_document_that_cannot_be_shown_is_told_where_the_rest_reads(string name, byte[] picture, bool isLost) =>
        Assert.Equal(isLost ? "A picture in it cannot be shown" : null, (await CheckAsync("a.docx", WordWith(name, picture))).Notice);

    [Fact]
    public async Task A_picture_that_is_not_in_the_Word_document_at_all_is_told() =>
        Assert.Equal("A picture in it cannot be shown", (await CheckAsync("a.docx", WordWith("image2.png", SampleFiles.Png))).Notice);

    [Fact]
    public async Task A_picture_of_an_OpenDocument_that_breaks_off_is_told() =>
        Assert.Equal("A picture in it cannot be shown", (await CheckAsync("a.odt", SampleFiles.OdtOf("<text:p>Advice</text:p><draw:image xlink:href=\"Pictures/a.png\"/>", ("Pictures/a.png", "x")))).Notice);

    private const string Comments = "Comments in it, which everyone who opens it can read";
    private const string Hidden = "Deleted or hidden words in it, which everyone who opens it can read";
    private const string Report = "<w:p><w:r><w:t>Flora needs speech and language therapy.</w:t></w:r></w:p>";

    public static TheoryData<string, byte[], string?> Beside => new()
    {
        { "commented.docx", SampleFiles.DocxOf(Report, SampleFiles.WordMain, ("word/comments.xml", Commented("Not for the family"))), Comments },
        { "comment-without-a-word.docx", SampleFiles.DocxOf(Report, SampleFiles.WordMain, ("word/comments.xml", Commented(" "))), null },
        { "deleted.docx", SampleFiles.DocxOf($"{Report}<w:p><w:del><w:r><w:delText>Not for the family</w:delText></w:r></w:del></w:p>"), Hidden },
        { "hidden.docx", SampleFiles.DocxOf($"{Report}<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not for the family</w:t></w:r></w:p>"), Hidden },
        { "both.docx", SampleFiles.DocxOf($"{Report}<w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del></w:p>", SampleFiles.WordMain, ("word/comments.xml", Commented("Check this"))), $"{Comments}. {Hidden}" },
        { "deleted-in-a-header.docx", SampleFiles.DocxOf(Report, SampleFiles.WordMain, ("word/header1.xml", Part("hdr", "<w:del><w:r><w:delText>Not for the family</w:delText></w:r></w:del>"))), Hidden },
        { "deleted-in-a-note.docx", SampleFiles.DocxOf(Report, SampleFiles.WordMain, ("word/footnotes.xml", Part("footnotes", "<w:del><w:r><w:delText>Not for the family</w:delText></w:r></w:del>"))), Hidden },
        { "moved.docx", SampleFiles.DocxOf($"<w:p><w:moveFrom><w:r><w:t>Not for the family</w:t></w:r></w:moveFrom></w:p>{Report}"), Hidden },
        { "header.docx", SampleFiles.DocxOf(Report, SampleFiles.WordMain, ("word/header1.xml", Part("hdr", "<w:r><w:t>Trust</w:t></w:r>"))), null },
        { "blacked-out.docx", SampleFiles.DocxOf($"{Report}<w:p><w:r><w:rPr><w:highlight w:val=\"black\"/></w:rPr><w:t>Not for the family</w:t></w:r></w:p>"), Hidden },
        { "black-band-with-white-letters.docx", SampleFiles.DocxOf($"{Report}<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/><w:shd w:fill=\"000000\"/></w:rPr><w:t>Summary</w:t></w:r></w:p>"), null },
        { "inserted.docx", SampleFiles.DocxOf($"{Report}<w:p><w:ins><w:r><w:t>And occupational therapy.</w:t></w:r></w:ins></w:p>"), null },
        { "commented.odt", SampleFiles.OdtOf("<text:p>Report<office:annotation xmlns:dc=\"d\"><dc:creator>A</dc:creator><dc:date>2026</dc:date><text:p>Not for the family</text:p></office:annotation></text:p>"), Comments },
        { "deleted.odt", SampleFiles.OdtOf("<text:tracked-changes><text:changed-region><text:deletion><text:p>Old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>New</text:p>"), Hidden },
        { "inserted.odt", SampleFiles.OdtOf("<text:tracked-changes xmlns:dc=\"d\"><text:changed-region><text:insertion><office:change-info><dc:creator>A</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes><text:p>New, of <text:date>1 June 2026</text:date></text:p>"), null },
        { "commented.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 Report{\*\annotation \pard Not for the family}}"), Comments },
        { "deleted.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 Report{\deleted Old}}"), Hidden },
        { "commented.pdf", SampleFiles.PdfWithComment("<< /Type /Annot /Subtype /Text /Rect [1 1 9 9] /Contents (Not for the family) >>"), Comments },
        { "marked.pdf", SampleFiles.PdfWithComment("<< /Type /Annot /Subtype /Highlight /Rect [1 1 9 9] /Contents () >>"), null },
    };

    [Theory, MemberData(nameof(Beside))]
    public async Task What_can_be_read_although_the_page_does_not_show_it_is_told(string name, byte[] file, string? words)
    {
        var verdict = await CheckAsync(name, file);

        Assert.Null(verdict.Problem);
        Assert.Equal(words, verdict.Notice);
    }

    private static string Part(string root, string body) => $"<w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p>{body}</w:p></w:{root}>";

    private static string Commented(string words) => $"<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:author=\"A\"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment></w:comments>";

    private static byte[] WordWith(string name, byte[] picture) => SampleFiles.ZipOfBytes(
        ("[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"{SampleFiles.WordMain}\"/></Types>")),
        ("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:a=\"a\" xmlns:r=\"r\"><w:body><w:p><w:r><w:t>Advice</w:t></w:r><w:r><w:drawing><a:blip r:embed=\"rId1\"/></w:drawing></w:r></w:p></w:body></w:document>"u8.ToArray()),
        ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes($"<Relationships><Relationship Id=\"rId1\" Type=\"image\" Target=\"media/{(name == "image2.png" ? "image1.png" : name)}\"/></Relationships>")),
        ($"word/media/{name}", picture));

    // the second page's content is object 5; /Im0 is object 7
    private static byte[] Pages(string first, string second, string picture, string entries = "") => SampleFiles.PdfOf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 8 0 R] /Count 2 /Resources << /Font << /F1 6 0 R >> /XObject << /Im0 7 0 R >> >> /MediaBox [0 0 595 842] >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
        SampleFiles.PdfStream(first),
        SampleFiles.PdfStream(second, entries),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        picture,
        "<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>");

    private static Task<UploadVerdict> CheckAsync(string name, byte[] bytes) =>
        new UploadOpening(NullLogger<UploadOpening>.Instance).CheckAsync(name, bytes.Length, new MemoryStream(bytes), CancellationToken.None);
}
