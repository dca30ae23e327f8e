using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features;

/// <summary>
/// A chosen file survives an error in another field, or the page says that it must be chosen again. The forms with files: a
/// notification and an answer keep them, documents added later and an import ask again (the import: LogForAuthorityTests); a tracker has no field beside its file.
/// </summary>
public sealed class FileSurvivesTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Every_form_with_a_file_is_one_of_these() => Assert.Equal(
        ["Features/Advice/Respond/Index.cshtml", "Features/Assessments/AddLater/Index.cshtml", "Features/Assessments/GoLive/Index.cshtml", "Features/Assessments/ImportNotifications/Index.cshtml", "Features/Assessments/LogNotification/_Documents.cshtml", "Features/Dev/Components/Index.cshtml"],
        Repository.Sources(".cshtml").Where(f => f.Text.Contains("<nhs-file-upload", StringComparison.Ordinal) || f.Text.Contains("type=\"file\"", StringComparison.Ordinal)).Select(f => f.Path["src/DcoPortal.Web/".Length..]));

    [Fact]
    public async Task An_answer_keeps_its_file_when_the_text_beside_it_is_too_long()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var page = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Summary"] = new string('a', AdviceResponse.SummaryLength + 1) }, [("Files", "report.pdf", SampleFiles.Pdf)], "check");

        Assert.Equal(["The summary must be 4,000 characters or fewer"], page.Errors);
        Assert.Contains(page.All(".dco-files a"), a => a.TextContent == "report.pdf");
        await using var db = _app.Database();
        Assert.Equal("report.pdf", (await db.Documents.SingleAsync()).FileName);
    }

    [Fact]
    public async Task A_notification_keeps_its_file_while_nothing_else_is_filled_in()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.SubmitAsync(await browser.GetAsync("/assessments/log"), "main form", [], [("Files", "views.pdf", SampleFiles.Pdf)], "check");

        Assert.NotEmpty(page.Errors);
        Assert.Contains("1 document added", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Choose views.pdf again", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_added_later_say_which_file_must_be_chosen_again()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/add"), "main form[enctype]", new() { ["Evidence"] = "Nonsense" }, [("Files", "views.pdf", SampleFiles.Pdf)]);

        Assert.Contains("Choose views.pdf again: the page does not keep a file while something else on it is wrong", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_whose_needs_and_provision_say_nothing_is_no_advice_and_none_under_one_heading_is()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{id}/respond");

        var empty = await browser.SubmitAsync(form, "main form[enctype]", new() { ["Needs"] = "None", ["Provision"] = "N/A" }, button: "check");
        var put = await browser.SubmitAsync(empty, "main form[enctype]", new() { ["Needs"] = "TBC", ["Provision"] = "Weekly sessions" }, button: "check");
        var check = await browser.SubmitAsync(put, "main form[enctype]", new() { ["Needs"] = "None", ["Provision"] = "A yearly review by the school nurse" }, button: "check");

        Assert.Equal(["Needs and provision say nothing. Write them, or make a nil return with its reason"], empty.Errors);
        Assert.Equal(["Enter the needs that the provision is for, or upload a document that says them"], put.Errors);
        Assert.EndsWith("/check", check.Url.AbsolutePath, StringComparison.Ordinal);
    }
}
