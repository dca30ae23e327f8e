using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class CheckTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private Task<Guid> SubmittedAsync(CaseKeys keys) => _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Submit(Noon, Today, "Gwen Pritchard"));

    private async Task WriteAsync(Guid id, CaseKeys keys)
    {
        await using var db = _app.Database();
        db.AdviceResponses.Add(new AdviceResponse(await db.AdviceRequests.SingleAsync(r => r.Id == id)) { Needs = "Fine motor delay", Provision = "Weekly sessions" });
        db.Documents.Add(new CaseDocument(keys, id, CaseDocumentKind.Advice, Guid.NewGuid().ToString("N"))
        { FileName = "advice.pdf", ContentType = "application/pdf", Sha256 = new string('0', 64), ScanVerdict = "NotScanned", UploadedByName = "Gwen Pritchard" });
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    [Fact]
    public async Task An_answer_is_shown_beside_the_familys_views_with_what_it_does_not_cover()
    {
        var keys = await _app.AssessmentAsync();
        var id = await SubmittedAsync(keys);
        await WriteAsync(id, keys);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        Assert.Contains(keys.Reference, (await browser.GetAsync("/check")).Text, StringComparison.Ordinal);
        var page = await browser.GetAsync($"/check/{id}");

        Assert.Contains("Fine motor delay", page.Text, StringComparison.Ordinal);
        Assert.Contains("She loves water and music.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not written in the portal: outcomes.", page.Text, StringComparison.Ordinal);
        Assert.Single(page.All("a[href^='/documents/']"));
    }

    [Fact]
    public async Task Accepted_advice_is_returned_once_and_only_then_seen_by_the_authority()
    {
        var keys = await _app.AssessmentAsync();
        var id = await SubmittedAsync(keys);
        await WriteAsync(id, keys);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var accepted = await browser.SubmitAsync(await browser.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "accept");
        Assert.Contains("Next: return it to the local authority", accepted.Text, StringComparison.Ordinal);
        Assert.Null((await RequestAsync(id)).ReturnedUtc);

        var form = await browser.GetAsync($"/assessments/{keys.Reference}/return");
        var returned = await browser.SubmitAsync(form, "main form", []);
        var again = await browser.SubmitAsync(form, "main form", []);

        Assert.Contains("1 answer returned to the local authority, in time", returned.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", again.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Today, (await RequestAsync(id)).ReturnedOn);
        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceResponses.SingleAsync(r => r.Id == id)).ReturnedUtc);
        Assert.NotNull((await db.Documents.SingleAsync(d => d.AdviceRequestId == id)).ReturnedUtc);
        var email = await db.Emails.SingleAsync(e => e.Template == "advice-returned");
        Assert.Equal("send@lancashire.example.gov.uk", email.To);
        Assert.DoesNotContain("Ashworth", email.Subject + email.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("2026-11-21, in time", (await db.AuditEntries.SingleAsync(e => e.Fact == "AdviceReturned")).After);
    }

    [Fact]
    public async Task Accept_and_return_is_one_press_and_late_advice_is_called_late()
    {
        var keys = await _app.AssessmentAsync();
        var id = await SubmittedAsync(keys);
        _app.Time.Set(new DateTime(2027, 1, 3, 12, 0, 0, DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Dco);

        await browser.SubmitAsync(await browser.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        Assert.Equal(new DateOnly(2027, 1, 3), (await RequestAsync(id)).ReturnedOn);
        await using var db = _app.Database();
        Assert.Equal("2027-01-03, late", (await db.AuditEntries.SingleAsync(e => e.Fact == "AdviceReturned")).After);
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "AdviceAccepted"));
    }

    [Fact]
    public async Task Sending_back_needs_a_comment_and_tells_the_author_without_it()
    {
        var keys = await _app.AssessmentAsync();
        var id = await SubmittedAsync(keys);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/check/{id}");

        Assert.Equal(["Say what needs to change"], (await browser.SubmitAsync(page, "form[action$='/send-back']", [])).Errors);
        await browser.SubmitAsync(page, "form[action$='/send-back']", new() { ["Comment"] = "Please add outcomes for Zoë" });

        var request = await RequestAsync(id);
        Assert.Equal(("Please add outcomes for Zoë", 1), (request.SentBackComment, request.SentBackCount));
        Assert.True(request.Stage.IsOutstanding());
        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.Template == "advice-sent-back");
        Assert.Equal("gwen@ot.test", email.To);
        Assert.DoesNotContain("Zoë", email.Subject + email.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_administrators_is_told_and_changes_nothing()
    {
        var keys = await _app.AssessmentAsync();
        var id = await SubmittedAsync(keys);
        var first = await _app.SignInAsync(TestWorld.Administrator);
        var second = await _app.SignInAsync(TestWorld.Dco);
        var mine = await first.GetAsync($"/check/{id}");
        var theirs = await second.GetAsync($"/check/{id}");
        await first.SubmitAsync(mine, "form[action$='/accept']", [], button: "accept");

        var late = await second.SubmitAsync(theirs, "form[action$='/send-back']", new() { ["Comment"] = "Add provision" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Someone else dealt with this answer", late.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Add provision", late.Text, StringComparison.Ordinal);
        var request = await RequestAsync(id);
        Assert.True(request is { AcceptedUtc: not null, SentBackCount: 0 });
        // the same press twice is no conflict
        var twice = await first.SubmitAsync(mine, "form[action$='/accept']", [], button: "accept");
        Assert.Contains("already been done", twice.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nil_return_says_why_and_all_nil_asks_the_dco_to_decide()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.SubmitNilReturn(ReplyCode.NotKnown, "No record", Noon, Today, "Gwen Pritchard"));
        await WriteAsync(id, keys);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/check/{id}");
        Assert.Contains("No advice: not known to the service", page.Text, StringComparison.Ordinal);
        Assert.Contains("Every service has said that it has no advice", page.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(page, "form[action$='/accept']", [], button: "return");

        Assert.NotNull((await RequestAsync(id)).ReturnedUtc);
        await using var db = _app.Database();
        // the draft that was never advice stays with the service
        Assert.Null((await db.AdviceResponses.SingleAsync(r => r.Id == id)).ReturnedUtc);
        await _app.RequestAsync(keys, TestWorld.Paediatrics);
        Assert.DoesNotContain("Every service has said", (await browser.GetAsync($"/check/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_boards_own_dco_service_may_check_and_return()
    {
        var keys = await _app.AssessmentAsync();
        var id = await SubmittedAsync(keys);
        foreach (var path in new[] { "/check", $"/check/{id}", $"/assessments/{keys.Reference}/return" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Lead)).GetAsync(path)).Status);
        }
        var far = await _app.SignInAsync(TestWorld.FarAdministrator);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/check/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/assessments/{keys.Reference}/return")).Status);
        Assert.DoesNotContain(keys.Reference, (await far.GetAsync("/check")).Text, StringComparison.Ordinal);
    }
}
