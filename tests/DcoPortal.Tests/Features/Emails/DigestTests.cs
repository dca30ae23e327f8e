using DcoPortal.Tests.Support;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Advice.Escalate;
using DcoPortal.Web.Platform.Jobs;
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
        await MorningAsync(2027, 1, 5);
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
}
