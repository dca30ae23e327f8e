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
        Assert.Single(page.All("a[href^='/documents/']:not([href$='/preview'])"));
        Assert.Equal("Preview advice.pdf", page.Find("a[href^='/documents/'][href$='/preview']").TextContent);
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
        var answer = await db.ReturnedAnswers.SingleAsync(r => r.AdviceRequestId == id);
        Assert.Equal((AnswerKind.Version, 1, Today), (answer.Kind, answer.Number, answer.ReturnedOn));
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

        Assert.Equal(["Say what needs to change"], (await browser.SubmitAsync(page, "form[action$='/accept']", [], button: "Send back")).Errors);
        await browser.SubmitAsync(page, "form[action$='/accept']", new() { ["Comment"] = "Please add outcomes for Zoë" }, button: "Send back");

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

        var late = await second.SubmitAsync(theirs, "form[action$='/accept']", new() { ["Comment"] = "Add provision" }, button: "Send back");

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
        Assert.Null((await db.ReturnedAnswers.SingleAsync(r => r.AdviceRequestId == id)).Needs);
        await _app.RequestAsync(keys, TestWorld.Paediatrics);
        Assert.DoesNotContain("Every service has said", (await browser.GetAsync($"/check/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_each_child_once_with_its_answers_and_who_has_not_answered_the_most_urgent_first()
    {
        var late = await _app.AssessmentAsync(surname: "Late");
        await _app.RequestAsync(late, TestWorld.SpeechTherapy, null, r => r.Submit(Noon, Today, "Joan"));
        var (urgent, _, _) = await TwoAnswersAsync();
        await _app.RequestAsync(urgent, TestWorld.Paediatrics);
        await MoveDueAsync(urgent, -7);

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/check");

        var children = page.All(".dco-check");
        Assert.Equal(2, children.Count);
        Assert.Contains("2 children, 3 answers", page.Text, StringComparison.Ordinal);
        Assert.Contains(urgent.Reference, children[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, children[0].QuerySelectorAll("a[href^='/check/']").Length);
        Assert.Contains("Still awaited: ", children[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing else is awaited.", children[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_paginated_by_whole_children()
    {
        for (var n = 0; n < 20; n++) { await SubmittedAsync(await _app.AssessmentAsync()); }
        var (last, _, _) = await TwoAnswersAsync();
        await MoveDueAsync(last, 7);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var first = await browser.GetAsync("/check");
        var second = await browser.GetAsync("/check?page=2");

        Assert.Equal((20, 1), (first.All(".dco-check").Count, second.All(".dco-check").Count));
        Assert.Equal(2, second.All("a[href^='/check/']").Count);
    }

    [Fact]
    public async Task Accept_and_next_goes_to_the_same_childs_next_answer_then_to_the_next_child_then_to_the_list()
    {
        var (keys, first, second) = await TwoAnswersAsync();
        var other = await SubmittedAsync(await _app.AssessmentAsync(surname: "Khan"));
        await MoveDueAsync(keys, -7);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var sibling = await NextAsync(browser, await browser.GetAsync($"/check/{first}"));
        var child = await NextAsync(browser, sibling);
        var end = await NextAsync(browser, child);

        Assert.Equal((second, other), (IdOf(sibling), IdOf(child)));
        Assert.Contains("the next answer about the same child", sibling.Text, StringComparison.Ordinal);
        Assert.Contains("about another child", child.Text, StringComparison.Ordinal);
        Assert.Equal("/check", end.Url.AbsolutePath);
        Assert.Contains("Nothing left to check.", end.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_begins_again_at_the_start_of_the_list_when_the_last_child_is_done()
    {
        var first = await SubmittedAsync(await _app.AssessmentAsync());
        var keys = await _app.AssessmentAsync();
        var last = await SubmittedAsync(keys);
        await MoveDueAsync(keys, 7);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        Assert.Equal(first, IdOf(await NextAsync(browser, await browser.GetAsync($"/check/{last}"))));
    }

    [Fact]
    public async Task Send_back_and_next_goes_on_and_keeps_what_was_typed_when_it_is_refused()
    {
        var (_, first, second) = await TwoAnswersAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/check/{first}");
        const string form = "form[action$='/accept']";
        var tooLong = new string('x', AdviceRequest.NoteLength + 1);

        var refused = await browser.SubmitAsync(page, form, new() { ["Comment"] = tooLong }, button: "Send back and next");
        var next = await browser.SubmitAsync(page, form, new() { ["Comment"] = "Add outcomes" }, button: "Send back and next");

        Assert.Equal(tooLong, refused.Find("textarea[name=Comment]").TextContent.Trim());
        Assert.Equal(second, IdOf(next));
        Assert.Contains("Its due date has not changed.", next.Text, StringComparison.Ordinal);
        Assert.Equal("Add outcomes", (await RequestAsync(first)).SentBackComment);
    }

    [Fact]
    public async Task A_comment_is_not_lost_when_accept_is_pressed_by_mistake()
    {
        var (_, first, _) = await TwoAnswersAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/check/{first}"), "form[action$='/accept']", new() { ["Comment"] = "Add outcomes" }, button: "Accept and next");

        Assert.Equal(["Send the answer back, or clear this box to accept it"], refused.Errors);
        Assert.Equal("Add outcomes", refused.Find("textarea[name=Comment]").TextContent.Trim());
        Assert.Equal(RequestStage.ToCheck, (await RequestAsync(first)).Stage);
    }

    [Theory]
    [InlineData("/check", "/check")]
    [InlineData("/check/{id}", "/assessments/{reference}/return")]
    public async Task Accepted_answers_of_one_child_are_returned_together_with_one_email(string from, string to)
    {
        var (keys, first, second) = await TwoAnswersAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        foreach (var id in new[] { first, second }) { await NextAsync(browser, await browser.GetAsync($"/check/{id}")); }

        var done = await browser.SubmitAsync(await browser.GetAsync(from.Replace("{id}", $"{first}", StringComparison.Ordinal)), "form[action$='/return']", []);

        Assert.Equal(to.Replace("{reference}", keys.Reference, StringComparison.Ordinal), done.Url.AbsolutePath);
        Assert.Contains("2 answers", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.All(await db.AdviceRequests.ToListAsync(), r => Assert.Equal(RequestStage.Returned, r.Stage));
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "advice-returned"));
    }

    [Fact]
    public async Task An_answer_stands_beside_what_was_asked()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Reasons = "Falls behind in writing");
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Submit(Noon, Today, "Gwen Pritchard"), note: "Please look at handwriting");
        await WriteAsync(id, keys);

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{id}");

        var asked = page.Find(".dco-beside > .dco-beside__asked").TextContent;
        Assert.Contains("Please look at handwriting", asked, StringComparison.Ordinal);
        Assert.Contains("Falls behind in writing", asked, StringComparison.Ordinal);
        Assert.Contains("Weekly sessions", page.Find(".dco-beside > .dco-beside__answer").TextContent, StringComparison.Ordinal);
    }

    private static Task<Page> NextAsync(PortalBrowser browser, Page page) => browser.SubmitAsync(page, "form[action$='/accept']", [], button: "Accept and next");

    private static Guid IdOf(Page page) => Guid.Parse(page.Url.Segments[^1]);

    /// <summary>Two answers of one child, in the order of the list.</summary>
    private async Task<(CaseKeys Keys, Guid First, Guid Second)> TwoAnswersAsync()
    {
        var keys = await _app.AssessmentAsync();
        var first = await SubmittedAsync(keys);
        return (keys, first, await _app.RequestAsync(keys, TestWorld.SpeechTherapy, null, r => r.Submit(Noon.AddMinutes(1), Today, "Joan Cole")));
    }

    private async Task MoveDueAsync(CaseKeys keys, int days)
    {
        await using var db = _app.Database();
        var due = await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId).Select(r => r.DueOn).FirstAsync();
        var moved = due.AddDays(days);
        await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(r => r.DueOn, moved));
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
