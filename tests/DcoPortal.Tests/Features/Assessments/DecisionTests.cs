using System.Net;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Saving;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class DecisionTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task To_assess_starts_health_s_clock_today_tells_the_DCO_service_and_prepares_a_request_for_each_named_person()
    {
        var keys = await _app.AssessmentAsync(decision: null, received: new DateOnly(2026, 10, 20));
        await NameAsync(keys);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/decision");
        Assert.Contains("2 January 2027", page.Text, StringComparison.Ordinal);

        var answer = await browser.PostAsync(page, "main form", Decision("Assess", 19, 11));

        Assert.Equal($"/assessments/{keys.Reference}", answer.Headers.Location?.ToString());
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
        Assert.Equal(new DateOnly(2026, 11, 19), assessment.DecidedOn);
        Assert.Equal(new DateOnly(2026, 11, 21), assessment.AdviceRequestReceivedOn);
        var request = await db.AdviceRequests.SingleAsync(r => r.AssessmentId == keys.AssessmentId);
        Assert.Equal((AdviceKind.Statutory, TestWorld.Gwen, new DateOnly(2027, 1, 2)), (request.Kind, request.ProfessionalId!.Value, request.DueOn));
        Assert.Null(request.SentUtc);
        var email = await db.Emails.SingleAsync(e => e.UniqueKey.StartsWith($"decision:{keys.AssessmentId:N}:"));
        Assert.Equal(await db.Icbs.Where(i => i.Id == keys.IcbId).Select(i => i.DcoInbox).SingleAsync(), email.To);
        Assert.DoesNotContain("Ashworth", email.Subject + email.Body, StringComparison.Ordinal);
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "DecisionRecorded" && e.AssessmentId == keys.AssessmentId);
        Assert.Equal(("Carol Whitaker", "Assess on 2026-11-19"), (fact.ActorName, fact.After));
    }

    [Fact]
    public async Task The_same_decision_sent_twice_is_recorded_once_and_another_one_is_refused()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/decision");

        var first = await browser.PostAsync(page, "main form", Decision("Assess", 19, 11));
        var second = await browser.PostAsync(page, "main form", Decision("Assess", 19, 11));
        var other = await browser.PostAsync(page, "main form", Decision("DoNotAssess", 19, 11));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "DecisionRecorded" && e.AssessmentId == keys.AssessmentId));
        Assert.Equal(1, await db.Emails.CountAsync(e => e.UniqueKey.StartsWith($"decision:{keys.AssessmentId:N}:")));
    }

    [Fact]
    public async Task A_decision_on_an_assessment_that_someone_else_changed_meanwhile_is_not_saved()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/decision");
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);

        var answer = await browser.SubmitAsync(page, "main form", Decision("Assess", 19, 11));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Somebody else changed this first", answer.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).Decision);
    }

    [Theory]
    [InlineData("22", "11", "2026", "The date of the decision must be today or in the past")]
    [InlineData("30", "10", "2026", "The date of the decision must be on or after 31 October 2026, when the request was received")]
    [InlineData("31", "11", "2026", "The date of the decision must be a real date")]
    [InlineData("", "", "", "Enter the date of the decision")]
    public async Task A_wrong_date_is_explained_and_keeps_what_was_typed(string day, string month, string year, string problem)
    {
        var keys = await _app.AssessmentAsync(decision: null, received: new DateOnly(2026, 10, 31));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/decision");

        var again = await browser.SubmitAsync(page, "main form", new() { ["Decision"] = "DoNotAssess", ["DecidedOn.Day"] = day, ["DecidedOn.Month"] = month, ["DecidedOn.Year"] = year });

        Assert.Equal([problem], again.Errors);
        Assert.True(again.Find("input[value=DoNotAssess]").HasAttribute("checked"));
        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).Decision);
    }

    [Fact]
    public async Task Not_to_assess_says_how_many_requests_close_then_closes_them_and_tells_the_holders_but_keeps_answers()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.Paediatrics, send: false);
        var answered = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => r.Submit(Noon, Today, "Joan Catterall"));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/decision");
        Assert.Contains("2 requests will be closed: 1 not sent and 1 with professionals", page.Text, StringComparison.Ordinal);

        await browser.PostAsync(page, "main form", Decision("DoNotAssess", 20, 11));

        await using var db = _app.Database();
        var open = await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId && r.ClosedUtc == null).Select(r => r.Id).ToListAsync();
        Assert.Equal([answered], open);
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "RequestClosed" && e.AssessmentId == keys.AssessmentId && e.Reason == "The local authority decided not to assess"));
        var email = await db.Emails.SingleAsync(e => e.Template == "advice-request-closed");
        Assert.Equal(TestWorld.Clinician, email.To);
    }

    [Fact]
    public async Task An_outcome_ends_the_assessment_once_and_closes_what_is_unanswered()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        var browser = await _app.SignInAsync(TestWorld.Manager);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/outcome");
        Assert.Contains("1 request will be closed", page.Text, StringComparison.Ordinal);
        Dictionary<string, string?> Outcome(string what) => new() { ["Outcome"] = what, ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" };

        var first = await browser.PostAsync(page, "main form", Outcome("PlanIssued"));
        var second = await browser.PostAsync(page, "main form", Outcome("PlanIssued"));
        var other = await browser.PostAsync(page, "main form", Outcome("Withdrawn"));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
        Assert.Equal((AssessmentOutcome.PlanIssued, Today), (assessment.Outcome!.Value, assessment.OutcomeOn!.Value));
        Assert.Equal("The assessment has ended: plan issued", (await db.AdviceRequests.SingleAsync(r => r.AssessmentId == keys.AssessmentId)).CloseReason);
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "OutcomeRecorded"));
    }

    [Fact]
    public async Task A_plan_cannot_be_issued_before_the_decision_to_assess_nor_dated_before_it()
    {
        var undecided = await _app.AssessmentAsync(decision: null);
        var decided = await _app.AssessmentAsync(decision: null, change: a => a.Decide(AssessmentDecision.Assess, Today, Today));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        Dictionary<string, string?> Plan() => new() { ["Outcome"] = "PlanIssued", ["On.Day"] = "20", ["On.Month"] = "11", ["On.Year"] = "2026" };

        var early = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{undecided.Reference}/outcome"), "main form", Plan());
        var before = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{decided.Reference}/outcome"), "main form", Plan());

        Assert.Equal(["Record the decision to assess before this outcome"], early.Errors);
        Assert.Equal(["The date of the outcome must be on or after 21 November 2026"], before.Errors);
    }

    [Fact]
    public async Task Only_the_authority_itself_decides()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        foreach (var email in new[] { TestWorld.Administrator, TestWorld.Dco, TestWorld.Clinician, TestWorld.BoardMember, TestWorld.SystemAdministrator })
        {
            var browser = await _app.SignInAsync(email);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/assessments/{keys.Reference}/decision")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/assessments/{keys.Reference}/outcome")).Status);
        }
        var other = await _app.SignInAsync(TestWorld.OtherCaseworker);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/assessments/{keys.Reference}/decision")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/assessments/{keys.Reference}/outcome")).Status);
        Assert.Equal(OutcomeKind.NotFound, (await _app.AsAsync(TestWorld.OtherCaseworker, s => s.GetRequiredService<RecordDecisionHandler>()
            .HandleAsync(new(keys.Reference, AssessmentDecision.Assess, Today), CancellationToken.None))).Kind);
    }

    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    private static Dictionary<string, string?> Decision(string decision, int day, int month) => new()
    {
        ["Decision"] = decision,
        ["DecidedOn.Day"] = $"{day}",
        ["DecidedOn.Month"] = $"{month}",
        ["DecidedOn.Year"] = "2026",
    };

    /// <summary>Gwen named twice, somebody who left, and somebody the directory does not know: one request.</summary>
    private async Task NameAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        db.InvolvedProfessionals.AddRange(
            new(keys, 1) { ProfessionalId = TestWorld.Gwen, ServiceId = TestWorld.OccupationalTherapy },
            new(keys, 2) { ProfessionalId = TestWorld.Gwen },
            new(keys, 3) { ProfessionalId = TestWorld.Joan, IsCurrent = false },
            new(keys, 4) { Name = "Dr Unknown", ServiceName = "Private practice" },
            new(keys, 5) { ServiceId = TestWorld.FarService });
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }
}
