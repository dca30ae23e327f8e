using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>An answer that only says where the report is, with no document, leaves the authority without one.</summary>
public sealed class ReportElsewhereTests : IDisposable
{
    private const string Form = "main form[enctype]";
    private const string Refusal = "This only says where a report is, or that one will come, and no document is with it";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("Please see attached report")]
    [InlineData("Will follow")]
    [InlineData("https://nhs-my.sharepoint.com/:w:/g/personal/gwen/EaBc")]
    [InlineData("Report is on RiO")]
    [InlineData("Our report of March 2025 still stands")]
    public async Task Advice_that_only_points_to_a_report_is_not_submitted_without_one(string words)
    {
        var (gwen, id) = await OpenAsync();

        var page = await WriteAsync(gwen, id, new() { ["Summary"] = words, ["Needs"] = words, ["Outcomes"] = words, ["Provision"] = words });

        Assert.Contains(Refusal, page.Text, StringComparison.Ordinal);
        Assert.Contains(page.All(".nhsuk-error-summary a"), a => a.GetAttribute("href") == "#Needs");
        Assert.EndsWith("/respond", (await gwen.GetAsync($"/advice-requests/{id}/respond/check")).Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestWorld.Clinician)]
    [InlineData(TestWorld.Administrator)]
    public async Task A_file_that_only_says_where_the_report_is_does_not_come_in(string by)
    {
        var (_, id) = await OpenAsync();

        var page = await WriteAsync(await _app.SignInAsync(by), id, new() { ["Summary"] = "OT report" }, [("Files", "report.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td (See report on RiO) Tj ET"))]);

        Assert.Contains("‘report.pdf’ only says where a report is, or that one will come", page.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Empty(await db.Documents.ToListAsync());
    }

    [Fact]
    public async Task An_addendum_that_only_says_where_the_report_is_is_not_submitted_either()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen, r =>
        {
            r.Submit(new(2026, 11, 19, 9, 0, 0, DateTimeKind.Utc), new(2026, 11, 19), "Gwen Pritchard");
            r.Accept(new(2026, 11, 19, 10, 0, 0, DateTimeKind.Utc));
            r.ReturnToAuthority(null, [], new(2026, 11, 19, 11, 0, 0, DateTimeKind.Utc), new(2026, 11, 19));
        });
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), "main form[method=post]", new() { ["Kind"] = "Addendum", ["What"] = "The last page" });
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        var page = await WriteAsync(gwen, id, new() { ["Needs"] = "Report is on RiO", ["Provision"] = "See RiO" });

        Assert.Contains(Refusal, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_report_the_same_words_are_an_answer()
    {
        var (gwen, id) = await OpenAsync();

        var check = await WriteAsync(gwen, id, new() { ["Summary"] = "See report", ["Needs"] = "See report", ["Provision"] = "See report" }, [("Files", "report.pdf", SampleFiles.Pdf)]);

        Assert.EndsWith("/respond/check", check.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain("Where is the report?", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_that_speaks_of_an_attachment_that_is_not_there_is_told_before_it_is_submitted_and_before_it_is_accepted()
    {
        var (gwen, id) = await OpenAsync();

        var check = await WriteAsync(gwen, id, new() { ["Needs"] = "Finds zips hard. See attached report.", ["Provision"] = "Weekly therapy." });

        Assert.Contains("Where is the report?", check.Text, StringComparison.Ordinal);
        Assert.Contains("Health needs: this speaks of a report", check.Text, StringComparison.Ordinal);
        await gwen.SubmitAsync(check, "main form", []);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("Health needs: this speaks of a report or of something attached, and no document came", (await dco.GetAsync($"/check/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_DCO_service_is_told_that_the_note_of_a_nil_return_speaks_of_a_report()
    {
        var (gwen, id) = await OpenAsync();
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/nil-return"), "main form", new() { ["Reason"] = nameof(ReplyCode.NotKnown), ["Note"] = "Not known to us, see attached letter" });

        var check = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{id}");

        Assert.Contains("Note: this speaks of a report", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_records_an_answer_for_a_service_is_told_the_same()
    {
        var (_, id) = await OpenAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await WriteAsync(dco, id, new() { ["Needs"] = "As discussed", ["Provision"] = "Refer to letter dated 3 Nov" });

        Assert.Contains(Refusal, page.Text, StringComparison.Ordinal);
    }

    private async Task<(PortalBrowser Gwen, Guid Id)> OpenAsync()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        return (await _app.SignInAsync(TestWorld.Clinician), id);
    }

    private static async Task<Page> WriteAsync(PortalBrowser browser, Guid id, Dictionary<string, string?> parts, IReadOnlyList<(string, string, byte[])>? files = null) =>
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form, parts, files, "check");
}
