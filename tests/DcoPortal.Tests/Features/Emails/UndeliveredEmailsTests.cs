using System.Net;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Templates;
using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Emails;

public sealed class UndeliveredEmailsTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    /// <summary>An email of somebody's action about a request that failed or bounced.</summary>
    private async Task<EmailMessage> UndeliveredAsync(CaseKeys keys, string by, bool bounced, Guid? requestId = null, string subject = "Health advice requested: REF")
    {
        await using var db = _app.Database();
        var now = _app.Time.GetUtcNow().UtcDateTime;
        var email = new EmailMessage
        {
            Id = Guid.CreateVersion7(),
            UniqueKey = $"sent:{Guid.NewGuid():N}",
            Template = "advice-request-sent",
            To = "wrong@provider.test",
            Subject = subject,
            Body = "The text",
            Path = "/advice-requests/of-this-email",
            IcbId = keys.IcbId,
            LocalAuthorityId = keys.LocalAuthorityId,
            AssessmentId = keys.AssessmentId,
            AdviceRequestId = requestId,
            SenderUserId = await db.Users.Where(u => u.Email == by).Select(u => u.Id).SingleAsync(),
            QueuedUtc = now,
            Attempts = bounced ? 1 : 6,
            SentUtc = bounced ? now : null,
            BouncedUtc = bounced ? now : null,
            FailedUtc = bounced ? null : now,
            LastError = "The mail server refused the address (550).",
        };
        db.Emails.Add(email);
        await db.SaveChangesAsync();
        return email;
    }

    private async Task<List<EmailMessage>> EmailsAsync()
    {
        await using var db = _app.Database();
        return await db.Emails.AsNoTracking().OrderBy(e => e.QueuedUtc).ThenBy(e => e.Id).ToListAsync();
    }

    [Fact]
    public async Task An_email_belongs_to_whoever_acted_and_to_nobody_in_background_work()
    {
        var keys = await _app.AssessmentAsync();
        async Task QueueAsync(IServiceProvider services, string key)
        {
            var values = EmailTemplates.All.Single(t => t.Name == "notification-received").Placeholders.ToDictionary(p => p, p => $"<{p}>");
            services.GetRequiredService<Outbox>().Queue(Announcements.All.Single(a => a.Template == "notification-received" && a.Name == "notification-received"), key, "dco@icb.test", "/triage", values, keys);
            await services.GetRequiredService<PortalDb>().SaveChangesAsync();
        }
        await _app.AsAsync(TestWorld.Caseworker, async services =>
        {
            await QueueAsync(services, "person's");
            return true;
        });
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
            await QueueAsync(scope.ServiceProvider, "portal's");
        }

        await using var db = _app.Database();
        var caseworker = await db.Users.Where(u => u.Email == TestWorld.Caseworker).Select(u => u.Id).SingleAsync();
        Assert.Equal(caseworker, (await db.Emails.SingleAsync(e => e.UniqueKey == "person's")).SenderUserId);
        Assert.Null((await db.Emails.SingleAsync(e => e.UniqueKey == "portal's")).SenderUserId);
    }

    [Fact]
    public async Task A_bounce_is_in_the_worklist_of_who_acted_and_of_the_board_and_of_nobody_else()
    {
        var keys = await _app.AssessmentAsync();
        var email = await UndeliveredAsync(keys, TestWorld.Caseworker, bounced: true);

        foreach (var (person, sees) in new[] { (TestWorld.Caseworker, true), (TestWorld.Administrator, true), (TestWorld.SystemAdministrator, true), (TestWorld.Manager, false), (TestWorld.OtherCaseworker, false), (TestWorld.Clinician, false), (TestWorld.FarAdministrator, false), (TestWorld.BoardMember, false) })
        {
            var browser = await _app.SignInAsync(person);
            var home = await browser.GetAsync("/");
            Assert.True(sees == home.Text.Contains("Emails that did not arrive", StringComparison.Ordinal), person);
            // one in the first things to do, one in the fold of its kind
            Assert.Equal(sees ? 2 : 0, home.All($"a[href='/emails/{email.Id}']").Count);
            var page = await browser.GetAsync($"/emails/{email.Id}");
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.Status);
            if (sees)
            {
                Assert.Contains("Bounced on 21 November 2026. The mail server refused the address (550).", page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("The text", page.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_clinician_sees_what_came_of_their_own_emails_only()
    {
        var keys = await _app.AssessmentAsync();
        var own = await UndeliveredAsync(keys, TestWorld.Clinician, bounced: false);
        var other = await UndeliveredAsync(keys, TestWorld.Colleague, bounced: false);
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var home = await browser.GetAsync("/");

        Assert.Single(home.All($".dco-work a[href='/emails/{own.Id}']"));
        Assert.Empty(home.All($"a[href='/emails/{other.Id}']"));
        Assert.Contains("Not sent after 6 tries.", home.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/emails/{other.Id}")).Status);
    }

    [Fact]
    public async Task A_requests_page_says_that_an_email_did_not_arrive_and_what_to_do()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await UndeliveredAsync(keys, TestWorld.Administrator, bounced: false, request);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var page = await browser.GetAsync($"/advice-requests/{request}");
        Assert.Contains("An email about this request did not arrive", page.Text, StringComparison.Ordinal);
        Assert.Contains("to wrong@provider.test", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("did not arrive", (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{request}")).Text, StringComparison.Ordinal);

        var after = await browser.SubmitAsync(page, "form[action$=dismiss]", []);

        Assert.Equal($"/advice-requests/{request}", after.Url.AbsolutePath);
        Assert.Contains("marked as dealt with", after.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("did not arrive", after.Text, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await EmailsAsync(), e => e.Template == "advice-request-sent").DismissedUtc);
        await using var db = _app.Database();
        Assert.Equal("Priya Nair", (await db.AuditEntries.SingleAsync(e => e.Fact == "EmailDismissed")).ActorName);
    }

    [Fact]
    public async Task What_never_left_goes_again_as_the_same_row_and_a_second_click_changes_nothing()
    {
        var email = await UndeliveredAsync(await _app.AssessmentAsync(), TestWorld.Caseworker, bounced: false);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/emails/{email.Id}");

        await browser.SubmitAsync(page, "form[action$=send-again]", []);
        await browser.SubmitAsync(page, "form[action$=send-again]", []);

        var row = Assert.Single(await EmailsAsync());
        Assert.True(row is { FailedUtc: null, NextAttemptUtc: not null, Attempts: 0 });
        Assert.Equal(email.Id, row.Id);
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "EmailRetried"));
        Assert.DoesNotContain("did not arrive", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_bounced_goes_again_once_as_an_email_of_its_own()
    {
        var email = await UndeliveredAsync(await _app.AssessmentAsync(), TestWorld.Caseworker, bounced: true);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/emails/{email.Id}");

        await browser.SubmitAsync(page, "form[action$=send-again]", []);
        await browser.SubmitAsync(page, "form[action$=send-again]", []);

        var rows = await EmailsAsync();
        Assert.Equal(2, rows.Count);
        var again = rows.Single(r => r.Id != email.Id);
        Assert.NotNull(rows.Single(r => r.Id == email.Id).DismissedUtc);
        Assert.Equal((email.To, email.Body, email.SenderUserId, $"again:{email.Id:N}"), (again.To, again.Body, again.SenderUserId, again.UniqueKey));
        Assert.True(again is { SentUtc: null, NextAttemptUtc: not null, BouncedUtc: null });
    }

    [Fact]
    public async Task What_goes_again_after_a_bounce_opens_the_same_page_also_from_a_digest()
    {
        var email = await UndeliveredAsync(await _app.AssessmentAsync(), TestWorld.Caseworker, bounced: true);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await browser.SubmitAsync(await browser.GetAsync($"/emails/{email.Id}"), "form[action$=send-again]", []);

        Assert.Equal("/advice-requests/of-this-email", (await EmailsAsync()).Single(r => r.Id != email.Id).Path);
    }

    [Theory]
    [InlineData("send-again")]
    [InlineData("dismiss")]
    public async Task Nobody_acts_on_an_email_outside_their_scope(string action)
    {
        var email = await UndeliveredAsync(await _app.AssessmentAsync(), TestWorld.Caseworker, bounced: true);
        var own = await UndeliveredAsync(await _app.AssessmentAsync("890"), TestWorld.OtherCaseworker, bounced: true);
        var browser = await _app.SignInAsync(TestWorld.OtherCaseworker);
        var page = await browser.GetAsync($"/emails/{own.Id}");
        page.Find($"form[action$={action}]").SetAttribute("action", $"/emails/{email.Id}/{action}");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(page, $"form[action$={action}]", [])).Status);

        Assert.Null((await EmailsAsync()).Single(e => e.Id == email.Id).DismissedUtc);
    }

    [Fact]
    public async Task After_an_action_nobody_is_led_to_another_host()
    {
        var email = await UndeliveredAsync(await _app.AssessmentAsync(), TestWorld.Caseworker, bounced: true);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/emails/{email.Id}");

        using var answer = await browser.PostAsync(page, "form[action$=dismiss]", new() { ["back"] = "https://elsewhere.example/" });

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_list_of_emails_has_a_filter_for_each_fate_and_shows_the_backlog()
    {
        var keys = await _app.AssessmentAsync();
        await UndeliveredAsync(keys, TestWorld.Caseworker, bounced: true, subject: "b");
        await UndeliveredAsync(keys, TestWorld.Caseworker, bounced: false, subject: "f");
        await using (var db = _app.Database())
        {
            var now = _app.Time.GetUtcNow().UtcDateTime;
            db.Emails.Add(new EmailMessage { Id = Guid.CreateVersion7(), UniqueKey = "q", Template = "invitation", To = "queued@icb.test", Subject = "s", Body = "b", IcbId = keys.IcbId, QueuedUtc = now, NextAttemptUtc = now.AddHours(1) });
            db.Emails.Add(new EmailMessage { Id = Guid.CreateVersion7(), UniqueKey = "s", Template = "invitation", To = "sent@icb.test", Subject = "s", Body = "b", IcbId = keys.IcbId, QueuedUtc = now, SentUtc = now });
            await db.SaveChangesAsync();
        }
        await _app.SendEmailsAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        foreach (var (status, count) in new[] { ("queued", "1 email"), ("sent", "1 email"), ("failed", "1 email"), ("bounced", "1 email"), ("undelivered", "2 emails") })
        {
            Assert.Contains(count, (await browser.GetAsync($"/admin/emails?status={status}")).Text, StringComparison.Ordinal);
        }
        var page = await browser.GetAsync("/admin/emails");
        Assert.Contains("1 email waits to be sent, the oldest since 21 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("The portal last looked on 21 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("a[href='/admin/emails/test']"));
    }
}
