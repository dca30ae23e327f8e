using System.Net;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class SharingTests : IDisposable
{
    private const string Form = "main form";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_family_s_wish_changes_on_any_day_with_who_said_so_and_the_old_one_stays_in_the_activity()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Family.Sharing = DcoPortal.Domain.Assessments.SharingAgreement.Agreed);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, Objects("Dr Nobody", "The mother, by phone", consent: "The school report"));

        Assert.Contains("The family’s wish is recorded.", done.Text, StringComparison.Ordinal);
        Assert.Contains("The mother, by phone, 21 November 2026", done.Find("#child").TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        var family = (await db.Assessments.SingleAsync()).Family;
        Assert.Equal(("Dr Nobody", "The school report", new DateOnly(2026, 11, 21), "The mother, by phone"), (family.DoNotShareWith, family.SharingConsent, family.SharingSaidOn!.Value, family.SharingSaidBy));
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "SharingWishChanged");
        Assert.Equal(("Agrees to sharing with those who advise", "Objects to sharing. Not with, or not: Dr Nobody. Agreed to: The school report", "The mother, by phone, 21 November 2026"), (fact.Before, fact.After, fact.Reason));
        var email = await db.Emails.SingleAsync(e => e.Template == "sharing-changed");
        Assert.DoesNotContain("Nobody", email.Subject + email.Body, StringComparison.Ordinal);
        Assert.Equal(await db.Icbs.Where(i => i.Id == keys.IcbId).Select(i => i.DcoInbox).SingleAsync(), email.To);
    }

    [Fact]
    public async Task Beside_a_wish_stand_the_papers_that_every_service_can_open_and_one_of_them_is_taken_out_there()
    {
        var keys = await _app.AssessmentAsync();
        var meant = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var add = await carol.GetAsync($"/assessments/{keys.Reference}/add");
        await carol.SubmitAsync(add, "#add", [], [("Files", "Social care report.pdf", SampleFiles.Pdf)]);

        await carol.SubmitAsync(await PageAsync(carol, keys.Reference), Form, Objects("Occupational therapists must not have the social care report", "The mother, by phone"));

        var dco = await _app.SignInAsync(TestWorld.Administrator);
        foreach (var (browser, path) in new[] { (carol, $"/assessments/{keys.Reference}/sharing"), (dco, $"/assessments/{keys.Reference}/request-advice"), (dco, $"/advice-requests/{meant}/sharing") })
        {
            var page = await browser.GetAsync(path);
            Assert.Contains("every service that is asked can open these", page.Text, StringComparison.Ordinal);
            Assert.Contains("Social care report.pdf", page.Find("main a[href$='/take-out']").TextContent, StringComparison.Ordinal);
        }
        Assert.Contains("Occupational therapists must not have the social care report", (await carol.GetAsync($"/assessments/{keys.Reference}/add")).Find("main").TextContent, StringComparison.Ordinal);
        var taking = await dco.GetAsync((await dco.GetAsync($"/advice-requests/{meant}/sharing")).Find("main a[href$='/take-out']").GetAttribute("href")!);
        await dco.SubmitAsync(taking, Form, new() { ["Reason"] = "The mother said no" });
        Assert.DoesNotContain("Social care report.pdf", (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{meant}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_request_to_somebody_excluded_comes_first_in_the_DCO_service_s_work_and_is_stopped()
    {
        var keys = await _app.AssessmentAsync();
        var meant = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var other = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var said = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, Objects("Occupational therapists", "The father, by letter"));
        Assert.Contains("1 open request may go to somebody they exclude: the DCO service is asked to stop or keep it.", said.Text, StringComparison.Ordinal);
        await using (var marked = _app.Database())
        {
            var doubts = await marked.AdviceRequests.ToDictionaryAsync(r => r.Id, r => r.SharingDoubtUtc);
            Assert.NotNull(doubts[meant]);
            Assert.Null(doubts[other]);
        }

        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Equal("Stop or keep a request", (await dco.GetAsync("/")).Find(".dco-first tbody tr th").TextContent.Trim());
        var decide = await dco.GetAsync($"/advice-requests/{meant}/sharing");
        Assert.Contains("Occupational therapists", decide.Text, StringComparison.Ordinal);
        Assert.Empty(decide.All("input[name=Choice][checked]"));
        var done = await dco.SubmitAsync(decide, Form, new() { ["Choice"] = "stop", ["Reason"] = "The father named them." });

        Assert.Contains("is stopped. They no longer see it.", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var stopped = await db.AdviceRequests.SingleAsync(r => r.Id == meant);
        Assert.Equal((RequestStage.Closed, "The family does not want information shared with them. The father named them."), (stopped.Stage, stopped.CloseReason));
        Assert.DoesNotContain("Stop or keep", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.OtherClinician)).GetAsync($"/advice-requests/{meant}")).Status);
    }

    [Fact]
    public async Task Whom_the_family_may_exclude_is_neither_reminded_nor_told_until_somebody_has_decided()
    {
        var keys = await _app.AssessmentAsync();
        var meant = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, Objects("Occupational therapists", "The father, by letter"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{meant}/chase"), "main form", []);
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/correct-details"), "main form", new() { ["Child.Postcode"] = "PR1 2AB", ["Reason"] = "They moved" });

        Assert.Contains("the family may object. Stop or keep it first", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The family may object", (await dco.GetAsync($"/advice-requests/{meant}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.False(await db.Emails.AnyAsync(e => e.To == TestWorld.Clinician));
    }

    [Fact]
    public async Task A_request_that_the_family_does_not_mean_is_kept_with_a_reason()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, Objects("Miss Pritchard of the school", "The mother"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var unsaid = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/sharing"), Form, []);
        Assert.Contains("Select whether the family means them", unsaid.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(unsaid, Form, new() { ["Choice"] = "keep", ["Reason"] = "She means the teacher." });

        await using var db = _app.Database();
        var kept = await db.AdviceRequests.SingleAsync(r => r.Id == request);
        Assert.Equal((RequestStage.WithService, null), (kept.Stage, kept.SharingDoubtUtc));
        Assert.Equal("She means the teacher.", (await db.AuditEntries.SingleAsync(e => e.Fact == "RequestKeptDespiteWish")).Reason);
    }

    [Fact]
    public async Task A_wish_that_no_longer_excludes_anybody_takes_the_doubt_away()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, Objects("Gwen Pritchard", "The mother"));

        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Sharing"] = "Agreed", ["DoNotShareWith"] = "", ["SaidBy"] = "The mother, who changed her mind" });

        await using var db = _app.Database();
        Assert.Null((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
    }

    [Fact]
    public async Task Words_that_name_nobody_known_put_every_open_request_before_the_dco_service()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, Objects("The lady who did the sensory assessment", "The mother"));

        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
    }

    [Fact]
    public async Task A_colleague_whom_the_family_excludes_cannot_be_given_a_request()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Family.DoNotShareWith = "Not Tariq Aziz");
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{request}/pass-on");

        var refused = await browser.SubmitAsync(form, Form, new() { ["To"] = TestWorld.Tariq.ToString() });

        Assert.Contains("The family asked not to share information with somebody who may be Tariq Aziz", refused.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(TestWorld.Gwen, (await db.AdviceRequests.SingleAsync()).ProfessionalId);
    }

    [Fact]
    public async Task Triage_sends_nothing_prepared_for_somebody_whom_the_family_excludes()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/add"), "main form[data-warns]", new() { ["Professionals[0].Name"] = "Gwen Pritchard" });
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, Objects("Gwen Pritchard", "The mother"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["references"] = keys.Reference });

        Assert.Contains($"Nothing was sent for {keys.Reference}: the family may not want somebody there to know.", page.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(RequestStage.ToSend, (await db.AdviceRequests.SingleAsync()).Stage);
    }

    [Fact]
    public async Task An_older_word_replaces_a_newer_objection_only_when_somebody_says_so()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, Objects("Tariq Aziz", "The mother, by phone"));

        var told = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form,
            new() { ["Sharing"] = "Agreed", ["DoNotShareWith"] = "", ["SaidOn.Day"] = "30", ["SaidOn.Month"] = "10", ["SaidBy"] = "The school’s form" });

        Assert.Contains("Something later stands: Objects to sharing. Not with, or not: Tariq Aziz (The mother, by phone, 21 November 2026)", Assert.Single(told.Errors), StringComparison.Ordinal);
        await using (var db = _app.Database()) { Assert.Equal("Tariq Aziz", (await db.Assessments.SingleAsync()).Family.DoNotShareWith); }
        await browser.SubmitAsync(told, Form, new() { ["ReplacesLater"] = "true" });
        await using (var db = _app.Database()) { Assert.Null((await db.Assessments.SingleAsync()).Family.DoNotShareWith); }
    }

    [Fact]
    public async Task An_objection_says_to_whom_and_who_said_so_and_keeps_what_was_typed()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Sharing"] = "Objects", ["Consent"] = "The school report", ["SaidOn.Year"] = "2027" });

        Assert.Contains("Say what must not be shared, or with whom", page.Find("#DoNotShareWith-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Enter who said so, and how", page.Find("#SaidBy-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("must be today or in the past", page.Find("#SaidOn-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("The school report", page.Find("#Consent").TextContent.Trim());
    }

    [Theory]
    [InlineData("Mum agrees to sharing with community paediatrics only, with nobody else", true)]
    [InlineData("Agreed for school nursing. Did not agree to sharing with Dietetics", true)]
    [InlineData("Sharing the school report with paediatrics", false)]
    [InlineData("Everything, she has no objection", false)]
    public async Task Words_of_an_agreement_that_leave_somebody_out_are_asked_for_where_they_count(string agreed, bool isAskedFor)
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Sharing"] = "Agreed", ["Consent"] = agreed, ["SaidBy"] = "The mother, by phone" });

        Assert.Equal(isAskedFor, page.Errors.Count == 1);
        if (!isAskedFor)
        {
            Assert.Contains(agreed, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}/request-advice")).Text, StringComparison.Ordinal);
            return;
        }
        Assert.Contains("only those words are looked at when somebody is asked", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(agreed, page.Find("#Consent").TextContent.Trim());
        await browser.SubmitAsync(page, Form, new() { ["DoNotShareWith"] = agreed });
        await using var db = _app.Database();
        Assert.Equal(agreed, (await db.Assessments.SingleAsync()).Family.DoNotShareWith);
    }

    [Fact]
    public async Task A_wish_recorded_by_mistake_is_put_right_and_who_was_stopped_for_it_is_to_be_asked_again()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/add"), "main form[data-warns]", new() { ["Professionals[0].Name"] = "Gwen Pritchard" });
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Guid request;
        await using (var prepared = _app.Database()) { request = await prepared.AdviceRequests.Where(r => r.ProfessionalId == TestWorld.Gwen).Select(r => r.Id).SingleAsync(); }
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "form#ask", new() { ["Ask"] = $"professional:{TestWorld.Gwen:N}" }, button: "send");
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, Objects("Gwen Pritchard", "The mother"));
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/sharing"), Form, new() { ["Choice"] = "stop", ["Reason"] = "The mother said so" });

        var done = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Sharing"] = "Agreed", ["DoNotShareWith"] = "", ["SaidBy"] = "The mother, it was another child" });

        Assert.Contains("1 request stopped for the wish before: the case is in triage, where the DCO service asks again.", done.Text, StringComparison.Ordinal);
        Assert.Contains(keys.Reference, (await dco.GetAsync("/triage")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.InvolvedProfessionals.SingleAsync()).NotAskedReason);
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("ended")]
    [InlineData("closed before")]
    public async Task Whom_the_family_excludes_does_not_go_on_reading_what_a_colleague_wrote_for_a_request_that_is_closed(string how)
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, null);
        var writer = await _app.SignInAsync(TestWorld.Clinician);
        await writer.SubmitAsync(await writer.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Needs"] = "What the mother told me" }, button: "check");
        var excluded = await _app.SignInAsync(TestWorld.Colleague);
        Assert.Equal(HttpStatusCode.OK, (await excluded.GetAsync($"/advice-requests/{id}")).Status);
        var (carol, dco) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.Administrator));
        if (how == "closed before") { await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "not-needed", ["Reason"] = "Seen elsewhere", ["SetAside"] = "true" }); }

        await carol.SubmitAsync(await PageAsync(carol, keys.Reference), Form, Objects("Tariq Aziz", "The mother, by phone"));
        if (how == "stopped") { await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/sharing"), Form, new() { ["Choice"] = "stop", ["Reason"] = "He is a relative", ["SetAside"] = "true" }); }
        if (how == "ended") { await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", new() { ["Outcome"] = "Withdrawn", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" }); }

        Assert.Equal(HttpStatusCode.NotFound, (await excluded.GetAsync($"/advice-requests/{id}")).Status);
        await using var db = _app.Database();
        Assert.Equal(RequestStage.Closed, (await db.AdviceRequests.SingleAsync(r => r.Id == id)).Stage);
        Assert.Contains("What the mother told me", (await db.AdviceResponses.SingleAsync(r => r.Id == id)).Needs, StringComparison.Ordinal);
    }

    private static Task<Page> PageAsync(PortalBrowser browser, string reference) => browser.GetAsync($"/assessments/{reference}/sharing");

    private static Dictionary<string, string?> Objects(string to, string by, string consent = "") => new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = to, ["Consent"] = consent, ["SaidBy"] = by };
}
