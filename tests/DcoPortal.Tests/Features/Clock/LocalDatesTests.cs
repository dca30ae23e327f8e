using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Clock;

/// <summary>An authority that counts the day of receipt has, beside each statutory date, a local date one day earlier.</summary>
public sealed class LocalDatesTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Every_list_and_worklist_shows_the_stricter_local_date_of_the_authority_that_has_one_and_of_no_other()
    {
        await CountReceiptAsync("888");
        // health's six weeks run from today, 21 November 2026; the authority's decision from 31 October
        await _app.AssessmentAsync(decision: null);
        var keys = await _app.AssessmentAsync(received: new DateOnly(2026, 7, 10));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan, r => r.Submit(DateTime.UnixEpoch, new DateOnly(2026, 11, 21), "Joan"));
        await _app.AssessmentAsync("890", decision: null);
        await _app.RequestAsync(await _app.AssessmentAsync("890"), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Advance(TimeSpan.FromDays(30));
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.Contains("Local 1 January 2027", Words(await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync("/")), StringComparison.Ordinal);
        Assert.Contains("Local 11 December 2026", Words(await caseworker.GetAsync("/")), StringComparison.Ordinal);
        Assert.Contains("Local 26 November 2026", Words(await caseworker.GetAsync("/")), StringComparison.Ordinal);
        Assert.Contains("Local 11 December 2026", Words(await administrator.GetAsync("/")), StringComparison.Ordinal);
        Assert.Contains("Local 1 January 2027", Words(await administrator.GetAsync("/check")), StringComparison.Ordinal);
        foreach (var (page, local) in new[] { ("/advice-requests", "Local 1 January 2027"), ("/chase", "Local 1 January 2027"), ("/assessments", "Local 11 December 2026"), ("/triage", "Local 11 December 2026") })
        {
            var shown = await administrator.GetAsync(page);
            Assert.Contains(local, Words(shown), StringComparison.Ordinal);
            // the other authority is listed too, and counts as the law does
            var marked = shown.All(".dco-local").Select(d => d.Closest("tr, li")!.TextContent).ToList();
            Assert.NotEmpty(marked);
            Assert.DoesNotContain(marked, m => m.Contains("BPL-", StringComparison.Ordinal));
            Assert.Contains("BPL-", shown.Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Local 1", Words(await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_downloads_have_a_column_for_the_local_date_which_is_empty_where_the_authority_counts_as_the_law_does()
    {
        await CountReceiptAsync("888");
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(await _app.AssessmentAsync("890"), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var requests = await browser.Client.GetStringAsync("/advice-requests/csv");
        var assessments = await browser.Client.GetStringAsync("/assessments/csv");

        Assert.Contains(",Due,Local date,Status", requests, StringComparison.Ordinal);
        Assert.Contains(",02/01/2027,01/01/2027,", requests, StringComparison.Ordinal);
        Assert.Contains(",02/01/2027,,", requests, StringComparison.Ordinal);
        Assert.Contains("aims for 1 January 2027: a local date, not law", requests, StringComparison.Ordinal);
        Assert.Contains(",Due,Local date,Status", assessments, StringComparison.Ordinal);
        Assert.Contains(",20/03/2027,19/03/2027,", assessments, StringComparison.Ordinal);
        Assert.Contains(",20/03/2027,,", assessments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emails_give_the_local_date_beside_the_due_date_and_say_why()
    {
        await CountReceiptAsync("888");
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var far = await _app.RequestAsync(await _app.AssessmentAsync("890"), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        foreach (var request in new[] { id, far })
        {
            await administrator.SubmitAsync(await administrator.GetAsync($"/advice-requests/{request}/chase"), $"form[action$='/{request}/chase']", new() { ["Channel"] = "Email" });
        }
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/pass-on"), "main form[method=post]", new() { ["To"] = TestWorld.Tariq.ToString(), ["Colleague"] = TestWorld.Tariq.ToString() });

        await using var db = _app.Database();
        var emails = await db.Emails.Where(e => e.AdviceRequestId == id).ToListAsync();
        Assert.All(emails, e => Assert.Contains("2 January 2027 (local date 1 January 2027)", e.Body, StringComparison.Ordinal));
        Assert.Contains(emails, e => e.Body.Contains("aims for 1 January 2027: a local date, not law", StringComparison.Ordinal));
        Assert.DoesNotContain("local date", (await db.Emails.SingleAsync(e => e.AdviceRequestId == far)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_check_and_the_email_about_a_decision_give_the_local_date_too()
    {
        await CountReceiptAsync("888");
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.SpeechTherapy, TestWorld.Joan, r => r.Submit(DateTime.UnixEpoch, new DateOnly(2026, 11, 21), "Joan"));
        Assert.Contains("Local 1 January 2027", Words(await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{request}")), StringComparison.Ordinal);

        var undecided = await _app.AssessmentAsync(decision: null);
        await _app.AsAsync(TestWorld.Caseworker, s => s.GetRequiredService<RecordDecisionHandler>().HandleAsync(new DecisionToRecord(undecided.Reference, AssessmentDecision.Assess, new DateOnly(2026, 11, 20)), default));
        await using var db = _app.Database();
        Assert.Contains("2 January 2027 (local date 1 January 2027)", (await db.Emails.SingleAsync(e => e.AssessmentId == undecided.AssessmentId && e.Template == "notification-received")).Body, StringComparison.Ordinal);
    }

    private static string Words(Page page) => System.Text.RegularExpressions.Regex.Replace(page.Text, "\\s+", " ");

    private async Task CountReceiptAsync(string code)
    {
        await using var db = _app.Database();
        (await db.LocalAuthorities.SingleAsync(a => a.Code == code)).CountsDayOfReceipt = true;
        await db.SaveChangesAsync();
    }
}
