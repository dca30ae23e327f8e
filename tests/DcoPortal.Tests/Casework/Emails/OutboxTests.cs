using System.Collections.Concurrent;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Sending;
using DcoPortal.Casework.Emails.Templates;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Outbox = DcoPortal.Casework.Emails.Outbox;

namespace DcoPortal.Tests.Casework.Emails;


public sealed class OutboxTests : IDisposable
{
    private readonly MailApp _app = new();

    public void Dispose() => _app.Dispose();

    private sealed class MailApp : PortalApp
    {
        public Postman Postman { get; } = new();

        protected override void ConfigureServices(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IEmailSender>(Postman));
    }

    private sealed class Postman : IEmailSender
    {
        public ConcurrentQueue<OutgoingEmail> Sent { get; } = new();
        public Func<Exception?> Trouble { get; set; } = () => null;
        public int Tries;

        public async Task SendAsync(OutgoingEmail email, CancellationToken ct)
        {
            Interlocked.Increment(ref Tries);
            await Task.Yield();
            if (Trouble() is { } trouble) { throw trouble; }
            Sent.Enqueue(email);
        }
    }

    private Task<int> QueueAsync(CaseKeys keys, string uniqueKey, Action<PortalDb>? alsoDo = null) => _app.AsAsync(TestWorld.Administrator, async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        services.GetRequiredService<Outbox>().Queue(Announcements.All.Single(a => a.Template == "notification-received" && a.Name == "notification-received"), uniqueKey, "dco@icb.test", $"/assessments/{keys.Reference}", Values("notification-received", keys.Reference), keys);
        services.GetRequiredService<AuditTrail>().Record(new TriageCompletedWithoutRequests(keys, "Test"));
        alsoDo?.Invoke(db);
        return await db.SaveChangesAsync();
    });

    private static Dictionary<string, string> Values(string template, string reference) =>
        EmailTemplates.All.Single(t => t.Name == template).Placeholders.Where(p => p is not ("link" or "portal-name")).ToDictionary(p => p, p => p == "reference" ? reference : $"<{p}>");

    private async Task<EmailMessage> TheEmailAsync()
    {
        await using var db = _app.Database();
        return await db.Emails.AsNoTracking().SingleAsync();
    }

    [Fact]
    public async Task An_email_is_rolled_back_with_the_event_it_announces()
    {
        var keys = await _app.AssessmentAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => QueueAsync(keys, "once", db => db.Drafts.Add(new Draft { Id = Guid.NewGuid(), UserId = Guid.NewGuid(), Kind = "nobody's", Json = "{}" })));

        await using var db = _app.Database();
        Assert.Equal(0, await db.Emails.CountAsync());
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Fact == nameof(TriageCompletedWithoutRequests)));
    }

    [Fact]
    public async Task One_event_is_announced_once()
    {
        var keys = await _app.AssessmentAsync();
        await QueueAsync(keys, "received:1");

        await Assert.ThrowsAsync<DbUpdateException>(() => QueueAsync(keys, "received:1"));

        Assert.Equal("received:1", (await TheEmailAsync()).UniqueKey);
    }

    [Fact]
    public async Task Two_instances_that_look_at_once_send_each_email_once()
    {
        var keys = await _app.AssessmentAsync();
        for (var i = 0; i < 15; i++) { await QueueAsync(keys, $"received:{i}"); }
        var clock = _app.Services.GetRequiredService<UkClock>();
        OutboxSender Instance() => new(_app.Services.GetRequiredService<PortalDbFactory>(), _app.Services.GetRequiredService<IServiceScopeFactory>(), _app.Postman, _app.Services.GetRequiredService<IOptions<PortalAddress>>(), clock, NullLogger<OutboxSender>.Instance);

        var tried = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Instance().SendDueAsync(CancellationToken.None))));

        Assert.Equal(15, tried.Sum());
        Assert.Equal(15, _app.Postman.Sent.Select(e => e.Id).Distinct().Count());
        Assert.Equal(15, _app.Postman.Tries);
        Assert.Equal(0, await Instance().SendDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_email_that_fails_is_tried_again_after_1_5_and_30_minutes_2_and_12_hours_and_is_then_shown_as_failed()
    {
        var keys = await _app.AssessmentAsync();
        await QueueAsync(keys, "received:1");
        _app.Postman.Trouble = () => new TimeoutException("no answer");

        foreach (var wait in new[] { TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12) })
        {
            await _app.SendEmailsAsync();
            var waiting = await TheEmailAsync();
            Assert.Equal(_app.Time.GetUtcNow().UtcDateTime + wait, waiting.NextAttemptUtc);
            Assert.Null(waiting.FailedUtc);
            _app.Time.Advance(wait - TimeSpan.FromSeconds(1));
            var tries = _app.Postman.Tries;
            await _app.SendEmailsAsync();
            Assert.Equal(tries, _app.Postman.Tries);
            _app.Time.Advance(TimeSpan.FromSeconds(1));
        }
        await _app.SendEmailsAsync();

        var failed = await TheEmailAsync();
        Assert.Equal(6, _app.Postman.Tries);
        Assert.Equal((6, null, _app.Time.GetUtcNow().UtcDateTime), (failed.Attempts, failed.NextAttemptUtc, failed.FailedUtc!.Value));
        Assert.Equal("no answer", failed.LastError);
        _app.Time.Advance(TimeSpan.FromDays(30));
        await _app.SendEmailsAsync();
        Assert.Equal(6, _app.Postman.Tries);
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_not_tried_again()
    {
        var keys = await _app.AssessmentAsync();
        await QueueAsync(keys, "received:1");
        _app.Postman.Trouble = () => new EmailRefusedException("no such mailbox");

        await _app.SendEmailsAsync();

        var failed = await TheEmailAsync();
        Assert.Equal((1, null), (failed.Attempts, failed.NextAttemptUtc));
        Assert.NotNull(failed.FailedUtc);
    }

    [Fact]
    public async Task An_email_whose_sender_died_is_taken_up_by_another_after_its_claim_ends()
    {
        var keys = await _app.AssessmentAsync();
        await QueueAsync(keys, "received:1");
        await using (var db = _app.Database())
        {
            var until = _app.Time.GetUtcNow().UtcDateTime.AddMinutes(5);
            await db.Emails.ExecuteUpdateAsync(s => s.SetProperty(e => e.ClaimedUntilUtc, until));
        }

        await _app.SendEmailsAsync();
        Assert.Empty(_app.Postman.Sent);
        _app.Time.Advance(TimeSpan.FromMinutes(6));
        await _app.SendEmailsAsync();

        var sent = Assert.Single(_app.Postman.Sent);
        Assert.Equal((await TheEmailAsync()).Id, sent.Id);
        Assert.NotNull((await TheEmailAsync()).SentUtc);
    }
}
