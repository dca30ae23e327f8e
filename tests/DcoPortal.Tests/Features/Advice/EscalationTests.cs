using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class EscalationTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    private async Task<Guid> UserAsync(string email)
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    private async Task<Guid> EscalatedAsync(PortalBrowser browser, Guid request, string to)
    {
        var page = await browser.GetAsync($"/advice-requests/{request}/escalate");
        var done = await browser.SubmitAsync(page, "main form", new() { ["To"] = (await UserAsync(to)).ToString(), ["Reason"] = "Two calls unanswered" });
        Assert.Equal($"/advice-requests/{request}", done.Url.AbsolutePath);
        await using var db = _app.Database();
        return await db.Escalations.OrderByDescending(e => e.RaisedUtc).Select(e => e.Id).FirstAsync();
    }

    [Fact]
    public async Task What_is_put_before_a_service_lead_stands_in_their_worklist_until_they_answer_and_the_asker_hears_of_it()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync($"/advice-requests/{request}/escalate");
        Assert.Equal(["Choose who must answer", "Say what you need from them"], (await administrator.SubmitAsync(page, "main form", [])).Errors);
        var id = await EscalatedAsync(administrator, request, TestWorld.Lead);

        var lead = await _app.SignInAsync(TestWorld.Lead);
        Assert.Contains("Escalated to you: answer", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        var waiting = await lead.GetAsync($"/escalations/{id}");
        Assert.Contains("Two calls unanswered", waiting.Text, StringComparison.Ordinal);
        Assert.Equal(["Write your answer"], (await lead.SubmitAsync(waiting, "main form", [])).Errors);
        await lead.SubmitAsync(waiting, "main form", new() { ["Answer"] = "Tariq writes it by Friday" });
        var twice = await lead.SubmitAsync(waiting, "main form", new() { ["Answer"] = "Once more" });
        Assert.Contains("answered already", twice.Document.Body!.TextContent, StringComparison.Ordinal);

        Assert.DoesNotContain("Escalated to you", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Answers to what you escalated", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Tariq writes it by Friday", (await administrator.GetAsync($"/escalations/{id}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal([TestWorld.Administrator, TestWorld.Lead], await db.Emails.Where(e => e.Template == "request-escalated" || e.Template == "escalation-answered").Select(e => e.To).OrderBy(t => t).ToListAsync());
        Assert.All(await db.Emails.ToListAsync(), e => Assert.DoesNotContain("calls", e.Subject + e.Body, StringComparison.Ordinal));
        Assert.Equal(["EscalationAnswered", "RequestEscalated"], await db.AuditEntries.Where(e => e.AdviceRequestId == request && e.Fact.Contains("Escalat")).Select(e => e.Fact).OrderBy(f => f).ToListAsync());
    }

    [Fact]
    public async Task The_same_form_sent_twice_puts_it_before_them_once()
    {
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync($"/advice-requests/{request}/escalate");
        var values = new Dictionary<string, string?> { ["To"] = (await UserAsync(TestWorld.Dco)).ToString(), ["Reason"] = "Late" };
        await administrator.SubmitAsync(page, "main form", values);
        await administrator.SubmitAsync(page, "main form", values);

        await using var db = _app.Database();
        Assert.Equal(1, await db.Escalations.CountAsync());
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "request-escalated"));
    }

    [Fact]
    public async Task Only_people_who_may_open_the_request_can_be_asked()
    {
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync($"/advice-requests/{request}/escalate");
        Assert.Equal(["Dr Helen Shaw, Designated Clinical Officer", "Lena Ford, Service lead"], page.All("#To option").Select(o => o.TextContent.Trim()).Where(t => t != "Choose a person"));
        var refused = await administrator.SubmitAsync(page, "main form", new() { ["To"] = (await UserAsync(TestWorld.OtherLead)).ToString(), ["Reason"] = "Late" });
        Assert.Equal(["Choose somebody from the list"], refused.Errors);
    }

    [Fact]
    public async Task An_escalation_is_seen_by_the_two_and_by_the_DCO_service_and_answered_by_the_one_alone()
    {
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var id = await EscalatedAsync(await _app.SignInAsync(TestWorld.Administrator), request, TestWorld.Lead);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var seen = await dco.GetAsync($"/escalations/{id}");
        Assert.Contains("Waits for Lena Ford", seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Document.QuerySelector("#Answer"));
        foreach (var (who, status) in new[] { (TestWorld.Clinician, HttpStatusCode.NotFound), (TestWorld.OtherLead, HttpStatusCode.NotFound), (TestWorld.FarAdministrator, HttpStatusCode.NotFound), (TestWorld.Caseworker, HttpStatusCode.NotFound), (TestWorld.Board, HttpStatusCode.Forbidden) })
        {
            Assert.Equal(status, (await (await _app.SignInAsync(who)).GetAsync($"/escalations/{id}")).Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{request}/escalate")).Status);
    }
}
