using System.Net;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

public sealed class AllNilTests : IDisposable
{
    private const string Reason = "Records of three services and the school were looked at.";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private async Task NilAsync(string who, Guid id)
    {
        var browser = await _app.SignInAsync(who);
        var done = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/nil-return"), "main form", new() { ["Reason"] = "NotKnown" });
        Assert.EndsWith("/respond/done", done.Url.AbsolutePath, StringComparison.Ordinal);
    }

    private async Task<CaseKeys> AllNilAsync()
    {
        var keys = await _app.AssessmentAsync();
        var first = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var second = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        await NilAsync(TestWorld.Clinician, first);
        Assert.Equal(0, await EmailsAsync(keys, "all-nil"));
        await NilAsync(TestWorld.OtherClinician, second);
        return keys;
    }

    private async Task<int> EmailsAsync(CaseKeys keys, string template)
    {
        await using var db = _app.Database();
        return await db.Emails.CountAsync(e => e.AssessmentId == keys.AssessmentId && e.Template == template);
    }

    private static async Task<Page> DecideAsync(PortalBrowser dco, CaseKeys keys, AllNilDecision decision) =>
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/all-nil"), "main form", new() { ["Decision"] = $"{decision}", ["Reason"] = Reason });

    [Fact]
    public async Task The_last_nil_return_puts_the_decision_to_the_dco_and_tells_the_inbox_once()
    {
        var keys = await AllNilAsync();
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var home = await dco.GetAsync("/");

        Assert.Contains("Every service has no advice: decide", home.Text, StringComparison.Ordinal);
        Assert.Contains(home.All(".dco-work a"), a => a.GetAttribute("href") == $"/assessments/{keys.Reference}/all-nil");
        Assert.Contains("Decide what follows", (await dco.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        Assert.Contains(keys.Reference, (await dco.GetAsync("/all-nil")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.Template == "all-nil");
        Assert.Equal((await db.Icbs.SingleAsync(i => i.Id == keys.IcbId)).DcoInbox, email.To);
        Assert.Contains(keys.Reference, email.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Ashworth", email.Subject + email.Body, StringComparison.Ordinal);
        Assert.Contains($"/assessments/{keys.Reference}/all-nil", email.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_health_needs_known_is_recorded_with_its_reason_and_told_to_the_authority()
    {
        var keys = await AllNilAsync();
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var form = await dco.GetAsync($"/assessments/{keys.Reference}/all-nil");
        Assert.Equal(2, form.All("main .nhsuk-summary-list__row").Count(r => r.TextContent.Contains("Open the request", StringComparison.Ordinal)));
        var without = await dco.SubmitAsync(form, "main form", new() { ["Reason"] = "" });
        Assert.Equal(["Select what you decide", "Say why"], without.Errors);

        var decided = await DecideAsync(dco, keys, AllNilDecision.NoHealthNeedsKnown);
        var again = await dco.SubmitAsync(form, "main form", new() { ["Decision"] = "NoHealthNeedsKnown", ["Reason"] = Reason });

        Assert.Contains("The local authority was told by email", decided.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("already been decided", again.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Every service has no advice", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await authority.GetAsync($"/assessments/{keys.Reference}");
        Assert.Contains("No health needs are known. Decided by Dr Helen Shaw", page.Text, StringComparison.Ordinal);
        Assert.Contains(Reason, page.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("send@lancashire.example.gov.uk", (await db.Emails.SingleAsync(e => e.Template == "all-nil-decided")).To);
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "AllNilDecided");
        Assert.Equal((keys.AssessmentId, "NoHealthNeedsKnown", Reason, "Dr Helen Shaw"), (fact.AssessmentId!.Value, fact.After, fact.Reason, fact.ActorName));
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildRecordViewed" && e.After == "Advice/NoAdvice" && e.AssessmentId == keys.AssessmentId));
    }

    [Fact]
    public async Task A_commissioned_assessment_leads_to_asking_a_service_and_stays_in_the_worklist_until_one_is_asked()
    {
        var keys = await AllNilAsync();
        var dco = await _app.SignInAsync(TestWorld.Dco);

        var decided = await DecideAsync(dco, keys, AllNilDecision.AssessmentCommissioned);

        Assert.Equal($"/assessments/{keys.Reference}/request-advice", decided.Url.AbsolutePath);
        Assert.Contains("choose who will assess", decided.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await EmailsAsync(keys, "all-nil-decided"));
        Assert.Contains("an assessment is commissioned: ask a service", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);

        _app.Time.Advance(TimeSpan.FromMinutes(5));
        var third = await _app.RequestAsync(keys, TestWorld.Paediatrics);
        Assert.DoesNotContain("Every service has no advice", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);

        // the service that was commissioned has no advice either: the alarm comes again
        var onBehalf = await dco.GetAsync($"/advice-requests/{third}/close");
        Assert.Equal(HttpStatusCode.OK, onBehalf.Status);
        await _app.ChangeRequestAsync(third, r => r.SubmitNilReturn(ReplyCode.NotKnown, null, _app.Time.GetUtcNow().UtcDateTime, new DateOnly(2026, 11, 21), "Paediatrics"));
        await _app.AsAsync(TestWorld.Dco, async s => { await s.GetRequiredService<AllNilAlarmHandler>().LookAgainAsync(keys.AssessmentId, CancellationToken.None); return true; });
        await _app.AsAsync(TestWorld.Dco, async s => { await s.GetRequiredService<AllNilAlarmHandler>().LookAgainAsync(keys.AssessmentId, CancellationToken.None); return true; });

        Assert.Equal(2, await EmailsAsync(keys, "all-nil"));
        Assert.Contains("no health needs known, or commission an assessment", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("so decide again", (await dco.GetAsync($"/assessments/{keys.Reference}/all-nil")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_the_only_request_without_an_answer_raises_the_alarm_when_the_others_have_no_advice()
    {
        var keys = await _app.AssessmentAsync();
        var nil = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var open = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        await NilAsync(TestWorld.Clinician, nil);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        await administrator.SubmitAsync(await administrator.GetAsync($"/advice-requests/{open}/close"), "main form", new() { ["Reason"] = "Asked by mistake" });

        Assert.Equal(1, await EmailsAsync(keys, "all-nil"));
        Assert.Contains("No service that answered has advice: the DCO decides", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
        var page = await administrator.GetAsync($"/assessments/{keys.Reference}/all-nil");
        Assert.Contains("This waits for the Designated Clinical Officer", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("main form"));
        foreach (var told in new[] { page, await administrator.GetAsync($"/assessments/{keys.Reference}") })
        {
            Assert.Contains("No service that answered has advice", told.Text, StringComparison.Ordinal);
            Assert.Contains("Who answered said that there is none, and every other request was closed or withdrawn without an answer.", told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Every service has no advice", told.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>One service has no advice, the other gave its request back and it is closed: nothing but a nil return is left.</summary>
    private async Task<(CaseKeys Keys, PortalBrowser Administrator, Page Closed)> CloseGivenBackAsync()
    {
        var keys = await _app.AssessmentAsync();
        var nil = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var back = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan, r => r.GiveBack("Not ours", _app.Time.GetUtcNow().UtcDateTime));
        await NilAsync(TestWorld.Clinician, nil);
        Assert.Equal(0, await EmailsAsync(keys, "all-nil"));
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync($"/assessments/{keys.Reference}/request-advice");
        var closed = await administrator.SubmitAsync(page, "form#ask", [], button: "Close, and ask somebody else");
        await administrator.SubmitAsync(page, "form#ask", [], button: "Close, and ask somebody else");
        return (keys, administrator, closed);
    }

    [Fact]
    public async Task Closing_what_was_given_back_puts_the_decision_to_the_DCO_and_tells_them_half_an_hour_later_when_nobody_was_asked()
    {
        var (keys, administrator, closed) = await CloseGivenBackAsync();

        Assert.Contains("If nobody is asked within half an hour", closed.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No service that answered has advice: the DCO decides", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        await _app.SendEmailsAsync();
        Assert.Null((await db.Emails.AsNoTracking().SingleAsync(e => e.Template == "all-nil")).SentUtc);
        _app.Time.Advance(TimeSpan.FromMinutes(31));
        await _app.SendEmailsAsync();
        Assert.NotNull((await db.Emails.AsNoTracking().SingleAsync(e => e.Template == "all-nil")).SentUtc);
        Assert.Equal(keys.AssessmentId, (await db.Emails.SingleAsync(e => e.Template == "all-nil")).AssessmentId);
    }

    [Fact]
    public async Task Closing_what_was_given_back_and_asking_somebody_else_at_once_raises_no_alarm()
    {
        var (keys, administrator, closed) = await CloseGivenBackAsync();

        var asked = await administrator.SubmitAsync(closed, "#ask", new() { ["Ask"] = $"service:{TestWorld.Paediatrics:N}" }, button: "send");

        Assert.Contains("1 request sent", asked.Document.Body!.TextContent, StringComparison.Ordinal);
        _app.Time.Advance(TimeSpan.FromHours(1));
        await _app.SendEmailsAsync();
        Assert.Equal(0, await EmailsAsync(keys, "all-nil"));
        Assert.DoesNotContain("Every service has no advice", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_made_while_the_alarm_waits_takes_its_email_back()
    {
        var (keys, _, _) = await CloseGivenBackAsync();

        var decided = await DecideAsync(await _app.SignInAsync(TestWorld.Dco), keys, AllNilDecision.NoHealthNeedsKnown);

        Assert.Contains("Decision recorded", decided.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((0, 1), (await EmailsAsync(keys, "all-nil"), await EmailsAsync(keys, "all-nil-decided")));
    }

    [Fact]
    public async Task A_decision_on_an_assessment_that_changed_meanwhile_is_refused_and_what_was_typed_is_kept()
    {
        var keys = await AllNilAsync();
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var form = await dco.GetAsync($"/assessments/{keys.Reference}/all-nil");
        await _app.RequestAsync(keys, TestWorld.Paediatrics);

        var refused = await dco.SubmitAsync(form, "main form", new() { ["Decision"] = "NoHealthNeedsKnown", ["Reason"] = Reason });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("A service has been asked", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(Reason, refused.Find("textarea").TextContent.Trim());
        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).AllNil);
    }

    [Fact]
    public async Task Only_the_dco_decides_and_only_for_the_own_board()
    {
        var keys = await AllNilAsync();
        var token = await _app.SignInAsync(TestWorld.Administrator);
        var page = await token.GetAsync("/questions");
        foreach (var (who, status) in new[] { (TestWorld.Caseworker, HttpStatusCode.Forbidden), (TestWorld.Lead, HttpStatusCode.Forbidden), (TestWorld.BoardMember, HttpStatusCode.Forbidden), (TestWorld.FarAdministrator, HttpStatusCode.NotFound) })
        {
            Assert.Equal(status, (await (await _app.SignInAsync(who)).GetAsync($"/assessments/{keys.Reference}/all-nil")).Status);
        }
        var field = page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", field), KeyValuePair.Create("Decision", "NoHealthNeedsKnown"), KeyValuePair.Create("Reason", "x")]);
        using var posted = await token.Client.PostAsync($"/assessments/{keys.Reference}/all-nil", content);
        Assert.True(posted.StatusCode == HttpStatusCode.Forbidden || posted.Headers.Location?.OriginalString.Contains("/error/403", StringComparison.Ordinal) == true, $"{posted.StatusCode}");
        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).AllNil);
    }
}
