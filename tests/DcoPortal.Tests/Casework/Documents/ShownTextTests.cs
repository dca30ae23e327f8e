using System.Text;
using DcoPortal.Casework.Documents.Opening;
using DcoPortal.Casework.Documents.Upload;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcoPortal.Tests.Casework.Documents;

public class ShownTextTests
{
    private const string Hidden = "<w:rPr><w:vanish/></w:rPr>";
    private const string White = "<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>";
    private const string HiddenStyles = "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"A\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>";
    private const string HiddenOdtStyle = "<style:style xmlns:style=\"s\" style:name=\"P1\"><style:text-properties text:display=\"none\"/></style:style>";

    private static async Task<string?> ProblemAsync(string name, byte[] bytes)
    {
        var verdict = await new UploadOpening(NullLogger<UploadOpening>.Instance).CheckAsync(name, bytes.Length, new MemoryStream(bytes), CancellationToken.None);
        return verdict.Problem?.Replace($"‘{name}’ ", "", StringComparison.Ordinal);
    }

    private static byte[] Word(params string[] runs) => SampleFiles.DocxOf("<w:p>" + string.Concat(runs.Select(r => $"<w:r>{r}</w:r>")) + "</w:p>");

    private static byte[] Rtf(string text) => Encoding.Latin1.GetBytes($"{{\\rtf1\\ansi {text}\\par}}");

    private static byte[] Link(string before = "") => SampleFiles.DocxOf($"<w:p>{before}<w:hyperlink xmlns:r=\"r\" r:id=\"r1\"><w:r><w:t>OT report.docx</w:t></w:r></w:hyperlink></w:p>");

    public static TheoryData<string, byte[]> Unseen => new()
    {
        { "hidden.docx", Word(Hidden + "<w:t>Report</w:t>") },
        { "hidden-by-its-style.docx", SampleFiles.DocxOf("<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr><w:r><w:t>Report</w:t></w:r></w:p>", SampleFiles.WordMain, ("word/styles.xml", HiddenStyles)) },
        { "white.docx", Word(White + "<w:t>Report</w:t>", Hidden + "<w:t>Report</w:t>") },
        { "hidden.rtf", Rtf(@"{\v The whole report\'e9}") },
        { "deleted.rtf", Rtf(@"{\deleted The whole report}") },
        { "deleted.odt", SampleFiles.OdtOf("<text:tracked-changes><text:changed-region><text:deletion><text:p>Report</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p><text:change/></text:p>") },
        { "hidden-section.odt", SampleFiles.OdtOf("<text:section text:display=\"none\"><text:p>Report</text:p></text:section>") },
        { "hidden-paragraph.odt", SampleFiles.OdtOf("<text:p><text:hidden-paragraph text:is-hidden=\"true\"/>Report</text:p><text:p/>") },
        { "hidden-by-its-style.odt", SampleFiles.OdtOf("<text:p text:style-name=\"P1\">Report</text:p>", ("styles.xml", $"<o xmlns:text=\"t\">{HiddenOdtStyle}</o>")) },
    };

    public static TheoryData<string, byte[]> OnlyLinks => new()
    {
        { "link.docx", Link() },
        { "address.docx", Word("<w:t>https://trust.sharepoint.example/:w:/s/ot/Eabc123?e=x</w:t>") },
        { "two-addresses.docx", Word("<w:t>https://trust.example/a, </w:t>", "<w:t xml:space=\"preserve\"> &lt;https://trust.example/b&gt;</w:t>") },
        { "field.docx", SampleFiles.DocxOf("<w:p><w:fldSimple w:instr=\" HYPERLINK &quot;H:\\report.docx&quot; \"><w:r><w:t>report</w:t></w:r></w:fldSimple></w:p>") },
        { "link.rtf", Rtf(@"{\field{\*\fldinst{HYPERLINK ""file:///H:/report.docx""}}{\fldrslt{the report}}}") },
        { "address.rtf", Rtf("https://trust.example/report") },
        { "link.odt", SampleFiles.OdtOf("<text:p><text:a xlink:href=\"https://trust.example/report.odt\">the report</text:a></text:p>") },
    };

    public static TheoryData<string, byte[]> OnlyPointing => new()
    {
        { "follows.docx", Word("<w:t>Report to follow.</w:t>") },
        { "address-with-a-word.docx", Word("<w:t>Report: https://trust.sharepoint.example/:w:/s/ot/Eabc123?e=x</w:t>") },
        { "link-with-a-word.docx", Link("<w:r><w:t>Report: </w:t></w:r>") },
        { "system.rtf", Rtf("See report on RiO") },
        { "earlier.odt", SampleFiles.OdtOf("<text:p>Our report of March 2025 still stands</text:p>") },
        { "follows.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td (Report to follow.) Tj ET") },
        { "system.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td (See report on RiO) Tj ET") },
    };

    public static TheoryData<string, byte[], string> Elsewhere => new()
    {
        { "section.odt", SampleFiles.OdtOf("<text:p>Report</text:p><text:section><text:section-source xlink:href=\"file:///H:/reports/part1.odt\"/></text:section>"), OpeningWords.LinkedPart },
        { "section-of-a-server.odt", SampleFiles.OdtOf("<text:p>Report</text:p><text:section><text:section-source xlink:href=\"https://trust.example/part1.odt\"/><text:p>x</text:p></text:section>"), OpeningWords.FetchesParts },
        { "exchange.odt", SampleFiles.OdtOf("<text:p>x</text:p><text:section><office:dde-source office:dde-topic=\"H:/r.odt\"/></text:section>"), OpeningWords.LinkedPart },
        { "master.odt", SampleFiles.Odt("application/vnd.oasis.opendocument.text-master"), OpeningWords.LinkedPart },
        { "merge.docx", SampleFiles.DocxWithField(" MERGEFIELD Report ", "<w:r><w:t>«Report»</w:t></w:r>"), OpeningWords.Unmerged },
        { "merge.rtf", Rtf(@"Dear all {\field{\*\fldinst{ MERGEFIELD Report }}{\fldrslt{\'abReport\'bb}}}"), OpeningWords.Unmerged },
        { "merge.odt", SampleFiles.OdtOf("<text:p>Dear <text:database-display>&lt;Name&gt;</text:database-display></text:p>"), OpeningWords.Unmerged },
    };

    private const string ToFill = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click or tap here to enter text.</w:t></w:r></w:sdtContent></w:sdt>";

    public static TheoryData<string, byte[]> Unfilled => new()
    {
        { "form.docx", SampleFiles.DocxOf($"<w:p><w:r><w:t>Health advice</w:t></w:r></w:p><w:p><w:r><w:t>Needs: </w:t></w:r>{ToFill}</w:p><w:p><w:r><w:t>What does the child need at school?:</w:t></w:r></w:p><w:p>{ToFill}</w:p>") },
        { "only-fields.docx", SampleFiles.DocxOf($"<w:p>{ToFill}</w:p>") },
        { "own-words-to-fill.docx", SampleFiles.DocxOf($"<w:p><w:r><w:t>Provision</w:t></w:r></w:p><w:p>{ToFill.Replace("Click or tap here to enter text.", "Write what is needed", StringComparison.Ordinal)}</w:p>") },
        { "words-alone.docx", Word("<w:t>Needs: Click or tap here to enter text.</w:t>") },
        { "template.docx", SampleFiles.DocxOf(string.Concat(new[] { "Health advice form", "Name of child", "Date of birth", "Health needs:", "What helps at school?:", "Outcomes", "Name and job title of author" }.Select(l => $"<w:p><w:r><w:t>{l}</w:t></w:r></w:p>"))) },
        { "guidance.docx", SampleFiles.DocxOf(string.Concat(new[] { "EHC assessment: health advice", "Please complete all sections and return within six weeks.", "Health needs", "[insert needs here]", "Provision" }.Select(l => $"<w:p><w:r><w:t>{l}</w:t></w:r></w:p>"))) },
        { "template.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td (Health needs:) Tj 0 -20 Td (Outcomes:) Tj 0 -20 Td (Provision:) Tj ET") },
        { "form.rtf", Rtf(@"Health needs\par Click here to enter text.\par Date: Click or tap to enter a date.") },
        { "form.odt", SampleFiles.OdtOf("<text:p>Needs: <text:placeholder>&lt;needs&gt;</text:placeholder></text:p>") },
        { "form.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td (Needs:) Tj 90 0 Td (Click or tap here to enter text.) Tj ET") },
    };

    public static TheoryData<string, byte[]> Nothing => new()
    {
        { "spaces.docx", Word("<w:t>\u00A0\u200B</w:t>") },
        { "joiners.docx", Word("<w:t>\u2060\uFEFF\u00AD\u200D</w:t>") },
        { "spaces.odt", SampleFiles.OdtOf("<text:p>\u00A0\u200B</text:p>") },
        { "spaces.rtf", Rtf(@"\~\~\zwbo ") },
    };

    public static TheoryData<string, byte[]> Seen => new()
    {
        { "filled-in.docx", SampleFiles.DocxOf($"<w:p><w:r><w:t>Needs: </w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Autism</w:t></w:r></w:sdtContent></w:sdt></w:p><w:p>{ToFill}</w:p>") },
        { "filled-in-beside-its-fields.docx", SampleFiles.DocxOf($"<w:p><w:r><w:t>Needs: speech and language</w:t></w:r>{ToFill}</w:p>") },
        { "filled-in-below.docx", SampleFiles.DocxOf($"<w:p><w:r><w:t>Needs</w:t></w:r></w:p><w:p><w:r><w:t>Autism</w:t></w:r></w:p><w:p><w:r><w:t>Date</w:t></w:r>{ToFill}</w:p>") },
        { "filled-in-one-line.docx", SampleFiles.DocxOf(string.Concat(new[] { "Health advice", "Name of child", "Health needs: none", "Outcomes:" }.Select(l => $"<w:p><w:r><w:t>{l}</w:t></w:r></w:p>"))) },
        { "only-headings.docx", Word("<w:t>Health needs</w:t>") },
        { "hidden-bookmark.docx", Word(Hidden + "<w:t>_Toc1</w:t>", "<w:t>Report</w:t>") },
        { "shown-again.docx", Word("<w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Report</w:t>") },
        { "was-hidden-before-a-change.docx", Word("<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Report</w:t>") },
        { "hidden-mark-of-a-paragraph.docx", SampleFiles.DocxOf("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Report</w:t></w:r></w:p>") },
        { "white-on-a-band.docx", SampleFiles.DocxOf($"<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"005EB8\"/></w:pPr><w:r>{White}<w:t>Report</w:t></w:r></w:p>") },
        { "deleted-beside-text.docx", SampleFiles.DocxOf("<w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del><w:r><w:t>New</w:t></w:r></w:p>") },
        { "link-in-a-report.docx", Link("<w:r><w:t>See the guideline: </w:t></w:r>") },
        { "contents.docx", SampleFiles.DocxOf("<w:p><w:hyperlink w:anchor=\"_Toc1\"><w:r><w:t>Background</w:t></w:r></w:hyperlink></w:p>") },
        { "merged.docx", SampleFiles.DocxWithField(" MERGEFIELD Name ", "<w:r><w:t>Flora</w:t></w:r>") },
        { "hidden-beside-text.rtf", Rtf(@"{\v hidden}{\v\v0 Report}") },
        { "deleted-beside-text.rtf", Rtf(@"{\deleted Old}New") },
        { "deleted-beside-text.odt", SampleFiles.OdtOf("<text:tracked-changes><text:changed-region><text:deletion><text:p>Old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>New</text:p>") },
        { "hidden-beside-text.odt", SampleFiles.OdtOf("<text:p><text:hidden-paragraph text:is-hidden=\"true\"/>x</text:p><text:p>Report</text:p>") },
        { "section-that-is-kept-too.odt", SampleFiles.OdtOf("<text:section><text:section-source xlink:href=\"file:///H:/part1.odt\"/><text:p>Report</text:p></text:section>") },
        { "contents.odt", SampleFiles.OdtOf("<text:p><text:a xlink:href=\"#1.Background|outline\">Background</text:a></text:p>") },
    };

    [Theory]
    [MemberData(nameof(Unseen))]
    public async Task Text_that_nobody_sees_was_taken_as_a_report(string name, byte[] bytes) => Assert.Equal(OpeningWords.HiddenText, await ProblemAsync(name, bytes));

    [Theory]
    [MemberData(nameof(Unfilled))]
    public async Task A_form_that_nobody_filled_in_was_taken_as_a_report(string name, byte[] bytes) => Assert.Equal(OpeningWords.Unfilled, await ProblemAsync(name, bytes));

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Spaces_that_break_no_line_and_letters_without_width_were_taken_as_text(string name, byte[] bytes) => Assert.Equal(OpeningWords.Blank, await ProblemAsync(name, bytes));

    [Theory]
    [MemberData(nameof(OnlyLinks))]
    public async Task A_link_into_the_trusts_own_drive_was_taken_as_the_report_it_leads_to(string name, byte[] bytes) => Assert.Equal(OpeningWords.OnlyLink, await ProblemAsync(name, bytes));

    [Theory]
    [MemberData(nameof(OnlyPointing))]
    public async Task A_file_that_only_says_where_the_report_is_was_taken_as_the_report(string name, byte[] bytes) => Assert.Equal(OpeningWords.OnlyPoints, await ProblemAsync(name, bytes));

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task A_document_whose_content_is_elsewhere_was_taken_without_it(string name, byte[] bytes, string problem) => Assert.Equal(problem, await ProblemAsync(name, bytes));

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task A_report_with_something_hidden_white_deleted_or_linked_beside_its_text_is_taken(string name, byte[] bytes) => Assert.Null(await ProblemAsync(name, bytes));
}
