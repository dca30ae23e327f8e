using System.IO.Compression;
using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>A returned answer is withdrawn, replaced, added to, or left as it was; each side sees of it what it should.</summary>
public sealed class AfterReturnTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private async Task<(CaseKeys Keys, Guid Id)> ReturnedAsync(params string[] files)
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await AnswerAndReturnAsync(id, files.Length == 0 ? ["report.pdf"] : files, "Zoë holds a pencil");
        return (keys, id);
    }

    private async Task AnswerAndReturnAsync(Guid id, string[] files, string needs)
    {
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var form = await clinician.GetAsync($"/advice-requests/{id}/respond");
        // each file with bytes of its own, as the same bytes are kept once
        await clinician.SubmitAsync(form, "form[action$='/respond']", new() { ["Summary"] = "What I saw", ["Needs"] = needs, ["Provision"] = "Weekly" },
            [.. files.Select((f, n) => ("Files", f, (byte[])[.. SampleFiles.Pdf, .. "\n%"u8, (byte)('a' + n), (byte)f.Length]))], button: "check");
        var check = await clinician.GetAsync($"/advice-requests/{id}/respond/check");
        await clinician.SubmitAsync(check, "main form[method=post]", []);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
    }

    private static async Task<Page> WithdrawAsync(PortalBrowser browser, Guid id, string what, WithdrawalReason reason = WithdrawalReason.WrongVersion, string? next = "version") =>
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/withdraw"), "form[action$='/withdraw']", new()
        {
            ["What"] = what,
            ["Reason"] = reason.ToString(),
            ["Words"] = "A draft was attached",
            ["Next"] = next,
            ["AskWords"] = next is null or "nothing" or "asked" ? "" : "Please send the final version",
        });

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    private async Task<Guid> AnswerIdAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.ReturnedAnswers.Where(a => a.AdviceRequestId == id && a.WithdrawnUtc == null).OrderByDescending(a => a.Number).Select(a => a.Id).FirstAsync();
    }

    private async Task<List<CaseDocument>> DocumentsAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.Documents.AsNoTracking().Where(d => d.AdviceRequestId == id).OrderBy(d => d.FileName).ToListAsync();
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(1, AllNilDecision.NoHealthNeedsKnown)]
    public async Task Advice_that_came_after_no_needs_were_known_and_is_withdrawn_leaves_that_to_be_decided_again(int decidedAfter, AllNilDecision? stays)
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await AnswerAndReturnAsync(id, [], "Needs a chair");
        await using (var db = _app.Database())
        {
            (await db.Assessments.SingleAsync()).DecideAllNil(AllNilDecision.NoHealthNeedsKnown, "Nobody knew her", "Helen Shaw", _app.Time.GetUtcNow().UtcDateTime.AddMinutes(decidedAfter));
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }

        await WithdrawAsync(await _app.SignInAsync(TestWorld.Administrator), id, $"{await AnswerIdAsync(id)}", next: "nothing");

        await using var after = _app.Database();
        Assert.Equal(stays, (await after.Assessments.SingleAsync()).AllNil);
        Assert.Equal(stays is null, await after.AuditEntries.AnyAsync(e => e.Fact == "NoHealthNeedsOvertaken"));
    }

    [Fact]
    public async Task A_withdrawn_file_does_not_come_back_by_the_authority_and_is_told_where_the_service_sends_it_again()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await AnswerAndReturnAsync(id, ["report.pdf"], "Needs a chair");
        byte[] same = [.. SampleFiles.Pdf, .. "\n%"u8, (byte)'a', (byte)"report.pdf".Length];
        await WithdrawAsync(await _app.SignInAsync(TestWorld.Administrator), id, $"{await AnswerIdAsync(id)}", WithdrawalReason.NotAgreed);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var added = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "#add", [], [("Files", "again.pdf", same)]);

        Assert.Contains("was withdrawn from this case, so it was not added", Assert.Single(added.Errors), StringComparison.Ordinal);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", new() { ["Needs"] = "Needs a table", ["Provision"] = "Weekly" }, [("Files", "again.pdf", same)], button: "check");
        Assert.Contains("again.pdf: the very same file was withdrawn from this case", (await gwen.GetAsync($"/advice-requests/{id}/respond/check")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("renamed.pdf")]
    public async Task A_file_withdrawn_from_one_services_answer_is_told_where_another_service_sends_it(string name)
    {
        var (_, other, same) = await WithdrawnBesideAnotherAsync();
        var joan = await _app.SignInAsync(TestWorld.OtherClinician);

        var page = await joan.SubmitAsync(await joan.GetAsync($"/advice-requests/{other}/respond"), "form[action$='/respond']", new() { ["Needs"] = "Needs a table", ["Provision"] = "Weekly" }, [("Files", name, same)], button: "check");

        Assert.Contains($"{name}: the very same file was withdrawn from this case", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("renamed.pdf")]
    public async Task A_file_withdrawn_from_one_services_answer_is_told_where_the_DCO_service_records_anothers_reply(string name)
    {
        var (_, other, same) = await WithdrawnBesideAnotherAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{other}/respond"), "form[action$='/respond']", new() { ["Needs"] = "Needs a table", ["Provision"] = "Weekly" }, [("Files", name, same)], button: "check");
        Assert.Contains($"{name}: the very same file was withdrawn from this case", page.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(page, "main form[action$='/respond/check']", new() { ["ReceivedBy"] = "email", ["ReceivedFrom"] = "Joan Catterall" });

        Assert.Contains("This was withdrawn before", (await dco.GetAsync($"/check/{other}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("renamed.pdf")]
    public async Task A_withdrawn_file_is_not_added_by_the_authority_under_any_name(string name)
    {
        var (keys, _, same) = await WithdrawnBesideAnotherAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var added = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "#add", [], [("Files", name, same)]);

        Assert.Contains("was withdrawn from this case, so it was not added", Assert.Single(added.Errors), StringComparison.Ordinal);
    }

    private async Task<(CaseKeys Keys, Guid Other, byte[] Same)> WithdrawnBesideAnotherAsync()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var other = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        await AnswerAndReturnAsync(id, ["report.pdf"], "Needs a chair");
        await WithdrawAsync(await _app.SignInAsync(TestWorld.Administrator), id, $"{await AnswerIdAsync(id)}", WithdrawalReason.NotAgreed);
        return (keys, other, [.. SampleFiles.Pdf, .. "\n%"u8, (byte)'a', (byte)"report.pdf".Length]);
    }

    [Fact]
    public async Task From_the_moment_an_answer_is_withdrawn_nobody_outside_the_DCO_service_can_open_it()
    {
        var (keys, id) = await ReturnedAsync();
        var document = (await DocumentsAsync(id)).Single();
        var (authority, clinician, dco) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        Assert.Equal(HttpStatusCode.OK, (await authority.GetAsync($"/documents/{document.Id}")).Status);

        await WithdrawAsync(dco, id, (await AnswerIdAsync(id)).ToString());

        foreach (var outside in new[] { authority, clinician })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync($"/documents/{document.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync($"/documents/{document.Id}/preview")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync($"/documents/{document.Id}/shown")).Status);
            Assert.DoesNotContain("report.pdf", (await outside.GetAsync($"/advice-requests/{id}")).Document.Source.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await authority.GetAsync($"/assessments/{keys.Reference}/advice.zip")).Status);
        var page = await authority.GetAsync($"/assessments/{keys.Reference}");
        Assert.Contains("Version 1 was withdrawn: do not use it.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoë holds a pencil", (await authority.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A draft was attached", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await dco.GetAsync($"/documents/{document.Id}")).Status);
        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.Template == "answer-withdrawn");
        Assert.Equal("send@lancashire.example.gov.uk", email.To);
        Assert.DoesNotContain("Ashworth", email.Subject + email.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_service_hears_of_a_withdrawal_that_asks_nothing_of_it_and_not_twice_where_it_is_asked_again()
    {
        var (_, quiet) = await ReturnedAsync();
        var (_, asked) = await ReturnedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await WithdrawAsync(dco, quiet, (await AnswerIdAsync(quiet)).ToString(), WithdrawalReason.OtherChild, next: "nothing");
        await WithdrawAsync(dco, asked, (await AnswerIdAsync(asked)).ToString());

        await using var db = _app.Database();
        var told = await db.Emails.SingleAsync(e => e.Template == "answer-withdrawn-service");
        Assert.Equal((TestWorld.Clinician, quiet), (told.To, told.AdviceRequestId!.Value));
    }

    [Fact]
    public async Task Who_had_opened_it_is_listed_on_the_spot_and_who_had_not_is_not()
    {
        var (keys, id) = await ReturnedAsync();
        var document = (await DocumentsAsync(id)).Single();
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        await authority.GetAsync($"/documents/{document.Id}");
        await authority.GetAsync($"/documents/{document.Id}");
        await authority.GetAsync($"/assessments/{keys.Reference}/advice.zip");
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await WithdrawAsync(dco, id, (await AnswerIdAsync(id)).ToString());

        var table = page.Find("table").TextContent;
        Assert.Contains("Downloaded, 2 times", table, StringComparison.Ordinal);
        Assert.Contains("Downloaded all advice as one file", table, StringComparison.Ordinal);
        await using var db = _app.Database();
        var manager = await db.Users.SingleAsync(u => u.Email == TestWorld.OtherManager);
        Assert.DoesNotContain(manager.DisplayName, table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_answer_stays_as_late_or_in_time_as_it_was_and_its_replacement_is_version_2()
    {
        var (keys, id) = await ReturnedAsync();
        var first = await RequestAsync(id);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await WithdrawAsync(dco, id, (await AnswerIdAsync(id)).ToString());
        var asked = await RequestAsync(id);
        Assert.Equal((RequestStage.Reopened, first.ReturnedOn, false), (asked.Stage, asked.ReturnedOn, asked.AnswerStands));

        _app.Time.Advance(TimeSpan.FromDays(90));
        dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.DoesNotContain("Overdue", (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Please send the final version", (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{id}/respond")).Text, StringComparison.Ordinal);
        await AnswerAndReturnAsync(id, ["final.pdf"], "Zoë cannot hold a pencil");

        var again = await RequestAsync(id);
        Assert.Equal((RequestStage.Returned, first.ReturnedOn, 2, true), (again.Stage, again.ReturnedOn, again.VersionCount, again.AnswerStands));
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await authority.GetAsync($"/assessments/{keys.Reference}");
        Assert.Contains("Version 2, the one to use", page.Text, StringComparison.Ordinal);
        Assert.Contains("final.pdf", page.Text, StringComparison.Ordinal);
        Assert.Contains("Zoë cannot hold a pencil", (await authority.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(2, await db.Emails.CountAsync(e => e.Template == "advice-returned"));
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "new-answer-asked"));
    }

    [Fact]
    public async Task One_document_is_withdrawn_and_the_rest_of_the_answer_stands()
    {
        var (keys, id) = await ReturnedAsync("other child.pdf", "report.pdf");
        var documents = await DocumentsAsync(id);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await WithdrawAsync(dco, id, $"{await AnswerIdAsync(id)}:{documents[0].Id}", WithdrawalReason.OtherChild, "nothing");

        var request = await RequestAsync(id);
        Assert.Equal((RequestStage.Returned, true), (request.Stage, request.AnswerStands));
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.Equal(HttpStatusCode.NotFound, (await authority.GetAsync($"/documents/{documents[0].Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await authority.GetAsync($"/documents/{documents[1].Id}")).Status);
        var page = await authority.GetAsync($"/assessments/{keys.Reference}");
        Assert.Contains("A document of version 1 was withdrawn", page.Text, StringComparison.Ordinal);
        // by its name the authority knows which copies to delete; there is no way to open it
        Assert.Contains("Delete every copy of ‘other child.pdf’", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{documents[0].Id}", page.Document.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_about_another_child_is_an_incident_that_only_the_DCO_service_reads()
    {
        var (_, id) = await ReturnedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await WithdrawAsync(dco, id, (await AnswerIdAsync(id)).ToString(), WithdrawalReason.OtherChild, "nothing");
        var incident = await dco.GetAsync(page.Find("a[href^='/incidents/']").GetAttribute("href")!);

        Assert.Contains("A draft was attached", incident.Text, StringComparison.Ordinal);
        Assert.Contains("within 72 hours of finding it: by 24 November 2026", incident.Text, StringComparison.Ordinal);
        Assert.Contains("Open incidents", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        var added = await dco.SubmitAsync(incident, "main form", new() { ["Text"] = "Rang Claire Booth, who deleted her copy" });
        Assert.Contains("Rang Claire Booth", added.Text, StringComparison.Ordinal);
        foreach (var outside in new[] { TestWorld.Caseworker, TestWorld.Clinician, TestWorld.FarAdministrator })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await (await _app.SignInAsync(outside)).GetAsync($"/incidents/{(await IncidentAsync()).Id}")).Status);
        }
    }

    [Fact]
    public async Task An_incident_is_closed_by_name_and_can_be_opened_again()
    {
        var (keys, id) = await ReturnedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var recorded = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/incident"), "form[action$='/incident']", new() { ["What"] = "The request named a sibling" });

        var blank = await dco.SubmitAsync(recorded, "main form", new() { ["Text"] = "N/A" });
        Assert.Contains("Say what was done", blank.Text, StringComparison.Ordinal);
        var closed = await dco.SubmitAsync(recorded, "main form", new() { ["Text"] = "Nothing more to do" }, button: "Add and close the incident");
        Assert.Contains("Closed on", closed.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing more to do", closed.Text, StringComparison.Ordinal);
        Assert.Contains(keys.Reference, (await dco.GetAsync("/incidents?show=closed")).Text, StringComparison.Ordinal);

        await dco.SubmitAsync(closed, "form[action$='/reopen']", []);
        Assert.Null((await IncidentAsync()).ClosedUtc);
    }

    [Fact]
    public async Task A_withdrawal_by_mistake_is_taken_back_and_everything_is_as_it_was()
    {
        var (_, id) = await ReturnedAsync();
        var document = (await DocumentsAsync(id)).Single();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        _app.Time.Step = TimeSpan.FromMilliseconds(1);
        var page = await WithdrawAsync(dco, id, (await AnswerIdAsync(id)).ToString());

        await dco.SubmitAsync(page, "form[action$='/restore']", new() { ["Reason"] = "It was the right version" });

        var request = await RequestAsync(id);
        Assert.Equal((RequestStage.Returned, true), (request.Stage, request.AnswerStands));
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.Equal(HttpStatusCode.OK, (await authority.GetAsync($"/documents/{document.Id}")).Status);
        Assert.Contains("Zoë holds a pencil", (await authority.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "answer-restored"));
        Assert.Equal(["AnswerRestored", "AnswerLeftStanding"], await db.AuditEntries.Where(e => e.AdviceRequestId == id && !e.IsRead).OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Take(2).Select(e => e.Fact).Reverse().ToListAsync());
    }

    [Fact]
    public async Task A_document_stays_closed_while_the_whole_answer_is_withdrawn_besides()
    {
        var (_, id) = await ReturnedAsync("a.pdf", "b.pdf");
        var documents = await DocumentsAsync(id);
        var (dco, answer) = (await _app.SignInAsync(TestWorld.Administrator), await AnswerIdAsync(id));
        var one = await WithdrawAsync(dco, id, $"{answer}:{documents[0].Id}", WithdrawalReason.WrongVersion, "nothing");
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await WithdrawAsync(dco, id, answer.ToString(), WithdrawalReason.NotAgreed, "nothing");

        var refused = await dco.SubmitAsync(one, "form[action$='/restore']", new() { ["Reason"] = "It was right" });

        Assert.Contains("The whole answer has been withdrawn besides", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/documents/{documents[0].Id}")).Status);
    }

    [Fact]
    public async Task A_new_version_begins_with_the_papers_that_stand_and_one_withdrawn_meanwhile_leaves_it()
    {
        var (keys, id) = await ReturnedAsync("a.pdf", "b.pdf");
        _app.Time.Step = TimeSpan.FromMilliseconds(1);
        var documents = await DocumentsAsync(id);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), "form[action$='/more']", new() { ["Kind"] = "Version", ["What"] = "Say how often" });
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        Assert.Contains("b.pdf", (await clinician.GetAsync($"/advice-requests/{id}/respond")).Text, StringComparison.Ordinal);

        await WithdrawAsync(dco, id, $"{await AnswerIdAsync(id)}:{documents[0].Id}", WithdrawalReason.OtherChild, "asked");

        var draft = await clinician.GetAsync($"/advice-requests/{id}/respond");
        Assert.DoesNotContain("a.pdf", draft.Text, StringComparison.Ordinal);
        await clinician.SubmitAsync(draft, "form[action$='/respond']", [], button: "check");
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/respond/check"), "main form[method=post]", []);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        using var zip = new ZipArchive(new MemoryStream(await (await _app.SignInAsync(TestWorld.Caseworker)).Client.GetByteArrayAsync(new Uri($"/assessments/{keys.Reference}/advice.zip", UriKind.Relative))));
        Assert.Contains("Paediatric occupational therapy/b.pdf", zip.Entries.Select(e => e.FullName));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.EndsWith("a.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_papers_of_a_draft_are_not_returned_with_a_nil_return()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (clinician, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", [], [("Files", "wrong child.pdf", SampleFiles.Pdf)], button: "upload");
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/nil-return"), "main form[method=post]", new() { ["Reason"] = "NotKnown", ["SetAside"] = "true" });

        Assert.DoesNotContain("wrong child.pdf", (await dco.GetAsync($"/check/{id}")).Text, StringComparison.Ordinal);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        Assert.DoesNotContain("wrong child.pdf", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        Assert.Null((await DocumentsAsync(id)).Single().ReturnedUtc);
    }

    [Fact]
    public async Task An_answer_that_came_in_meanwhile_is_said_before_its_request_is_closed()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var open = await dco.GetAsync($"/advice-requests/{id}/close");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/nil-return"), "main form[method=post]", new() { ["Reason"] = "NotKnown" });

        var asked = await dco.SubmitAsync(open, "main form", new() { ["Why"] = "mistake" });
        Assert.Contains("An answer is there", asked.Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.ToCheck, (await RequestAsync(id)).Stage);
        await dco.SubmitAsync(asked, "main form", []);

        Assert.Equal(RequestStage.Closed, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task A_second_click_on_withdrawing_changes_nothing()
    {
        var (_, id) = await ReturnedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var form = await dco.GetAsync($"/advice-requests/{id}/withdraw");
        Dictionary<string, string?> typed = new() { ["What"] = (await AnswerIdAsync(id)).ToString(), ["Reason"] = "WrongVersion", ["Words"] = "A draft", ["Next"] = "version", ["AskWords"] = "The final one" };
        await dco.SubmitAsync(form, "form[action$='/withdraw']", typed);

        await dco.SubmitAsync(form, "form[action$='/withdraw']", typed);

        await using var db = _app.Database();
        Assert.Equal((1, 1), (await db.Withdrawals.CountAsync(), await db.Emails.CountAsync(e => e.Template == "answer-withdrawn")));
    }

    [Fact]
    public async Task What_was_asked_of_the_service_meanwhile_is_seen_before_more_is_withdrawn_and_can_be_replaced()
    {
        var (_, id) = await ReturnedAsync("one.pdf", "two.pdf");
        var (priya, dan) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        var open = await dan.GetAsync($"/advice-requests/{id}/withdraw");
        await using var db = _app.Database();
        var (answer, document) = (await AnswerIdAsync(id), await db.Documents.Where(d => d.ReturnedUtc != null).Select(d => d.Id).FirstAsync());
        await WithdrawAsync(priya, id, $"{answer}:{document}", next: "addendum");
        Dictionary<string, string?> typed = new() { ["What"] = $"{answer}", ["Reason"] = "OtherChild", ["Words"] = "It names his brother", ["Next"] = "version", ["AskWords"] = "All of it again" };

        var told = await dan.SubmitAsync(open, "form[action$='/withdraw']", typed);

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Nothing was withdrawn yet. Addendum to the answer asked for, by Priya Nair", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Contains("asked for an addendum already: Please send the final version", told.Text, StringComparison.Ordinal);
        Assert.Equal(("It names his brother", "All of it again"), (told.Find("#Words").TextContent, told.Find("#AskWords").TextContent));
        Assert.Null((await db.ReturnedAnswers.SingleAsync()).WithdrawnUtc);
        await dan.SubmitAsync(told, "form[action$='/withdraw']", new() { ["Next"] = "version" });
        var asked = await RequestAsync(id);
        Assert.Equal((RequestStage.Reopened, AnswerKind.Version, "All of it again"), (asked.Stage, asked.NextAnswer, asked.SentBackComment));
        Assert.Contains("All of it again", (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await db.Emails.CountAsync(e => e.Template == "new-answer-asked"));
    }

    [Fact]
    public async Task An_addendum_is_not_left_with_nothing_beside_it()
    {
        var (_, id) = await ReturnedAsync("one.pdf", "two.pdf");
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await using var db = _app.Database();
        var (answer, document) = (await AnswerIdAsync(id), await db.Documents.Where(d => d.ReturnedUtc != null).Select(d => d.Id).FirstAsync());
        var first = await WithdrawAsync(dco, id, $"{answer}", next: "addendum");
        await WithdrawAsync(dco, id, $"{answer}:{document}", next: "addendum");

        var second = await WithdrawAsync(dco, id, $"{answer}", next: "asked");

        foreach (var refused in new[] { first, second }) { Assert.Equal(["An addendum would be left with nothing beside it. Ask for a new version of the whole answer"], refused.Errors); }
        Assert.Null((await db.ReturnedAnswers.SingleAsync()).WithdrawnUtc);
    }

    [Fact]
    public async Task What_the_service_has_written_of_an_addendum_is_not_lost_when_a_version_is_asked_for_instead()
    {
        var (_, id) = await ReturnedAsync("one.pdf", "two.pdf");
        var (dco, clinician) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Clinician));
        await using var db = _app.Database();
        var (answer, document) = (await AnswerIdAsync(id), await db.Documents.Where(d => d.ReturnedUtc != null).Select(d => d.Id).FirstAsync());
        await WithdrawAsync(dco, id, $"{answer}:{document}", next: "addendum");
        var check = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", new() { ["Needs"] = "Tires by noon", ["Provision"] = "A rest" }, null, "check");
        await WithdrawAsync(dco, id, $"{answer}", next: "version");

        var again = await clinician.SubmitAsync(check, "main form[method=post]", []);

        Assert.Contains("The advice changed meanwhile", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Contains("Tires by noon", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_withdrawn_answer_stays_in_the_text_that_the_service_has_begun_from_it()
    {
        var (_, id) = await ReturnedAsync();
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var begun = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/more"), "form[action$='/more']", new() { ["Kind"] = "Version", ["What"] = "Dates were wrong" });
        Assert.Contains("Zoë holds a pencil", begun.Text, StringComparison.Ordinal);

        await WithdrawAsync(await _app.SignInAsync(TestWorld.Administrator), id, (await AnswerIdAsync(id)).ToString(), WithdrawalReason.OtherChild, "asked");

        Assert.DoesNotContain("Zoë holds a pencil", (await clinician.GetAsync($"/advice-requests/{id}/respond")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.AdviceResponses.SingleAsync(r => r.Id == id)).Needs);
        Assert.Equal("Zoë holds a pencil", (await db.ReturnedAnswers.SingleAsync(r => r.AdviceRequestId == id)).Needs);
    }

    [Fact]
    public async Task Who_withdraws_what_a_colleague_has_withdrawn_is_told_so_and_keeps_the_words()
    {
        var (_, id) = await ReturnedAsync();
        var (first, second) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        var open = await second.GetAsync($"/advice-requests/{id}/withdraw");
        var answer = (await AnswerIdAsync(id)).ToString();
        await WithdrawAsync(first, id, answer);

        var late = await second.SubmitAsync(open, "form[action$='/withdraw']", new() { ["What"] = answer, ["Reason"] = "OtherChild", ["Words"] = "It names his brother", ["Next"] = "nothing" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("A colleague has withdrawn this already", late.Text, StringComparison.Ordinal);
        Assert.Contains("It names his brother", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_whose_only_advice_was_withdrawn_stays_in_the_DCO_service_s_work_until_somebody_has_settled_it()
    {
        var (keys, id) = await ReturnedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await WithdrawAsync(dco, id, (await AnswerIdAsync(id)).ToString(), WithdrawalReason.NotAgreed, "nothing");

        Assert.Contains("Advice withdrawn, nothing in its place", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("The advice returned was withdrawn", (await dco.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        Assert.Contains("Withdrawn", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/advice-requests?box=Returned")).Find("table").TextContent, StringComparison.Ordinal);
        var question = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}"), "form[action$='/let-stand']", []);
        Assert.Contains("the Designated Clinical Officer is told, and decides what follows", question.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(question, "form[action$='/let-stand']", []);

        Assert.DoesNotContain("nothing in its place", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.Returned, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task An_addendum_stands_beside_the_version_and_the_file_of_all_advice_says_which_is_which()
    {
        var (keys, id) = await ReturnedAsync();
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var begun = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/more"), "form[action$='/more']", new() { ["Kind"] = "Addendum", ["What"] = "The test results came" });
        Assert.DoesNotContain("Zoë holds a pencil", begun.Text, StringComparison.Ordinal);
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.Contains("report.pdf", (await authority.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);

        await AnswerAndReturnAsync(id, ["results.pdf"], "Results");
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/more"), "form[action$='/more']", new() { ["Kind"] = "Version", ["What"] = "Dates were wrong" });
        await AnswerAndReturnAsync(id, ["the second.pdf"], "Zoë writes");

        var page = await authority.GetAsync($"/assessments/{keys.Reference}");
        foreach (var line in new[] { "Version 2, the one to use", "Addendum 1, beside the version", "Version 1, replaced by version 2" }) { Assert.Contains(line, page.Text, StringComparison.Ordinal); }
        using var zip = new ZipArchive(new MemoryStream(await authority.Client.GetByteArrayAsync(new Uri($"/assessments/{keys.Reference}/advice.zip", UriKind.Relative))));
        Assert.Equal(
            ["Paediatric occupational therapy, addendum 1/Written advice.html", "Paediatric occupational therapy, addendum 1/results.pdf", "Paediatric occupational therapy, version 1, replaced/Written advice.html", "Paediatric occupational therapy, version 1, replaced/report.pdf", "Paediatric occupational therapy/Written advice.html", "Paediatric occupational therapy/report.pdf", "Paediatric occupational therapy/the second.pdf", "index.html"],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        using var index = new StreamReader(zip.GetEntry("index.html")!.Open());
        Assert.Contains("Version 1, replaced by version 2", await index.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_that_is_not_needed_after_all_leaves_the_answer_as_it_was()
    {
        var (keys, id) = await ReturnedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var asked = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), "form[action$='/more']", new() { ["Kind"] = "Version", ["What"] = "Say how often" });
        Assert.Contains("New answers asked for", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);

        await dco.SubmitAsync(asked, "form[action$='/let-stand']", []);

        Assert.Equal((RequestStage.Returned, 1), ((await RequestAsync(id)).Stage, (await RequestAsync(id)).VersionCount));
        Assert.Contains("report.pdf", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(TestWorld.Clinician, (await db.Emails.SingleAsync(e => e.Template == "answer-stands")).To);
    }

    [Fact]
    public async Task A_request_sent_by_mistake_is_withdrawn_and_the_service_no_longer_sees_it()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (dco, clinician) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Clinician));
        Assert.Equal(HttpStatusCode.OK, (await clinician.GetAsync($"/advice-requests/{id}")).Status);

        var next = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "elsewhere", ["Reason"] = "It is physiotherapy" });

        Assert.Contains("Request withdrawn", next.Text, StringComparison.Ordinal);
        Assert.NotNull(next.Document.QuerySelector("form[action$='/request-advice']"));
        Assert.Equal(HttpStatusCode.NotFound, (await clinician.GetAsync($"/advice-requests/{id}")).Status);
        await using var db = _app.Database();
        var told = await db.Emails.SingleAsync(e => e.Template == "advice-request-withdrawn");
        Assert.Equal(TestWorld.Clinician, told.To);
        // another service is asked, so that nobody is told of a mistake alone
        Assert.Contains("it was sent by mistake, or another service is asked instead", told.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-needed", HttpStatusCode.Conflict)]
    [InlineData("mistake", HttpStatusCode.NotFound)]
    public async Task What_a_clinician_typed_while_the_request_was_closed_or_withdrawn_is_given_back(string why, HttpStatusCode status)
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (clinician, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        var open = await clinician.GetAsync($"/advice-requests/{id}/respond");
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = why });

        var late = await clinician.SubmitAsync(open, "form[action$='/respond']", new() { ["Needs"] = "She holds a pencil in her fist" }, button: "check");

        Assert.Equal(status, late.Status);
        Assert.Contains("She holds a pencil in her fist", late.Text, StringComparison.Ordinal);
        Assert.Contains("was not saved", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_request_is_opened_again_where_it_was_with_the_due_date_it_had()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (dco, due) = (await _app.SignInAsync(TestWorld.Administrator), (await RequestAsync(id)).DueOn);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "mistake" });
        _app.Time.Advance(TimeSpan.FromDays(3));
        dco = await _app.SignInAsync(TestWorld.Administrator);

        var form = await dco.GetAsync($"/advice-requests/{id}/reopen");
        Assert.Contains("Say why it is opened again", (await dco.SubmitAsync(form, "form[action$='/reopen']", new() { ["Reason"] = "-" })).Text, StringComparison.Ordinal);
        await dco.SubmitAsync(form, "form[action$='/reopen']", new() { ["Reason"] = "It was the right service after all" });

        var request = await RequestAsync(id);
        Assert.Equal((RequestStage.WithService, due, true), (request.Stage, request.DueOn, request.ShownToService));
        Assert.Equal(HttpStatusCode.OK, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{id}")).Status);
    }

    [Fact]
    public async Task A_case_whose_last_request_was_sent_by_mistake_is_in_triage_again_and_undo_takes_it_out()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.DoesNotContain(keys.Reference, (await dco.GetAsync("/triage")).Text, StringComparison.Ordinal);

        var closed = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "mistake" });
        Assert.Contains(keys.Reference, (await dco.GetAsync("/triage")).Text, StringComparison.Ordinal);
        await dco.SubmitAsync(closed, "form[action^='/undo']", []);

        Assert.DoesNotContain(keys.Reference, (await dco.GetAsync("/triage")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.WithService, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task What_was_closed_is_not_opened_again_for_somebody_whom_the_family_has_excluded_since()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Family.DoNotShareWith = "Gwen Pritchard");
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Close("Sent by mistake", DateTime.UnixEpoch));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/reopen"), "form[action$='/reopen']", new() { ["Reason"] = "Needed after all" });

        Assert.Contains("The family may not want information shared with who had this request", page.Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.Closed, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task A_closed_request_is_not_opened_again_once_the_same_service_was_asked_anew()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Close("Not needed", DateTime.UnixEpoch));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/reopen"), "form[action$='/reopen']", new() { ["Reason"] = "Needed" });

        Assert.Contains("The same service was asked again since", page.Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.Closed, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task Early_information_is_not_opened_again_once_the_authority_has_decided_not_to_assess()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Close("Not needed", DateTime.UnixEpoch));
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var form = await dco.GetAsync($"/advice-requests/{id}/reopen");
        await using (var db = _app.Database())
        {
            (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).Decide(AssessmentDecision.DoNotAssess, new(2026, 11, 21), new(2026, 11, 21));
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }

        var pressed = await dco.SubmitAsync(form, "form[action$='/reopen']", new() { ["Reason"] = "Pressed on the wrong case" });

        Assert.Contains("has decided not to assess", pressed.Text, StringComparison.Ordinal);
        Assert.Contains("has decided not to assess", (await dco.GetAsync($"/advice-requests/{id}/reopen")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.Closed, (await RequestAsync(id)).Stage);
    }

    private async Task<DcoPortal.Domain.Incidents.Incident> IncidentAsync()
    {
        await using var db = _app.Database();
        return await db.Incidents.AsNoTracking().SingleAsync();
    }
}
