using DcoPortal.Casework.Escalations;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

public sealed class EscalationReminderTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private async Task<Guid> EscalatedAsync(DateTime at, string by = TestWorld.Administrator, string to = TestWorld.Lead)
    {
        _app.Time.Set(DateTime.SpecifyKind(at, DateTimeKind.Utc));
        return await _app.EscalateAsync(by, await _app.RequestToTherapyAsync(), to);
    }

    [Theory]
    // Monday to Wednesday; Friday to Tuesday; Saturday and Sunday are followed by Monday and Tuesday
    [InlineData("2026-11-23", "2026-11-25")]
    [InlineData("2026-11-27", "2026-12-01")]
    [InlineData("2026-11-28", "2026-12-01")]
    [InlineData("2026-11-29", "2026-12-01")]
    // over Christmas: Friday 25 and Monday 28 December 2026 are bank holidays
    [InlineData("2026-12-23", "2026-12-29")]
    [InlineData("2026-12-24", "2026-12-30")]
    public void Two_working_days_are_counted_from_the_day_after(string raised, string due)
    {
        var end = UkClock.StartOf(DateOnly.Parse(raised, System.Globalization.CultureInfo.InvariantCulture).AddDays(1)).AddSeconds(-1);
        var day = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(end < EscalationPatience.RaisedBefore(day));
        Assert.False(end < EscalationPatience.RaisedBefore(day.AddDays(-1)));
    }

    [Fact]
    public async Task The_person_is_reminded_once_ever_on_a_working_morning_and_the_page_says_so()
    {
        // a Wednesday before Christmas: the 24th is the first working day after it, the 29th the second
        var id = await EscalatedAsync(new DateTime(2026, 12, 23, 15, 0, 0));
        foreach (var day in new[] { "24", "25", "26", "27", "28" }) { Assert.Equal(0, await _app.MorningAsync($"2026-12-{day} 07:30")); }
        Assert.Equal(0, await _app.MorningAsync("2026-12-29 07:29"));
        Assert.Equal(1, await _app.MorningAsync("2026-12-29 07:30"));
        Assert.Equal(0, await _app.MorningAsync("2026-12-29 07:40"));
        foreach (var day in new[] { "2026-12-30", "2027-01-04", "2027-01-11" }) { Assert.Equal(0, await _app.MorningAsync($"{day} 07:30")); }
        Assert.Equal([TestWorld.Lead], await _app.SentToAsync("escalation-reminder"));
        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/escalations/{id}");
        Assert.Contains("Reminded on 29 December 2026 at 7:30am", page.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.Template == "escalation-reminder");
        Assert.DoesNotContain("calls", email.Subject + email.Body, StringComparison.Ordinal);
        Assert.Contains($"/escalations/{id}", email.Body, StringComparison.Ordinal);
        Assert.Equal("DCO Portal", await db.AuditEntries.Where(e => e.Fact == "EscalationReminded").Select(e => e.ActorName).SingleAsync());
    }

    [Fact]
    public async Task What_was_answered_or_taken_back_is_left_in_peace()
    {
        var answered = await EscalatedAsync(new DateTime(2026, 11, 23, 10, 0, 0));
        await _app.AsAsync(TestWorld.Lead, s => s.GetRequiredService<EscalateHandler>().AnswerAsync(answered, "On Friday", default));
        var back = await EscalatedAsync(new DateTime(2026, 11, 23, 11, 0, 0));
        await _app.AsAsync(TestWorld.Dco, s => s.GetRequiredService<TakeBackEscalationHandler>().TakeBackAsync(back, default));
        Assert.Equal(0, await _app.MorningAsync("2026-11-26 07:30"));
    }

    [Fact]
    public async Task Who_asked_is_told_once_instead_when_the_account_is_disabled_or_the_request_is_out_of_reach()
    {
        await EscalatedAsync(new DateTime(2026, 11, 23, 10, 0, 0));
        await _app.DisableAsync(TestWorld.Lead);
        Assert.Equal(1, await _app.MorningAsync("2026-11-25 07:30"));
        Assert.Equal(0, await _app.MorningAsync("2026-11-26 07:30"));
        Assert.Equal([TestWorld.Administrator], await _app.SentToAsync("escalation-unanswerable"));
        Assert.Empty(await _app.SentToAsync("escalation-reminder"));

        // a role that may not open it
        await _app.ChangeUserAsync(TestWorld.Lead, u => { u.DisabledUtc = null; u.Role = Role.BoardMember; });
        var second = await EscalatedAsync(new DateTime(2026, 11, 30, 10, 0, 0), to: TestWorld.Dco);
        await _app.ChangeUserAsync(TestWorld.Dco, u => u.Role = Role.BoardMember);
        Assert.Equal(1, await _app.MorningAsync("2026-12-02 07:30"));
        await using var db = _app.Database();
        Assert.Contains((await db.Emails.OrderByDescending(e => e.QueuedUtc).FirstAsync(e => e.Template == "escalation-unanswerable")).Body, s => s == '/');
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "EscalationFoundUnanswerable" && e.After == "Priya Nair was told"));
        Assert.Null((await db.Escalations.SingleAsync(e => e.Id == second)).RemindedUtc);
    }

    [Fact]
    public async Task A_person_who_leaves_after_the_reminder_is_told_of_too_and_the_DCO_service_hears_when_who_asked_has_left_as_well()
    {
        var id = await EscalatedAsync(new DateTime(2026, 11, 23, 10, 0, 0));
        Assert.Equal(1, await _app.MorningAsync("2026-11-25 07:30"));
        await _app.DisableAsync(TestWorld.Lead);
        await _app.DisableAsync(TestWorld.Administrator);
        Assert.Equal(1, await _app.MorningAsync("2026-11-26 07:30"));
        Assert.Equal(0, await _app.MorningAsync("2026-11-27 07:30"));
        await using var db = _app.Database();
        Assert.Equal([(await db.Icbs.SingleAsync(i => i.OdsCode == "QE1")).DcoInbox], await _app.SentToAsync("escalation-unanswerable"));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        Assert.NotNull((await dco.GetAsync($"/escalations/{id}")).Find("form[action$=somebody-else]"));
    }

    [Fact]
    public async Task One_that_fails_does_not_silence_the_others_and_the_morning_is_tried_again()
    {
        await EscalatedAsync(new DateTime(2026, 11, 23, 10, 0, 0));
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.SpeechTherapy, TestWorld.Joan);
        await _app.EscalateAsync(TestWorld.Administrator, request, TestWorld.OtherLead);
        // no email can hold two lines in one value
        await using (var db = _app.Database()) { await db.Providers.Where(p => p.OdsCode == "RW5").ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, "two\nlines")); }

        await _app.MorningAsync("2026-11-25 07:30");
        Assert.Equal([TestWorld.OtherLead], await _app.SentToAsync("escalation-reminder"));
        await using (var db = _app.Database())
        {
            Assert.Contains("1 failed, 1 done.", (await db.Jobs.SingleAsync(j => j.Name == "escalation-reminders")).LastError, StringComparison.Ordinal);
            await db.Providers.Where(p => p.OdsCode == "RW5").ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, "Lancashire and South Cumbria"));
        }

        // the lease of the failed try runs out first
        Assert.Equal(1, await _app.MorningAsync("2026-11-25 07:33"));
        Assert.Equal([TestWorld.Lead, TestWorld.OtherLead], await _app.SentToAsync("escalation-reminder"));
    }
}
