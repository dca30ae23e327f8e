using System.Net;
using DcoPortal.Casework.Jobs;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Emails;

/// <summary>What people find in their mailboxes, morning after morning, when nobody answers; and that each link opens what it speaks of.</summary>
public sealed class MailJourneyTests : IDisposable
{
    private const string ProviderLead = "send.lead@lscft.test";
    private static readonly DateOnly Sent = new(2026, 11, 23);
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_request_that_nobody_answers_is_read_of_in_the_mailboxes_step_by_step_and_each_link_opens_it()
    {
        await using var mailbox = await Mailbox.StartAsync();
        _app.ThatMailsTo(mailbox);
        At(Sent, 10);
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        string dco, board;
        await using (var db = _app.Database())
        {
            (await db.Providers.SingleAsync(p => p.OdsCode == "RW5")).SendLeadEmail = ProviderLead;
            var icb = await db.Icbs.SingleAsync(i => i.OdsCode == "QE1");
            (dco, board) = (icb.DcoInbox, icb.SendLeadEmail ?? icb.DcoInbox);
            db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
            await db.SaveChangesAsync();
        }

        List<(DateOnly On, Mail Mail)> read = [];
        for (var day = Sent.AddDays(1); day <= new DateOnly(2027, 1, 20); day = day.AddDays(1))
        {
            At(day, 7, 30);
            await _app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
            await _app.SendEmailsAsync();
            read.AddRange((await mailbox.ReadAsync()).Skip(read.Count).Select(m => (day, m)));
        }

        string Line((DateOnly On, Mail Mail) m) => $"{m.On:d MMM} {m.Mail.To}: {m.Mail.Subject!.Split(':')[0]}";
        var ladder = read.Where(m => m.Mail.Link() == $"/advice-requests/{id}").ToList();
        string[] expected =
        [
            $"25 Nov {TestWorld.Clinician}: Acknowledge",
            $"14 Dec {TestWorld.Clinician}: Reminder",
            $"21 Dec {TestWorld.Clinician}: Reminder",
            // 28 December is a bank holiday, 2 January a Saturday after one
            $"24 Dec {TestWorld.Clinician}: Reminder",
            $"31 Dec {TestWorld.Clinician}: Reminder",
            $"31 Dec {TestWorld.Lead}: Not yet answered by your service",
            $"4 Jan {TestWorld.Clinician}: Reminder",
            "4 Jan ot@lscft.test: Reminder",
            $"4 Jan {dco}: Not yet answered",
            $"11 Jan {ProviderLead}: Not yet answered",
            $"18 Jan {board}: Not yet answered",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), ladder.Select(Line).Order(StringComparer.Ordinal));
        // and on each Monday, one email with figures to who leads the service; the first Monday, without a portal, is made up for
        Assert.Equal(["24 Nov", "30 Nov", "7 Dec", "14 Dec", "21 Dec", "28 Dec", "4 Jan", "11 Jan", "18 Jan"], read.Except(ladder).Where(m => m.Mail.To == TestWorld.Lead).Select(m => $"{m.On:d MMM}"));

        var readers = new Dictionary<string, PortalBrowser>();
        foreach (var (_, mail) in ladder.Where(m => m.Mail.To is TestWorld.Clinician or TestWorld.Lead || m.Mail.To == dco))
        {
            var reader = mail.To == dco ? TestWorld.Administrator : mail.To!;
            if (!readers.TryGetValue(reader, out var browser)) { readers[reader] = browser = await _app.SignInAsync(reader); }
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(mail.Link())).Status);
        }
    }

    [Fact]
    public async Task A_question_and_its_answer_are_announced_in_the_mailboxes_of_both_sides_and_each_link_opens_the_thread()
    {
        await using var mailbox = await Mailbox.StartAsync();
        _app.ThatMailsTo(mailbox);
        var keys = await _app.AssessmentAsync();
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await authority.SubmitAsync(await authority.GetAsync($"/assessments/{keys.Reference}/questions"), "main form", new() { ["Text"] = "Was she seen?" });
        await _app.SendEmailsAsync();

        var asked = Assert.Single(await mailbox.ReadAsync());
        var thread = await dco.GetAsync(asked.Link());
        Assert.Contains("Was she seen?", thread.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(thread, $"form[action='{asked.Link()}']", new() { ["Text"] = "In September." });
        await _app.SendEmailsAsync();

        var answered = (await mailbox.ReadAsync())[1];
        Assert.NotEqual(asked.To, answered.To);
        Assert.Contains("In September.", (await authority.GetAsync(answered.Link())).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("seen", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("September", answered.Text, StringComparison.Ordinal);
    }

    private void At(DateOnly day, int hour, int minute = 0) => _app.Time.Set(day.ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc));
}
