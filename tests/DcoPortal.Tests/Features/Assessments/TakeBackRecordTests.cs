using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>A decision or an outcome recorded by mistake is taken back on a later day, with what it had closed.</summary>
public sealed class TakeBackRecordTests : IDisposable
{
    private const string Form = "main form[method=post]";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task An_outcome_recorded_on_the_wrong_child_is_taken_back_and_its_requests_are_open_again()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var earlier = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, null, r => r.Close("Not needed", DateTime.UnixEpoch));
        var due = await DueAsync(id);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/outcome"), Form, new() { ["Outcome"] = "Withdrawn", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });
        await using (var ended = _app.Database()) { Assert.Equal(RequestStage.Closed, (await ended.AdviceRequests.SingleAsync(r => r.Id == id)).Stage); }
        _app.Time.Advance(TimeSpan.FromDays(2));
        browser = await _app.SignInAsync(TestWorld.Caseworker);

        var form = await browser.GetAsync($"/assessments/{keys.Reference}/take-back");
        Assert.Equal(["Say why it was a mistake"], (await browser.SubmitAsync(form, Form, new() { ["Reason"] = "n/a" })).Errors);
        var done = await browser.SubmitAsync(form, Form, new() { ["Reason"] = "It was another child" });

        Assert.Contains("The outcome is taken back: the assessment is open again. 1 request is open again.", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var requests = await db.AdviceRequests.ToDictionaryAsync(r => r.Id, r => r.Stage);
        Assert.Equal((RequestStage.WithService, RequestStage.Closed, due), (requests[id], requests[earlier], await DueAsync(id)));
        Assert.Null((await db.Assessments.SingleAsync()).Outcome);
        Assert.Equal("It was another child", (await db.AuditEntries.SingleAsync(e => e.Fact == "OutcomeTakenBack")).Reason);
        Assert.Equal(await db.Icbs.Where(i => i.Id == keys.IcbId).Select(i => i.DcoInbox).SingleAsync(), (await db.Emails.SingleAsync(e => e.Template == "decision-taken-back")).To);
        var told = await db.Emails.Where(e => e.Template == "advice-request-sent" && e.To == TestWorld.Clinician).ToListAsync();
        Assert.NotEmpty(told);
        Assert.All(told, e => Assert.DoesNotContain("had ended", e.Subject + e.Body, StringComparison.Ordinal));
        Assert.All(told, e => Assert.DoesNotContain("nothing is late", e.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_decision_is_taken_back_and_the_right_one_is_announced_again()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await DecideAsync(browser, keys, "Assess");

        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "The panel said no" });
        await using (var undecided = _app.Database())
        {
            var assessment = await undecided.Assessments.SingleAsync();
            Assert.Equal((null, null, null), (assessment.Decision, assessment.DecidedOn, assessment.AdviceRequestReceivedOn));
        }
        await DecideAsync(browser, keys, "Assess");

        await using var db = _app.Database();
        Assert.Equal(2, await db.Emails.CountAsync(e => e.Template == "notification-received"));
    }

    [Fact]
    public async Task A_decision_on_which_health_has_been_asked_stands_until_the_DCO_service_has_withdrawn_what_it_asked()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "Another child" });
        Assert.Equal(["Health has been asked for advice on this decision. The DCO service withdraws those requests first."], refused.Errors);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("The authority recorded this, and takes it back itself.", (await dco.GetAsync($"/assessments/{keys.Reference}/take-back")).Document.Body!.TextContent, StringComparison.Ordinal);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "mistake" });
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "Another child" });

        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync()).Decision);
    }

    [Fact]
    public async Task A_decision_on_which_a_service_has_answered_stands_and_says_what_to_do_instead()
    {
        var keys = await _app.AssessmentAsync();
        var noon = new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r =>
        {
            r.SubmitNilReturn(ReplyCode.NotKnown, "Not known", noon, new(2026, 11, 21), "Gwen");
            r.Accept(noon);
            r.ReturnToAuthority(noon, new(2026, 11, 21));
        });
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "Another child" });

        Assert.Contains("record the outcome “request withdrawn” here, and log this child’s own request anew", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_records_another_decision_than_a_colleague_did_is_told_which_and_keeps_the_case()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var open = await browser.GetAsync($"/assessments/{keys.Reference}/decision");
        await DecideAsync(await _app.SignInAsync(TestWorld.Manager), keys, "Assess");

        var late = await browser.SubmitAsync(open, Form, new() { ["Decision"] = "DoNotAssess", ["DecidedOn.Day"] = "20", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });

        Assert.NotEmpty(late.All($"main a[href='/assessments/{keys.Reference}']"));
        Assert.Contains("The decision to assess was recorded for 20 November 2026. What you sent was not recorded.", late.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task<Page> DecideAsync(PortalBrowser browser, CaseKeys keys, string decision) => DecideAsync(browser, keys.Reference, decision);

    private static async Task<Page> DecideAsync(PortalBrowser browser, string reference, string decision) =>
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{reference}/decision"), Form, new() { ["Decision"] = decision, ["DecidedOn.Day"] = "20", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });

    private async Task<DateOnly> DueAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.Where(r => r.Id == id).Select(r => r.DueOn).SingleAsync();
    }
}
