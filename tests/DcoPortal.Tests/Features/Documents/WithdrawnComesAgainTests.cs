using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Documents;

/// <summary>What somebody said must not be read does not come back without a word: not by another case of the child, and not by a colleague who knows nothing of it.</summary>
public sealed class WithdrawnComesAgainTests : IDisposable
{
    private const string Form = "main form[data-warns]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task What_the_authority_took_out_is_not_added_again_and_can_be_put_back()
    {
        var keys = await _app.AssessmentAsync();
        var (carol, mo) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.Manager));
        var address = $"/assessments/{keys.Reference}/add";
        var added = await carol.SubmitAsync(await carol.GetAsync(address), Form, [], [("Files", "letter.pdf", SampleFiles.Pdf)]);
        await carol.SubmitAsync(await carol.GetAsync(added.All("a").Single(a => a.GetAttribute("href")!.EndsWith("/take-out", StringComparison.Ordinal)).GetAttribute("href")!), "main form", new() { ["Reason"] = "The mother does not agree" });

        var again = await mo.SubmitAsync(await mo.GetAsync(address), Form, [], [("Files", "copy.pdf", SampleFiles.Pdf)]);

        Assert.Contains("‘copy.pdf’ was taken out of this case, so it was not added. If it may be read again, put it back under “Taken out”", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Contains("letter.pdf, taken out by Carol Whitaker", again.Text, StringComparison.Ordinal);
        Assert.Contains("The mother does not agree", again.Text, StringComparison.Ordinal);
        var put = await mo.SubmitAsync(again, "#add", [], button: again.Find("button[formaction*='/put-back']").TextContent.Trim());
        Assert.Contains("letter.pdf is put back", put.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.Documents.SingleAsync()).RemovedUtc);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "AuthorityDocumentPutBack" && e.ActorName == "Mohammed Iqbal"));
    }

    [Fact]
    public async Task What_was_withdrawn_from_one_case_of_a_child_is_not_added_to_another_and_is_told_where_it_is_logged_or_answered()
    {
        var (_, second) = await WithdrawnAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var request = await _app.RequestAsync(second, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        var added = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{second.Reference}/add"), Form, [], [("Files", "report.pdf", SampleFiles.Pdf)]);
        var page = await gwen.GetAsync($"/advice-requests/{request}/respond");
        var check = await gwen.SubmitAsync(page, "main form[enctype]", new() { ["Summary"] = "See the report" }, [("Files", "report.pdf", SampleFiles.Pdf)], "check");
        await gwen.SubmitAsync(check, "main form[action$='/respond/check']", []);

        Assert.Contains("was withdrawn from another case of this child, so it was not added", Assert.Single(added.Errors), StringComparison.Ordinal);
        Assert.Contains("the very same file was withdrawn from another case of this child", check.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("the very same file was withdrawn from another case of this child", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{request}")).Text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(CaseKeys First, CaseKeys Second)> WithdrawnAsync()
    {
        var first = await _app.AssessmentAsync(nhsNumber: "9434765919");
        var second = await _app.AssessmentAsync(nhsNumber: "9434765919");
        var request = await _app.RequestAsync(first, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (gwen, priya) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        var check = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{request}/respond"), "main form[enctype]", new() { ["Summary"] = "See the report" }, [("Files", "report.pdf", SampleFiles.Pdf)], "check");
        await gwen.SubmitAsync(check, "main form[action$='/respond/check']", []);
        await priya.SubmitAsync(await priya.GetAsync($"/check/{request}"), "form[action$='/accept']", [], button: "return");
        var page = await priya.GetAsync($"/advice-requests/{request}/withdraw");
        await priya.SubmitAsync(page, "form[action$='/withdraw']", new()
        {
            ["What"] = page.All("input[name=What]")[0].GetAttribute("value"),
            ["Reason"] = nameof(WithdrawalReason.NotAgreed),
            ["Words"] = "The family does not agree",
            ["Next"] = "nothing",
            ["AskWords"] = "",
        });
        return (first, second);
    }
}
