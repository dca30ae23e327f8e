using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>The reader cannot know that a page of the report is not there, so whoever uploads and whoever checks it is told.</summary>
public sealed class PartlyShownAdviceTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_page_that_shows_nothing_is_told_at_upload_before_it_is_submitted_and_before_it_is_accepted()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var report = SampleFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>", "<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>",
            "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>", SampleFiles.PdfStream("BT 56 780 Td (Advice) Tj ET"), SampleFiles.PdfStream("rubbish", "/Filter /NoSuchFilter"));

        var check = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Summary"] = "See the report." }, [("Files", "report.pdf", report)], "check");

        Assert.Contains("Page 2 shows nothing", (await gwen.GetAsync($"/advice-requests/{id}/respond")).Text, StringComparison.Ordinal);
        Assert.Contains("Page 2 shows nothing", check.Text, StringComparison.Ordinal);
        await gwen.SubmitAsync(check, "main form", []);
        Assert.Contains("Page 2 shows nothing", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{id}")).Text, StringComparison.Ordinal);
    }
}
