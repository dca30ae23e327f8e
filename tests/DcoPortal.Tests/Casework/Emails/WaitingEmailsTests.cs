using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Sending;
using DcoPortal.Casework.Emails.Templates;
using DcoPortal.Casework.Jobs;
using DcoPortal.Casework.Ladder;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DcoPortal.Tests.Casework.Emails;

/// <summary>What becomes of reminders that could not go at once, because the mail server or the portal was away.</summary>
public sealed class WaitingEmailsTests : IDisposable
{
    private readonly MailApp _app = new();

    public void Dispose() => _app.Dispose();

    private sealed class MailApp : PortalApp
    {
        public MailServer Mail { get; } = new();

        protected override void ConfigureServices(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IEmailSender>(Mail));
    }

    private sealed class MailServer : IEmailSender
    {
        public bool IsDown { get; set; }
        public List<OutgoingEmail> Sent { get; } = [];

        public Task SendAsync(OutgoingEmail email, CancellationToken ct)
        {
            if (IsDown) { throw new EmailNotSentException("The mail server cannot be reached."); }
            Sent.Add(email);
            return Task.CompletedTask;
        }
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    // received and sent on Monday 23 November 2026: to acknowledge on 25 November, half of the time on 14 December, due on 4 January 2027
    private async Task<Guid> SentAsync(string on = "2026-11-23 10:00")
    {
        _app.Time.Set(Utc(on));
        return await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
    }

    private async Task LadderAsync(string utc)
    {
        _app.Time.Set(Utc(utc));
        await _app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
    }

    private async Task<List<OutgoingEmail>> MailAsync(string utc)
    {
        _app.Time.Set(Utc(utc));
        _app.Mail.Sent.Clear();
        await _app.SendEmailsAsync();
        // but for the figures of a Monday
        return [.. _app.Mail.Sent.Where(e => !e.Subject.StartsWith("Your services this week", StringComparison.Ordinal))];
    }

    private async Task ChangeAsync(Guid id, Action<AdviceRequest> change)
    {
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        change(request);
        db.AuditEntries.Add(Facts.About(request.Keys));
        await db.SaveChangesAsync();
    }

    private async Task<List<EmailMessage>> OfLadderAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.Emails.AsNoTracking().Where(e => e.AdviceRequestId == id && e.UniqueKey.StartsWith("ladder:")).OrderBy(e => e.QueuedUtc).ToListAsync();
    }

    private async Task<Guid> WaitingSinceTheMorningAsync(string? familysWish = null)
    {
        _app.Time.Set(Utc("2026-11-23 10:00"));
        var keys = await _app.AssessmentAsync(change: a => a.Family.DoNotShareWith = familysWish);
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await LadderAsync("2026-11-25 07:30");
        _app.Mail.IsDown = true;
        await MailAsync("2026-11-25 07:30");
        _app.Mail.IsDown = false;
        return id;
    }

    private async Task GwenGoesAwayAsync()
    {
        await using var db = _app.Database();
        var gwen = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Gwen);
        (gwen.AwayFrom, gwen.AwayUntil, gwen.CoverProfessionalId) = (new(2026, 11, 25), new(2026, 11, 30), TestWorld.Tariq);
        db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
        await db.SaveChangesAsync();
    }

    private async Task<Guid?> HolderAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.Where(r => r.Id == id).Select(r => r.ProfessionalId).SingleAsync();
    }

    [Fact]
    public async Task A_reminder_that_waited_goes_to_the_colleague_who_has_the_request_when_it_leaves()
    {
        var id = await WaitingSinceTheMorningAsync();
        await using (var db = _app.Database())
        {
            var tariq = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Tariq);
            await ChangeAsync(id, r => r.PassTo(tariq, "Gwen Pritchard", "Tariq Aziz", null, Utc("2026-11-25 09:00")));
        }

        Assert.Equal(TestWorld.Colleague, Assert.Single(await MailAsync("2026-11-25 10:06")).To);
    }

    [Fact]
    public async Task It_does_not_go_at_all_when_that_colleague_was_told_since()
    {
        var id = await WaitingSinceTheMorningAsync();
        _app.Time.Set(Utc("2026-11-25 09:00"));
        await _app.AsAsync(TestWorld.Clinician, s => s.GetRequiredService<PassOnHandler>().HandleAsync(id, TestWorld.Tariq, null, CancellationToken.None));

        var email = Assert.Single(await MailAsync("2026-11-25 10:06"));

        Assert.Equal((TestWorld.Colleague, true), (email.To, email.Subject.Contains("passed", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal("Whoever has the request now has been told since.", Assert.Single(await OfLadderAsync(id)).LastError);
    }

    [Fact]
    public async Task It_takes_the_request_to_who_covers_for_somebody_who_went_away_meanwhile()
    {
        var id = await WaitingSinceTheMorningAsync();
        await GwenGoesAwayAsync();

        Assert.Equal(TestWorld.Colleague, Assert.Single(await MailAsync("2026-11-25 10:06")).To);
        Assert.Equal(TestWorld.Tariq, await HolderAsync(id));
    }

    [Fact]
    public async Task It_goes_to_the_DCO_service_when_the_family_may_not_want_who_covers_to_know()
    {
        var id = await WaitingSinceTheMorningAsync(familysWish: "Not Tariq Aziz, please");
        await GwenGoesAwayAsync();

        Assert.Equal("dco.service@lsc-icb.example.nhs.uk", Assert.Single(await MailAsync("2026-11-25 10:06")).To);
        Assert.Equal(TestWorld.Gwen, await HolderAsync(id));
    }

    [Theory]
    [InlineData("answered", "The request was answered before it could be sent.")]
    [InlineData("closed", "The request was closed before it could be sent.")]
    [InlineData("given back", "The request was given back before it could be sent.")]
    [InlineData("excused", "The request was excused, and promised for a later day, before it could be sent.")]
    [InlineData("acknowledged", "The service said that it has the request before it could be sent.")]
    public async Task A_reminder_that_the_mail_server_took_too_late_never_goes_when_nobody_needs_it_any_more(string meanwhile, string why)
    {
        var id = await SentAsync();
        await LadderAsync("2026-11-25 07:30");
        _app.Mail.IsDown = true;
        await MailAsync("2026-11-25 07:30");
        await ChangeAsync(id, r =>
        {
            switch (meanwhile)
            {
                case "answered": r.Submit(Utc("2026-11-25 09:00"), new(2026, 11, 25), "Gwen Pritchard"); break;
                case "closed": r.Close("Asked by mistake", Utc("2026-11-25 09:00")); break;
                case "given back": r.GiveBack("Not ours", Utc("2026-11-25 09:00")); break;
                case "excused":
                    r.NoteExemption(DcoPortal.Domain.Statutory.ExemptionGround.MissedAppointment);
                    r.Promise(new(2026, 12, 1), new(2026, 11, 25), Utc("2026-11-25 09:00"), "Gwen Pritchard");
                    break;
                default: r.Acknowledge(Utc("2026-11-25 09:00"), "Gwen Pritchard"); break;
            }
        });
        _app.Mail.IsDown = false;

        Assert.Empty(await MailAsync("2026-11-25 10:06"));

        var email = Assert.Single(await OfLadderAsync(id));
        Assert.Equal((null, null, null, Utc("2026-11-25 10:06"), why), (email.SentUtc, email.FailedUtc, email.NextAttemptUtc, email.DismissedUtc, email.LastError));
        Assert.Null(email.ClaimedUntilUtc);
        Assert.Empty(await MailAsync("2026-11-26 10:06"));
    }

    [Fact]
    public async Task A_reminder_that_was_not_needed_any_more_is_shown_as_that_and_as_a_failure_to_nobody()
    {
        var id = await SentAsync();
        await LadderAsync("2026-11-25 07:30");
        await ChangeAsync(id, r => r.Submit(Utc("2026-11-25 09:00"), new(2026, 11, 25), "Gwen Pritchard"));
        await MailAsync("2026-11-25 10:06");
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var list = await browser.GetAsync("/admin/emails?status=not-needed");
        Assert.Contains("Not needed any more", list.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Contains("The request was answered before it could be sent.", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dealt with", list.Text, StringComparison.Ordinal);
        Assert.Empty((await browser.GetAsync("/admin/emails?status=queued")).All("table"));
        Assert.Empty((await browser.GetAsync("/admin/emails?status=undelivered")).All("table"));
        Assert.DoesNotContain("did not arrive", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("It was not sent. The request was answered", (await browser.GetAsync($"/emails/{(await OfLadderAsync(id))[0].Id}")).Text, StringComparison.Ordinal);
        var request = await browser.GetAsync($"/advice-requests/{id}");
        Assert.DoesNotContain("did not arrive", request.Text, StringComparison.Ordinal);
        Assert.Contains("Not sent: not needed any more", request.Find(".dco-chases").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Being sent", request.Find(".dco-chases").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_that_were_saved_and_not_sent_wait_over_days_off_for_half_past_seven_of_the_next_working_day()
    {
        var id = await SentAsync();
        await ChangeAsync(id, r => r.Acknowledge(Utc("2026-11-23 11:00"), "Gwen Pritchard"));
        // on Christmas Eve the portal saves a reminder and dies
        await LadderAsync("2026-12-24 07:30");

        Assert.Empty(await MailAsync("2026-12-25 09:00"));
        Assert.Equal(Utc("2026-12-29 07:30"), Assert.Single(await OfLadderAsync(id)).NextAttemptUtc);
        Assert.Empty(await MailAsync("2026-12-28 12:00"));
        Assert.Empty(await MailAsync("2026-12-29 07:29"));
        Assert.Equal(TestWorld.Clinician, Assert.Single(await MailAsync("2026-12-29 07:30")).To);
        Assert.Equal((1, null), (await OfLadderAsync(id)).Select(e => (e.Attempts, e.LastError)).Single());
    }

    [Fact]
    public async Task The_next_working_morning_is_one_of_london_time_in_summer_too()
    {
        var id = await SentAsync("2027-06-02 10:00");
        await LadderAsync("2027-06-04 06:30");

        Assert.Empty(await MailAsync("2027-06-05 09:00"));
        Assert.Equal(Utc("2027-06-07 06:30"), Assert.Single(await OfLadderAsync(id)).NextAttemptUtc);
        Assert.Single(await MailAsync("2027-06-07 06:30"));
    }

    [Fact]
    public async Task A_portal_that_wakes_after_weeks_sends_none_of_the_reminders_that_it_had_saved_and_those_of_the_day()
    {
        var id = await SentAsync();
        await LadderAsync("2026-12-14 07:30");
        var saved = Assert.Single(await OfLadderAsync(id));

        await LadderAsync("2027-01-04 07:30");
        var sent = await MailAsync("2027-01-04 07:30");

        Assert.DoesNotContain(saved.Id, sent.Select(e => e.Id));
        var emails = await OfLadderAsync(id);
        Assert.Equal("It could not be sent for three working days.", emails.Single(e => e.Id == saved.Id).LastError);
        Assert.Equal(emails.Where(e => e.Id != saved.Id).Select(e => e.Id).Order(), sent.Select(e => e.Id).Where(i => emails.Any(e => e.Id == i)).Order());
        Assert.Contains(sent, e => e.To == TestWorld.Clinician);
    }

    [Fact]
    public async Task A_reminder_that_a_person_sends_goes_at_a_weekend_too_but_not_about_a_request_that_was_answered()
    {
        var first = await SentAsync();
        var second = await SentAsync();
        _app.Time.Set(Utc("2026-12-05 10:00"));
        await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<ChaseHandler>().HandleAsync([first, second], again: true, note: null, CancellationToken.None));
        await ChangeAsync(second, r => r.Submit(Utc("2026-12-05 10:01"), new(2026, 12, 5), "Gwen Pritchard"));

        var sent = await MailAsync("2026-12-05 10:02");

        await using var db = _app.Database();
        var emails = await db.Emails.Where(e => e.UniqueKey.StartsWith("chase:")).ToDictionaryAsync(e => e.AdviceRequestId!.Value);
        Assert.Equal(emails[first].Id, Assert.Single(sent).Id);
        Assert.Equal((null, "The request was answered before it could be sent."), (emails[second].SentUtc, emails[second].LastError));
    }

    [Fact]
    public async Task A_step_of_the_ladder_that_failed_goes_when_somebody_sends_it_again_however_late()
    {
        var id = await SentAsync();
        await LadderAsync("2026-11-25 07:30");
        var email = Assert.Single(await OfLadderAsync(id));
        await using (var db = _app.Database())
        {
            await db.Emails.Where(e => e.Id == email.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.FailedUtc, Utc("2026-11-25 22:10")).SetProperty(e => e.NextAttemptUtc, (DateTime?)null).SetProperty(e => e.LastError, "The mail server cannot be reached."));
        }

        _app.Time.Set(Utc("2026-12-09 10:00"));
        await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<SendEmailAgainHandler>().HandleAsync(email.Id, CancellationToken.None));

        Assert.Equal(email.Id, Assert.Single(await MailAsync("2026-12-09 10:00")).Id);
    }

    [Fact]
    public void Every_reminder_of_the_ladder_or_a_person_is_looked_at_again_before_it_goes_and_no_other_email() => Assert.Equal(
        LadderSteps.All.Select(LadderEmails.TemplateOf).Append("advice-request-overdue").Append("new-answer-reminder").Distinct().Order(StringComparer.Ordinal),
        EmailTemplates.All.Select(t => t.Name).Where(WaitingEmails.IsReminder).Order(StringComparer.Ordinal));
}
