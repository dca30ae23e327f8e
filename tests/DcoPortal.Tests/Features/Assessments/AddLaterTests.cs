using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class AddLaterTests : IDisposable
{
    private const string People = "main form[data-warns]";
    private const string Files = "main form[enctype]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_professional_named_later_waits_in_triage_with_a_request_ready_and_the_DCO_service_is_told()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Triaged(_app.Time.GetUtcNow().UtcDateTime));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, new() { ["Professionals[0].Name"] = "Gwen Pritchard" });

        Assert.Contains("Gwen Pritchard, Paediatric occupational therapy", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(TestWorld.Gwen, (await db.InvolvedProfessionals.SingleAsync()).ProfessionalId);
        Assert.Equal(RequestStage.ToSend, (await db.AdviceRequests.SingleAsync()).Stage);
        Assert.Null((await db.Assessments.SingleAsync()).TriagedUtc);
        Assert.Equal(await db.Icbs.Where(i => i.Id == keys.IcbId).Select(i => i.DcoInbox).SingleAsync(), (await db.Emails.SingleAsync(e => e.Template == "details-corrected")).To);
        Assert.Contains(keys.Reference, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/triage")).Text, StringComparison.Ordinal);
        Assert.Contains("A request is ready to send", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_named_already_is_not_named_or_asked_twice()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, new() { ["Professionals[0].Name"] = "Gwen Pritchard" });

        var again = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, new() { ["Professionals[0].Name"] = "gwen pritchard", ["Professionals[1].Name"] = "Nurse Kay", ["Professionals[1].ServiceName"] = "Epilepsy clinic" });

        Assert.Contains("Named already, so not named again: Gwen Pritchard", again.Text, StringComparison.Ordinal);
        Assert.Contains("Nurse Kay, Epilepsy clinic: named on this case", again.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal((2, 1), (await db.InvolvedProfessionals.CountAsync(), await db.AdviceRequests.CountAsync()));
        Assert.Contains("Not in the directory, not asked yet", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_second_row_says_of_the_same_professional_is_taken_in()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, new() { ["Professionals[0].Name"] = "Gwen Pritchard", ["Professionals[1].Name"] = "Gwen Pritchard", ["Professionals[1].FamilyAsked"] = "true", ["Professionals[1].Contact"] = "07700 900111" });

        Assert.Contains("What you added is taken in: Gwen Pritchard", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var named = await db.InvolvedProfessionals.SingleAsync();
        Assert.Equal((true, "07700 900111"), (named.FamilyAsked, named.Contact));
    }

    [Fact]
    public async Task A_professional_named_beside_a_service_that_is_not_theirs_waits_for_somebody_to_decide()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, new() { ["Professionals[0].Name"] = "Gwen Pritchard", ["Professionals[0].ServiceName"] = "Community paediatrics" });

        await using var db = _app.Database();
        Assert.Null((await db.InvolvedProfessionals.SingleAsync()).AskedThrough);
        Assert.Empty(await db.AdviceRequests.ToListAsync());
    }

    [Fact]
    public async Task What_is_added_when_somebody_is_named_again_is_taken_in_where_nothing_stood()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, new() { ["Professionals[0].Name"] = "Dora Double", ["Professionals[0].Contact"] = "dora@trust.example" });

        var again = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, new() { ["Professionals[0].Name"] = "Dora Double", ["Professionals[0].LastSeen"] = "June 2026", ["Professionals[0].Contact"] = "01772 900 982" });

        Assert.Contains("What you added is taken in: Dora Double.", again.Text, StringComparison.Ordinal);
        Assert.Contains("Not taken in, because something else stands there: Dora Double (“01772 900 982” instead of “dora@trust.example”)", again.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var named = await db.InvolvedProfessionals.SingleAsync();
        Assert.Equal(("June 2026", "dora@trust.example"), (named.LastSeen, named.Contact));
    }

    [Fact]
    public async Task Before_the_decision_to_assess_a_professional_is_named_and_nobody_is_asked()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, new() { ["Professionals[0].Name"] = "Gwen Pritchard" });

        await using var db = _app.Database();
        Assert.Empty(await db.AdviceRequests.ToListAsync());
        Assert.Contains("Not asked yet", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_says_why_nobody_was_asked()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, new() { ["Professionals[0].Name"] = "Gwen Pritchard" });
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/triage/{keys.Reference}/no-request"), "main form", new() { ["Reason"] = "Discharged last year." });

        Assert.Contains("Not asked: Discharged last year.", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_come_in_later_a_bad_one_stops_no_other_and_holders_are_told()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Files, new() { ["Evidence"] = "School" }, [("Files", "term report.pdf", SampleFiles.Pdf), ("Files", "tool.exe", [1, 2])]);

        Assert.Contains("1 document added.", page.Text, StringComparison.Ordinal);
        Assert.Contains("tool.exe", page.Find(".nhsuk-error-summary").TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        var document = await db.Documents.SingleAsync();
        Assert.Equal(("term report.pdf", EvidenceKind.School, CaseDocumentKind.FromAuthority), (document.FileName, document.Evidence!.Value, document.Kind));
        Assert.Equal("gwen@ot.test", (await db.Emails.SingleAsync(e => e.Template == "request-details-corrected")).To);
        Assert.Contains("term report.pdf", (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{await db.AdviceRequests.Select(r => r.Id).SingleAsync()}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_should_not_have_been_sent_is_taken_out_at_once_with_a_reason()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Files, [], [("Files", "other child.pdf", SampleFiles.Pdf)]);
        await using var db = _app.Database();
        var id = await db.Documents.Select(d => d.Id).SingleAsync();
        var ask = await browser.GetAsync($"/documents/{id}/take-out");
        Assert.Contains("Enter why it is taken out", (await browser.SubmitAsync(ask, "main form", [])).Text, StringComparison.Ordinal);

        var done = await browser.SubmitAsync(ask, "main form", new() { ["Reason"] = "It is his brother’s report." });

        Assert.Contains("other child.pdf is taken out. Nobody can open it any more.", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/documents/{id}")).Status);
        Assert.Equal("It is his brother’s report.", (await db.AuditEntries.SingleAsync(e => e.Fact == "AuthorityDocumentRemoved")).Reason);
    }

    [Fact]
    public async Task The_same_file_that_a_case_holds_twice_is_taken_out_once()
    {
        var (keys, other) = (await _app.AssessmentAsync(), await _app.AssessmentAsync());
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Files, [], [("Files", "letter.pdf", SampleFiles.Pdf)]);
        await browser.SubmitAsync(await PageAsync(browser, other.Reference), Files, [], [("Files", "the letter again.pdf", SampleFiles.Pdf)]);
        await using var db = _app.Database();
        // as a merge of the two leaves it
        await db.Documents.Where(d => d.AssessmentId == other.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(d => d.AssessmentId, keys.AssessmentId));
        var id = await db.Documents.Where(d => d.FileName == "letter.pdf").Select(d => d.Id).SingleAsync();

        await browser.SubmitAsync(await browser.GetAsync($"/documents/{id}/take-out"), "main form", new() { ["Reason"] = "It is his brother’s." });

        Assert.Equal(2, await db.Documents.CountAsync(d => d.RemovedUtc != null));
    }

    [Fact]
    public async Task A_blank_row_is_said_beside_it_and_another_authority_sees_no_case()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), People, []);

        Assert.Contains("Enter the name of a professional or service, or choose a file", page.Find("#Professionals_0__Name-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(await _app.SignInAsync(TestWorld.OtherCaseworker), keys.Reference)).Status);
    }

    private static Task<Page> PageAsync(PortalBrowser browser, string reference) => browser.GetAsync($"/assessments/{reference}/add");
}
