using DcoPortal.Casework.Emails;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Casework.Emails;

/// <summary>Real portals, real processes, a real mail server: nothing is lost, nothing goes twice.</summary>
public sealed class OutboxProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    private static (string, string)[] Smtp(int port, string name = "portal") =>
    [
        ("Emails:Sender", "Smtp"), ("Emails:From", $"{name}@portal.example"), ("Emails:AllowedDomains:0", "icb.test"),
        ("Emails:Smtp:Host", "127.0.0.1"), ("Emails:Smtp:Port", $"{port}"), ("Emails:Smtp:UseTls", "false"),
    ];

    private async Task<IReadOnlyList<Guid>> QueueAsync(int count)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var db = _app.Database();
        var emails = Enumerable.Range(0, count).Select(n => new EmailMessage
        {
            Id = Guid.CreateVersion7(),
            UniqueKey = $"event {n}",
            Template = "notification-received",
            To = $"inbox{n}@icb.test",
            Subject = $"Number {n}",
            Body = "A new notification\n",
            QueuedUtc = now,
            NextAttemptUtc = now,
        }).ToList();
        db.Emails.AddRange(emails);
        await db.SaveChangesAsync();
        return [.. emails.Select(e => e.Id)];
    }

    private async Task<T> InDatabaseAsync<T>(Func<IQueryable<EmailMessage>, Task<T>> ask)
    {
        await using var db = _app.Database();
        return await ask(db.Emails);
    }

    [Fact]
    public async Task An_email_whose_portal_is_killed_between_claim_and_send_still_goes_and_its_event_has_one_row()
    {
        var id = Assert.Single(await QueueAsync(1));
        await using (var silent = new SmtpServer { SilentAfterData = true })
        await using (var dies = await PortalProcess.StartAsync(_app, Smtp(silent.Port)))
        {
            await Eventually.TrueAsync("the first portal is in the middle of sending", () => Task.FromResult(silent.Unanswered == 1), Patience);
            await dies.KillAsync();
        }
        var left = await InDatabaseAsync(e => e.AsNoTracking().SingleAsync());
        Assert.True(left is { SentUtc: null, FailedUtc: null, ClaimedUntilUtc: not null, NextAttemptUtc: not null }, "the claim of the dead portal stands");

        await using var mailbox = await Mailbox.StartAsync();
        await using var lives = await PortalProcess.StartAsync(_app, Smtp(mailbox.Port));
        // the five minutes of the claim pass
        await InDatabaseAsync(e => e.ExecuteUpdateAsync(s => s.SetProperty(x => x.ClaimedUntilUtc, x => x.QueuedUtc)));
        await Eventually.TrueAsync("the second portal has sent it", () => InDatabaseAsync(e => e.AnyAsync(x => x.SentUtc != null)), Patience);

        var mail = Assert.Single(await mailbox.ReadAsync());
        Assert.Equal($"{id:D}", mail.Id);
        var row = await InDatabaseAsync(e => e.AsNoTracking().SingleAsync());
        Assert.Equal((id, "event 0", 1), (row.Id, row.UniqueKey, row.Attempts));
        Assert.Null(row.ClaimedUntilUtc);
    }

    [Fact]
    public async Task Two_portals_on_one_database_send_each_of_500_emails_once()
    {
        var ids = await QueueAsync(500);
        await using var server = new SmtpServer();
        var portals = await Task.WhenAll(PortalProcess.StartAsync(_app, Smtp(server.Port, "first")), PortalProcess.StartAsync(_app, Smtp(server.Port, "second")));
        try
        {
            await Eventually.TrueAsync("all are sent", () => InDatabaseAsync(async e => await e.CountAsync(x => x.SentUtc != null) == ids.Count), Patience);

            Assert.Equal(ids.Select(i => $"{i:D}").Order(), server.Messages.Select(m => Header(m, "X-DCO-Portal-Id")).Order());
            Assert.Equal(ids.Count, await InDatabaseAsync(e => e.CountAsync(x => x.Attempts == 1 && x.LastError == null)));
            // both had a share, or this says nothing of two at once
            Assert.Equal(["first@portal.example", "second@portal.example"], server.Messages.Select(m => Header(m, "From")).Distinct().Order());
        }
        finally
        {
            foreach (var portal in portals) { await portal.DisposeAsync(); }
        }
    }

    private static string Header(string message, string name) =>
        message.Split('\n').First(l => l.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..].Trim();
}
