using System.Text;
using DcoPortal.Casework.Documents.Opening;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcoPortal.Tests.Casework.Documents;

/// <summary>Whom a document names is found wherever its kind of file keeps its words.</summary>
public sealed class NamedInDocumentsTests
{
    private const string Words = "NHS number 999 101 0963, LCC-26-00257";

    public static TheoryData<string, byte[]> Files => new()
    {
        { "a.pdf", SampleFiles.PdfPage($"BT /F1 12 Tf 56 780 Td ({Words}) Tj ET") },
        { "in-pieces.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td [(NHS number 999) -200 ( 101 09) 10 (63, LCC-26)-5(-00257)] TJ ET") },
        { "read-by-a-machine.pdf", SampleFiles.PdfPage($"q /Im0 Do Q BT /F1 12 Tf 3 Tr ({Words}) Tj ET") },
        { "a.rtf", Encoding.ASCII.GetBytes($@"{{\rtf1\ansi {Words}}}") },
        { "a.docx", SampleFiles.DocxOf("<w:p><w:r><w:t>NHS number 999 101 </w:t></w:r><w:r><w:t>0963</w:t></w:r></w:p><w:p><w:r><w:t>LCC-26-00257</w:t></w:r></w:p>") },
        { "header.docx", SampleFiles.DocxOf("<w:p><w:r><w:t>Advice</w:t></w:r></w:p>", SampleFiles.WordMain, ("word/header1.xml", $"<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>{Words}</w:t></w:r></w:p></w:hdr>")) },
        { "a.odt", SampleFiles.OdtOf($"<text:p>{Words}</text:p>") },
        { "header.odt", SampleFiles.OdtOf("<text:p>Advice</text:p>", ("styles.xml", $"<o xmlns:text=\"t\"><text:p>{Words}</text:p></o>")) },
        { "a.doc", OldWord(Encoding.Unicode) },
        { "narrow.doc", OldWord(Encoding.Latin1) },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task What_a_document_names_is_found_in_its_text(string name, byte[] bytes)
    {
        var verdict = await new UploadOpening(NullLogger<UploadOpening>.Instance).CheckAsync(name, bytes.Length, new MemoryStream(bytes), CancellationToken.None);

        Assert.Null(verdict.Problem);
        Assert.Equal("LCC-26-00257 9991010963", verdict.Mentions);
    }

    private static byte[] OldWord(Encoding encoding)
    {
        var word = SampleFiles.WordStream();
        encoding.GetBytes(Words).CopyTo(word, 1024);
        return SampleFiles.Compound(("WordDocument", word), ("1Table", new byte[4096]));
    }
}
