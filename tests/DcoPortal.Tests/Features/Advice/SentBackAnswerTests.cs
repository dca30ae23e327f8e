using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Advice that was submitted and sent back is kept as it was, for the DCO service alone, whatever is written over it.</summary>
public sealed class SentBackAnswerTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public SentBackAnswerTests() => _app.Time.Step = TimeSpan.FromMilliseconds(1);

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_DCO_service_reads_what_it_sent_back_at_once_and_after_it_was_rewritten_and_returned()
    {
        var (id, gwen, dco) = await SentBackAsync();
        foreach (var path in Pages(id)) { await AssertShownAsync(dco, path); }

        await RewriteAsync(id, gwen);
        foreach (var path in Pages(id)) { await AssertShownAsync(dco, path); }
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        foreach (var path in Pages(id)) { await AssertShownAsync(dco, path); }
        Assert.Contains("by Gwen Pritchard, then sent back", (await dco.GetAsync($"/advice-requests/{id}")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_DCO_service_reads_it()
    {
        var (id, gwen, dco) = await SentBackAsync();
        var document = await DocumentAsync(id, "first.pdf");
        await RewriteAsync(id, gwen);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        foreach (var person in new[] { TestWorld.Clinician, TestWorld.Lead, TestWorld.Caseworker })
        {
            var browser = await _app.SignInAsync(person);
            Assert.DoesNotContain("GWENFIRST", (await browser.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{document}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{document}/shown")).Status);
        }
    }

    [Fact]
    public async Task A_document_that_was_removed_since_is_listed_and_opens_for_the_DCO_service()
    {
        var (id, gwen, dco) = await SentBackAsync();
        var document = await DocumentAsync(id, "first.pdf");

        await RewriteAsync(id, gwen);

        var page = await dco.GetAsync($"/advice-requests/{id}");
        Assert.Contains("removed from the answer on", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.All($"a[href='/documents/{document}']"));
        foreach (var door in new[] { "", "/preview", "/shown" }) { Assert.Equal(HttpStatusCode.OK, (await dco.GetAsync($"/documents/{document}{door}")).Status); }
    }

    [Fact]
    public async Task A_document_that_was_removed_before_anything_was_submitted_opens_for_nobody()
    {
        var (id, gwen, dco) = await BegunAsync("wrong.pdf");
        var document = await DocumentAsync(id, "wrong.pdf");
        await RemoveAsync(gwen, id, document);
        await SubmitAsync(gwen, id, "GWENFIRST paragraphs");
        await SendBackAsync(dco, id);

        Assert.Equal(HttpStatusCode.NotFound, (await dco.GetAsync($"/documents/{document}")).Status);
        Assert.DoesNotContain("wrong.pdf", (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sending_back_that_was_taken_back_keeps_nothing()
    {
        var (id, _, dco) = await SubmittedAsync();
        var sent = await SendBackAsync(dco, id);

        await dco.SubmitAsync(sent, "form[action^='/undo']", []);

        Assert.DoesNotContain("Earlier answers and comments", (await dco.GetAsync($"/check/{id}")).Text, StringComparison.Ordinal);
        await SendBackAsync(dco, id);
        Assert.Single((await dco.GetAsync($"/check/{id}")).All(".dco-folds dd"), d => d.TextContent.Contains("GWENFIRST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_nil_return_that_is_sent_back_keeps_no_draft_of_the_service()
    {
        var (id, gwen, dco) = await BegunAsync();
        await SaveAsync(gwen, id, new() { ["Needs"] = "GWENFIRST draft" }, "save");
        await _app.ChangeRequestAsync(id, r => r.SubmitNilReturn(ReplyCode.NotKnown, "No record", _app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 21), "Gwen Pritchard"));

        await SendBackAsync(dco, id);

        await using var db = _app.Database();
        Assert.Null((await db.RequestMoves.SingleAsync(m => m.AdviceRequestId == id && m.Move == RequestMove.SendBack)).SentBack);
    }

    [Theory]
    [InlineData(WithdrawalReason.OtherChild, false)]
    [InlineData(WithdrawalReason.NotAgreed, false)]
    [InlineData(WithdrawalReason.WrongVersion, true)]
    public async Task What_is_withdrawn_as_about_another_child_is_not_read_where_it_was_sent_back_either(WithdrawalReason reason, bool shown)
    {
        var (id, gwen, dco) = await SentBackAsync();
        var document = await DocumentAsync(id, "first.pdf");
        await RewriteAsync(id, gwen);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        var withdrawn = await WithdrawAsync(dco, id, reason);

        foreach (var path in Pages(id)) { Assert.Equal(shown, (await dco.GetAsync(path)).Text.Contains("GWENFIRST", StringComparison.Ordinal)); }
        Assert.Equal(shown ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await dco.GetAsync($"/documents/{document}")).Status);
        // a withdrawal by mistake takes nothing for good
        await dco.SubmitAsync(withdrawn, "form[action$='/restore']", new() { ["Reason"] = "It was the right child" });
        Assert.Contains("GWENFIRST", (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
    }

    private static string[] Pages(Guid id) => [$"/advice-requests/{id}", $"/check/{id}"];

    private static async Task AssertShownAsync(PortalBrowser dco, string path)
    {
        var page = await dco.GetAsync(path);
        foreach (var words in new[] { "Earlier answers and comments", "GWENFIRST paragraphs", "GWENPROV", "first.pdf" }) { Assert.Contains(words, page.Text, StringComparison.Ordinal); }
    }

    private async Task<(Guid Id, PortalBrowser Gwen, PortalBrowser Dco)> BegunAsync(params string[] files)
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (gwen, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        if (files.Length > 0) { await SaveAsync(gwen, id, [], "save", files); }
        return (id, gwen, dco);
    }

    private async Task<(Guid Id, PortalBrowser Gwen, PortalBrowser Dco)> SubmittedAsync()
    {
        var begun = await BegunAsync();
        await SubmitAsync(begun.Gwen, begun.Id, "GWENFIRST paragraphs", "first.pdf");
        return begun;
    }

    private async Task<(Guid Id, PortalBrowser Gwen, PortalBrowser Dco)> SentBackAsync()
    {
        var submitted = await SubmittedAsync();
        await SendBackAsync(submitted.Dco, submitted.Id);
        return submitted;
    }

    private static Task<Page> SendBackAsync(PortalBrowser dco, Guid id) => SendBackAsync(dco, id, "Please add the outcomes");

    private static async Task<Page> SendBackAsync(PortalBrowser dco, Guid id, string comment) =>
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", new() { ["Comment"] = comment }, button: "Send back");

    private async Task RewriteAsync(Guid id, PortalBrowser gwen)
    {
        await RemoveAsync(gwen, id, await DocumentAsync(id, "first.pdf"));
        await SaveAsync(gwen, id, new() { ["Needs"] = "SECOND", ["Provision"] = "Weekly", ["Outcomes"] = "Writes her name" }, "check", ["second.pdf"]);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond/check"), Form, []);
    }

    private static async Task RemoveAsync(PortalBrowser gwen, Guid id, Guid document) =>
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", [], button: $"{document}");

    private static async Task SubmitAsync(PortalBrowser gwen, Guid id, string needs, params string[] files) =>
        await gwen.SubmitAsync(await SaveAsync(gwen, id, new() { ["Summary"] = "In short", ["Needs"] = needs, ["Provision"] = "GWENPROV" }, "check", files), Form, []);

    // each file with bytes of its own, as the same bytes are kept once
    private static async Task<Page> SaveAsync(PortalBrowser clinician, Guid id, Dictionary<string, string?> text, string button, params string[] files) =>
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", text,
            [.. files.Select(f => ("Files", f, (byte[])[.. SampleFiles.Pdf, .. System.Text.Encoding.ASCII.GetBytes($"\n%{f}")]))], button: button);

    private async Task<Page> WithdrawAsync(PortalBrowser dco, Guid id, WithdrawalReason reason)
    {
        await using var db = _app.Database();
        var answer = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == id).Select(a => a.Id).SingleAsync();
        return await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/withdraw"), Form, new() { ["What"] = $"{answer}", ["Reason"] = $"{reason}", ["Words"] = "It should not have gone", ["Next"] = "version", ["AskWords"] = "The whole answer again" });
    }

    private async Task<Guid> DocumentAsync(Guid id, string name)
    {
        await using var db = _app.Database();
        return await db.Documents.Where(d => d.AdviceRequestId == id && d.FileName == name).Select(d => d.Id).SingleAsync();
    }
}
