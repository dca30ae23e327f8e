using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class RespondTests : IDisposable
{
    private const string Form = "main form[enctype]";
    private const string CheckForm = "main form[action$='/respond/check']";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(TestWorld.Clinician, true)]
    [InlineData(TestWorld.Administrator, false)]
    public async Task Whoever_of_the_service_goes_straight_to_the_answer_has_opened_the_request(string who, bool opened)
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);

        await (await _app.SignInAsync(who)).GetAsync($"/advice-requests/{id}/respond");

        await using var db = _app.Database();
        Assert.Equal(opened, (await db.AdviceRequests.SingleAsync(r => r.Id == id)).FirstOpenedUtc is not null);
    }

    [Fact]
    public async Task A_corrected_report_of_the_same_name_is_told_apart_from_the_one_that_it_corrects()
    {
        var (keys, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form, new() { ["Summary"] = "Needs a writing slope." }, [("Files", "OT report.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td (The brother) Tj ET"))], "upload");
        Assert.DoesNotContain(Told, page.Text, StringComparison.Ordinal);
        _app.Time.Advance(TimeSpan.FromMinutes(5));

        page = await browser.SubmitAsync(page, Form, [], [("Files", "OT Report.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td (The child) Tj ET"))], "upload");
        var check = await browser.SubmitAsync(page, Form, [], null, "check");
        await browser.SubmitAsync(check, CheckForm, []);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var checking = await dco.GetAsync($"/check/{id}");
        await dco.SubmitAsync(checking, "form[action$='/accept']", [], button: "return");

        Assert.All([page, check, checking], p => Assert.Contains(Told, p.Text, StringComparison.Ordinal));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        foreach (var read in new[] { await carol.GetAsync($"/advice-requests/{id}"), await carol.GetAsync($"/assessments/{keys.Reference}") })
        {
            Assert.Contains("OT report.pdf", read.Text, StringComparison.Ordinal);
            Assert.Contains("OT Report (2).pdf", read.Text, StringComparison.Ordinal);
        }
    }

    private const string Told = "‘OT report.pdf’ and ‘OT Report (2).pdf’ have one name. If one corrects another";

    [Fact]
    public async Task A_clinician_uploads_a_document_with_a_summary_and_submits_it()
    {
        var (keys, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{id}/respond");

        page = await browser.SubmitAsync(page, Form, new() { ["Summary"] = "Needs a writing slope." }, [("Files", "report.pdf", SampleFiles.Pdf)], "upload");
        Assert.Contains("report.pdf", page.Find(".dco-files").TextContent, StringComparison.Ordinal);
        Assert.Equal("Needs a writing slope.", page.Find("#Summary").TextContent);
        var check = await browser.SubmitAsync(page, Form, [], null, "check");
        Assert.EndsWith("/respond/check", check.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("report.pdf", check.Text, StringComparison.Ordinal);
        Assert.Contains("Needs a writing slope.", check.Text, StringComparison.Ordinal);
        var done = await browser.SubmitAsync(check, CheckForm, []);

        Assert.Equal("Advice submitted", done.Find("h1").TextContent);
        Assert.Contains("The DCO service checks your answer", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal("Gwen Pritchard", request.SubmittedByName);
        Assert.Equal(new DateOnly(2026, 11, 21), request.SubmittedOn);
        var email = await db.Emails.SingleAsync(e => e.AdviceRequestId == id && e.Template == "advice-submitted");
        Assert.Equal($"submitted:{id:N}:1", email.UniqueKey);
        Assert.Equal(await db.Icbs.Where(i => i.OdsCode == "QE1").Select(i => i.DcoInbox).SingleAsync(), email.To);
        Assert.DoesNotContain("Ashworth", email.Body, StringComparison.Ordinal);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "AdviceSubmitted" && e.AssessmentId == keys.AssessmentId && e.ActorName == "Gwen Pritchard"));
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "DocumentUploaded" && e.AdviceRequestId == id));
    }

    [Fact]
    public async Task A_draft_is_saved_and_is_there_when_the_clinician_comes_back()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{id}/respond");
        Assert.StartsWith("Gwen Pritchard, Occupational therapist", page.Find("#Author").GetAttribute("value"), StringComparison.Ordinal);

        var saved = await browser.SubmitAsync(page, Form, new() { ["Needs"] = "Finds zips hard." }, null, "draft");
        var later = await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{id}/respond");

        Assert.Contains("Draft saved", saved.Text, StringComparison.Ordinal);
        Assert.Equal("Finds zips hard.", later.Find("#Needs").TextContent);
        await browser.SubmitAsync(later, Form, [], null, "draft");
        await using var db = _app.Database();
        Assert.Null((await db.AdviceRequests.SingleAsync(r => r.Id == id)).SubmittedUtc);
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "AdviceDraftSaved" && e.AdviceRequestId == id));
    }

    [Fact]
    public async Task Advice_with_neither_a_document_nor_written_needs_and_provision_is_not_submitted()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{id}/respond");

        var nothing = await browser.SubmitAsync(page, Form, [], null, "check");
        var onlyNeeds = await browser.SubmitAsync(nothing, Form, new() { ["Needs"] = "Finds zips hard." }, null, "check");
        var noSummary = await browser.SubmitAsync(onlyNeeds, Form, new() { ["Needs"] = "" }, [("Files", "a.pdf", SampleFiles.Pdf)], "check");
        var straight = await browser.GetAsync($"/advice-requests/{id}/respond/check");

        Assert.Equal(["Upload a document with a short summary, or write the needs and the provision"], nothing.Errors);
        Assert.Equal(["Enter the provision that is needed, or upload a document that says it"], onlyNeeds.Errors);
        Assert.Equal("Finds zips hard.", onlyNeeds.Find("#Needs").TextContent);
        Assert.Equal(["Write a short summary of what you have uploaded"], noSummary.Errors);
        Assert.EndsWith("/respond", straight.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_refused_say_why_and_the_good_ones_are_kept()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{id}/respond");
        var big = new byte[25 * 1024 * 1024 + 1];
        SampleFiles.Pdf.CopyTo(big, 0);

        page = await browser.SubmitAsync(page, Form, new() { ["Summary"] = "Typed before." },
            [("Files", "good.pdf", SampleFiles.Pdf), ("Files", "tool.exe", [1, 2, 3]), ("Files", "picture.png", SampleFiles.Pdf), ("Files", "big.pdf", big), ("Files", "again.pdf", SampleFiles.Pdf)], "upload");

        Assert.Collection(page.Errors,
            e => Assert.Contains("‘tool.exe’ must be a PDF", e, StringComparison.Ordinal),
            e => Assert.Contains("‘picture.png’ is really a PDF", e, StringComparison.Ordinal),
            e => Assert.Contains("‘big.pdf’ must be smaller than 25 MB", e, StringComparison.Ordinal),
            e => Assert.Contains("‘again.pdf’ is already uploaded as ‘good.pdf’", e, StringComparison.Ordinal));
        Assert.Single(page.All(".dco-files li"));
        Assert.Equal("Typed before.", page.Find("#Summary").TextContent);
        await using var db = _app.Database();
        Assert.Equal(1, await db.Documents.CountAsync(d => d.AdviceRequestId == id));
    }

    [Fact]
    public async Task A_scan_is_marked_for_who_uploads_it_and_for_who_checks_it()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form, new() { ["Summary"] = "An old letter." }, [("Files", "letter.pdf", SampleFiles.ScannedPdf)], "upload");

        var check = await browser.SubmitAsync(page, Form, new() { ["Summary"] = "An old letter." }, button: "check");
        await browser.SubmitAsync(check, CheckForm, []);
        var answer = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{id}");

        foreach (var seen in new[] { page, check, answer }) { Assert.Equal("Scan: no text in it", Assert.Single(seen.All(".dco-scan")).TextContent); }
    }

    [Fact]
    public async Task A_document_can_be_taken_out_before_submission_and_its_row_stays_for_the_trail()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form, [], [("Files", "a.pdf", SampleFiles.Pdf)], "upload");
        var document = page.Find("button[name=remove]").GetAttribute("value")!;

        page = await browser.SubmitAsync(page, Form, new() { ["remove"] = document, ["Needs"] = "Kept" });

        Assert.Empty(page.All(".dco-files li"));
        Assert.Equal("Kept", page.Find("#Needs").TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{document}")).Status);
        await using var db = _app.Database();
        Assert.NotNull((await db.Documents.SingleAsync(d => d.AdviceRequestId == id)).RemovedUtc);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "DocumentRemoved" && e.AdviceRequestId == id));
    }

    [Fact]
    public async Task Submitting_twice_shows_the_same_page_and_sends_one_email()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var check = await WriteAsync(browser, id);

        var first = await browser.SubmitAsync(check, CheckForm, []);
        var second = await browser.SubmitAsync(check, CheckForm, []);
        var back = await browser.GetAsync($"/advice-requests/{id}/respond");

        Assert.Equal(first.Url, second.Url);
        Assert.Equal("Advice submitted", second.Find("h1").TextContent);
        Assert.Contains("already been answered", back.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(1, await db.Emails.CountAsync(e => e.AdviceRequestId == id));
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "AdviceSubmitted" && e.AdviceRequestId == id));
    }

    [Fact]
    public async Task Two_colleagues_writing_at_once_lose_nothing_and_are_told()
    {
        var (_, id) = await RequestAsync(professional: null);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var tariq = await _app.SignInAsync(TestWorld.Colleague);
        var gwens = await gwen.GetAsync($"/advice-requests/{id}/respond");
        var tariqs = await tariq.GetAsync($"/advice-requests/{id}/respond");
        await gwen.SubmitAsync(gwens, Form, new() { ["Needs"] = "What Gwen wrote" }, null, "draft");

        var told = await tariq.SubmitAsync(tariqs, Form, new() { ["Needs"] = "What Tariq wrote" }, null, "draft");

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Gwen Pritchard saved this draft", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal("What Tariq wrote", told.Find("#Needs").TextContent);
        Assert.Contains("What Gwen wrote", told.Text, StringComparison.Ordinal);
        var knowing = await tariq.SubmitAsync(told, Form, new() { ["Needs"] = "What Gwen wrote, and Tariq" }, null, "draft");
        Assert.Contains("Draft saved", knowing.Text, StringComparison.Ordinal);
        Assert.Equal("What Gwen wrote, and Tariq", knowing.Find("#Needs").TextContent);
    }

    [Fact]
    public async Task A_draft_that_saves_itself_is_no_conflict_with_its_own_writer()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{id}/respond");
        page.Find(Form).SetAttribute("action", $"/advice-requests/{id}/respond/draft");

        var first = await browser.PostAsync(page, Form, new() { ["Needs"] = "One" });
        var second = await browser.PostAsync(page, Form, new() { ["Needs"] = "One two" });

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
        Assert.Equal("One two", (await browser.GetAsync($"/advice-requests/{id}/respond")).Find("#Needs").TextContent);
    }

    [Fact]
    public async Task A_file_chosen_in_place_of_one_that_is_removed_is_taken_with_that_press()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form, [], [("Files", "old.pdf", SampleFiles.Pdf)], "upload");
        var old = page.Find("button[name=remove]").GetAttribute("value")!;

        var after = await browser.SubmitAsync(page, Form, [], [("Files", "new signed.pdf", [.. SampleFiles.Pdf, (byte)'%'])], old);

        Assert.Contains("‘old.pdf’ removed. ‘new signed.pdf’ uploaded. Your draft is saved.", after.Text, StringComparison.Ordinal);
        Assert.Contains("new signed.pdf", after.Find(".dco-files").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("old.pdf", after.Find(".dco-files").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_is_too_long_stops_no_other_part_from_saving_itself()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{id}/respond");
        page.Find(Form).SetAttribute("action", $"/advice-requests/{id}/respond/draft");
        await browser.PostAsync(page, Form, new() { ["Needs"] = "Saved first" });

        var answer = await browser.PostAsync(page, Form, new() { ["Needs"] = new string('x', 20_070), ["Provision"] = "Weekly sessions" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var saved = await browser.GetAsync($"/advice-requests/{id}/respond");
        Assert.Equal(("Saved first", "Weekly sessions"), (saved.Find("#Needs").TextContent, saved.Find("#Provision").TextContent));
    }

    [Theory]
    [InlineData("/respond")]
    [InlineData("/respond/draft")]
    public async Task A_second_window_of_the_same_person_does_not_save_over_the_first_unseen(string saves)
    {
        var (_, id) = await RequestAsync();
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var (older, newer) = (await gwen.GetAsync($"/advice-requests/{id}/respond"), await gwen.GetAsync($"/advice-requests/{id}/respond"));
        foreach (var page in new[] { older, newer }) { page.Find(Form).SetAttribute("action", $"/advice-requests/{id}{saves}"); }
        await gwen.PostAsync(newer, Form, new() { ["Needs"] = "What she wrote for an hour" });
        await gwen.PostAsync(newer, Form, new() { ["Needs"] = "What she wrote for an hour, and more" });

        Assert.Equal(HttpStatusCode.Conflict, (await gwen.PostAsync(older, Form, new() { ["Outcomes"] = "One letter" })).StatusCode);

        await using var db = _app.Database();
        var kept = await db.AdviceResponses.SingleAsync(r => r.Id == id);
        Assert.Equal(("What she wrote for an hour, and more", null), (kept.Needs, kept.Outcomes));
    }

    [Fact]
    public async Task Who_wrote_in_two_windows_sees_both_and_the_next_save_replaces_knowingly()
    {
        var (_, id) = await RequestAsync();
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var older = await gwen.GetAsync($"/advice-requests/{id}/respond");
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), Form, new() { ["Needs"] = "In the newer window" }, null, "draft");

        var told = await gwen.SubmitAsync(older, Form, new() { ["Outcomes"] = "In the older window" }, null, "draft");

        Assert.Contains("You, in another window, saved this draft", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Contains("In the newer window", told.Find(".nhsuk-warning-callout, .nhsuk-card").TextContent, StringComparison.Ordinal);
        Assert.Equal("In the older window", told.Find("#Outcomes").TextContent);
        Assert.Contains("Draft saved", (await gwen.SubmitAsync(told, Form, new() { ["Needs"] = "In both" }, null, "draft")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_after_it_was_checked_is_not_submitted_unseen()
    {
        var (_, id) = await RequestAsync(professional: null);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var tariq = await _app.SignInAsync(TestWorld.Colleague);
        var check = await WriteAsync(gwen, id);
        await tariq.SubmitAsync(await tariq.GetAsync($"/advice-requests/{id}/respond"), Form, new() { ["Outcomes"] = "Added later" }, null, "draft");

        var again = await gwen.SubmitAsync(check, CheckForm, []);

        Assert.EndsWith("/respond/check", again.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("The advice changed meanwhile", again.Text, StringComparison.Ordinal);
        Assert.Contains("Added later", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_it_is_sent_back_the_earlier_answer_is_there_and_a_second_email_goes()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        await browser.SubmitAsync(await WriteAsync(browser, id), CheckForm, []);
        await _app.ChangeRequestAsync(id, r => r.SendBack("Please add how often.", _app.Time.GetUtcNow().UtcDateTime));

        var page = await browser.GetAsync($"/advice-requests/{id}/respond");
        Assert.Contains("Please add how often.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Finds zips hard.", page.Find("#Needs").TextContent);
        var check = await browser.SubmitAsync(page, Form, new() { ["Provision"] = "Occupational therapy, weekly for a term." }, null, "check");
        await browser.SubmitAsync(check, CheckForm, []);

        await using var db = _app.Database();
        Assert.Equal(2, await db.Emails.CountAsync(e => e.AdviceRequestId == id && e.Template == "advice-submitted"));
    }

    [Fact]
    public async Task A_document_of_the_answer_before_that_stands_unchanged_beside_a_new_one_is_told()
    {
        const string told = "‘October.pdf’ was in the answer before, and is unchanged beside what is new";
        var (_, id) = await RequestAsync();
        var (browser, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        var first = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form, new() { ["Summary"] = "Needs a writing slope." }, [("Files", "October.pdf", SampleFiles.Pdf)], "check");
        await browser.SubmitAsync(first, CheckForm, []);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), "form[action$='/more']", new() { ["Kind"] = "Version", ["What"] = "The dose is wrong" });
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(told, (await browser.GetAsync($"/advice-requests/{id}/respond")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed since it was asked for", (await browser.GetAsync($"/advice-requests/{id}/respond/check")).Text, StringComparison.Ordinal);

        var check = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form, [], [("Files", "Corrected.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td (The dose) Tj ET"))], "check");
        await browser.SubmitAsync(check, CheckForm, []);

        Assert.All([check, await dco.GetAsync($"/check/{id}")], p => Assert.Contains(told, p.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_sent_back_and_not_changed_says_so_before_it_is_submitted_and_to_whoever_checks_it(bool isChanged)
    {
        const string told = "Nothing has changed since it was sent back";
        var (_, id) = await RequestAsync();
        var (browser, dco) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Administrator));
        await browser.SubmitAsync(await WriteAsync(browser, id), CheckForm, []);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", new() { ["Comment"] = "Say how often" }, button: "Send back");
        _app.Time.Advance(TimeSpan.FromMinutes(1));

        var check = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form, isChanged ? new() { ["Provision"] = "Weekly" } : [], null, "check");
        await browser.SubmitAsync(check, CheckForm, []);

        Assert.Contains("Say how often", check.Text, StringComparison.Ordinal);
        Assert.Equal((!isChanged, !isChanged), (check.Text.Contains(told, StringComparison.Ordinal), (await dco.GetAsync($"/check/{id}")).Text.Contains(told, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_dco_administrator_records_advice_that_came_by_email_and_the_record_says_so()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var check = await WriteAsync(browser, id);

        var asked = await browser.SubmitAsync(check, CheckForm, []);
        Assert.Equal(["Select how the answer reached you", "Enter whose answer it is"], asked.Errors);
        var done = await browser.SubmitAsync(asked, CheckForm, new() { ["ReceivedBy"] = "email", ["ReceivedFrom"] = "Gwen Pritchard" });

        Assert.Contains("Priya Nair, received by email from Gwen Pritchard", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("Priya Nair, received by email from Gwen Pritchard", (await db.AdviceRequests.SingleAsync(r => r.Id == id)).SubmittedByName);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "AdviceSubmitted" && e.ActorName == "Priya Nair"));
    }

    [Fact]
    public async Task Only_those_who_may_answer_reach_the_pages_and_only_for_their_own_requests()
    {
        var (_, id) = await RequestAsync();
        foreach (var (email, expected) in new[]
        {
            (TestWorld.OtherClinician, HttpStatusCode.NotFound), (TestWorld.Colleague, HttpStatusCode.NotFound), (TestWorld.OtherLead, HttpStatusCode.NotFound),
            (TestWorld.FarAdministrator, HttpStatusCode.NotFound), (TestWorld.Lead, HttpStatusCode.OK),
            (TestWorld.Caseworker, HttpStatusCode.Forbidden), (TestWorld.BoardMember, HttpStatusCode.Forbidden), (TestWorld.SystemAdministrator, HttpStatusCode.Forbidden),
        })
        {
            var browser = await _app.SignInAsync(email);
            foreach (var path in new[] { "respond", "nil-return", "pass-on", "exemption" })
            {
                var page = await browser.GetAsync($"/advice-requests/{id}/{path}");
                Assert.True(page.Status == expected, $"{email} {path}: {page.Status}");
            }
        }
    }

    [Fact]
    public async Task Somebody_whose_session_ended_is_asked_to_sign_in_and_nothing_changes()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{id}/respond");
        await browser.SubmitAsync(page, "form[action*='sign-out']", []);

        var after = await browser.SubmitAsync(page, Form, new() { ["Needs"] = "Typed too late" }, null, "draft");

        Assert.Equal("/account/sign-in", after.Url.AbsolutePath);
        await using var db = _app.Database();
        Assert.False(await db.AdviceResponses.AnyAsync(r => r.Id == id));
    }

    [Fact]
    public async Task The_authority_cannot_open_a_document_or_read_advice_that_was_not_returned()
    {
        var (_, id) = await RequestAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form, new() { ["Summary"] = "Secret until returned" }, [("Files", "a.pdf", SampleFiles.Pdf)], "upload");
        var document = page.Find("button[name=remove]").GetAttribute("value")!;
        await browser.SubmitAsync(await browser.SubmitAsync(page, Form, [], null, "check"), CheckForm, []);

        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var seen = await caseworker.GetAsync($"/advice-requests/{id}");

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain("Secret", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a.pdf", seen.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await caseworker.GetAsync($"/documents/{document}")).Status);
    }

    private async Task<(CaseKeys Keys, Guid Id)> RequestAsync() => await RequestAsync(TestWorld.Gwen);

    private async Task<(CaseKeys Keys, Guid Id)> RequestAsync(Guid? professional)
    {
        var keys = await _app.AssessmentAsync();
        return (keys, await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, professional));
    }

    private static async Task<Page> WriteAsync(PortalBrowser browser, Guid id) =>
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), Form,
            new() { ["Needs"] = "Finds zips hard.", ["Provision"] = "Occupational therapy, weekly." }, null, "check");
}
