using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class TriageTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_next_legal_date_comes_first_with_what_is_missing_and_dealt_with_ones_are_gone()
    {
        // decided, so its next date is that of health's advice: after the authority's decision on the newer one
        var older = await _app.AssessmentAsync(received: new(2026, 10, 1));
        var newer = await _app.AssessmentAsync(received: new(2026, 11, 1), nhsNumber: "9434765919", decision: null);
        var asked = await _app.AssessmentAsync();
        await _app.RequestAsync(asked, TestWorld.Paediatrics);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var page = await browser.GetAsync("/triage");

        Assert.Equal([newer.Reference, older.Reference], page.All("main tbody .dco-child-line__place").Select(a => a.TextContent.Split(". ")[^1]));
        Assert.Contains("NHS number, GP practice, named professionals, documents", page.Text, StringComparison.Ordinal);
        Assert.Contains("Week 8 of 20", page.Text, StringComparison.Ordinal);
        Assert.Contains("Health advice, 2 Jan", page.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.After == "Triage, 2 rows"));
    }

    [Fact]
    public async Task A_case_whose_requests_are_under_way_is_not_called_one_that_nobody_has_dealt_with()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.Paediatrics);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "main form[data-warns]", new() { ["Professionals[0].ServiceName"] = "CAMHS" });

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/triage");

        Assert.Contains(keys.Reference, page.Text, StringComparison.Ordinal);
        Assert.Contains("Cases in which it is still open whom to ask", page.Find("main caption").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("dealt with", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_of_the_authority_in_a_question_that_names_it()
    {
        var keys = await _app.AssessmentAsync(nhsNumber: "9434765919");
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var ask = await browser.GetAsync((await browser.GetAsync("/triage")).Find("tbody a[href*=questions]").GetAttribute("href")!);

        Assert.Equal($"/assessments/{keys.Reference}/questions", ask.Url.AbsolutePath);
        Assert.Equal("We have the notification, and these are missing: GP practice, named professionals, documents. Can you send them, or say if there are none?", ask.Find("#Text").TextContent.Trim());
        // the page is also reached without the wish to ask for what is missing
        Assert.Equal("", (await browser.GetAsync($"/assessments/{keys.Reference}/questions")).Find("#Text").TextContent.Trim());
    }

    [Fact]
    public async Task Filters_survive_leaving_and_clear_by_one_button()
    {
        var decided = await _app.AssessmentAsync();
        var undecided = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        await browser.SubmitAsync(await browser.GetAsync("/triage"), "form.dco-filters", new() { ["Decision"] = "decided" });
        var back = await browser.GetAsync("/triage");

        Assert.Contains(decided.Reference, back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(undecided.Reference, back.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(back, "form.dco-filters", new() { ["clear"] = "true" });
        Assert.Contains(undecided.Reference, (await browser.GetAsync("/triage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_request_needed_takes_a_reason_and_takes_it_out_once()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/triage/{keys.Reference}/no-request");

        Assert.Equal(["Say why no request is needed now"], (await browser.SubmitAsync(page, "main form", [])).Errors);
        var done = await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "Health holds nothing yet" });
        var twice = await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "Health holds nothing yet" });

        Assert.Contains("Nothing to triage", done.Text, StringComparison.Ordinal);
        Assert.Contains("already been dealt with", twice.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("Health holds nothing yet", (await db.AuditEntries.SingleAsync(e => e.Fact == "TriageCompletedWithoutRequests")).Reason);
    }

    [Fact]
    public async Task Only_the_dco_service_triages_and_only_its_own()
    {
        var keys = await _app.AssessmentAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/triage")).Status);
        var far = await _app.SignInAsync(TestWorld.FarAdministrator);
        Assert.DoesNotContain(keys.Reference, (await far.GetAsync("/triage")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/triage/{keys.Reference}/no-request")).Status);
    }
}
