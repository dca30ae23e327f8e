using System.Net;
using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>For half a minute after sending, one click takes the requests back, and nobody has heard of them.</summary>
public sealed class TakeBackTests : IDisposable
{
    private const string Undo = "form[data-undo]";

    private static readonly string Gwen = $"professional:{TestWorld.Gwen:N}", Speech = $"service:{TestWorld.SpeechTherapy:N}";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Requests_just_sent_are_taken_back_at_once_and_can_be_sent_again()
    {
        var (keys, browser, sent) = await SentAsync();

        var page = await browser.SubmitAsync(sent, Undo, []);
        var twice = await browser.SubmitAsync(sent, Undo, []);

        Assert.Contains("2 requests taken back. No email was sent.", page.Text, StringComparison.Ordinal);
        Assert.Contains("taken back already", twice.Text, StringComparison.Ordinal);
        Assert.Equal(new[] { Gwen, Speech }.Order(), page.All("[name=Ask][checked]").Select(b => b.GetAttribute("value")!).Order());
        await using (var db = _app.Database())
        {
            Assert.All(await db.AdviceRequests.ToListAsync(), r => Assert.Equal((RequestStage.ToSend, false, null, null), (r.Stage, r.ShownToService, r.SentUtc, r.FirstSentUtc)));
            Assert.Empty(await db.Emails.ToListAsync());
            Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "RequestTakenBack"));
            Assert.Null((await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).TriagedUtc);
        }
        Assert.DoesNotContain(keys.Reference, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync("/")).Text, StringComparison.Ordinal);

        await browser.SubmitAsync(page, "#ask", [], button: "send");
        await _app.SendEmailsAsync();
        await using var after = _app.Database();
        Assert.Equal(2, await after.Emails.CountAsync(e => e.SentUtc != null));
        Assert.All(await after.AdviceRequests.ToListAsync(), r => Assert.Equal((RequestStage.WithService, 1), (r.Stage, r.Round)));
    }

    [Fact]
    public async Task The_email_waits_half_a_minute_and_then_it_is_too_late()
    {
        var (_, browser, sent) = await SentAsync();
        await _app.SendEmailsAsync();

        var late = await browser.SubmitAsync(sent, Undo, []);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("too late to take this back", late.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.All(await db.AdviceRequests.ToListAsync(), r => Assert.Equal(RequestStage.WithService, r.Stage));
        Assert.All(await db.Emails.ToListAsync(), e => Assert.True(e.SentUtc - e.QueuedUtc >= TakeBackTime.Limit));
    }

    [Fact]
    public async Task What_the_service_has_opened_is_not_taken_back_and_neither_are_those_sent_with_it()
    {
        var (_, browser, sent) = await SentAsync();
        Guid id;
        await using (var db = _app.Database()) { id = await db.AdviceRequests.Where(r => r.ProfessionalId == TestWorld.Gwen).Select(r => r.Id).SingleAsync(); }
        await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{id}");

        var refused = await browser.SubmitAsync(sent, Undo, []);

        Assert.Contains("the service has opened the request", refused.Text, StringComparison.Ordinal);
        await using var after = _app.Database();
        Assert.All(await after.AdviceRequests.ToListAsync(), r => Assert.Equal(RequestStage.WithService, r.Stage));
        Assert.Equal(2, await after.Emails.CountAsync());
    }

    [Fact]
    public async Task A_request_that_went_to_a_cover_comes_back_to_whom_it_was_prepared_for()
    {
        await using (var db = _app.Database())
        {
            var ot = await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy);
            (ot.AwayFrom, ot.AwayUntil, ot.CoverServiceId) = (new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 30), TestWorld.Paediatrics);
            await db.SaveChangesAsync();
        }
        var (_, browser, sent) = await SentAsync();

        await browser.SubmitAsync(sent, Undo, []);

        await using var after = _app.Database();
        var request = await after.AdviceRequests.SingleAsync(r => r.ServiceId == TestWorld.OccupationalTherapy);
        Assert.Equal((TestWorld.Gwen, (Guid?)null, RequestStage.ToSend), (request.ProfessionalId!.Value, request.CoverForServiceId, request.Stage));
    }

    [Fact]
    public async Task An_assessment_that_was_out_of_triage_before_stays_out()
    {
        var (keys, browser, _) = await SentAsync();
        _app.Time.Advance(TimeSpan.FromMinutes(5));
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/request-advice");
        var sent = await browser.SubmitAsync(page, "#ask", new() { ["Ask"] = $"service:{TestWorld.Paediatrics:N}" }, button: "send");

        await browser.SubmitAsync(sent, Undo, []);

        await using var db = _app.Database();
        Assert.NotNull((await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).TriagedUtc);
        Assert.Equal(2, await db.AdviceRequests.CountAsync(r => r.Stage == RequestStage.WithService));
    }

    [Fact]
    public async Task A_request_of_another_board_is_not_found()
    {
        var (_, browser, sent) = await SentAsync();
        await using (var db = _app.Database()) { await db.AdviceRequests.Where(r => r.ProfessionalId == null).ExecuteUpdateAsync(s => s.SetProperty(r => r.IcbId, TestWorld.FarIcb)); }

        var answer = await browser.SubmitAsync(sent, Undo, []);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task What_was_prepared_for_several_notifications_is_sent_from_triage_at_once_and_taken_back_at_once()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        List<CaseKeys> cases = [await _app.AssessmentAsync(), await _app.AssessmentAsync(surname: "Khan"), await _app.AssessmentAsync(surname: "Nowak")];
        foreach (var keys in cases) { await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = Speech }, button: "later"); }
        var triage = await browser.GetAsync("/triage");
        Assert.Equal(3, triage.All("[name=References]").Count);
        const string form = "form[action='/triage/send']";

        var nothing = await browser.SubmitAsync(triage, form, []);
        var sent = await browser.SubmitAsync(triage, form, new() { ["References"] = $"{cases[0].Reference}\n{cases[1].Reference}" });

        Assert.Contains("Nothing was sent", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("2 requests of 2 assessments sent.", sent.Text, StringComparison.Ordinal);
        Assert.Equal(cases[2].Reference, Assert.Single(sent.All("[name=References]")).GetAttribute("value"));
        var again = await browser.SubmitAsync(triage, form, new() { ["References"] = cases[0].Reference });
        Assert.Contains($"Nothing was left to send for {cases[0].Reference}", again.Text, StringComparison.Ordinal);

        var back = await browser.SubmitAsync(sent, Undo, []);

        Assert.Contains("2 requests taken back", back.Text, StringComparison.Ordinal);
        Assert.Equal(3, back.All("[name=References]").Count);
        await using var db = _app.Database();
        Assert.Empty(await db.Emails.ToListAsync());
    }

    private async Task<(CaseKeys Keys, PortalBrowser Browser, Page Sent)> SentAsync()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/request-advice");
        page = await browser.SubmitAsync(page, "#ask", new() { ["Another"] = Gwen }, button: "add");
        return (keys, browser, await browser.SubmitAsync(page, "#ask", new() { ["Ask"] = $"{Gwen}\n{Speech}" }, button: "send"));
    }
}
