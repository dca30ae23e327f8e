using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Tests.Casework.Documents;

public class UploadRulesTests
{
    public static TheoryData<string, byte[], string> Good => new()
    {
        { "advice.pdf", SampleFiles.Pdf, "application/pdf" },
        { "ADVICE.PDF", SampleFiles.Pdf, "application/pdf" },
        { "blank-line-first.pdf", [0xEF, 0xBB, 0xBF, (byte)'\r', (byte)'\n', .. SampleFiles.Pdf], "application/pdf" },
        { "from-the-web.docx", SampleFiles.Zip(("[Content_Types].xml", SampleFiles.WordMain), ("word/document2.xml", "x")), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "advice.docx", SampleFiles.Docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "advice.doc", SampleFiles.Compound("Root Entry", "WordDocument"), "application/msword" },
        { "advice.odt", SampleFiles.Odt(), "application/vnd.oasis.opendocument.text" },
        { "advice.rtf", SampleFiles.Rtf, "application/rtf" },
        { "photo.jpg", SampleFiles.Jpg, "image/jpeg" },
        { "photo.jpeg", SampleFiles.Jpg, "image/jpeg" },
        { "scan.png", SampleFiles.Png, "image/png" },
    };

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "x.exe", [0x4D, 0x5A], "must be a PDF, Word (DOCX or DOC), ODT, RTF, JPG or PNG file" },
        { "advice", SampleFiles.Pdf, "must be a PDF, Word (DOCX or DOC), ODT, RTF, JPG or PNG file" },
        { "advice.pdf.exe", SampleFiles.Pdf, "must be a PDF, Word (DOCX or DOC), ODT, RTF, JPG or PNG file" },
        { "page.html", SampleFiles.Pdf, "must be a PDF, Word (DOCX or DOC), ODT, RTF, JPG or PNG file" },
        { "advice.pdf", [], "is empty" },
        { "advice.pdf", [0x4D, 0x5A, 0x90], "does not look like a PDF: its contents do not match its name" },
        { "advice.pdf", [0x4D, 0x5A, .. SampleFiles.Pdf], "does not look like a PDF: its contents do not match its name" },
        { "advice.pdf", SampleFiles.Png, "does not look like a PDF: its contents do not match its name" },
        { "photo.jpg", SampleFiles.Png, "does not look like a JPG image: its contents do not match its name" },
        { "scan.png", [0x89], "does not look like a PNG image: its contents do not match its name" },
        { "advice.rtf", SampleFiles.Pdf, "does not look like an RTF document: its contents do not match its name" },
        { "advice.docx", SampleFiles.Zip(("a.txt", "x")), "does not look like a Word document: its contents do not match its name" },
        { "advice.docx", SampleFiles.Docx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "does not look like a Word document: its contents do not match its name" },
        { "advice.docx", SampleFiles.Docx()[..60], "does not look like a Word document: its contents do not match its name" },
        { "advice.docx", SampleFiles.Odt(), "does not look like a Word document: its contents do not match its name" },
        { "advice.docx", SampleFiles.Docx(SampleFiles.WordMacroMain), "contains macros. Save it without macros, or as a PDF, and select it again" },
        { "advice.docx", SampleFiles.Docx(SampleFiles.WordMain, "word/vbaProject.bin"), "contains macros. Save it without macros, or as a PDF, and select it again" },
        { "advice.docm", SampleFiles.Docx(SampleFiles.WordMacroMain), "contains macros. Save it without macros, or as a PDF, and select it again" },
        { "advice.docx", SampleFiles.Compound("EncryptedPackage"), "is protected by a password. Remove the password and select it again" },
        { "advice.odt", SampleFiles.Odt("application/vnd.oasis.opendocument.spreadsheet"), "does not look like an ODT document: its contents do not match its name" },
        { "advice.odt", SampleFiles.Odt(SampleFiles.OdtMain, "Basic/Standard/Module1.xml"), "contains macros. Save it without macros, or as a PDF, and select it again" },
        { "advice.doc", SampleFiles.Compound("Root Entry", "Workbook"), "does not look like a Word document: its contents do not match its name" },
        { "advice.doc", SampleFiles.Compound("Root Entry", "WordDocument", "_VBA_PROJECT"), "contains macros. Save it without macros, or as a PDF, and select it again" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_file_of_each_type_is_accepted_with_its_own_content_type(string name, byte[] bytes, string contentType)
    {
        using var content = new MemoryStream(bytes);

        var verdict = UploadRules.Check(name, bytes.Length, content);

        Assert.True(verdict.Accepted, verdict.Problem);
        Assert.Equal((name, contentType), (verdict.FileName, verdict.ContentType));
        Assert.Equal(0, content.Position);
        Assert.Contains(Path.GetExtension(name).ToLowerInvariant(), UploadRules.Accept.Split(','));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_file_that_is_not_what_it_says_is_refused_in_a_sentence_that_names_it(string name, byte[] bytes, string problem)
    {
        using var content = new MemoryStream(bytes);

        var verdict = UploadRules.Check(name, bytes.Length, content);

        Assert.False(verdict.Accepted);
        Assert.Equal($"The selected file ‘{name}’ {problem}", verdict.Problem);
        Assert.Null(verdict.ContentType);
    }

    [Fact]
    public void Exactly_25_megabytes_is_accepted_and_one_byte_more_is_not()
    {
        var most = new byte[UploadRules.MaxBytes + 1];
        SampleFiles.Pdf.CopyTo(most, 0);

        Assert.True(UploadRules.Check("a.pdf", UploadRules.MaxBytes, new MemoryStream(most, 0, UploadRules.MaxBytes)).Accepted);
        Assert.Equal("The selected file ‘a.pdf’ must be smaller than 25 MB", UploadRules.Check("a.pdf", most.Length, new MemoryStream(most)).Problem);
    }

    [Fact]
    public void A_length_that_the_browser_understates_does_not_help() =>
        Assert.False(UploadRules.Check("a.pdf", 10, new MemoryStream(new byte[UploadRules.MaxBytes + 1])).Accepted);

    [Fact]
    public void A_zip_that_unpacks_to_very_much_is_refused_without_unpacking_it()
    {
        var bomb = SampleFiles.Zip(("[Content_Types].xml", SampleFiles.WordMain + new string(' ', 50_000_000)), ("word/document.xml", "x"));

        Assert.False(UploadRules.Check("a.docx", bomb.Length, new MemoryStream(bomb)).Accepted);
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
    public void The_file_name_is_made_safe_and_stays_readable(string name, string expected) =>
        Assert.Equal(expected, UploadRules.Check(name, 10, new MemoryStream(SampleFiles.Pdf)).FileName);

    [Fact]
    public void A_long_name_is_cut_to_150_characters_and_keeps_its_type()
    {
        var verdict = UploadRules.Check(new string('a', 400) + ".docx", 10, new MemoryStream(SampleFiles.Docx()));

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
}
