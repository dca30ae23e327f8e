using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>For half a minute the person who accepted, sent back, closed, escalated or recorded takes it back with one click, and nobody has heard of it.</summary>
public sealed class UndoTests : IDisposable
{
    private const string Undo = "form[data-undo]";

    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 21);

    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task An_acceptance_is_taken_back_once_and_told_once()
    {
        var id = await SubmittedAsync(await _app.AssessmentAsync());
        var (browser, done) = await DoAsync(TestWorld.Administrator, $"/check/{id}", "form[action$='/accept']", [], "next");

        var page = await browser.SubmitAsync(done, Undo, []);
        var twice = await browser.SubmitAsync(done, Undo, []);

        Assert.Equal($"/check/{id}", page.Url.AbsolutePath);
        Assert.Contains("The answer waits to be checked as before.", page.Text, StringComparison.Ordinal);
        Assert.Contains("taken back already", twice.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((RequestStage.ToCheck, (DateTime?)null, "Gwen Pritchard"), (request.Stage, request.AcceptedUtc, request.SubmittedByName));
        Assert.Equal("Priya Nair", (await db.AuditEntries.SingleAsync(e => e.Fact == "CheckTakenBack")).ActorName);
    }

    [Fact]
    public async Task A_sending_back_is_taken_back_with_its_email_and_the_comment_is_there_to_be_changed()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.SubmitNilReturn(ReplyCode.NotKnown, "No record", Noon, Today, "Gwen Pritchard"));
        var (browser, done) = await DoAsync(TestWorld.Administrator, $"/check/{id}", "form[action$='/accept']", new() { ["Comment"] = "Look under her former name" }, button: "Send back");

        var page = await browser.SubmitAsync(done, Undo, []);

        Assert.Equal("Look under her former name", page.Find("textarea[name=Comment]").TextContent.Trim());
        await using (var db = _app.Database())
        {
            var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
            Assert.Equal((RequestStage.ToCheck, ReplyCode.NotKnown, "No record", 0, 1), (request.Stage, request.NilReason, request.NilNote, request.SentBackCount, request.Round));
            Assert.Empty(await db.Emails.ToListAsync());
        }
        await browser.SubmitAsync(page, "form[action$='/accept']", new() { ["Comment"] = "Look again" }, button: "Send back");
        await _app.SendEmailsAsync();
        await using var after = _app.Database();
        Assert.Equal("advice-sent-back", (await after.Emails.SingleAsync(e => e.SentUtc != null)).Template);
    }

    [Fact]
    public async Task A_sending_back_stands_once_the_service_works_on_the_answer_again()
    {
        var id = await SubmittedAsync(await _app.AssessmentAsync());
        var (browser, done) = await DoAsync(TestWorld.Administrator, $"/check/{id}", "form[action$='/accept']", new() { ["Comment"] = "Say how often" }, button: "Send back");
        _app.Time.Advance(TimeSpan.FromSeconds(10));
        await DoAsync(TestWorld.Clinician, $"/advice-requests/{id}/respond", "main form", new() { ["Needs"] = "Weekly" }, "draft");

        var refused = await browser.SubmitAsync(done, Undo, []);

        // who goes to the answer has opened the request
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("the service has opened the request", refused.Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.WithService, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task A_closed_request_is_open_again_as_it_was_and_its_holder_hears_nothing()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var before = (await RequestAsync(id)).State;
        var (browser, done) = await CloseAsync(id);

        var page = await browser.SubmitAsync(done, Undo, []);

        Assert.Contains("The request is open as before.", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await RequestAsync(id)).State);
        await using var db = _app.Database();
        Assert.Empty(await db.Emails.ToListAsync());
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "ClosingTakenBack"));
    }

    [Fact]
    public async Task A_closing_stands_once_the_same_service_is_asked_again()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.SpeechTherapy);
        var (browser, done) = await CloseAsync(id);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy);

        var refused = await browser.SubmitAsync(done, Undo, []);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(RequestStage.Closed, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task A_closing_stands_once_the_assessment_has_ended()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.SpeechTherapy);
        var (browser, done) = await CloseAsync(id);
        await EndAsync(keys);

        await browser.SubmitAsync(done, Undo, []);

        Assert.Equal(RequestStage.Closed, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task The_alarm_that_nothing_but_nil_returns_is_left_goes_with_the_closing_that_caused_it()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, null, r => r.SubmitNilReturn(ReplyCode.NotKnown, null, Noon, Today, "Gwen Pritchard"));
        var (browser, done) = await CloseAsync(await _app.RequestAsync(keys, TestWorld.SpeechTherapy));
        await using (var db = _app.Database()) { Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "all-nil")); }

        await browser.SubmitAsync(done, Undo, []);

        await using var after = _app.Database();
        Assert.Empty(await after.Emails.ToListAsync());
    }

    [Fact]
    public async Task An_escalation_is_withdrawn_and_nobody_gets_an_email()
    {
        var id = await _app.RequestToTherapyAsync();
        var (browser, done) = await DoAsync(TestWorld.Administrator, $"/advice-requests/{id}/escalate", "main form", new() { ["To"] = $"{await _app.UserAsync(TestWorld.Lead)}", ["Reason"] = "Two calls unanswered" });

        var page = await browser.SubmitAsync(done, Undo, []);

        Assert.Equal($"/advice-requests/{id}", page.Url.AbsolutePath);
        await using var db = _app.Database();
        Assert.NotNull((await db.Escalations.SingleAsync()).WithdrawnUtc);
        Assert.Empty(await db.Emails.ToListAsync());
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "EscalationWithdrawn"));
    }

    [Fact]
    public async Task An_outcome_is_cleared_and_the_requests_that_it_closed_are_open_again()
    {
        var keys = await _app.AssessmentAsync();
        var sent = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var prepared = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, send: false);
        var (browser, done) = await EndAsync(keys);
        Assert.Equal(RequestStage.Closed, (await RequestAsync(sent)).Stage);

        var page = await browser.SubmitAsync(done, Undo, []);

        Assert.Contains("2 requests are open as before.", page.Text, StringComparison.Ordinal);
        Assert.Equal((RequestStage.WithService, RequestStage.ToSend), ((await RequestAsync(sent)).Stage, (await RequestAsync(prepared)).Stage));
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
        Assert.Equal((null, null, null, true), (assessment.Outcome, assessment.OutcomeOn, assessment.HealthToldOfOutcomeOn, assessment.IsOpen));
        Assert.Empty(await db.Emails.ToListAsync());
        Assert.Equal(["ClosingTakenBack", "ClosingTakenBack", "OutcomeTakenBack"], await db.AuditEntries.Where(e => e.Fact.EndsWith("TakenBack")).Select(e => e.Fact).Order().ToListAsync());
    }

    [Fact]
    public async Task A_decision_is_cleared_with_the_requests_that_were_prepared_for_it()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        await NameGwenAsync(keys);
        var (browser, done) = await DoAsync(TestWorld.Caseworker, $"/assessments/{keys.Reference}/decision", "main form", Day("DecidedOn", new() { ["Decision"] = "Assess" }));
        await using (var db = _app.Database()) { Assert.Equal(1, await db.AdviceRequests.CountAsync()); }

        await browser.SubmitAsync(done, Undo, []);

        await using var after = _app.Database();
        var assessment = await after.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
        Assert.Equal((null, null, null, null), (assessment.Decision, assessment.DecidedOn, assessment.AdviceRequestReceivedOn, assessment.HealthToldOfDecisionOn));
        Assert.Empty(await after.AdviceRequests.ToListAsync());
        Assert.Empty(await after.Emails.ToListAsync());
    }

    [Fact]
    public async Task A_decision_stands_once_a_prepared_request_was_sent()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        await NameGwenAsync(keys);
        var (browser, done) = await DoAsync(TestWorld.Caseworker, $"/assessments/{keys.Reference}/decision", "main form", Day("DecidedOn", new() { ["Decision"] = "Assess" }));
        await DoAsync(TestWorld.Administrator, "/triage", "form[action='/triage/send']", new() { ["References"] = keys.Reference });

        var refused = await browser.SubmitAsync(done, Undo, []);

        Assert.Contains("Something else has happened since", refused.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(RequestStage.WithService, (await db.AdviceRequests.SingleAsync()).Stage);
    }

    [Fact]
    public async Task After_half_a_minute_it_is_too_late_also_where_no_email_waits()
    {
        var id = await SubmittedAsync(await _app.AssessmentAsync());
        var (browser, done) = await DoAsync(TestWorld.Administrator, $"/check/{id}", "form[action$='/accept']", [], "accept");
        _app.Time.Advance(TimeSpan.FromSeconds(31));

        var late = await browser.SubmitAsync(done, Undo, []);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("too late to take this back", late.Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.ToReturn, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task An_email_waits_half_a_minute_and_when_it_has_left_it_is_too_late()
    {
        var id = await SubmittedAsync(await _app.AssessmentAsync());
        var (browser, done) = await DoAsync(TestWorld.Administrator, $"/check/{id}", "form[action$='/accept']", new() { ["Comment"] = "Say how often" }, button: "Send back");
        await _app.SendEmailsAsync();

        var late = await browser.SubmitAsync(done, Undo, []);

        Assert.Contains("too late to take this back", late.Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.WithService, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task Only_who_did_it_takes_it_back()
    {
        var id = await SubmittedAsync(await _app.AssessmentAsync());
        var (_, done) = await DoAsync(TestWorld.Administrator, $"/check/{id}", "form[action$='/accept']", [], "accept");
        var colleague = await _app.SignInAsync(TestWorld.Dco);
        var own = await colleague.GetAsync($"/check/{id}");

        var refused = await colleague.SubmitAsync(done, Undo, new() { ["__RequestVerificationToken"] = own.Find("input[name=__RequestVerificationToken]").GetAttribute("value")! });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(RequestStage.ToReturn, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task A_step_is_not_found_at_the_address_of_another_kind()
    {
        var id = await SubmittedAsync(await _app.AssessmentAsync());
        var (browser, done) = await DoAsync(TestWorld.Administrator, $"/check/{id}", "form[action$='/accept']", [], "accept");
        using var content = new FormUrlEncodedContent(done.All($"{Undo} input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)));

        using var answer = await browser.Client.PostAsync("/undo/close", content);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(RequestStage.ToReturn, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task What_was_returned_at_once_offers_no_undo()
    {
        var id = await SubmittedAsync(await _app.AssessmentAsync());

        var (_, done) = await DoAsync(TestWorld.Administrator, $"/check/{id}", "form[action$='/accept']", [], "return");

        Assert.Empty(done.All(Undo));
    }

    private Task<Guid> SubmittedAsync(CaseKeys keys) => _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Submit(Noon, Today, "Gwen Pritchard"));

    private Task<(PortalBrowser Browser, Page Done)> CloseAsync(Guid id) =>
        DoAsync(TestWorld.Administrator, $"/advice-requests/{id}/close", "main form", new() { ["Why"] = "mistake" });

    private Task<(PortalBrowser Browser, Page Done)> EndAsync(CaseKeys keys) =>
        DoAsync(TestWorld.Caseworker, $"/assessments/{keys.Reference}/outcome", "main form", Day("On", new() { ["Outcome"] = "NoPlan" }));

    private static Dictionary<string, string?> Day(string field, Dictionary<string, string?> more) =>
        new(more) { [$"{field}.Day"] = "21", [$"{field}.Month"] = "11", [$"{field}.Year"] = "2026" };

    private async Task<(PortalBrowser Browser, Page Done)> DoAsync(string person, string path, string form, Dictionary<string, string?> fields, string? button = null)
    {
        var browser = await _app.SignInAsync(person);
        return (browser, await browser.SubmitAsync(await browser.GetAsync(path), form, fields, button: button));
    }

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    private async Task NameGwenAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 1) { ProfessionalId = TestWorld.Gwen, ServiceId = TestWorld.OccupationalTherapy });
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }
}
