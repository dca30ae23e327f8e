using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Escalations;
using DcoPortal.Casework.Jobs;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Emails;

public sealed class DigestTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    private async Task MorningAsync(int year, int month, int day)
    {
        _app.Time.Set(new DateTime(year, month, day, 7, 30, 0, DateTimeKind.Utc));
        await _app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
    }

    private async Task<List<string>> EmailsAsync(string template)
    {
        await using var db = _app.Database();
        return await db.Emails.Where(e => e.Template == template).OrderBy(e => e.To).Select(e => e.To).ToListAsync();
    }

    private async Task ChooseAsync(string email, EmailFrequency frequency)
    {
        var browser = await _app.SignInAsync(email);
        var page = await browser.GetAsync("/account/email");
        Assert.Equal(["Choose how often"], (await browser.SubmitAsync(page, "main form", new() { ["Frequency"] = null })).Errors);
        var saved = await browser.SubmitAsync(page, "main form", new() { ["Frequency"] = frequency.ToString() });
        Assert.Contains("saved", saved.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Something that can wait (the answer to an escalation) and something that cannot (the escalation).</summary>
    private async Task EscalateAndAnswerAsync()
    {
        var request = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        Guid lead;
        await using (var db = _app.Database()) { lead = await db.Users.Where(u => u.Email == TestWorld.Lead).Select(u => u.Id).SingleAsync(); }
        var id = Guid.NewGuid();
        await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<EscalateHandler>().RaiseAsync(request, id, lead, "Late", default));
        await _app.AsAsync(TestWorld.Lead, s => s.GetRequiredService<EscalateHandler>().AnswerAsync(id, "On Friday", default));
        await _app.SendEmailsAsync();
    }

    [Theory]
    // Tuesday 24 November 2026: the next working day, and the next Monday
    [InlineData(EmailFrequency.Daily, 24, 25)]
    [InlineData(EmailFrequency.Weekly, 24, 30)]
    public async Task What_can_wait_comes_in_one_email_when_the_person_chose_and_what_cannot_comes_at_once(EmailFrequency frequency, int on, int told)
    {
        _app.Time.Set(new DateTime(2026, 11, on, 10, 0, 0, DateTimeKind.Utc));
        await ChooseAsync(TestWorld.Administrator, frequency);
        await ChooseAsync(TestWorld.Lead, frequency);
        await EscalateAndAnswerAsync();
        await EscalateAndAnswerAsync();
        Assert.Equal([TestWorld.Lead, TestWorld.Lead], await EmailsAsync("request-escalated"));
        Assert.Empty(await EmailsAsync("escalation-answered"));
        for (var day = on + 1; day < told; day++)
        {
            await MorningAsync(2026, 11, day);
            Assert.Empty(await EmailsAsync("digest"));
        }

        await MorningAsync(2026, 11, told);
        await MorningAsync(2026, 11, told);
        Assert.Equal([TestWorld.Administrator], await EmailsAsync("digest"));
        await using var db = _app.Database();
        Assert.Contains("2 to read", (await db.Emails.SingleAsync(e => e.Template == "digest")).Subject, StringComparison.Ordinal);
        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/account/email");
        Assert.Equal(2, page.All("main li a").Count(a => a.GetAttribute("href")!.StartsWith("/escalations/", StringComparison.Ordinal)));
        Assert.Empty((await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/account/email")).All("main li a"));
    }

    [Fact]
    public async Task Who_chose_nothing_gets_each_email_as_it_happens()
    {
        _app.Time.Set(new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc));
        await EscalateAndAnswerAsync();
        Assert.Equal([TestWorld.Administrator], await EmailsAsync("escalation-answered"));
        await MorningAsync(2026, 11, 30);
        Assert.Empty(await EmailsAsync("digest"));
    }

    [Fact]
    public async Task What_is_held_is_not_lost_when_the_person_changes_their_mind()
    {
        _app.Time.Set(new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc));
        await ChooseAsync(TestWorld.Administrator, EmailFrequency.Weekly);
        await EscalateAndAnswerAsync();
        await ChooseAsync(TestWorld.Administrator, EmailFrequency.Immediate);
        await MorningAsync(2026, 11, 25);
        Assert.Equal([TestWorld.Administrator], await EmailsAsync("digest"));
    }

    [Fact]
    public async Task A_service_lead_gets_one_email_on_monday_morning_with_the_figures_of_their_services_alone()
    {
        // sent on Monday 23 November 2026, due on 4 January 2027
        _app.Time.Set(new DateTime(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc));
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);
        _app.Time.Set(new DateTime(2026, 12, 1, 10, 0, 0, DateTimeKind.Utc));
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Tariq);
        await MorningAsync(2027, 1, 7);
        Assert.Empty(await EmailsAsync("service-lead-weekly"));

        await MorningAsync(2027, 1, 11);
        await MorningAsync(2027, 1, 11);
        Assert.Equal([TestWorld.Lead], await EmailsAsync("service-lead-weekly"));
        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.Template == "service-lead-weekly");
        Assert.Equal("Your services this week: 2 overdue, 1 due soon", email.Subject);
        Assert.Contains("Not yet answered: 3", email.Body, StringComparison.Ordinal);
        Assert.Contains("Nobody has them yet: 1", email.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_monday_without_a_portal_is_made_up_for_until_wednesday_with_that_days_figures_and_for_each_week_once()
    {
        // due on Monday 4 January 2027: overdue from the Tuesday
        _app.Time.Set(new DateTime(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc));
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Set(new DateTime(2027, 1, 6, 7, 29, 0, DateTimeKind.Utc));
        await _app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        Assert.Empty(await EmailsAsync("service-lead-weekly"));

        await MorningAsync(2027, 1, 6);
        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.Template == "service-lead-weekly");
        Assert.Equal("Your services this week: 1 overdue, 0 due soon", email.Subject);
        Assert.EndsWith(":20270104", email.UniqueKey, StringComparison.Ordinal);

        // the next week has no portal before Thursday; in the one after it runs every day
        foreach (var day in new[] { 7, 14, 15 }) { await MorningAsync(2027, 1, day); }
        Assert.Single(await EmailsAsync("service-lead-weekly"));
        foreach (var day in new[] { 18, 19, 20 }) { await MorningAsync(2027, 1, day); }
        Assert.Equal(2, (await EmailsAsync("service-lead-weekly")).Count);
    }

    [Theory]
    // Monday 28 December 2026 is a bank holiday
    [InlineData(EmailFrequency.Daily, 29)]
    [InlineData(EmailFrequency.Weekly, 28)]
    public async Task On_a_bank_holiday_monday_weekly_readers_hear_and_daily_readers_wait_for_a_working_day(EmailFrequency frequency, int told)
    {
        _app.Time.Set(new DateTime(2026, 12, 24, 10, 0, 0, DateTimeKind.Utc));
        await ChooseAsync(TestWorld.Administrator, frequency);
        await EscalateAndAnswerAsync();
        for (var day = 25; day < told; day++) { await MorningAsync(2026, 12, day); }
        Assert.Empty(await EmailsAsync("digest"));
        await MorningAsync(2026, 12, told);
        Assert.Equal([TestWorld.Administrator], await EmailsAsync("digest"));
    }

    [Fact]
    public async Task After_a_monday_without_a_portal_weekly_readers_hear_the_next_day_of_what_waited_that_morning()
    {
        _app.Time.Set(new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc));
        await ChooseAsync(TestWorld.Administrator, EmailFrequency.Weekly);
        await EscalateAndAnswerAsync();
        await EscalateAndAnswerAsync();
        _app.Time.Set(new DateTime(2026, 11, 30, 10, 0, 0, DateTimeKind.Utc));
        await EscalateAndAnswerAsync();

        await MorningAsync(2026, 12, 1);
        await MorningAsync(2026, 12, 2);
        await using var db = _app.Database();
        Assert.Contains("2 to read", (await db.Emails.SingleAsync(e => e.Template == "digest")).Subject, StringComparison.Ordinal);
        Assert.Equal(1, await db.DigestItems.CountAsync(d => d.ToldUtc == null));

        await MorningAsync(2026, 12, 7);
        Assert.Equal(2, (await EmailsAsync("digest")).Count);
        Assert.Equal(0, await db.DigestItems.CountAsync(d => d.ToldUtc == null));
    }

    [Fact]
    public async Task One_reader_whose_email_cannot_be_queued_keeps_no_other_waiting_and_is_told_when_it_can()
    {
        _app.Time.Set(new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc));
        await ChooseAsync(TestWorld.Administrator, EmailFrequency.Daily);
        await EscalateAndAnswerAsync();
        await using var db = _app.Database();
        // one more reader, whose account has lost its address
        var broken = await db.Users.Where(u => u.Email == TestWorld.Dco).Select(u => u.Id).SingleAsync();
        await db.Users.Where(u => u.Id == broken).ExecuteUpdateAsync(s => s.SetProperty(u => u.Email, (string?)null));
        db.DigestItems.Add(new() { Id = Guid.NewGuid(), UniqueKey = "x", UserId = broken, Subject = "x", Path = "/", HeldUtc = new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc) });
        await db.SaveChangesAsync();

        await MorningAsync(2026, 11, 25);
        Assert.Equal([TestWorld.Administrator], await EmailsAsync("digest"));
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Name == "digests");
        Assert.Contains("1 failed, 1 done.", job.LastError, StringComparison.Ordinal);
        Assert.Null(job.LastDay);

        await db.Users.Where(u => u.Id == broken).ExecuteUpdateAsync(s => s.SetProperty(u => u.Email, TestWorld.Dco));
        _app.Time.Advance(TimeSpan.FromMinutes(3));
        await _app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        Assert.Equal(2, (await EmailsAsync("digest")).Distinct().Count());
        Assert.Equal(new DateOnly(2026, 11, 25), await db.Jobs.Where(j => j.Name == "digests").Select(j => j.LastDay).SingleAsync());
    }
}
