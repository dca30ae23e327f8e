using System.IO.Compression;
using System.Net;
using DcoPortal.Casework.Ties;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>A case moves to another board or another authority with what was said of it (regulation 15(3)). Today is 21 November 2026.</summary>
public sealed class CaseTransferTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_case_goes_on_with_another_board_of_its_authority_with_its_clocks_and_its_advice()
    {
        await SecondBoardAsync();
        var (keys, request) = await ReturnedAsync();
        var open = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        await SayAsync(keys);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await MoveAsync(caseworker, keys.Reference, $"{TestWorld.FarIcb}");

        Assert.Contains("The case has moved to NHS Dorset Integrated Care Board, and goes on there as LCC-26-", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var (old, now) = (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId), await db.Assessments.SingleAsync(a => a.Id != keys.AssessmentId));
        Assert.Equal((AssessmentOutcome.OtherBoard, new DateOnly(2026, 11, 20)), (old.Outcome!.Value, old.OutcomeOn!.Value));
        Assert.Null(now.Outcome);
        Assert.Equal((TestWorld.FarIcb, old.RequestReceivedOn, old.FinalPlanDueOn, old.DecidedOn, "EHC-7"), (now.IcbId, now.RequestReceivedOn, now.FinalPlanDueOn, now.DecidedOn, now.AuthorityReference));
        // health's six weeks run for the new board from the day it is asked
        Assert.Equal((new DateOnly(2026, 11, 21), new DateOnly(2026, 11, 21)), (now.NotifiedOn, now.AdviceRequestReceivedOn!.Value));
        Assert.Equal(RequestStage.Closed, (await db.AdviceRequests.SingleAsync(r => r.Id == open)).Stage);
        Assert.Equal(RequestStage.Returned, (await db.AdviceRequests.SingleAsync(r => r.Id == request)).Stage);
        Assert.Equal("It was asked at the Dorset clinic", (await db.QuestionMessages.SingleAsync(m => m.AssessmentId == now.Id)).Text);
        var named = await db.InvolvedProfessionals.SingleAsync(p => p.AssessmentId == now.Id);
        // who answered there has not been asked here: the advice that came along says it
        Assert.Equal((null, null), (named.ServiceId, named.AnsweredOn));
        var far = await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync($"/assessments/{now.Reference}");
        foreach (var text in new[] { "(regulation 6(4))", "Came from another integrated care board on 20 November 2026", "Paediatric occupational therapy", "report.pdf", "family.pdf", $"{keys.Reference}" }) { Assert.Contains(text, far.Text, StringComparison.Ordinal); }
        Assert.Equal(["case-moved", "case-moved"], await db.Emails.Where(e => e.Template == "case-moved").Select(e => e.Template).ToListAsync());
        Assert.Equal([await db.Icbs.Where(i => i.Id == keys.IcbId).Select(i => i.DcoInbox).SingleAsync(), "dco@dorset.test"], await db.Emails.Where(e => e.Template == "case-moved").Select(e => e.To).Order().ToListAsync());
        Assert.Equal(TestWorld.OtherClinician, (await db.Emails.SingleAsync(e => e.Template == "advice-request-closed")).To);
    }

    [Fact]
    public async Task Each_side_sees_from_when_to_when_it_was_theirs_and_reads_only_its_own_record()
    {
        await SecondBoardAsync();
        var (keys, _) = await ReturnedAsync();
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");
        var now = await OtherReferenceAsync(keys);
        var (own, far, authority) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.FarAdministrator), await _app.SignInAsync(TestWorld.Caseworker));

        var old = await own.GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("Moved to NHS Dorset Integrated Care Board on 20 November 2026", old.Text, StringComparison.Ordinal);
        Assert.Contains("20 November 2026", old.All("details table").Single(t => t.TextContent.Contains("Whose case", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/assessments/{now}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/assessments/{keys.Reference}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await authority.GetAsync($"/assessments/{keys.Reference}")).Status);
        Assert.Contains($"/assessments/{keys.Reference}", (await authority.GetAsync($"/assessments/{now}")).Document.Source.Text, StringComparison.Ordinal);
        // the case is in the new board's triage, and in no list of open cases of the old
        Assert.Contains(now, (await far.GetAsync("/triage")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(keys.Reference, (await own.GetAsync("/assessments?mark=open")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("looks like this child", (await authority.GetAsync($"/assessments/{now}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_advice_that_came_along_is_read_and_downloaded_as_one_file_by_the_new_board_and_by_no_service()
    {
        await SecondBoardAsync();
        var (keys, _) = await ReturnedAsync();
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");
        var now = await OtherReferenceAsync(keys);
        var far = await _app.SignInAsync(TestWorld.FarAdministrator);
        await using var db = _app.Database();
        var carried = await db.CarriedAnswers.SingleAsync();

        var page = await far.GetAsync($"/carried-advice/{carried.Id}");
        var zip = await far.GetAsync($"/assessments/{now}/advice.zip");

        Assert.Contains("Zoë holds a pencil", page.Text, StringComparison.Ordinal);
        using var archive = new ZipArchive(new MemoryStream(await zip.Response.Content.ReadAsByteArrayAsync()));
        Assert.Equal(["Paediatric occupational therapy, before the move/Written advice.html", "Paediatric occupational therapy, before the move/report.pdf", "index.html"], archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/carried-advice/{carried.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/carried-advice/{carried.Id}")).Status);
    }

    [Fact]
    public async Task What_the_old_side_withdraws_after_the_move_nobody_opens_on_the_new_side_and_its_readers_are_listed()
    {
        await SecondBoardAsync();
        var (keys, request) = await ReturnedAsync();
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");
        var now = await OtherReferenceAsync(keys);
        var far = await _app.SignInAsync(TestWorld.FarAdministrator);
        await using var db = _app.Database();
        var (carried, copy) = (await db.CarriedAnswers.SingleAsync(), await db.Documents.SingleAsync(d => d.CarriedAnswerId != null));
        Assert.Equal(HttpStatusCode.OK, (await far.GetAsync($"/documents/{copy.Id}")).Status);
        var answer = await db.ReturnedAnswers.SingleAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var withdrawn = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/withdraw"), "form[action$='/withdraw']", new() { ["What"] = $"{answer.Id}", ["Reason"] = "OtherChild", ["Words"] = "Another child's paper", ["Next"] = "nothing" });

        Assert.Contains("Derek Stone", withdrawn.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Contains("Lancashire County Council and NHS Dorset Integrated Care Board, where the case went, are told", withdrawn.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/documents/{copy.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/carried-advice/{carried.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/assessments/{now}/advice.zip")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/documents/{copy.Id}")).Status);
        Assert.Contains(await db.Emails.Where(e => e.Template == "carried-withdrawn").ToListAsync(), e => e.To == "dco@dorset.test" && e.Body.Contains("was withdrawn", StringComparison.Ordinal));
        var withdrawal = await db.Withdrawals.SingleAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/withdrawals/{withdrawal.Id}"), "form[action$='/restore']", new() { ["Reason"] = "It was right" });
        Assert.Equal(HttpStatusCode.OK, (await far.GetAsync($"/documents/{copy.Id}")).Status);
    }

    [Fact]
    public async Task Who_had_advice_that_was_withdrawn_at_its_source_reads_so_everywhere_and_whom_to_ask()
    {
        await SecondBoardAsync();
        var (keys, request) = await ReturnedAsync();
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");
        var now = await OtherReferenceAsync(keys);
        await using var db = _app.Database();
        var (carried, copy, answer) = (await db.CarriedAnswers.SingleAsync(), await db.Documents.SingleAsync(d => d.CarriedAnswerId != null), await db.ReturnedAnswers.SingleAsync());
        var (far, dco) = (await _app.SignInAsync(TestWorld.FarAdministrator), await _app.SignInAsync(TestWorld.Administrator));
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/withdraw"), "form[action$='/withdraw']", new() { ["What"] = $"{answer.Id}", ["Reason"] = "OtherChild", ["Words"] = "Another child's paper", ["Next"] = "nothing" });

        var board = await db.Icbs.SingleAsync(i => i.Id == keys.IcbId);
        foreach (var link in new[] { $"/carried-advice/{carried.Id}", $"/documents/{copy.Id}", $"/documents/{copy.Id}/preview" })
        {
            var gone = await far.GetAsync(link);
            Assert.Equal("This was withdrawn", gone.Find("h1").TextContent);
            foreach (var words in new[] { board.Name, board.DcoInbox }) { Assert.Contains(words, gone.Text, StringComparison.Ordinal); }
        }
        var page = await far.GetAsync($"/assessments/{now}");
        Assert.Contains("Version 1 of Paediatric occupational therapy was withdrawn", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another child's paper", page.Text, StringComparison.Ordinal);
        foreach (var stranger in new[] { TestWorld.OtherCaseworker, TestWorld.SystemAdministrator })
        {
            Assert.DoesNotContain("withdrawn", (await (await _app.SignInAsync(stranger)).GetAsync($"/documents/{copy.Id}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_left_of_withdrawn_advice_is_told_from_the_whole_where_the_case_is_now()
    {
        await SecondBoardAsync();
        var (keys, request) = await ReturnedAsync();
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");
        var now = await OtherReferenceAsync(keys);
        await using var db = _app.Database();
        var (answer, document) = (await db.ReturnedAnswers.SingleAsync(), await db.Documents.SingleAsync(d => d.ReturnedUtc != null && d.CarriedAnswerId == null));
        var (far, dco) = (await _app.SignInAsync(TestWorld.FarAdministrator), await _app.SignInAsync(TestWorld.Administrator));
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/withdraw"), "form[action$='/withdraw']", new() { ["What"] = $"{answer.Id}:{document.Id}", ["Reason"] = "WrongVersion", ["Words"] = "A draft", ["Next"] = "nothing" });

        var (page, own) = (await far.GetAsync($"/assessments/{now}"), await far.GetAsync($"/carried-advice/{(await db.CarriedAnswers.SingleAsync()).Id}"));
        using var archive = new ZipArchive(new MemoryStream(await (await far.GetAsync($"/assessments/{now}/advice.zip")).Response.Content.ReadAsByteArrayAsync()));
        using var index = new StreamReader(archive.GetEntry("index.html")!.Open());

        foreach (var shown in new[] { page, own }) { Assert.Contains("delete every copy of ‘report.pdf’", shown.Text, StringComparison.Ordinal); }
        var text = await index.ReadToEndAsync();
        foreach (var words in new[] { "Withdrawn: do not use an earlier copy", "Version 1, the one to use" }) { Assert.Contains(words, text, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task A_question_on_a_case_that_another_authority_took_says_where_to_ask_and_waits_for_nobody()
    {
        var (keys, _) = await ReturnedAsync();
        await SayAsync(keys);
        await using var db = _app.Database();
        var question = await db.Questions.Select(q => q.Id).SingleAsync();
        var (dco, other) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.OtherCaseworker));
        var open = await dco.GetAsync($"/questions/{question}");
        Assert.Contains("Questions for you to answer", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, "authority", await AuthorityAsync("890"));
        await other.SubmitAsync(await other.GetAsync($"/moves/{await TransferAsync(keys)}/take"), Form, new() { ["StartedBy"] = "BecameResponsible", ["On.Day"] = "20", ["On.Month"] = "11", ["On.Year"] = "2026" });

        var (moved, all, late) = (await dco.GetAsync($"/questions/{question}"), await dco.GetAsync($"/assessments/{keys.Reference}/questions"), await dco.SubmitAsync(open, Form, new() { ["Text"] = "It was in March" }));

        foreach (var page in new[] { moved, all })
        {
            Assert.Contains("This case has moved to Blackpool Council as BPL-26-", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.All(Form));
        }
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("It was in March", late.Find("main details").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Questions for you to answer", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("No question is open", (await dco.GetAsync("/questions")).Text, StringComparison.Ordinal);
        Assert.Contains("The case has moved", (await dco.GetAsync("/questions?show=closed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_DCO_service_has_asked_is_asked_of_the_authority_that_takes_the_case()
    {
        var (keys, _) = await ReturnedAsync();
        await using var db = _app.Database();
        var question = new CaseQuestion(Guid.CreateVersion7(), keys, CaseSide.DcoService, "May the father see the report?", "Priya", DateTime.UnixEpoch);
        question.Say(CaseSide.LocalAuthority, "We will ask the social worker", "Carol", DateTime.UnixEpoch.AddHours(1));
        db.Questions.AddRange(question, new CaseQuestion(Guid.CreateVersion7(), keys, CaseSide.LocalAuthority, "Has physiotherapy seen her?", "Carol", DateTime.UnixEpoch));
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
        var (caseworker, other) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.OtherCaseworker));
        var check = await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/move"), Form, new() { ["Where"] = "authority", ["AuthorityId"] = $"{await AuthorityAsync("890")}", ["Reason"] = "They moved" });
        Assert.Contains("1 question that the DCO service has open is asked of the new authority", check.Text, StringComparison.Ordinal);
        Assert.Contains("1 question of the authority ends here without being closed", check.Text, StringComparison.Ordinal);
        await caseworker.SubmitAsync(check, Form, []);

        var taken = await other.SubmitAsync(await other.GetAsync($"/moves/{await TransferAsync(keys)}/take"), Form, new() { ["StartedBy"] = "BecameResponsible", ["On.Day"] = "20", ["On.Month"] = "11", ["On.Year"] = "2026" });

        var now = taken.Url.AbsolutePath;
        Assert.Contains("May the father see the report?", (await other.GetAsync($"{now}/questions")).Text, StringComparison.Ordinal);
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/questions");
        Assert.Contains("May the father see the report?", dco.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("social worker", (await other.GetAsync($"{now}/questions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_whose_request_a_move_closed_reads_where_the_case_went_and_opens_what_it_had_prepared()
    {
        await SecondBoardAsync();
        var keys = await CaseAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var draft = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{request}/respond"), "form[action$='/respond']", new() { ["Needs"] = "Finds zips hard" }, [("Files", "mine.pdf", SampleFiles.Pdf)], "upload");
        var document = draft.Find("button[name=remove]").GetAttribute("value");
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");

        var (page, late) = (await clinician.GetAsync($"/advice-requests/{request}"), await clinician.SubmitAsync(draft, "form[action$='/respond']", new() { ["Needs"] = "Finds zips and laces hard" }, button: "draft"));

        Assert.Contains("The case has moved to NHS Dorset Integrated Care Board: if they need advice, they ask for it anew.", page.Text, StringComparison.Ordinal);
        Assert.Contains("What was sent can no longer be opened, because the request is closed.", page.Text, StringComparison.Ordinal);
        foreach (var words in new[] { "mine.pdf", "Finds zips hard" }) { Assert.Contains(words, page.Text, StringComparison.Ordinal); }
        Assert.Contains("The case has moved to NHS Dorset Integrated Care Board.", late.Text, StringComparison.Ordinal);
        foreach (var address in new[] { $"/documents/{document}", $"/documents/{document}/preview", $"/documents/{document}/shown" }) { Assert.Equal(HttpStatusCode.OK, (await clinician.GetAsync(address)).Status); }
    }

    [Fact]
    public async Task A_request_that_a_move_closed_is_not_offered_to_be_opened_again()
    {
        await SecondBoardAsync();
        var keys = await CaseAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await dco.GetAsync($"/advice-requests/{request}");

        Assert.Empty(page.All("a[href$='/reopen']"));
        Assert.Contains($"The case goes on with NHS Dorset Integrated Care Board as {await OtherReferenceAsync(keys)}", page.Text, StringComparison.Ordinal);
        Assert.Contains("The assessment has ended, so its requests stay closed", (await dco.GetAsync($"/advice-requests/{request}/reopen")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_is_to_take_a_case_sees_whose_it_is_as_that_was_put_right()
    {
        var keys = await CaseAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await MoveAsync(caseworker, keys.Reference, "authority", await AuthorityAsync("890"));
        var preview = await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/correct-details"), "main form", new() { ["Child.DateOfBirth.Day"] = "5", ["Child.Postcode"] = "FY1 4AA", ["Reason"] = "A slip" });
        await caseworker.SubmitAsync(preview, "main form", []);

        var sent = await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync($"/moves/{await TransferAsync(keys)}");

        Assert.Contains("FY1 4AA", sent.Text, StringComparison.Ordinal);
        Assert.Contains("5 March 2019", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_returned_after_the_move_follows_the_case()
    {
        await SecondBoardAsync();
        var keys = await CaseAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await AnswerAsync(request);
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/check/{request}"), "form[action$='/accept']", [], button: "return");

        var far = await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync($"/assessments/{await OtherReferenceAsync(keys)}");
        Assert.Contains("report.pdf", far.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Single(await db.AuditEntries.Where(e => e.Fact == "AnswerCarriedOver").ToListAsync());
    }

    [Fact]
    public async Task A_wrong_day_of_a_move_is_corrected_by_the_side_from_which_it_moved_and_both_see_it()
    {
        await SecondBoardAsync();
        var (keys, _) = await ReturnedAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await MoveAsync(caseworker, keys.Reference, $"{TestWorld.FarIcb}");
        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/move/correct");
        Assert.Equal(["The day since when it is theirs must be today or in the past"], (await caseworker.SubmitAsync(form, Form, new() { ["MovedOn.Day"] = "22" })).Errors);

        await caseworker.SubmitAsync(form, Form, new() { ["MovedOn.Day"] = "16", ["Reason"] = "The GP changed on Monday" });

        var far = await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync($"/assessments/{await OtherReferenceAsync(keys)}");
        Assert.Contains("on 16 November 2026", far.Text, StringComparison.Ordinal);
        Assert.Contains("The GP changed on Monday", far.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(new DateOnly(2026, 11, 16), (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).OutcomeOn);
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "TransferCorrected"));
    }

    [Fact]
    public async Task Another_authority_takes_a_case_and_its_weeks_run_from_its_own_day()
    {
        var (keys, _) = await ReturnedAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var blackpool = await AuthorityAsync("890");

        var sent = await MoveAsync(caseworker, keys.Reference, "authority", blackpool);

        Assert.Contains("who take it or send it back", sent.Text, StringComparison.Ordinal);
        Assert.Contains("They have not taken it yet", sent.Text, StringComparison.Ordinal);
        foreach (var reader in new[] { TestWorld.Caseworker, TestWorld.Dco })
        {
            var facts = (await (await _app.SignInAsync(reader)).GetAsync($"/assessments/{keys.Reference}")).All(".dco-fact");
            Assert.Equal(["Take the case, or send it back", "Blackpool Council"], facts.Skip(2).Select(f => f.QuerySelector(".dco-fact__value")!.TextContent.Trim()));
            Assert.DoesNotContain("Nobody", string.Concat(facts.Select(f => f.TextContent)), StringComparison.Ordinal);
        }
        var other = await _app.SignInAsync(TestWorld.OtherCaseworker);
        Assert.Contains("Take a case, or send it back", (await other.GetAsync("/")).Text, StringComparison.Ordinal);
        var list = await other.GetAsync("/moves");
        Assert.DoesNotContain("Ashworth", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/assessments/{keys.Reference}")).Status);
        var look = await other.GetAsync(list.Find("main table a").GetAttribute("href")!);
        Assert.Contains("Ashworth", look.Text, StringComparison.Ordinal);
        var form = await other.GetAsync($"{look.Url.AbsolutePath}/take");
        Assert.Equal(["Select what the 20 weeks run from", "Enter the day from which the 20 weeks run"], (await other.SubmitAsync(form, Form, [])).Errors);

        Assert.Equal(["That is more than a year before the case began at the authority that sent it. Check the year."],
            (await other.SubmitAsync(form, Form, new() { ["StartedBy"] = "BecameResponsible", ["On.Day"] = "1", ["On.Month"] = "1", ["On.Year"] = "2020" })).Errors);

        var taken = await other.SubmitAsync(form, Form, new() { ["StartedBy"] = "BecameResponsible", ["On.Day"] = "19", ["On.Month"] = "11", ["On.Year"] = "2026", ["AuthorityReference"] = "B-1" });

        Assert.Contains("The case is yours now, as", taken.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var now = await db.Assessments.SingleAsync(a => a.Id != keys.AssessmentId);
        Assert.Equal((blackpool, new DateOnly(2026, 11, 19), new DateOnly(2027, 4, 8), (AssessmentDecision?)null, "B-1"), (now.LocalAuthorityId, now.RequestReceivedOn, now.FinalPlanDueOn!.Value, now.Decision, now.AuthorityReference));
        Assert.Contains("report.pdf", taken.Text, StringComparison.Ordinal);
        Assert.Contains($"It goes on there as {now.Reference}", (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await caseworker.GetAsync($"/assessments/{now.Reference}")).Status);
        // a second press leads to the case, and makes no second one
        Assert.Equal($"/assessments/{now.Reference}", (await other.GetAsync(look.Url.AbsolutePath)).Url.AbsolutePath);
        Assert.Equal(2, await db.Assessments.CountAsync());
        foreach (var email in await db.Emails.Where(e => e.Template == "case-moved").ToListAsync()) { Assert.DoesNotContain("Ashworth", email.Subject + email.Body, StringComparison.OrdinalIgnoreCase); }
        // what was taken is taken back by nobody but the side that has it
        var late = await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "A mistake" });
        Assert.Equal([$"The case goes on as {now.Reference}. Whoever has it now can move it back."], late.Errors);
    }

    [Fact]
    public async Task A_wish_said_where_a_case_is_now_counts_for_what_its_old_record_still_asks()
    {
        var (keys, request) = await ReturnedAsync();
        var (caseworker, other, dco) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.OtherCaseworker), await _app.SignInAsync(TestWorld.Administrator));
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/more"), Form, new() { ["Kind"] = "Version", ["What"] = "Say how often" });
        await MoveAsync(caseworker, keys.Reference, "authority", await AuthorityAsync("890"));
        var look = await other.GetAsync((await other.GetAsync("/moves")).Find("main table a").GetAttribute("href")!);
        await other.SubmitAsync(await other.GetAsync($"{look.Url.AbsolutePath}/take"), Form, new() { ["StartedBy"] = "BecameResponsible", ["On.Day"] = "19", ["On.Month"] = "11", ["On.Year"] = "2026" });

        // a document added here does not reach who still answers there, and both sides read so
        Assert.Contains("1 request from before the move is still being answered. What is returned comes here", (await other.GetAsync($"/assessments/{await OtherReferenceAsync(keys)}")).Text, StringComparison.Ordinal);
        Assert.Contains($"is still being answered: Paediatric occupational therapy ({keys.Reference})", (await dco.GetAsync($"/assessments/{await OtherReferenceAsync(keys)}")).Text, StringComparison.Ordinal);

        await other.SubmitAsync(await other.GetAsync($"/assessments/{await OtherReferenceAsync(keys)}/sharing"), Form, new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = "Gwen Pritchard", ["SaidBy"] = "The mother" });

        Assert.Contains("The family may object: stop or keep", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Gwen Pritchard", (await dco.GetAsync($"/advice-requests/{request}/sharing")).Text, StringComparison.Ordinal);
        Assert.Contains("Do not share with", (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{request}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "SharingWishChanged"));
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
    }

    [Fact]
    public async Task A_case_that_is_sent_back_keeps_nothing_of_the_child_there_and_the_sender_opens_it_again()
    {
        var keys = await CaseAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await MoveAsync(caseworker, keys.Reference, "authority", await AuthorityAsync("890"));
        var other = await _app.SignInAsync(TestWorld.OtherCaseworker);
        var id = await TransferAsync(keys);

        var back = await other.SubmitAsync(await other.GetAsync($"/moves/{id}/send-back"), Form, new() { ["Reason"] = "They live in Preston" });

        Assert.Contains("Nothing of the child is kept here", back.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var transfer = await db.CaseTransfers.SingleAsync();
        Assert.Equal((null, null, null), (transfer.ChildName, transfer.ChildDateOfBirth, transfer.ChildPostcode));
        var page = await caseworker.GetAsync($"/assessments/{keys.Reference}");
        Assert.Contains("Open a case again that was sent back", (await caseworker.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("sent the case back on 21 November 2026: They live in Preston.", page.Text, StringComparison.Ordinal);
        var facts = page.Find(".dco-facts").TextContent;
        Assert.Contains("LA to open it again", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing", facts, StringComparison.Ordinal);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "It is ours" });
        Assert.Null((await db.Assessments.SingleAsync()).Outcome);
        Assert.Equal(RequestStage.WithService, (await db.AdviceRequests.SingleAsync(r => r.Id == request)).Stage);
    }

    [Fact]
    public async Task Every_case_that_was_sent_and_that_nobody_has_stands_in_a_list_of_who_sent_it()
    {
        var (caseworker, other) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.OtherCaseworker));
        List<CaseKeys> sent = [];
        for (var i = 0; i < 12; i++)
        {
            sent.Add(await _app.AssessmentAsync());
            await MoveAsync(caseworker, sent[^1].Reference, "authority", await AuthorityAsync("890"));
        }
        // sent back twice, it stands there once
        foreach (var again in new[] { true, false })
        {
            await other.SubmitAsync(await other.GetAsync($"/moves/{await TransferAsync(sent[11])}/send-back"), Form, new() { ["Reason"] = "They live in Preston" });
            if (!again) { continue; }
            await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{sent[11].Reference}/take-back"), Form, new() { ["Reason"] = "It is ours" });
            _app.Time.Advance(TimeSpan.FromMinutes(1));
            await MoveAsync(caseworker, sent[11].Reference, "authority", await AuthorityAsync("890"));
        }

        var home = await caseworker.GetAsync("/");
        var list = await caseworker.GetAsync(home.All("main a").Single(a => a.TextContent == "See all: Cases you sent to another authority").GetAttribute("href")!);

        Assert.Contains("Cases you sent to another authority (12)", home.Text, StringComparison.Ordinal);
        Assert.Equal([sent[11].Reference, .. sent[..11].Select(k => k.Reference)], list.All("main tbody th").Select(th => th.TextContent));
        Assert.Contains("Sent back on 21 November 2026", list.Find("main tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sent by you (12)", (await caseworker.GetAsync("/moves")).Text, StringComparison.Ordinal);
        Assert.Equal(12, (await caseworker.GetAsync("/assessments?mark=not-taken")).All("main tbody tr").Count);
        Assert.Equal((11, 0), ((await other.GetAsync("/moves")).All("main tbody tr").Count, (await other.GetAsync("/moves/sent")).All("main tbody tr").Count));
        Assert.Empty((await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/moves/sent")).All("main tbody tr"));
    }

    [Fact]
    public async Task Until_it_is_taken_the_sender_takes_a_case_back_and_nobody_can_take_it_any_more()
    {
        var keys = await CaseAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await MoveAsync(caseworker, keys.Reference, "authority", await AuthorityAsync("890"));
        var id = await TransferAsync(keys);

        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "The wrong child" });

        var other = await _app.SignInAsync(TestWorld.OtherCaseworker);
        Assert.Contains("There is nothing to do", (await other.GetAsync($"/moves/{id}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync()).Outcome);
        // and it can be sent again, to the right place
        await MoveAsync(caseworker, keys.Reference, "authority", await AuthorityAsync("890"));
        Assert.Equal(2, await db.CaseTransfers.CountAsync());
    }

    [Fact]
    public async Task The_DCO_service_moves_what_it_logged_for_the_wrong_authority_and_takes_it_for_the_right_one()
    {
        var keys = await CaseAsync(a => a.RecordedByHealth(ArrivalWay.Email));
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await MoveAsync(administrator, keys.Reference, "authority", await AuthorityAsync("890"));
        var id = await TransferAsync(keys);
        var form = await administrator.GetAsync($"/moves/{id}/take");
        Assert.Equal(["Enter the day on which the authority told health"], (await administrator.SubmitAsync(form, Form, new() { ["StartedBy"] = "RequestReceived", ["On.Day"] = "2", ["On.Month"] = "11", ["On.Year"] = "2026" })).Errors);

        var taken = await administrator.SubmitAsync(form, Form, new() { ["StartedBy"] = "RequestReceived", ["On.Day"] = "2", ["On.Month"] = "11", ["On.Year"] = "2026", ["ArrivedOn.Day"] = "3", ["ArrivedOn.Month"] = "11", ["ArrivedOn.Year"] = "2026" });

        Assert.Contains("The case is recorded for", taken.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var now = await db.Assessments.SingleAsync(a => a.Id != keys.AssessmentId);
        Assert.Equal((true, new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 2)), (now.IsRecordedByHealth, now.NotifiedOn, now.RequestReceivedOn));
        // a case that the authority logged itself is not the DCO service's to send
        var theirs = await _app.AssessmentAsync();
        Assert.Contains("only it can move the case", (await administrator.GetAsync($"/assessments/{theirs.Reference}/move")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_moves_back_shows_each_time_that_it_was_somebodys()
    {
        await SecondBoardAsync();
        var (keys, _) = await ReturnedAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await MoveAsync(caseworker, keys.Reference, $"{TestWorld.FarIcb}");
        var there = await OtherReferenceAsync(keys);

        await MoveAsync(caseworker, there, $"{keys.IcbId}");

        await using var db = _app.Database();
        var now = await db.Assessments.SingleAsync(a => a.Outcome == null);
        var page = await caseworker.GetAsync($"/assessments/{now.Reference}");
        Assert.Equal(3, page.All("details table").Single(t => t.TextContent.Contains("Whose case", StringComparison.Ordinal)).QuerySelectorAll("tbody tr").Length);
        Assert.Equal("EHC-7", now.AuthorityReference);
        Assert.Contains("report.pdf", page.Text, StringComparison.Ordinal);
        Assert.Single(await db.CarriedAnswers.Where(c => c.AssessmentId == now.Id).ToListAsync());
    }

    [Fact]
    public async Task An_ended_case_a_day_before_the_request_and_no_choice_are_refused_and_nothing_typed_is_lost()
    {
        await SecondBoardAsync();
        var keys = await CaseAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/move");

        var early = await caseworker.SubmitAsync(form, Form, new() { ["Where"] = $"{TestWorld.FarIcb}", ["MovedOn.Day"] = "1", ["MovedOn.Month"] = "1", ["MovedOn.Year"] = "2026", ["Reason"] = "The GP changed" });
        var none = await caseworker.SubmitAsync(form, Form, new() { ["Reason"] = "" });

        Assert.StartsWith("That cannot be before the request was received", Assert.Single(early.Errors), StringComparison.Ordinal);
        Assert.Equal("The GP changed", early.Find("textarea[name=Reason]").TextContent.Trim());
        Assert.Equal(["Select where the case goes", "Say why it moves"], none.Errors);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", new() { ["Outcome"] = "Withdrawn", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });
        Assert.Contains("This assessment has ended: request withdrawn.", (await caseworker.GetAsync($"/assessments/{keys.Reference}/move")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_the_authority_that_is_taken_out_is_gone_where_it_was_carried_to()
    {
        await SecondBoardAsync();
        var (keys, _) = await ReturnedAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await MoveAsync(caseworker, keys.Reference, $"{TestWorld.FarIcb}");
        await using var db = _app.Database();
        var own = await db.Documents.SingleAsync(d => d.AssessmentId == keys.AssessmentId && d.Kind == CaseDocumentKind.FromAuthority);
        var copy = await db.Documents.SingleAsync(d => d.AssessmentId != keys.AssessmentId && d.Kind == CaseDocumentKind.FromAuthority);
        var far = await _app.SignInAsync(TestWorld.FarAdministrator);
        Assert.Equal(HttpStatusCode.OK, (await far.GetAsync($"/documents/{copy.Id}")).Status);

        var gone = await caseworker.SubmitAsync(await caseworker.GetAsync($"/documents/{own.Id}/take-out"), Form, new() { ["Reason"] = "Another family's letter" });

        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/documents/{copy.Id}")).Status);
        Assert.Contains("Derek Stone", gone.Text, StringComparison.Ordinal);
        var activity = await far.GetAsync($"/assessments/{await OtherReferenceAsync(keys)}/activity");
        Assert.Contains("‘family.pdf’, a document of the authority", activity.Text, StringComparison.Ordinal);
        Assert.Contains("Another family's letter", activity.Text, StringComparison.Ordinal);
        Assert.Contains(await db.Emails.Where(e => e.Template == "carried-withdrawn").ToListAsync(), e => e.To == "dco@dorset.test" && e.Body.Contains("should not have been sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taking_a_document_out_of_a_case_that_moved_tells_everybody_who_lost_it()
    {
        var keys = await CaseAsync();
        var (caseworker, other) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.OtherCaseworker));
        await MoveAsync(caseworker, keys.Reference, "authority", await AuthorityAsync("890"));
        var look = await other.GetAsync((await other.GetAsync("/moves")).Find("main table a").GetAttribute("href")!);
        await other.SubmitAsync(await other.GetAsync($"{look.Url.AbsolutePath}/take"), Form, new() { ["StartedBy"] = "BecameResponsible", ["On.Day"] = "19", ["On.Month"] = "11", ["On.Year"] = "2026" });
        await using var db = _app.Database();
        var now = await db.Assessments.SingleAsync(a => a.Id != keys.AssessmentId);
        var (own, copy) = (await db.Documents.SingleAsync(d => d.AssessmentId == keys.AssessmentId), await db.Documents.SingleAsync(d => d.AssessmentId == now.Id));
        var request = await _app.RequestAsync(now.Keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        Assert.Equal(HttpStatusCode.OK, (await gwen.GetAsync($"/documents/{copy.Id}")).Status);

        var before = await caseworker.GetAsync($"/documents/{own.Id}/take-out");
        var done = await caseworker.SubmitAsync(before, Form, new() { ["Reason"] = "We send papers of ours only by post" });

        Assert.Contains($"This case has moved to Blackpool Council as {now.Reference}. The document disappears there too", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("still stands", before.Text + done.Text, StringComparison.Ordinal);
        Assert.Contains($"It is gone from {now.Reference} of Blackpool Council too, who are told by email.", done.Text, StringComparison.Ordinal);
        foreach (var path in new[] { $"/assessments/{now.Reference}", $"/assessments/{now.Reference}/add" })
        {
            var page = (await other.GetAsync(path)).Text;
            Assert.Contains("family.pdf", page, StringComparison.Ordinal);
            Assert.Contains("taken out by Lancashire County Council, the side it came from, on", page, StringComparison.Ordinal);
            Assert.Contains("We send papers of ours only by post", page, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await gwen.GetAsync($"/documents/{copy.Id}")).Status);
        Assert.All(await db.Emails.Where(e => e.Template == "carried-withdrawn").ToListAsync(), e => Assert.Equal($"Do not use: something was withdrawn from {now.Reference}", e.Subject));
        Assert.Equal(2, await db.Emails.CountAsync(e => e.Template == "carried-withdrawn"));
        var told = await db.Emails.SingleAsync(e => e.Template == "request-document-gone");
        Assert.Equal((TestWorld.Clinician, request, $"Do not use: a document was taken out of {now.Reference}"), (told.To, told.AdviceRequestId!.Value, told.Subject));
        Assert.DoesNotContain("post", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withdrawn_before_the_move_opens_where_the_case_is_when_that_was_a_mistake()
    {
        await SecondBoardAsync();
        var (keys, request) = await ReturnedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await using var db = _app.Database();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/withdraw"), "form[action$='/withdraw']", new() { ["What"] = $"{(await db.ReturnedAnswers.SingleAsync()).Id}", ["Reason"] = "WrongVersion", ["Words"] = "A draft", ["Next"] = "nothing" });
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");
        var now = await OtherReferenceAsync(keys);
        var far = await _app.SignInAsync(TestWorld.FarAdministrator);
        Assert.DoesNotContain("report.pdf", (await far.GetAsync($"/assessments/{now}")).Text, StringComparison.Ordinal);

        await dco.SubmitAsync(await dco.GetAsync($"/withdrawals/{(await db.Withdrawals.SingleAsync()).Id}"), "form[action$='/restore']", new() { ["Reason"] = "It was right" });

        Assert.Contains("report.pdf", (await far.GetAsync($"/assessments/{now}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_has_moved_is_not_merged_and_what_is_taken_out_is_gone_where_a_moved_case_was_merged()
    {
        await SecondBoardAsync();
        var (keys, _) = await ReturnedAsync();
        var twin = await _app.AssessmentAsync(surname: "Ashworth");
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await MoveAsync(caseworker, keys.Reference, $"{TestWorld.FarIcb}");
        await MoveAsync(caseworker, twin.Reference, $"{TestWorld.FarIcb}");
        await using var db = _app.Database();
        var merge = await _app.AsAsync(TestWorld.Caseworker, services => services.GetRequiredService<MergeHandler>().PreviewAsync(new(keys.Reference, twin.Reference, "Twice", default, default, default), default));
        Assert.EndsWith("has moved elsewhere, so it cannot be merged here.", merge.Of.Rule, StringComparison.Ordinal);
        var there = await db.Assessments.Where(a => a.Outcome == null).OrderBy(a => a.Reference).ToListAsync();
        // there the two are one, which the new side finds out
        var tie = db.CaseTies.Add(CaseTie.Of(there[1], there[0], TieKind.SameAssessment, new(CaseSide.DcoService, "Derek", "Twice", DateTime.UnixEpoch, new(2026, 11, 21)))).Entity;
        foreach (var row in await db.Documents.Where(d => d.AssessmentId == there[0].Id).ToListAsync()) { ((IMovesWithCase)row).MoveTo(there[1].Keys); }
        there[0].BecomePartOf(there[1]);
        db.AuditEntries.AddRange(Facts.About(there[0].Keys), Facts.About(there[1].Keys));
        await db.SaveChangesAsync();
        Assert.NotNull(tie);
        var own = await db.Documents.SingleAsync(d => d.AssessmentId == keys.AssessmentId && d.Kind == CaseDocumentKind.FromAuthority);

        await caseworker.SubmitAsync(await caseworker.GetAsync($"/documents/{own.Id}/take-out"), Form, new() { ["Reason"] = "Another family's letter" });

        db.ChangeTracker.Clear();
        Assert.NotNull((await db.Documents.SingleAsync(d => d.AssessmentId == there[1].Id && d.Kind == CaseDocumentKind.FromAuthority)).RemovedUtc);
    }

    [Fact]
    public async Task What_a_family_says_after_the_move_is_recorded_where_the_case_goes_on_and_never_on_the_record_it_left()
    {
        await SecondBoardAsync();
        var keys = await CaseAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var sharing = await administrator.GetAsync($"/assessments/{keys.Reference}/sharing");
        var add = await caseworker.GetAsync($"/assessments/{keys.Reference}/add");
        await MoveAsync(caseworker, keys.Reference, $"{TestWorld.FarIcb}");
        var now = await OtherReferenceAsync(keys);

        var refused = await administrator.SubmitAsync(sharing, Form, new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = "Not the Blackburn clinic", ["SaidBy"] = "The mother" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        foreach (var text in new[] { $"{keys.Reference} has moved to NHS Dorset Integrated Care Board as {now}", "Tell them now: dco@dorset.test", "Not the Blackburn clinic" }) { Assert.Contains(text, refused.Text + refused.Document.Source.Text, StringComparison.Ordinal); }
        Assert.Contains($"Record it on {now}", (await caseworker.GetAsync($"/assessments/{keys.Reference}/sharing")).Text, StringComparison.Ordinal);
        var moved = await caseworker.GetAsync($"/assessments/{keys.Reference}/add");
        Assert.Contains($"Add to {now} instead", moved.Text, StringComparison.Ordinal);
        Assert.Empty(moved.All("main form[enctype]"));
        Assert.Contains($"Record it on {now}", (await caseworker.GetAsync($"/assessments/{keys.Reference}/correct-details")).Text, StringComparison.Ordinal);
        var added = await caseworker.SubmitAsync(add, "form[action$='/add']", new() { ["Professionals[0].Name"] = "Dr Late" });
        Assert.Contains("Dr Late", added.Document.Source.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, added.Status);
        await using var db = _app.Database();
        Assert.All(await db.Assessments.ToListAsync(), a => Assert.Null(a.Family.DoNotShareWith));
        Assert.DoesNotContain(await db.InvolvedProfessionals.ToListAsync(), p => p.Name == "Dr Late");
        // and where the case came back, the record that runs is named
        await MoveAsync(await _app.SignInAsync(TestWorld.FarAdministrator), now, $"{keys.IcbId}");
        var back = await db.Assessments.Where(a => a.Outcome == null).Select(a => a.Reference).SingleAsync();
        Assert.Contains($"has moved to NHS Dorset Integrated Care Board as {now}", (await administrator.GetAsync($"/assessments/{keys.Reference}/sharing")).Text, StringComparison.Ordinal);
        Assert.Contains($"Record it on {back}", (await administrator.GetAsync($"/assessments/{keys.Reference}/sharing")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_clinician_had_half_written_stays_readable_when_the_case_moves()
    {
        await SecondBoardAsync();
        var keys = await CaseAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{request}/respond"), "main form", new() { ["Needs"] = "Finds zips hard." }, null, "draft");

        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");

        var page = await gwen.GetAsync($"/advice-requests/{request}");
        Assert.Contains("What was written or uploaded and not sent", page.Text, StringComparison.Ordinal);
        Assert.Contains("Finds zips hard.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Finds zips hard.", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/advice-requests/{request}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_with_two_boards_at_once_is_shown_to_the_authority_which_brings_the_cases_together()
    {
        await SecondBoardAsync();
        var moved = await CaseAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await MoveAsync(caseworker, moved.Reference, $"{TestWorld.FarIcb}");
        var there = await OtherReferenceAsync(moved);
        string forenames;
        await using (var db = _app.Database()) { forenames = await db.Assessments.Where(a => a.Id == moved.AssessmentId).Select(a => a.Child.Forenames).SingleAsync(); }
        var here = await _app.AssessmentAsync(surname: "Ashworth", change: a =>
        {
            a.Child.Forenames = forenames;
            a.RefreshSearch();
        });

        var page = await caseworker.GetAsync($"/assessments/{here.Reference}/same-child");

        Assert.Contains(there, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(moved.Reference, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(there, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{here.Reference}/same-child")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("looks like this child", (await caseworker.GetAsync($"/assessments/{moved.Reference}")).Text, StringComparison.Ordinal);
        var compared = await caseworker.GetAsync($"{page.Url.AbsolutePath}?asked=true&other=&typed={there}");
        Assert.Contains("Move one of them to the other’s board first", compared.Text, StringComparison.Ordinal);
        await MoveAsync(await _app.SignInAsync(TestWorld.FarAdministrator), there, $"{here.IcbId}");
        Assert.Contains("looks like this child", (await caseworker.GetAsync($"/assessments/{here.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_whose_advice_came_with_the_case_is_asked_again_by_itself_and_a_person_reads_the_law_beside_the_tick()
    {
        var (keys, _) = await ReturnedAsync();
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, "authority", await AuthorityAsync("890"));
        var other = await _app.SignInAsync(TestWorld.OtherCaseworker);
        var look = await other.GetAsync((await other.GetAsync("/moves")).Find("main table a").GetAttribute("href")!);
        await other.SubmitAsync(await other.GetAsync($"{look.Url.AbsolutePath}/take"), Form, new() { ["StartedBy"] = "BecameResponsible", ["On.Day"] = "19", ["On.Month"] = "11", ["On.Year"] = "2026" });
        var now = await OtherReferenceAsync(keys);
        await other.SubmitAsync(await other.GetAsync($"/assessments/{now}/decision"), Form, new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "20", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });
        await using (var db = _app.Database()) { Assert.False(await db.AdviceRequests.AnyAsync(r => r.AssessmentReference == now)); }

        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var triage = await dco.GetAsync("/triage");
        var ask = await dco.GetAsync($"/assessments/{now}/request-advice");
        var box = ask.Find($"#ask-service-{TestWorld.OccupationalTherapy:N}");
        var shown = await dco.GetAsync($"/assessments/{now}");
        // somebody ticks it all the same, and keeps it to be sent later: nobody sends it from a list without having read that
        await dco.SubmitAsync(ask, "form#ask", new() { ["Ask"] = box.GetAttribute("value") }, button: "later");
        var sent = await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["references"] = now });

        Assert.Contains("1 answer came with the case: look before you ask again", triage.Text, StringComparison.Ordinal);
        Assert.False(box.HasAttribute("checked"));
        Assert.Contains("Its advice of 21 November 2026 came with the case. Ask again? Nobody may be asked for it again where the adviser, the family and the authority are all satisfied that it is enough (regulation 6(4)).", ask.Text, StringComparison.Ordinal);
        Assert.Contains("1 answer came with it", shown.Find(".dco-facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not asked here. Their advice of 21 November 2026 came with the case", shown.Text, StringComparison.Ordinal);
        Assert.Contains($"Nothing was sent for {now}: advice of somebody there came with the case", sent.Document.Body!.TextContent, StringComparison.Ordinal);
        // a reason not to ask again takes the case out of triage, as for anybody else who is named
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{now}/not-asked"), Form, new() { ["NotAsked[0].Reason"] = "Their advice is enough, all three say" });
        await dco.SubmitAsync(await dco.GetAsync($"/triage/{now}/no-request"), "main form", new() { ["Reason"] = "The advice that came along is enough" });
        Assert.DoesNotContain(now, (await dco.GetAsync("/triage")).Text, StringComparison.Ordinal);
        Assert.Contains("LA to issue plan", (await dco.GetAsync($"/assessments/{now}")).Find(".dco-facts").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_service_whose_advice_came_along_is_the_same_under_another_name_and_with_another_provider(bool renamed, bool elsewhere)
    {
        var (keys, _) = await ReturnedAsync();
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, "authority", await AuthorityAsync("890"));
        var other = await _app.SignInAsync(TestWorld.OtherCaseworker);
        var look = await other.GetAsync((await other.GetAsync("/moves")).Find("main table a").GetAttribute("href")!);
        await other.SubmitAsync(await other.GetAsync($"{look.Url.AbsolutePath}/take"), Form, new() { ["StartedBy"] = "BecameResponsible", ["On.Day"] = "19", ["On.Month"] = "11", ["On.Year"] = "2026" });
        var now = await OtherReferenceAsync(keys);
        await using (var db = _app.Database())
        {
            var service = await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy);
            if (renamed) { service.Name = "Children’s therapy"; }
            if (elsewhere) { service.ProviderId = await db.Providers.Where(p => p.IcbId == service.IcbId && p.Id != service.ProviderId).OrderBy(p => p.Name).Select(p => p.Id).FirstAsync(); }
            await db.SaveChangesAsync();
        }
        await other.SubmitAsync(await other.GetAsync($"/assessments/{now}/decision"), Form, new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "20", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });

        var ask = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{now}/request-advice");

        await using (var db = _app.Database()) { Assert.False(await db.AdviceRequests.AnyAsync(r => r.AssessmentReference == now)); }
        Assert.False(ask.Find($"#ask-service-{TestWorld.OccupationalTherapy:N}").HasAttribute("checked"));
        Assert.Contains("Its advice of 21 November 2026 came with the case. Ask again?", ask.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The directory has no service of that name", ask.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_advice_from_another_board_whose_service_the_directory_does_not_know_a_person_is_told_to_look()
    {
        var there = await ReturnedAndMovedFarAsync();

        var ask = await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync($"/assessments/{there}/request-advice");

        Assert.Contains("gave advice on 21 November 2026, which came with the case. The directory has no service of that name in use: look whether one of those below is the same. Nobody may be asked for it again", ask.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_of_the_same_trust_in_another_boards_directory_is_known_by_its_name_and_the_trusts_code()
    {
        await using (var db = _app.Database())
        {
            var (from, far) = (await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy), await db.Services.SingleAsync(s => s.Id == TestWorld.FarService));
            (far.Name, far.Town) = (from.Name, from.Town);
            (await db.Providers.SingleAsync(p => p.Id == TestWorld.FarProvider)).OdsCode = await db.Providers.Where(p => p.Id == from.ProviderId).Select(p => p.OdsCode).SingleAsync();
            await db.SaveChangesAsync();
        }
        var there = await ReturnedAndMovedFarAsync();

        var ask = await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync($"/assessments/{there}/request-advice");

        Assert.DoesNotContain("The directory has no service of that name", ask.Text, StringComparison.Ordinal);
    }

    private async Task<string> ReturnedAndMovedFarAsync()
    {
        await SecondBoardAsync();
        var (keys, _) = await ReturnedAsync();
        await MoveAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, $"{TestWorld.FarIcb}");
        return await OtherReferenceAsync(keys);
    }

    private static async Task<Page> MoveAsync(PortalBrowser browser, string reference, string where, Guid? authority = null)
    {
        var check = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{reference}/move"), Form,
            new() { ["Where"] = where, ["AuthorityId"] = $"{authority}", ["MovedOn.Day"] = "20", ["MovedOn.Month"] = "11", ["MovedOn.Year"] = "2026", ["Reason"] = "The family moved" });
        Assert.Equal([], check.Errors);
        return await browser.SubmitAsync(check, "form[action$='/confirm']", []);
    }

    private async Task<CaseKeys> CaseAsync(Action<Assessment>? change = null)
    {
        var keys = await _app.AssessmentAsync(change: a =>
        {
            a.AuthorityReference = "EHC-7";
            change?.Invoke(a);
        }, surname: "Ashworth");
        await using var db = _app.Database();
        db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 0) { ServiceId = TestWorld.OccupationalTherapy, ServiceName = "Paediatric occupational therapy" });
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
        if (change is not null) { return keys; }
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/add"), "form[action$='/add']", [], [("Files", "family.pdf", SampleFiles.Pdf)]);
        return keys;
    }

    private async Task<(CaseKeys Keys, Guid Request)> ReturnedAsync()
    {
        var keys = await CaseAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await AnswerAsync(request);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/check/{request}"), "form[action$='/accept']", [], button: "return");
        return (keys, request);
    }

    private async Task AnswerAsync(Guid request)
    {
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{request}/respond"), "form[action$='/respond']", new() { ["Summary"] = "What I saw", ["Needs"] = "Zoë holds a pencil", ["Provision"] = "Weekly" },
            [("Files", "report.pdf", (byte[])[.. SampleFiles.Pdf, .. "\n%a"u8])], button: "check");
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{request}/respond/check"), Form, []);
    }

    private async Task SayAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        db.Questions.Add(new CaseQuestion(Guid.CreateVersion7(), keys, CaseSide.LocalAuthority, "It was asked at the Dorset clinic", "Test", new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc)));
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }

    private async Task SecondBoardAsync()
    {
        await using var db = _app.Database();
        var authority = await db.LocalAuthorities.SingleAsync(a => a.Code == "888");
        db.IcbCoverages.Add(new IcbCoverage { IcbId = TestWorld.FarIcb, LocalAuthorityId = authority.Id });
        await db.SaveChangesAsync();
    }

    private async Task<Guid> AuthorityAsync(string code)
    {
        await using var db = _app.Database();
        return await db.LocalAuthorities.Where(a => a.Code == code).Select(a => a.Id).SingleAsync();
    }

    private async Task<string> OtherReferenceAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.Assessments.Where(a => a.Id != keys.AssessmentId).Select(a => a.Reference).SingleAsync();
    }

    private async Task<Guid> TransferAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.CaseTransfers.Where(t => t.FromId == keys.AssessmentId && t.State == TransferState.Sent).Select(t => t.Id).SingleAsync();
    }
}
