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
