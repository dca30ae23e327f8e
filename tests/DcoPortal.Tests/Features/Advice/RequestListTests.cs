using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class RequestListTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Each_person_lists_the_requests_of_their_scope_and_the_reading_is_logged()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        await _app.RequestAsync(keys, TestWorld.Paediatrics, send: false);
        foreach (var (email, rows) in new[] { (TestWorld.Clinician, 2), (TestWorld.Colleague, 1), (TestWorld.Lead, 2), (TestWorld.OtherClinician, 1), (TestWorld.Caseworker, 4), (TestWorld.Administrator, 4), (TestWorld.OtherCaseworker, 0), (TestWorld.FarAdministrator, 0) })
        {
            var page = await (await _app.SignInAsync(email)).GetAsync("/advice-requests");
            Assert.True(page.All("tbody tr").Count == rows, $"{email}: {page.Text}");
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync("/advice-requests")).Status);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.ActorName == "Gwen Pritchard" && e.After == "Advice requests, 2 rows"));
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.ActorName == "Owen Bright" && e.After!.StartsWith("Advice requests")));
    }

    [Fact]
    public async Task A_search_is_kept_on_the_server_survives_leaving_and_is_cleared_by_one_button()
    {
        await _app.RequestAsync(await _app.AssessmentAsync(surname: "O'Neill"), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var other = await _app.AssessmentAsync(surname: "Żak");
        await _app.RequestAsync(other, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync("/advice-requests");

        var found = await browser.SubmitAsync(page, "form.dco-filters", new() { ["Search"] = "zak" });
        var again = await browser.GetAsync("/advice-requests");
        var byReference = await browser.SubmitAsync(page, "form.dco-filters", new() { ["Search"] = other.Reference });
        var tab = await browser.GetAsync(again.All(".dco-boxes a")[0].GetAttribute("href")!);
        var cleared = await browser.SubmitAsync(again, "form.dco-filters", [], null, "true");

        Assert.Equal("/advice-requests", found.Url.PathAndQuery);
        Assert.Contains("Żak", Assert.Single(found.All("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Single(again.All("tbody tr"));
        Assert.Single(byReference.All("tbody tr"));
        Assert.Single(tab.All("tbody tr"));
        Assert.Equal(2, cleared.All("tbody tr").Count);
    }

    [Fact]
    public async Task Filters_in_the_address_win_over_saved_ones_and_each_box_says_when_it_is_empty()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/advice-requests"), "form.dco-filters", new() { ["Box"] = "Overdue" });

        var savedOnly = await browser.GetAsync("/advice-requests");
        var addressed = await browser.GetAsync($"/advice-requests?box=WithProfessionals&service={TestWorld.SpeechTherapy}");
        var nonsense = await browser.GetAsync("/advice-requests?box=Nonsense&provider=x&page=99999&sort=drop");

        Assert.Contains("No request is late.", savedOnly.Text, StringComparison.Ordinal);
        Assert.Contains("speech", Assert.Single(addressed.All("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, nonsense.All("tbody tr").Count);
        foreach (var box in new[] { "ToSend", "DueSoon", "ToCheck", "Returned", "Closed" })
        {
            Assert.Single((await browser.GetAsync($"/advice-requests?box={box}")).All(".dco-empty"));
        }
    }

    [Fact]
    public async Task The_list_is_paged_in_a_stable_order_and_a_clinician_finds_their_own_and_the_unassigned()
    {
        for (var i = 0; i < 27; i++) { await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, i < 26 ? TestWorld.Gwen : null); }
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var first = await browser.GetAsync("/advice-requests");
        var second = await browser.GetAsync("/advice-requests?page=2");
        var mine = await browser.GetAsync("/advice-requests?holder=Mine");
        var unassigned = await browser.GetAsync("/advice-requests?holder=Unassigned");

        string[] Ids(Page p) => [.. p.All("tbody a").Select(a => a.GetAttribute("href")!)];
        Assert.Contains("Showing 1 to 25 of 27 requests", first.Text, StringComparison.Ordinal);
        Assert.Equal((25, 2), (Ids(first).Length, Ids(second).Length));
        Assert.Empty(Ids(first).Intersect(Ids(second)));
        Assert.Contains("of 26 requests", mine.Text, StringComparison.Ordinal);
        Assert.Single(Ids(unassigned));
    }

    [Fact]
    public async Task A_download_holds_what_is_shown_cannot_run_anything_and_is_logged()
    {
        await _app.RequestAsync(await _app.AssessmentAsync(surname: "=cmd|x"), TestWorld.OccupationalTherapy, TestWorld.Gwen, change: null);
        await _app.RequestAsync(await _app.AssessmentAsync(surname: "Green", change: a => a.Child.KnownAs = "=1+1"), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var response = await browser.Client.GetAsync("/advice-requests/csv?box=WithProfessionals");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(4, text.Split("\r\n").Length);
        Assert.Contains("'=1+1 Green", text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.Sentence == "List downloaded"));
    }

    [Fact]
    public async Task The_authority_is_not_told_that_advice_was_sent_back()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.ChangeRequestAsync(id, r => { r.Submit(DateTime.UnixEpoch, new DateOnly(2026, 11, 21), "Gwen"); r.SendBack("More, please.", DateTime.UnixEpoch); });

        var clinician = await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync("/advice-requests");
        var caseworker = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/advice-requests");
        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/advice-requests/{id}");

        Assert.Contains("Sent back", clinician.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sent back", caseworker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("More, please.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sent back", page.Text, StringComparison.OrdinalIgnoreCase);
    }
}
