using System.Net;
using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class ChaseTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    private async Task<(CaseKeys Keys, Guid Id)> LateAsync()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Set(new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        return (keys, id);
    }

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    [Fact]
    public async Task A_late_request_is_chased_once_a_day_unless_more_is_meant()
    {
        var (keys, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/chase");
        Assert.Contains("3 days overdue", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Tick at least one request to chase"], (await browser.SubmitAsync(page, "main form", [])).Errors);

        await browser.SubmitAsync(page, "main form", new() { ["Requests"] = id.ToString() });
        var twice = await browser.SubmitAsync(page, "main form", new() { ["Requests"] = id.ToString() });
        Assert.Contains("chased today already", twice.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await RequestAsync(id)).ChaseCount);

        await browser.SubmitAsync(page, "main form", new() { ["Requests"] = id.ToString(), ["Again"] = "true" });
        Assert.Equal(2, (await RequestAsync(id)).ChaseCount);
        await using var db = _app.Database();
        var emails = await db.Emails.Where(e => e.Template == "advice-request-reminder").ToListAsync();
        Assert.Equal([$"chase:{id}:1", $"chase:{id}:2"], emails.Select(e => e.UniqueKey).Order());
        Assert.All(emails, e => Assert.DoesNotContain("Ashworth", e.Subject + e.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.AssessmentId == keys.AssessmentId && e.Fact == "AdviceChased" && e.After == "Email to gwen@ot.test"));
    }

    [Fact]
    public async Task A_call_is_recorded_with_who_was_spoken_to_and_sends_no_email()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/chase");

        Assert.Equal(["Say who you spoke to"], (await browser.SubmitAsync(page, "main form", new() { ["Channel"] = "Phone" })).Errors);
        await browser.SubmitAsync(page, "main form", new() { ["Channel"] = "Phone", ["SpokeTo"] = "Lena Ford" });

        await using var db = _app.Database();
        Assert.Equal("Phone to Lena Ford", (await db.AuditEntries.SingleAsync(e => e.Fact == "AdviceChased")).After);
        Assert.False(await db.Emails.AnyAsync());
    }

    [Fact]
    public async Task A_talk_keeps_what_was_said_and_the_promised_date_and_a_broken_promise_is_seen()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/chase");
        var yesterday = new Dictionary<string, string?> { ["Channel"] = "Teams", ["SpokeTo"] = "Lena Ford", ["PromisedOn.Day"] = "4", ["PromisedOn.Month"] = "1", ["PromisedOn.Year"] = "2027" };
        var refused = await browser.SubmitAsync(page, "main form", yesterday);
        Assert.Equal(["The promised date cannot be in the past"], refused.Errors);
        Assert.Equal("Lena Ford", refused.Document.QuerySelector("#SpokeTo")!.GetAttribute("value"));
        yesterday["PromisedOn.Day"] = "7";
        yesterday["Note"] = "Tariq finishes it on Thursday";
        await browser.SubmitAsync(page, "main form", yesterday);

        Assert.Equal((new DateOnly(2027, 1, 7), true), ((await RequestAsync(id)).PromisedOn, (await RequestAsync(id)).AcknowledgedUtc is not null));
        Assert.Contains("Promised for 7 January 2027", (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        Assert.Contains("Tariq finishes it on Thursday", (await clinician.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        _app.Time.Set(new DateTime(2027, 1, 8, 9, 0, 0, DateTimeKind.Utc));
        Assert.Contains("Promise passed: 7 Jan 2027", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/chase")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.AdviceRequestId == id && e.Fact == "AnswerPromised"));
    }

    [Fact]
    public async Task A_whole_service_is_reminded_in_one_go_with_a_note_that_no_email_holds()
    {
        var (_, one) = await LateAsync();
        _app.Time.Set(new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc));
        var two = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var elsewhere = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.SpeechTherapy, TestWorld.Joan);
        _app.Time.Set(new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/chase");
        var done = await browser.SubmitAsync(page, "main form", new() { ["Note"] = "Please ring Priya" }, button: TestWorld.OccupationalTherapy.ToString());

        Assert.Contains("2 reminders sent", done.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(new[] { one, two }.Order(), (await db.Chases.Where(c => c.Note == "Please ring Priya" && c.EmailId != null && c.ByName == "Priya Nair").Select(c => c.AdviceRequestId).ToListAsync()).Order());
        Assert.DoesNotContain(elsewhere, await db.Chases.Select(c => c.AdviceRequestId).ToListAsync());
        Assert.All(await db.Emails.ToListAsync(), e => Assert.DoesNotContain("Priya", e.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_email_that_did_not_arrive_is_said_beside_the_request()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = id.ToString() });
        await using (var db = _app.Database()) { await db.Emails.ExecuteUpdateAsync(s => s.SetProperty(e => e.FailedUtc, new DateTime(2027, 1, 5, 9, 5, 0, DateTimeKind.Utc))); }
        Assert.Contains("Not delivered", (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);
        Assert.Contains("Not delivered", (await browser.GetAsync($"/advice-requests/{id}/chase")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_nobody_opens_for_two_working_days_is_there_although_it_is_far_from_due()
    {
        // sent on Monday 23 November 2026
        _app.Time.Set(new DateTime(2026, 11, 23, 15, 0, 0, DateTimeKind.Utc));
        var quiet = await _app.AssessmentAsync();
        await _app.RequestAsync(quiet, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var known = await _app.AssessmentAsync();
        await _app.RequestAsync(known, TestWorld.OccupationalTherapy, TestWorld.Tariq, r => r.Acknowledge(new DateTime(2026, 11, 23, 16, 0, 0, DateTimeKind.Utc), "Tariq Aziz"));
        async Task<string> PageOn(int day)
        {
            _app.Time.Set(new DateTime(2026, 11, day, 9, 0, 0, DateTimeKind.Utc));
            return (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/chase")).Text;
        }

        Assert.DoesNotContain(quiet.Reference, await PageOn(25), StringComparison.Ordinal);
        var thursday = await PageOn(26);
        Assert.Contains(quiet.Reference, thursday, StringComparison.Ordinal);
        Assert.DoesNotContain(known.Reference, thursday, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_hundred_requests_are_shown_by_whole_services_the_worst_provider_first_in_as_many_queries_as_three()
    {
        _app.Time.Set(new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc));
        Guid[] inTurn = [.. Enumerable.Repeat(TestWorld.OccupationalTherapy, 6), .. Enumerable.Repeat(TestWorld.SpeechTherapy, 3), TestWorld.Paediatrics];
        await _app.ManyRequestsAsync(300, inTurn);
        _app.Time.Set(new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/chase");
        Assert.Contains("300 requests of 3 services", page.Text, StringComparison.Ordinal);
        Assert.True(page.All("input[name=Requests]").Count <= 100);
        var shown = page.All("input[name=Requests]").Count + (await browser.GetAsync("/chase?page=2")).All("input[name=Requests]").Count + (await browser.GetAsync("/chase?page=3")).All("input[name=Requests]").Count;
        Assert.Equal(100 + 90 + 30, shown);
        Assert.Contains("See all 180 of this service", page.Text + (await browser.GetAsync("/chase?page=2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_closed_with_a_reason_and_only_once()
    {
        var (keys, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/close");

        Assert.Equal(["Say why the request is no longer needed"], (await browser.SubmitAsync(page, "main form", [])).Errors);
        await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "Asked the wrong team" });
        var twice = await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "Asked the wrong team" });

        Assert.Contains("closed already", twice.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Asked the wrong team", (await RequestAsync(id)).CloseReason);
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.AssessmentId == keys.AssessmentId && e.Fact == "RequestClosed" && e.Reason == "Asked the wrong team"));
        Assert.DoesNotContain(keys.Reference, (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_boards_own_dco_service_may_chase_and_close()
    {
        var (keys, id) = await LateAsync();
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var far = await _app.SignInAsync(TestWorld.FarAdministrator);
        foreach (var path in new[] { $"/advice-requests/{id}/chase", $"/advice-requests/{id}/close" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await clinician.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(path)).Status);
        }
        Assert.DoesNotContain(keys.Reference, (await far.GetAsync("/chase")).Text, StringComparison.Ordinal);
    }
}
