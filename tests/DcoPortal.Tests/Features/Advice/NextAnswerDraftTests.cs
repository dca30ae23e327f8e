using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Saving;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What a service has in hand for its next answer is the same before a withdrawal and after it was taken back; nothing that somebody wrote is cut.</summary>
public sealed class NextAnswerDraftTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public NextAnswerDraftTests() => _app.Time.Step = TimeSpan.FromMilliseconds(1);

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("Version")]
    [InlineData("Addendum")]
    public async Task A_withdrawal_about_another_child_cuts_no_word_out_of_what_a_service_has_written(string kind)
    {
        var (id, gwen, dco) = await ReturnedAsync(new() { ["Summary"] = "See report.", ["Needs"] = "Autism", ["Outcomes"] = "None", ["Provision"] = "Weekly" }, "wrong.pdf");
        await AskAsync(dco, id, kind);
        await SaveAsync(gwen, id, new() { ["Summary"] = "See report. This is the right child.", ["Needs"] = "Not Autism alone", ["Outcomes"] = "None of his goals is met yet.", ["Provision"] = "Weekly" });

        await WithdrawAsync(dco, id, "OtherChild", "version");

        var page = await gwen.GetAsync($"/advice-requests/{id}/respond");
        Assert.Equal(("See report. This is the right child.", "Not Autism alone", "None of his goals is met yet."), (Typed(page, "Summary"), Typed(page, "Needs"), Typed(page, "Outcomes")));
        // the one part that was the withdrawn answer's own goes as a whole; an addendum has none
        Assert.Equal(kind == "Version" ? "" : "Weekly", Typed(page, "Provision"));
        Assert.Equal(kind == "Version", page.Text.Contains("What stood unchanged under Provision was taken out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_still_says_something_of_a_withdrawn_answer_is_named_to_its_writer_and_to_who_checks_it()
    {
        var (id, gwen, dco) = await ReturnedAsync(new() { ["Needs"] = "Max has a squint. He sees one letter in two.", ["Provision"] = "Glasses" }, "wrong.pdf");
        await AskAsync(dco, id, "Version");
        await SaveAsync(gwen, id, new() { ["Needs"] = "He sees one letter in two. He tires by noon.", ["Provision"] = "Breaks", ["Summary"] = "In short" }, "right.pdf");
        await WithdrawAsync(dco, id, "OtherChild", "asked");

        var page = await gwen.GetAsync($"/advice-requests/{id}/respond");
        foreach (var words in new[] { "Version 1 was withdrawn", "Health needs still says something that it said", "1 document was taken out" }) { Assert.Contains(words, page.Text, StringComparison.Ordinal); }
        var check = await gwen.SubmitAsync(page, "form[action$='/respond']", [], button: "check");
        Assert.Contains("Health needs still says something that it said", check.Text, StringComparison.Ordinal);
        await gwen.SubmitAsync(check, Form, []);
        Assert.Contains("Health needs still says something that it said", (await dco.GetAsync($"/check/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_open_while_something_was_taken_out_puts_it_back_only_knowingly()
    {
        var (id, gwen, dco) = await ReturnedAsync(new() { ["Needs"] = "Another child’s needs", ["Provision"] = "A chair" });
        await AskAsync(dco, id, "Version");
        var open = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", new() { ["Provision"] = "A table" }, button: "save");
        await WithdrawAsync(dco, id, "OtherChild", "asked");

        var late = await gwen.SubmitAsync(open, "form[action$='/respond']", new() { ["Provision"] = "A high table" }, button: "save");

        Assert.Equal(System.Net.HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Version 1 was withdrawn", late.Text, StringComparison.Ordinal);
        Assert.Equal("A high table", Typed(late, "Provision"));
    }

    [Fact]
    public async Task A_document_taken_out_of_an_answer_in_check_is_named_there_and_comes_back_when_the_withdrawal_is_taken_back()
    {
        var (id, gwen, dco) = await ReturnedAsync(new() { ["Needs"] = "Needs a chair", ["Provision"] = "A chair", ["Summary"] = "In short" }, "t1.pdf", "t2.pdf");
        await AskAsync(dco, id, "Version");
        await SubmitAsync(gwen, id, new() { ["Needs"] = "Needs a high chair" });
        var gone = await WithdrawAsync(dco, id, "OtherChild", null, "t1.pdf");

        var check = await dco.GetAsync($"/check/{id}");
        Assert.Contains("‘t1.pdf’ was taken out of this answer", check.Text, StringComparison.Ordinal);
        Assert.Contains("1 document was taken out of this answer", (await gwen.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        await RestoreAsync(dco, gone);

        var again = await dco.GetAsync($"/check/{id}");
        Assert.DoesNotContain("taken out", again.Text, StringComparison.Ordinal);
        Assert.Contains("t1.pdf", again.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(again, "form[action$='/accept']", [], button: "return");
        await using var db = _app.Database();
        var second = await db.ReturnedAnswers.SingleAsync(a => a.AdviceRequestId == id && a.Number == 2);
        Assert.Equal(["t1.pdf", "t2.pdf"], await db.Documents.Where(d => d.ReturnedAnswerId == second.Id).OrderBy(d => d.FileName).Select(d => d.FileName).ToListAsync());
    }

    [Theory]
    [InlineData("Version")]
    [InlineData("Addendum")]
    public async Task A_withdrawal_taken_back_leaves_what_was_asked_before_it_and_what_was_begun(string kind)
    {
        var (id, gwen, dco) = await ReturnedAsync(new() { ["Needs"] = "Needs a chair", ["Provision"] = "A chair", ["Summary"] = "In short" }, "u1.pdf");
        await AskAsync(dco, id, kind);
        await SaveAsync(gwen, id, new() { ["Needs"] = "An hour of typing" }, "u3.pdf");

        await RestoreAsync(dco, await WithdrawAsync(dco, id, "OtherChild", "version"));

        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((RequestStage.Reopened, kind, "The provision is missing"), (request.Stage, $"{request.NextAnswer}", request.SentBackComment));
        var page = await gwen.GetAsync($"/advice-requests/{id}/respond");
        Assert.Equal(("An hour of typing", kind == "Version" ? "A chair" : ""), (Typed(page, "Needs"), Typed(page, "Provision")));
        Assert.Contains("u3.pdf", page.Text, StringComparison.Ordinal);
        Assert.Equal(kind == "Version", page.Text.Contains("u1.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_asked_for_in_place_of_an_addendum_holds_the_answer_whose_place_it_takes()
    {
        var (id, gwen, dco) = await ReturnedAsync(new() { ["Needs"] = "Needs a chair", ["Provision"] = "A chair" }, "zb1.pdf");
        await AskAsync(dco, id, "Addendum");
        await SaveAsync(gwen, id, new() { ["Needs"] = "Scores of March: 85, 90" }, "scores.pdf");

        await AskAsync(dco, id, "Version");

        var page = await gwen.GetAsync($"/advice-requests/{id}/respond");
        Assert.Equal(("Needs a chair\n\nScores of March: 85, 90", "A chair"), (Typed(page, "Needs"), Typed(page, "Provision")));
        foreach (var file in new[] { "zb1.pdf", "scores.pdf" }) { Assert.Contains(file, page.Text, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task What_is_begun_is_seen_before_it_is_set_aside_also_when_more_was_asked_after_it_was_written()
    {
        var (id, gwen, dco) = await ReturnedAsync(new() { ["Needs"] = "Needs a chair", ["Provision"] = "A chair" });
        await AskAsync(dco, id, "Addendum");
        await SaveAsync(gwen, id, new() { ["Needs"] = "Sensory needs" });
        // added to what is asked, set aside and asked again: it is hers all the while
        await AskAsync(dco, id, "Addendum");
        for (var round = 0; round < 2; round++)
        {
            var question = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}"), "form[action$='/let-stand']", []);
            Assert.Contains("Gwen Pritchard has begun an answer, with text", question.Text, StringComparison.Ordinal);
            await dco.SubmitAsync(question, Form, new() { ["SetAside"] = "true" });
            await AskAsync(dco, id, "Addendum");
        }

        Assert.Equal("Sensory needs", Typed(await gwen.GetAsync($"/advice-requests/{id}/respond"), "Needs"));
    }

    [Theory]
    [InlineData("nothing", "You say what you need from the service, and that it should send nothing: choose what it should send, or clear this box")]
    [InlineData("asked", "What was asked stays as it was, so this would reach nobody: choose a new version, or clear this box")]
    public async Task What_is_needed_from_a_service_is_not_dropped_because_nothing_new_is_asked(string next, string problem)
    {
        var (id, _, dco) = await ReturnedAsync(new() { ["Needs"] = "Needs a chair", ["Provision"] = "A chair" }, "y1.pdf");
        if (next == "asked") { await AskAsync(dco, id, "Version"); }
        var answer = await AnswerAsync(id);

        var refused = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/withdraw"), Form, new() { ["What"] = $"{answer.Id}", ["Reason"] = "WrongVersion", ["Words"] = "Old", ["Next"] = next, ["AskWords"] = "The July report in its place" });

        Assert.Equal([problem], refused.Errors);
        Assert.Equal("The July report in its place", Typed(refused, "AskWords"));
        Assert.Null((await AnswerAsync(id)).WithdrawnUtc);
    }

    [Fact]
    public async Task What_was_asked_while_a_page_was_open_is_read_before_nothing_more_is_needed_cancels_it()
    {
        var (id, gwen, dco) = await ReturnedAsync(new() { ["Needs"] = "Needs a chair", ["Provision"] = "A chair" });
        await AskAsync(dco, id, "Addendum");
        var (open, own) = (await gwen.GetAsync($"/advice-requests/{id}/let-stand"), await dco.GetAsync($"/advice-requests/{id}"));
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Addendum", ["What"] = "URGENT: the date of birth is wrong" });

        var late = await gwen.SubmitAsync(open, Form, new() { ["Note"] = "All is in version 1" });
        var button = await dco.SubmitAsync(own, "form[action$='/let-stand']", []);

        foreach (var told in new[] { late, button })
        {
            Assert.Equal(System.Net.HttpStatusCode.Conflict, told.Status);
            Assert.Contains("URGENT: the date of birth is wrong", told.Text, StringComparison.Ordinal);
        }
        Assert.Equal("All is in version 1", Typed(late, "Note"));
        await gwen.SubmitAsync(late, Form, []);
        await using var db = _app.Database();
        Assert.Equal(RequestStage.Returned, (await db.AdviceRequests.SingleAsync(r => r.Id == id)).Stage);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_is_there_is_said_before_the_family_s_wish_stops_its_request_and_is_not_out_of_sight_after(bool isAccepted)
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (gwen, dco, carol) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Caseworker));
        await SubmitAsync(gwen, id, new() { ["Needs"] = "Needs a chair", ["Provision"] = "A chair", ["Summary"] = "In short" }, "report.pdf");
        if (isAccepted) { await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "accept"); }
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/sharing"), Form, new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = "Gwen Pritchard", ["SaidBy"] = "The mother, by phone" });

        var page = await dco.GetAsync($"/advice-requests/{id}/sharing");
        Assert.Contains("An answer is there", page.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(page, Form, new() { ["Choice"] = "stop", ["Reason"] = "The mother means her" });

        var after = await dco.GetAsync($"/advice-requests/{id}");
        Assert.Contains("What was submitted and not returned", after.Text, StringComparison.Ordinal);
        Assert.Contains("Needs a chair", after.Text, StringComparison.Ordinal);
        Assert.Contains("report.pdf", after.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(RequestStage.Closed, (await db.AdviceRequests.SingleAsync(r => r.Id == id)).Stage);
        Assert.Equal(TestWorld.Clinician, (await db.Emails.SingleAsync(e => e.Template == "begun-answer-not-sent")).To);
    }

    [Fact]
    public async Task A_child_whose_only_advice_is_withdrawn_with_nothing_in_its_place_is_the_Designated_Clinical_Officer_s_to_decide()
    {
        var (id, _, dco) = await ReturnedAsync(new() { ["Needs"] = "Needs a chair", ["Provision"] = "A chair" });
        await WithdrawAsync(dco, id, "OtherChild", "nothing");
        Assert.DoesNotContain("Every service has no advice", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);

        var question = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}"), "form[action$='/let-stand']", []);
        Assert.Contains("the Designated Clinical Officer is told, and decides what follows", question.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(question, Form, []);

        await using var db = _app.Database();
        var reference = (await db.AdviceRequests.SingleAsync(r => r.Id == id)).AssessmentReference;
        Assert.Contains("Every service has no advice", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        var decide = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync($"/assessments/{reference}/all-nil");
        foreach (var words in new[] { "Its advice was withdrawn, and nothing takes its place", "Your decision" }) { Assert.Contains(words, decide.Text, StringComparison.Ordinal); }
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "all-nil"));
    }

    [Fact]
    public async Task Why_a_request_was_passed_on_and_which_promise_ended_with_it_is_read_by_whoever_has_it_now()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (gwen, tariq, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Colleague), await _app.SignInAsync(TestWorld.Administrator));
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/promise"), Form, Days("2026-12-04"));

        var page = await gwen.GetAsync($"/advice-requests/{id}/pass-on");
        Assert.Contains("The answer is promised for 4 December 2026: that promise ends", page.Text, StringComparison.Ordinal);
        await gwen.SubmitAsync(page, Form, new() { ["Reason"] = "The report is half written on System One" }, button: "Pass to Tariq Aziz");

        foreach (var reader in new[] { tariq, dco })
        {
            var shown = await reader.GetAsync($"/advice-requests/{id}");
            foreach (var words in new[] { "The report is half written on System One", "The answer had been promised for 4 December 2026: that promise has ended" }) { Assert.Contains(words, shown.Text, StringComparison.Ordinal); }
        }
    }

    [Fact]
    public async Task A_request_that_a_colleague_has_stopped_in_the_same_moment_is_not_said_to_go_on()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/sharing"), Form, new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = "Gwen Pritchard", ["SaidBy"] = "The mother, by phone" });
        await using var db = _app.Database();
        var seen = SeenWish.Of((await db.Assessments.SingleAsync()).Family);

        await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<CloseRequestHandler>().HandleAsync(id, "The mother means her", answerSeen: true, default));
        var late = await _app.AsAsync(TestWorld.Dco, s => s.GetRequiredService<KeepDespiteWishHandler>().HandleAsync(id, "She means the teacher", seen, default));

        Assert.Equal(OutcomeKind.Already, late.Kind);
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Fact == "RequestKeptDespiteWish"));
    }

    private static string Typed(Page page, string field) => page.Find($"#{field}").TextContent.Trim();

    private static Dictionary<string, string?> Days(string day) => day.Split('-') is [var year, var month, var date] ? new() { ["When"] = "other", ["On.Day"] = date, ["On.Month"] = month, ["On.Year"] = year } : [];

    private async Task<ReturnedAnswer> AnswerAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.ReturnedAnswers.AsNoTracking().SingleAsync(a => a.AdviceRequestId == id);
    }

    private static async Task AskAsync(PortalBrowser dco, Guid id, string kind) =>
        Assert.Equal([], (await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = kind, ["What"] = "The provision is missing" })).Errors);

    private async Task<Page> WithdrawAsync(PortalBrowser dco, Guid id, string reason, string? next, string? file = null)
    {
        var answer = await AnswerAsync(id);
        await using var db = _app.Database();
        var document = file is null ? "" : $":{await db.Documents.Where(d => d.ReturnedAnswerId == answer.Id && d.FileName == file).Select(d => d.Id).SingleAsync()}";
        var done = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/withdraw"), Form, new() { ["What"] = $"{answer.Id}{document}", ["Reason"] = reason, ["Words"] = "It should not have gone", ["Next"] = next, ["AskWords"] = next == "version" ? "The whole answer again" : "" });
        Assert.Equal([], done.Errors);
        return done;
    }

    private static async Task RestoreAsync(PortalBrowser dco, Page withdrawn) =>
        Assert.Equal([], (await dco.SubmitAsync(withdrawn, "form[action$='/restore']", new() { ["Reason"] = "It was the right child" })).Errors);

    private async Task<(Guid Id, PortalBrowser Gwen, PortalBrowser Dco)> ReturnedAsync(Dictionary<string, string?> text, params string[] files)
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (gwen, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        await SubmitAsync(gwen, id, text, files);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        return (id, gwen, dco);
    }

    private static async Task SubmitAsync(PortalBrowser clinician, Guid id, Dictionary<string, string?> text, params string[] files) =>
        await clinician.SubmitAsync(await SaveAsync(clinician, id, text, "check", files), Form, []);

    private static Task<Page> SaveAsync(PortalBrowser clinician, Guid id, Dictionary<string, string?> text, string? file = null) =>
        SaveAsync(clinician, id, text, "save", file is null ? [] : [file]);

    // each file with bytes of its own, as the same bytes are kept once
    private static async Task<Page> SaveAsync(PortalBrowser clinician, Guid id, Dictionary<string, string?> text, string button, string[] files) =>
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", text,
            [.. files.Select(f => ("Files", f, (byte[])[.. SampleFiles.Pdf, .. System.Text.Encoding.ASCII.GetBytes($"\n%{f}")]))], button: button);
}
