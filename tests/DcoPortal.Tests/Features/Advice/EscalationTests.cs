using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class EscalationTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task What_is_put_before_a_service_lead_stands_in_their_worklist_until_they_answer_and_the_asker_hears_of_it()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync($"/advice-requests/{request}/escalate");
        Assert.Equal(["Choose who must answer", "Say what you need from them"], (await administrator.SubmitAsync(page, "main form", [])).Errors);
        var id = await _app.EscalateAsync(TestWorld.Administrator, request, TestWorld.Lead);

        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        Assert.NotEmpty((await administrator.GetAsync($"/advice-requests/{request}")).All($"main a[href='/escalations/{id}']"));
        Assert.Empty((await clinician.GetAsync($"/advice-requests/{request}")).All("main a[href^='/escalations/']"));

        var lead = await _app.SignInAsync(TestWorld.Lead);
        Assert.Contains("Escalated to you: answer", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        var waiting = await lead.GetAsync($"/escalations/{id}");
        Assert.Contains("Two calls unanswered", waiting.Text, StringComparison.Ordinal);
        Assert.Equal(["Write your answer"], (await lead.SubmitAsync(waiting, "main form", [])).Errors);
        await lead.SubmitAsync(waiting, "main form", new() { ["Answer"] = "Tariq writes it by Friday" });
        var twice = await lead.SubmitAsync(waiting, "main form", new() { ["Answer"] = "Once more" });
        Assert.Contains("answered this already", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Once more", twice.Text, StringComparison.Ordinal);

        Assert.DoesNotContain("Escalated to you", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        var answered = (await administrator.GetAsync($"/advice-requests/{request}")).Text;
        Assert.Contains("To Lena Ford, answered on", answered, StringComparison.Ordinal);
        Assert.DoesNotContain("not answered yet", answered, StringComparison.Ordinal);
        Assert.Contains("Answers to what you escalated", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Tariq writes it by Friday", (await administrator.GetAsync($"/escalations/{id}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal([TestWorld.Administrator, TestWorld.Lead], await db.Emails.Where(e => e.Template == "request-escalated" || e.Template == "escalation-answered").Select(e => e.To).OrderBy(t => t).ToListAsync());
        Assert.All(await db.Emails.ToListAsync(), e => Assert.DoesNotContain("calls", e.Subject + e.Body, StringComparison.Ordinal));
        Assert.Equal(["EscalationAnswered", "RequestEscalated"], await db.AuditEntries.Where(e => e.AdviceRequestId == request && e.Fact.Contains("Escalat")).Select(e => e.Fact).OrderBy(f => f).ToListAsync());
    }

    [Fact]
    public async Task A_request_that_no_service_has_is_put_before_nobody_of_a_service_and_the_page_says_so()
    {
        var request = await _app.RequestToTherapyAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        async Task<Page> Form() => await administrator.GetAsync($"/advice-requests/{request}/escalate");
        static List<string> Offered(Page page) => [.. page.All("#To option").Select(o => o.TextContent.Trim()).Skip(1)];
        var page = await Form();
        Assert.Equal(["Dr Helen Shaw, Designated Clinical Officer", "Lena Ford, Service lead"], Offered(page));
        Assert.DoesNotContain("nobody of", page.Text, StringComparison.Ordinal);

        await _app.ChangeRequestAsync(request, r => r.GiveBack("Not ours", _app.Time.GetUtcNow().UtcDateTime));
        Assert.Equal(["Choose somebody from the list"], (await administrator.SubmitAsync(page, "main form", new() { ["To"] = (await _app.UserAsync(TestWorld.Lead)).ToString(), ["Reason"] = "Late" })).Errors);
        page = await Form();
        Assert.Equal(["Dr Helen Shaw, Designated Clinical Officer"], Offered(page));
        Assert.Contains("No service has this request now, so nobody of a service can be asked. The DCO service can be asked.", page.Text, StringComparison.Ordinal);

        await _app.ChangeRequestAsync(request, r => r.Send(_app.Time.GetUtcNow().UtcDateTime));
        await _app.DisableAsync(TestWorld.Lead);
        await _app.DisableAsync(TestWorld.Dco);
        page = await Form();
        Assert.Contains("Nobody else who leads the service with this request can sign in, so nobody of the service can be asked. Nobody else of the DCO service has an account either.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("main form"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_puts_it_before_them_once()
    {
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync($"/advice-requests/{request}/escalate");
        var values = new Dictionary<string, string?> { ["To"] = (await _app.UserAsync(TestWorld.Dco)).ToString(), ["Reason"] = "Late" };
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
        var refused = await administrator.SubmitAsync(page, "main form", new() { ["To"] = (await _app.UserAsync(TestWorld.OtherLead)).ToString(), ["Reason"] = "Late" });
        Assert.Equal(["Choose somebody from the list"], refused.Errors);
    }

    [Fact]
    public async Task An_escalation_is_seen_by_the_two_and_by_the_DCO_service_and_answered_by_the_one_alone()
    {
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var id = await _app.EscalateAsync(TestWorld.Administrator, request, TestWorld.Lead);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var seen = await dco.GetAsync($"/escalations/{id}");
        Assert.Contains("Waits for Lena Ford", seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Document.QuerySelector("#Answer"));
        foreach (var (who, status) in new[] { (TestWorld.Clinician, HttpStatusCode.NotFound), (TestWorld.OtherLead, HttpStatusCode.NotFound), (TestWorld.FarAdministrator, HttpStatusCode.NotFound), (TestWorld.Caseworker, HttpStatusCode.NotFound), (TestWorld.BoardMember, HttpStatusCode.Forbidden) })
        {
            Assert.Equal(status, (await (await _app.SignInAsync(who)).GetAsync($"/escalations/{id}")).Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{request}/escalate")).Status);
    }

    [Fact]
    public async Task A_request_that_is_escalated_already_says_so_before_it_is_escalated_again()
    {
        var request = await _app.RequestToTherapyAsync();
        var id = await _app.EscalateAsync(TestWorld.Administrator, request, TestWorld.Lead);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var page = await dco.GetAsync($"/advice-requests/{request}/escalate");
        Assert.Contains("This is escalated already", page.Text, StringComparison.Ordinal);
        Assert.Contains("by Priya Nair and has not answered yet", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/escalations/{id}", page.Find(".nhsuk-warning-callout a, .nhsuk-card a").GetAttribute("href"));
        await dco.SubmitAsync(await dco.GetAsync($"/escalations/{id}"), "form[action$=take-back]", []);
        page = await dco.GetAsync($"/advice-requests/{request}/escalate");
        Assert.DoesNotContain("This is escalated already", page.Text, StringComparison.Ordinal);
        Assert.Contains("taken back on", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_sees_what_waits_the_oldest_first_and_that_an_account_was_disabled()
    {
        var first = await _app.EscalateAsync(TestWorld.Administrator, await _app.RequestToTherapyAsync(), TestWorld.Lead);
        _app.Time.Advance(TimeSpan.FromHours(3));
        var second = await _app.EscalateAsync(TestWorld.Administrator, await _app.RequestToTherapyAsync(), TestWorld.Dco);
        await _app.DisableAsync(TestWorld.Lead);

        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var home = await administrator.GetAsync("/");
        Assert.Contains("Waiting for an answer to what you escalated", home.Text, StringComparison.Ordinal);
        Assert.Equal([$"/escalations/{first}", $"/escalations/{second}"], home.All(".dco-work a").Select(a => a.GetAttribute("href")).Where(h => h!.StartsWith("/escalations", StringComparison.Ordinal)));
        Assert.Contains("Since 21 November 2026. Lena Ford’s account is disabled", home.Text, StringComparison.Ordinal);
        Assert.Equal(["No answer will come"], home.All(".dco-work .nhsuk-tag").Select(t => t.TextContent.Trim()));
        var page = await administrator.GetAsync($"/escalations/{first}");
        Assert.Contains("Lena Ford’s account is disabled. Ask somebody else, or take it back.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lena Ford, Service lead", page.All("#To option").Select(o => o.TextContent.Trim()));
    }

    [Fact]
    public async Task A_lead_who_asked_and_the_request_moved_away_still_sees_that_it_waits_and_can_take_it_back_but_reads_nothing_of_the_case()
    {
        var request = await _app.RequestToTherapyAsync();
        var id = await _app.EscalateAsync(TestWorld.Lead, request, TestWorld.Dco);
        await _app.MoveAsync(TestWorld.Lead, TestWorld.SpeechTherapy);

        var lead = await _app.SignInAsync(TestWorld.Lead);
        Assert.Contains("Waiting for an answer to what you escalated", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync($"/advice-requests/{request}")).Status);
        var page = await lead.GetAsync($"/escalations/{id}");
        Assert.Contains("You may no longer open this request", page.Text, StringComparison.Ordinal);
        Assert.Contains("Waits for Dr Helen Shaw to answer", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Two calls", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ashworth", page.Text, StringComparison.Ordinal);
        var done = await lead.SubmitAsync(page, "main form", []);
        Assert.Contains("Taken back by Lena Ford", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Waiting for an answer", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal([TestWorld.Dco], await _app.SentToAsync("escalation-withdrawn"));
        await using var db = _app.Database();
        Assert.Equal(request, await db.AuditEntries.Where(e => e.Fact == "EscalationWithdrawn" && e.ActorName == "Lena Ford").Select(e => e.AdviceRequestId).SingleAsync());
    }

    [Fact]
    public async Task A_lead_who_was_asked_and_may_no_longer_open_the_request_is_told_so_and_who_asked_too()
    {
        var id = await _app.EscalateAsync(TestWorld.Administrator, await _app.RequestToTherapyAsync(), TestWorld.Lead);
        await _app.MoveAsync(TestWorld.Lead, TestWorld.SpeechTherapy);
        var lead = await _app.SignInAsync(TestWorld.Lead);
        Assert.DoesNotContain("Escalated to you", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        var page = await lead.GetAsync($"/escalations/{id}");
        Assert.Contains("You need not answer", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("main form"));
        Assert.Contains("Lena Ford may no longer open the request", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_waits_for_an_answer_about_a_request_that_has_ended()
    {
        var request = await _app.RequestToTherapyAsync();
        var id = await _app.EscalateAsync(TestWorld.Administrator, request, TestWorld.Lead);
        await _app.ChangeRequestAsync(request, r => r.Close("No longer needed", _app.Time.GetUtcNow().UtcDateTime));

        var lead = await _app.SignInAsync(TestWorld.Lead);
        Assert.DoesNotContain("Escalated to you", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        var page = await lead.GetAsync($"/escalations/{id}");
        Assert.Contains("The request was closed, so no answer is needed any more.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("main form"));
        Assert.DoesNotContain("Waiting for an answer", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.MorningAsync("2026-11-26 07:30"));
    }

    [Fact]
    public async Task The_DCO_service_sees_what_others_of_its_board_asked_and_nobody_answered_for_two_working_days()
    {
        _app.Time.Set(new DateTime(2026, 11, 27, 15, 0, 0, DateTimeKind.Utc)); // a Friday
        var id = await _app.EscalateAsync(TestWorld.Administrator, await _app.RequestToTherapyAsync(), TestWorld.Lead);
        const string heading = "Escalations not answered for 2 working days";
        _app.Time.Set(new DateTime(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc));
        Assert.DoesNotContain(heading, (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/")).Text, StringComparison.Ordinal);
        _app.Time.Set(new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc));
        var home = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/");
        Assert.Contains(heading, home.Text, StringComparison.Ordinal);
        Assert.Contains("waits for Lena Ford, asked by Priya Nair", home.Text, StringComparison.Ordinal);
        // once only: in the asker's own part
        var own = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/");
        Assert.DoesNotContain(heading, own.Text, StringComparison.Ordinal);
        Assert.Single(own.All($".dco-work a[href='/escalations/{id}']"));
        foreach (var who in new[] { TestWorld.Lead, TestWorld.FarAdministrator, TestWorld.Caseworker })
        {
            Assert.DoesNotContain(heading, (await (await _app.SignInAsync(who)).GetAsync("/")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task All_that_is_awaited_is_on_one_list_for_whom_it_concerns()
    {
        var id = await _app.EscalateAsync(TestWorld.Administrator, await _app.RequestToTherapyAsync(), TestWorld.Lead);
        foreach (var (who, sees) in new[] { (TestWorld.Administrator, true), (TestWorld.Dco, true), (TestWorld.Lead, true), (TestWorld.OtherLead, false), (TestWorld.FarAdministrator, false) })
        {
            var list = await (await _app.SignInAsync(who)).GetAsync("/escalations");
            Assert.Equal((who, sees ? 1 : 0), (who, list.All($"main a[href='/escalations/{id}']").Count));
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/escalations")).Status);
    }
}
