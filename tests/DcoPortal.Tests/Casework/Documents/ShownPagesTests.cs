using System.IO.Compression;
using System.Text;
using DcoPortal.Casework.Documents.Opening;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcoPortal.Tests.Casework.Documents;

public class ShownPagesTests
{
    private const string Text = "BT /F1 12 Tf 72 720 Td (Click here) Tj ET";
    private const string Table = "/CMapName /A def begincmap 1 beginbfrange <0084> <00E2> <0020> endbfrange";
    private const string Waiting = "If this message is not eventually replaced by the proper contents of the document";

    private static async Task<string?> ProblemAsync(string name, byte[] bytes)
    {
        var verdict = await new UploadOpening(NullLogger<UploadOpening>.Instance).CheckAsync(name, bytes.Length, new MemoryStream(bytes), CancellationToken.None);
        return verdict.Problem?.Replace($"‘{name}’ ", "", StringComparison.Ordinal);
    }

    private static byte[] Page(string content, string page = "", string pages = "/Count 1", string picture = "", string font = "/Type1 /BaseFont /Helvetica", string more = "") => SampleFiles.PdfOf(
        "<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids [3 0 R] {pages} >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /Im0 6 0 R >> >> >>",
        SampleFiles.PdfStream(content), $"<< /Type /Font /Subtype {font} >>", picture, more);

    private static byte[] Linked(string content, string action) => Page(content, $"/Annots [<< /Type /Annot /Subtype /Link /Rect [70 700 300 740] /A << {action} >> >>]");

    private static byte[] Pictured(Func<int, byte> shade, string content = "q 595 0 0 842 0 0 cm /Im0 Do Q", string entries = "") => Page(content,
        picture: SampleFiles.PdfStream(Packed([.. Enumerable.Range(0, 80 * 110).Select(shade)]), $"/Type /XObject /Subtype /Image /Width 80 /Height 110 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode {entries}"));

    private static byte[] Layered(string content) => SampleFiles.PdfOf(
        "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >> >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /Properties << /L1 6 0 R /L2 7 0 R >> >> >>",
        SampleFiles.PdfStream(content), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "<< /Type /OCG /Name (Draft) >>", "<< /Type /OCG /Name (Report) >>");

    private static string Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) { zip.Write(bytes); }
        return Encoding.Latin1.GetString(packed.ToArray());
    }

    private static string Letters(string text) => string.Concat(text.Select(c => $"<{(int)c + 100:X4}> Tj "));

    private static byte[] Docx(string picture, byte[]? bytes, string before = "")
    {
        var body = $"<w:p>{before}<w:r><w:drawing><a:blip xmlns:a=\"a\" xmlns:r=\"r\" r:embed=\"rId2\"/></w:drawing></w:r></w:p>";
        var links = $"<Relationships><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"{picture}\"/></Relationships>";
        var document = new MemoryStream();
        document.Write(SampleFiles.DocxOf(body, SampleFiles.WordMain, ("word/_rels/document.xml.rels", links)));
        using (var zip = new ZipArchive(document, ZipArchiveMode.Update, leaveOpen: true))
        {
            if (bytes is not null)
            {
                using var part = zip.CreateEntry("word/media/scan.png").Open();
                part.Write(bytes);
            }
        }
        return document.ToArray();
    }

    public static TheoryData<string, byte[]> Unseen => new()
    {
        { "white.pdf", Page("1 1 1 rg 0 0 595 842 re f " + Text) },
        { "invisible.pdf", Page("BT 3 Tr /F1 12 Tf 72 720 Td (Read by a machine) Tj ET") },
        { "layer-switched-off.pdf", Layered("/OC /L1 BDC " + Text + " EMC") },
        { "above-the-page.pdf", Page("BT /F1 12 Tf 72 1720 Td (Report) Tj ET") },
        { "cropped.pdf", Page(Text, "/CropBox [0 0 100 100]") },
        { "white-over-a-white-scan.pdf", Pictured(_ => 255, "q 595 0 0 842 0 0 cm /Im0 Do Q BT 3 Tr /F1 12 Tf 72 720 Td (x) Tj ET") },
    };

    public static TheoryData<string, byte[]> OnlyLinks => new()
    {
        { "web.pdf", Linked(Text, "/S /URI /URI (https://trust.sharepoint.example/report.docx)") },
        { "launch.pdf", Linked(Text + " 72 718 60 1 re f", "/S /Launch /F (H:/report.docx)") },
        { "other.pdf", Linked(Text, "/S /GoToR /F (report.pdf) /D [0 /Fit]") },
        { "address.pdf", Page("BT /F1 12 Tf 72 720 Td (https://trust.example/report) Tj ET") },
    };

    public static TheoryData<string, byte[]> Seen => new()
    {
        { "white-on-a-band.pdf", Page("q 0 0.3 0.7 rg 0 700 595 60 re f Q 1 g " + Text) },
        { "white-then-black.pdf", Page("q 1 g " + Text + " Q " + Text) },
        { "upside-down-space.pdf", Page("q .24 0 0 -.24 0 842 cm BT /F1 50 Tf 1 0 0 -1 300 3000 Tm (Report) Tj ET Q") },
        { "turned.pdf", Page("BT /F1 12 Tf 0 1 -1 0 500 -150 Tm (Report) Tj ET") },
        { "full-ink-of-another-colour.pdf", Page("/Cs8 cs 1 scn " + Text) },
        { "link-beside-words.pdf", Linked(Text + " BT /F1 12 Tf 72 500 Td (The report itself) Tj ET", "/S /URI /URI (https://www.nhs.uk/)") },
        { "words-behind-a-link-in-its-line.pdf", Linked(Text + " BT /F1 12 Tf 72 720 Td (Guideline) Tj ( says that children of this age are seen by the whole team) Tj ET", "/S /URI /URI (https://www.nhs.uk/)") },
        { "layer-switched-on.pdf", Layered("/OC /L2 BDC " + Text + " EMC") },
        { "words-after-a-layer.pdf", Layered("/OC /L1 BDC /Span <</Lang (en)>> BDC 0 0 5 5 re f EMC EMC " + Text) },
        { "contents.pdf", Linked(Text, "/S /GoTo /D [0 /Fit]") },
        { "mostly-white-scan.pdf", Pictured(i => i == 5000 ? (byte)0 : (byte)255) },
        { "faint-pencil.pdf", Pictured(i => (byte)(i == 4000 ? 245 : 255)) },
        { "scan-with-a-mask.pdf", Pictured(_ => 0, entries: "/SMask 4 0 R") },
        { "read-by-a-machine.pdf", Pictured(i => (byte)(i % 70), "/Im0 Do BT 3 Tr /F1 12 Tf 72 720 Td (Report) Tj ET") },
        { "more-pages-than-it-says.pdf", Page(Text, pages: "/Count 0") },
        { "writing.png", SampleFiles.PngOf(100, 140, (x, y) => (byte)(y == 139 && x == 99 ? 0 : 255), filter: 2) },
        { "scan.docx", Docx("media/scan.png", SampleFiles.Png) },
        { "logo-is-missing.docx", Docx("media/scan.png", null, "<w:r><w:t>Report</w:t></w:r>") },
        { "absolute.docx", Docx("/word/media/scan.png", SampleFiles.Png) },
    };

    public static TheoryData<string, byte[], string> Blank => new()
    {
        { "white-scan.pdf", Pictured(_ => 255), OpeningWords.BlankPages },
        { "black-scan.pdf", Pictured(_ => 0), OpeningWords.BlankPages },
        { "drawn-on-a-layer-switched-off.pdf", Layered("/OC /L1 BDC 0 0 100 100 re f /Im0 Do EMC"), OpeningWords.BlankPages },
        { "noise.pdf", Pictured(i => (byte)(i % 3 == 0 ? 252 : 255)), OpeningWords.BlankPages },
        { "noise.png", SampleFiles.PngOf(100, 140, (x, y) => (byte)(255 - ((x * y) % 4))), OpeningWords.BlankPages },
        { "white-rows-with-a-predictor.pdf", Page("/Im0 Do", picture: SampleFiles.PdfStream(Packed([.. Enumerable.Range(0, 50).SelectMany(y => (byte[])[2, .. new byte[60].Select(_ => y == 0 ? (byte)255 : (byte)0)])]),
            "/Type /XObject /Subtype /Image /Width 20 /Height 50 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode] /DecodeParms << /Predictor 15 /Columns 20 /Colors 3 >>")), OpeningWords.BlankPages },
        { "one-bit.pdf", Page("/Im0 Do", picture: SampleFiles.PdfStream("\xFF\xE0\xFF\xFF", "/Type /XObject /Subtype /Image /Width 11 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 1")), OpeningWords.BlankPages },
        { "only-white-drawn.pdf", Page("1 g 0 0 595 842 re f"), OpeningWords.BlankPages },
        { "white.png", SampleFiles.PngOf(100, 140, (_, _) => 255), OpeningWords.BlankPages },
        { "black.png", SampleFiles.PngOf(100, 140, (_, _) => 0, filter: 1), OpeningWords.BlankPages },
        { "icon.png", SampleFiles.PngOf(16, 16, (x, _) => (byte)x), OpeningWords.TooFewPixels },
        { "icon.jpg", SampleFiles.JpgOf(8), OpeningWords.TooFewPixels },
        { "white.docx", Docx("media/scan.png", SampleFiles.PngOf(100, 140, (_, _) => 255)), OpeningWords.BlankPages },
        { "missing.docx", Docx("media/scan.png", null), OpeningWords.PictureMissing },
        { "breaks-off.docx", Docx("media/scan.png", SampleFiles.Png[..60]), OpeningWords.PictureMissing },
        { "nothing-left-of-it.docx", Docx("media/scan.png", [1, 2, 3]), OpeningWords.PictureMissing },
    };

    [Theory]
    [MemberData(nameof(Unseen))]
    public async Task Text_that_nobody_sees_on_the_page_was_taken_as_a_report(string name, byte[] bytes) => Assert.Equal(OpeningWords.HiddenText, await ProblemAsync(name, bytes));

    [Theory]
    [MemberData(nameof(OnlyLinks))]
    public async Task A_page_with_nothing_but_a_link_was_taken_as_the_report_it_leads_to(string name, byte[] bytes) => Assert.Equal(OpeningWords.OnlyLink, await ProblemAsync(name, bytes));

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task A_report_that_looks_like_an_empty_one_in_part_is_taken(string name, byte[] bytes) => Assert.Null(await ProblemAsync(name, bytes));

    [Theory]
    [MemberData(nameof(Blank))]
    public async Task A_scan_of_one_colour_and_a_picture_that_is_gone_were_taken_as_pages(string name, byte[] bytes, string problem) => Assert.Equal(problem, await ProblemAsync(name, bytes));

    [Fact]
    public async Task The_page_that_asks_to_wait_for_an_Adobe_form_was_taken_once_it_was_printed()
    {
        Assert.Equal(OpeningWords.AdobeForm, await ProblemAsync("printed.pdf", Page($"BT /F1 12 Tf 72 720 Td (Please wait...) Tj 0 -14 Td ({Waiting[..30]}) Tj 0 -14 Td [({Waiting[30..50]}) -20 ({Waiting[50..]})] TJ ET")));
        Assert.Equal(OpeningWords.AdobeForm, await ProblemAsync("by-a-browser.pdf", Page($"BT /F1 12 Tf 72 720 Td {Letters(Waiting)} ET", font: "/Type0 /ToUnicode 7 0 R", more: SampleFiles.PdfStream(Table))));
        Assert.Null(await ProblemAsync("about-it.pdf", Page($"BT /F1 12 Tf 72 720 Td ({new string('a', 5000)} {Waiting}) Tj ET")));
    }

    [Fact]
    public async Task A_PDF_that_lacks_some_of_its_pages_was_taken_with_those_that_were_left()
    {
        Assert.Equal(OpeningWords.PagesMissing, await ProblemAsync("one-of-five.pdf", Page(Text, pages: "/Count 5")));
        Assert.Equal(OpeningWords.PagesMissing, await ProblemAsync("gone.pdf", SampleFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 8 0 R] /Count 2 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", SampleFiles.PdfStream("BT (Page one) Tj ET"))));
    }

    [Fact]
    public async Task A_picture_that_unpacks_to_very_much_is_not_followed_to_its_end()
    {
        var wide = Page("/Im0 Do", picture: SampleFiles.PdfStream(Packed(new byte[10]), "/Subtype /Image /Width 2000000000 /Height 2000000000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"));
        var broken = Page("/Im0 Do", picture: SampleFiles.PdfStream("no zip", "/Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"));

        Assert.Null(await ProblemAsync("wide.pdf", wide));
        Assert.Null(await ProblemAsync("broken.pdf", broken));
    }
}
