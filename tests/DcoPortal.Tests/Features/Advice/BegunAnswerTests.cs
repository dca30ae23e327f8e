using System.Net;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>An answer that somebody has begun is never set aside unseen, and is there again when an answer is asked for.</summary>
public sealed class BegunAnswerTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public BegunAnswerTests() => _app.Time.Step = TimeSpan.FromMilliseconds(1);

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_nil_return_over_an_answer_that_a_colleague_has_begun_says_so_first_and_tells_the_colleague()
    {
        var id = await AskedAsync(professional: null);
        var (gwen, tariq, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Colleague), await _app.SignInAsync(TestWorld.Administrator));
        await BeginAsync(gwen, id, "Needs a chair", "report.pdf");

        var page = await tariq.GetAsync($"/advice-requests/{id}/nil-return");
        Assert.Contains("Gwen Pritchard has begun an answer, with text and 1 document", page.Text, StringComparison.Ordinal);
        var refused = await tariq.SubmitAsync(page, Form, new() { ["Reason"] = "NotKnown" });
        Assert.Equal(["Tick this if what is begun is not to be sent"], refused.Errors);
        await tariq.SubmitAsync(refused, Form, new() { ["Reason"] = "NotKnown", ["SetAside"] = "true" });

        await using var db = _app.Database();
        Assert.Equal(ReplyCode.NotKnown, (await db.AdviceRequests.SingleAsync()).NilReason);
        Assert.Equal(TestWorld.Clinician, (await db.Emails.SingleAsync(e => e.Template == "begun-answer-not-sent")).To);
        Assert.Contains("Gwen Pritchard had begun an answer, with text and 1 document", (await dco.GetAsync($"/check/{id}")).Text, StringComparison.Ordinal);
        var own = await gwen.GetAsync($"/advice-requests/{id}");
        foreach (var text in new[] { "What was written or uploaded and not sent", "Needs a chair", "report.pdf" }) { Assert.Contains(text, own.Text, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task A_new_version_asked_for_after_a_nil_return_begins_with_what_was_set_aside()
    {
        var id = await AskedAsync();
        var (gwen, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        await BeginAsync(gwen, id, "Needs a chair", "report.pdf");
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/nil-return"), Form, new() { ["Reason"] = "NotKnown", ["SetAside"] = "true" });
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Version", ["What"] = "We found the record" });

        var page = await gwen.GetAsync($"/advice-requests/{id}/respond");
        foreach (var text in new[] { "Needs a chair", "report.pdf" }) { Assert.Contains(text, page.Text + page.Find("#Needs").TextContent, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task Begun_work_that_came_after_the_page_was_opened_is_not_set_aside_unseen()
    {
        var id = await AskedAsync(professional: null);
        var (gwen, tariq) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Colleague));
        var (nil, back) = (await tariq.GetAsync($"/advice-requests/{id}/nil-return"), await tariq.GetAsync($"/advice-requests/{id}/give-back"));
        await BeginAsync(gwen, id, "Needs a chair");

        Assert.Equal(["An answer is begun here. Look at it, then say that it is not to be sent"], (await tariq.SubmitAsync(nil, Form, new() { ["Reason"] = "NotKnown" })).Errors);
        Assert.Equal(["An answer is begun here. Look at it, then say that it is not to be sent"], (await tariq.SubmitAsync(back, Form, new() { ["Reason"] = "Not ours" })).Errors);

        await using var db = _app.Database();
        Assert.Equal(RequestStage.WithService, (await db.AdviceRequests.SingleAsync()).Stage);
    }

    [Fact]
    public async Task What_is_begun_when_a_request_is_given_back_is_told_to_the_dco_service_and_to_its_writer_and_comes_back_with_the_request()
    {
        var id = await AskedAsync(professional: null);
        var (gwen, tariq, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Colleague), await _app.SignInAsync(TestWorld.Administrator));
        await BeginAsync(gwen, id, "Needs a chair", "report.pdf");

        await tariq.SubmitAsync(await tariq.GetAsync($"/advice-requests/{id}/give-back"), Form, new() { ["Reason"] = "Not ours", ["SetAside"] = "true" });

        await using var db = _app.Database();
        Assert.Equal(TestWorld.Clinician, (await db.Emails.SingleAsync(e => e.Template == "begun-answer-not-sent")).To);
        Assert.Contains("Gwen Pritchard had begun an answer, with text and 1 document", (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        var reference = (await db.AdviceRequests.SingleAsync()).AssessmentReference;
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{reference}/request-advice"), "form#ask", [], button: "Send again to the same service");
        Assert.Contains("report.pdf", (await gwen.GetAsync($"/advice-requests/{id}/respond")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_more_is_needed_asks_before_it_sets_an_addendum_aside_and_keeps_it()
    {
        var (id, gwen, dco) = await ReturnedAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Addendum", ["What"] = "More" });
        await BeginAsync(gwen, id, "Sensory needs", "sensory.pdf");

        var question = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}"), "form[action$='/let-stand']", []);
        Assert.Contains("Gwen Pritchard has begun an answer, with text and 1 document", question.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(question, Form, new() { ["SetAside"] = "true" });

        await using var db = _app.Database();
        Assert.Equal(RequestStage.Returned, (await db.AdviceRequests.SingleAsync()).Stage);
        Assert.Contains("Sensory needs", (await gwen.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Addendum", ["What"] = "It matters" });
        var again = await gwen.GetAsync($"/advice-requests/{id}/respond");
        Assert.Equal("Sensory needs", again.Find("#Needs").TextContent.Trim());
        Assert.Contains("sensory.pdf", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_says_there_is_nothing_to_add_is_asked_on_a_page_of_its_own_and_says_why()
    {
        var (id, gwen, dco) = await ReturnedAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Version", ["What"] = "The school is wrong" });

        var question = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}"), "form[action$='/let-stand']", []);
        var silent = await gwen.SubmitAsync(question, Form, []);

        Assert.Contains("The school is wrong", question.Text, StringComparison.Ordinal);
        Assert.Equal(["Say why there is nothing to add"], silent.Errors);
        await using var db = _app.Database();
        Assert.Equal(RequestStage.Reopened, (await db.AdviceRequests.SingleAsync()).Stage);
    }

    [Fact]
    public async Task Nothing_to_add_leaves_the_advice_that_was_returned_and_is_no_nil_return()
    {
        var (id, gwen, dco) = await ReturnedAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Addendum", ["What"] = "More" });

        var page = await gwen.GetAsync($"/advice-requests/{id}/nil-return");
        Assert.EndsWith("/let-stand", page.Url.AbsolutePath, StringComparison.Ordinal);
        await gwen.SubmitAsync(page, Form, new() { ["Note"] = "All is in version 1" });

        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync();
        Assert.Equal((RequestStage.Returned, null, true), (request.Stage, request.NilReason, request.AnswerStands));
        Assert.DoesNotContain("decide", string.Join(' ', await db.Emails.Select(e => e.Template).ToListAsync()), StringComparison.Ordinal);
        Assert.Contains("All is in version 1", (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_addendum_that_is_submitted_meanwhile_is_not_thrown_away_by_an_older_page()
    {
        var (id, gwen, dco) = await ReturnedAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Addendum", ["What"] = "More" });
        var open = await dco.GetAsync($"/advice-requests/{id}");
        await SubmitAsync(gwen, id, "Sensory needs");

        var late = await dco.SubmitAsync(open, "form[action$='/let-stand']", []);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Read it first", late.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(RequestStage.ToCheck, (await db.AdviceRequests.SingleAsync()).Stage);
    }

    [Fact]
    public async Task One_document_is_withdrawn_in_every_version_that_holds_the_same_file_and_opens_again_in_each()
    {
        var (id, gwen, dco) = await ReturnedAsync("wrong child.pdf");
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Version", ["What"] = "A better text" });
        await SubmitAsync(gwen, id, "Needs a better chair");
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        await using var db = _app.Database();
        var papers = await db.Documents.Where(d => d.AdviceRequestId == id).ToListAsync();
        Assert.Equal(2, papers.Count);
        var second = papers.MaxBy(d => d.ReturnedUtc)!;
        var version = await db.ReturnedAnswers.SingleAsync(a => a.Id == second.ReturnedAnswerId);

        var done = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/withdraw"), Form, new() { ["What"] = $"{version.Id}:{second.Id}", ["Reason"] = "OtherChild", ["Words"] = "Another child’s letter", ["Next"] = "nothing" });

        Assert.Equal([], done.Errors);
        Assert.Contains("version 1, which held the same file", done.Text, StringComparison.Ordinal);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        foreach (var paper in papers) { Assert.Equal(HttpStatusCode.NotFound, (await carol.GetAsync($"/documents/{paper.Id}")).Status); }
        await dco.SubmitAsync(done, "form[action$='/restore']", new() { ["Reason"] = "It was hers" });
        foreach (var paper in papers) { Assert.Equal(HttpStatusCode.OK, (await carol.GetAsync($"/documents/{paper.Id}")).Status); }
    }

    [Fact]
    public async Task A_version_withdrawn_as_the_wrong_one_leaves_what_waits_in_check_as_it_was_submitted()
    {
        var (id, gwen, dco) = await ReturnedAsync("scores.pdf");
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Version", ["What"] = "A mistake in the text" });
        await SubmitAsync(gwen, id, "Needs a better chair");

        await WithdrawAsync(dco, id, "WrongVersion", "asked");

        var check = await dco.GetAsync($"/check/{id}");
        foreach (var text in new[] { "scores.pdf", "Needs a better chair", "In short" }) { Assert.Contains(text, check.Text, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task What_a_service_has_written_itself_stays_when_the_answer_before_it_was_about_another_child()
    {
        var (id, gwen, dco) = await ReturnedAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Addendum", ["What"] = "More" });
        await BeginAsync(gwen, id, "An hour of typing about this child");

        await WithdrawAsync(dco, id, "OtherChild", "version");

        var draft = await gwen.GetAsync($"/advice-requests/{id}/respond");
        Assert.Equal("An hour of typing about this child", draft.Find("#Needs").TextContent.Trim());
        // an addendum began with nothing, so that the same words are its writer's own
        Assert.Equal("A chair", draft.Find("#Provision").TextContent.Trim());
    }

    [Fact]
    public async Task Closing_a_request_names_what_a_service_has_begun_and_tells_who_began_it()
    {
        var id = await AskedAsync(professional: null);
        var (gwen, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        await BeginAsync(gwen, id, "Needs a chair", "report.pdf");

        var asked = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), Form, new() { ["Why"] = "elsewhere" });
        Assert.Contains("Gwen Pritchard has begun an answer, with text and 1 document", asked.Text, StringComparison.Ordinal);
        Assert.Equal(["Tick this if what is begun is not to be sent"], asked.Errors);
        await dco.SubmitAsync(asked, Form, new() { ["Why"] = "elsewhere", ["SetAside"] = "true" });

        await using var db = _app.Database();
        Assert.Equal(RequestStage.Closed, (await db.AdviceRequests.SingleAsync()).Stage);
        Assert.Equal(TestWorld.Clinician, (await db.Emails.SingleAsync(e => e.Template == "begun-answer-not-sent")).To);
    }

    [Fact]
    public async Task What_a_colleague_had_begun_is_named_kept_and_told_when_somebody_else_answers()
    {
        var id = await AskedAsync(professional: null);
        var (gwen, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        await BeginAsync(gwen, id, "Three paragraphs of an hour", "unfinished.pdf");

        var form = await dco.GetAsync($"/advice-requests/{id}/respond");
        var check = await dco.SubmitAsync(form, "main form[enctype]", new() { ["Summary"] = "The team's letter", ["Needs"] = "What the letter says", ["Outcomes"] = "Dresses alone", ["Provision"] = "An hour a week" }, button: "check");
        await dco.SubmitAsync(check, "main form[action$='/respond/check']", new() { ["ReceivedBy"] = "email", ["ReceivedFrom"] = "The OT team" });

        Assert.Contains("Gwen Pritchard has begun this answer, with text and 1 document", form.Text, StringComparison.Ordinal);
        Assert.Contains("unfinished.pdf", check.Text, StringComparison.Ordinal);
        Assert.Contains("Gwen Pritchard)", check.Text, StringComparison.Ordinal);
        Assert.Contains("What Gwen Pritchard had written", check.Text, StringComparison.Ordinal);
        foreach (var reader in new[] { gwen, dco }) { Assert.Contains("Three paragraphs of an hour", (await reader.GetAsync($"/advice-requests/{id}")).Document.Body!.TextContent, StringComparison.Ordinal); }
        await using var db = _app.Database();
        var told = await db.Emails.SingleAsync(e => e.Template == "begun-answer-another-sent");
        Assert.Equal(TestWorld.Clinician, told.To);
        Assert.DoesNotContain("was not sent", told.Body, StringComparison.Ordinal);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        Assert.DoesNotContain("Three paragraphs of an hour", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/advice-requests/{id}")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_over_is_kept_no_longer_once_the_answer_is_withdrawn_as_about_another_child()
    {
        var id = await AskedAsync(professional: null);
        var (gwen, tariq, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Colleague), await _app.SignInAsync(TestWorld.Administrator));
        await BeginAsync(gwen, id, "Words about another child", "report.pdf");
        var check = await tariq.SubmitAsync(await tariq.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Summary"] = "A letter", ["Needs"] = "Of somebody else too", ["Outcomes"] = "Dresses alone", ["Provision"] = "An hour a week" }, button: "check");
        await tariq.SubmitAsync(check, "main form[action$='/respond/check']", []);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        Assert.Contains("Words about another child", (await gwen.GetAsync($"/advice-requests/{id}")).Document.Body!.TextContent, StringComparison.Ordinal);
        var page = await dco.GetAsync($"/advice-requests/{id}/withdraw");

        var withdrawn = await dco.SubmitAsync(page, "form[action$='/withdraw']", new() { ["What"] = page.All("input[name=What]")[0].GetAttribute("value"), ["Reason"] = "OtherChild", ["Words"] = "The wrong child", ["Next"] = "nothing", ["FoundOn.Day"] = "21", ["FoundOn.Month"] = "11", ["FoundOn.Year"] = "2026" });

        Assert.Equal([], withdrawn.Errors);
        await using var db = _app.Database();
        Assert.Empty((await db.AdviceResponses.SingleAsync()).Others);
    }

    [Fact]
    public async Task What_a_person_writes_over_their_own_draft_or_adds_to_a_colleagues_is_kept_nowhere_else()
    {
        var id = await AskedAsync(professional: null);
        var (gwen, tariq) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Colleague));
        await BeginAsync(gwen, id, "Needs a chair", "report.pdf");
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Needs"] = "Needs a slope" }, button: "draft");

        await tariq.SubmitAsync(await tariq.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Needs"] = "Needs a slope and a chair" }, button: "draft");

        await using var db = _app.Database();
        Assert.Empty((await db.AdviceResponses.SingleAsync()).Others);
    }

    [Theory]
    [InlineData("mistake"), InlineData("elsewhere"), InlineData("not-needed")]
    public async Task What_was_begun_for_a_request_that_was_closed_is_there_when_the_same_service_is_asked_anew(string why)
    {
        var id = await AskedAsync(professional: null);
        var (gwen, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        await BeginAsync(gwen, id, "Cannot hold a pencil", "report.pdf");
        var close = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), Form, new() { ["Why"] = why, ["Reason"] = "As the service said" });
        await dco.SubmitAsync(close, Form, new() { ["Why"] = why, ["Reason"] = "As the service said", ["SetAside"] = "true" });
        await using var db = _app.Database();
        var reference = (await db.AdviceRequests.SingleAsync()).AssessmentReference;

        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{reference}/request-advice"), "#ask", new() { ["Ask"] = $"service:{TestWorld.OccupationalTherapy:N}" }, button: "send");

        Assert.Contains("is there again if you open it again, or ask the same service anew", close.Text, StringComparison.Ordinal);
        var anew = await db.AdviceRequests.SingleAsync(r => r.Stage == RequestStage.WithService);
        Assert.NotEqual(id, anew.Id);
        var begun = await gwen.GetAsync($"/advice-requests/{anew.Id}/respond");
        Assert.Contains("Cannot hold a pencil", begun.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("report.pdf", begun.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withdrawn_with_nothing_in_its_place_is_not_shown_to_the_service_as_begun()
    {
        var (id, gwen, dco) = await ReturnedAsync();

        await WithdrawAsync(dco, id, "WrongVersion", "nothing");

        var page = await gwen.GetAsync($"/advice-requests/{id}");
        Assert.DoesNotContain("not sent", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Needs a chair", page.Text, StringComparison.Ordinal);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Version", ["What"] = "The right one" });
        Assert.Equal("", (await gwen.GetAsync($"/advice-requests/{id}/respond")).Find("#Needs").TextContent.Trim());
    }

    private async Task WithdrawAsync(PortalBrowser dco, Guid id, string reason, string next)
    {
        await using var db = _app.Database();
        var version = await db.ReturnedAnswers.SingleAsync(a => a.AdviceRequestId == id);
        var done = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/withdraw"), Form, new() { ["What"] = $"{version.Id}", ["Reason"] = reason, ["Words"] = "It should not have gone", ["Next"] = next, ["AskWords"] = next == "version" ? "The whole answer again" : "" });
        Assert.Equal([], done.Errors);
    }

    private async Task<Guid> AskedAsync(Guid? professional) => await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, professional);

    private Task<Guid> AskedAsync() => AskedAsync(TestWorld.Gwen);

    private async Task<(Guid Id, PortalBrowser Gwen, PortalBrowser Dco)> ReturnedAsync(string? file = null)
    {
        var id = await AskedAsync();
        var (gwen, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        await SubmitAsync(gwen, id, "Needs a chair", file);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        return (id, gwen, dco);
    }

    private static Task<Page> BeginAsync(PortalBrowser clinician, Guid id, string needs, string? file = null) => SaveAsync(clinician, id, needs, file, "save");

    private static async Task SubmitAsync(PortalBrowser clinician, Guid id, string needs, string? file = null) =>
        await clinician.SubmitAsync(await SaveAsync(clinician, id, needs, file, "check"), Form, []);

    private static async Task<Page> SaveAsync(PortalBrowser clinician, Guid id, string needs, string? file, string button) =>
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", new() { ["Needs"] = needs, ["Provision"] = "A chair", ["Summary"] = "In short" }, file is null ? null : [("Files", file, SampleFiles.Pdf)], button: button);
}
