using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Casework.Ladder;

public sealed class TwoPortalsTests : IDisposable
{
    private const int Requests = 500;
    private static readonly DateTime Sent = new(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc);

    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    [SqliteFact]
    public async Task Two_processes_on_one_database_send_500_due_reminders_once_each()
    {
        await ArrangeAsync();
        // on Monday 14 December 2026 half of the six weeks has gone
        var clock = ClockOfAProcess.At(new DateTime(2026, 12, 14, 7, 30, 0, DateTimeKind.Utc));
        await using var one = await PortalProcess.StartAsync(_app, clock);
        await using var other = await PortalProcess.StartAsync(_app, clock);

        Assert.True(await AllSentAsync(), $"one: {one.Output}\nother: {other.Output}");
        await one.KillAsync();
        await other.KillAsync();
        await using var db = _app.Database();
        var chases = await db.Chases.AsNoTracking().ToListAsync();
        Assert.Equal(Requests, chases.Count);
        Assert.Equal(Requests, chases.Select(c => c.AdviceRequestId).Distinct().Count());
        var emails = await Reminders(db).ToListAsync();
        Assert.Equal(Requests, emails.Count);
        Assert.All(emails, e => Assert.Equal(1, e.Attempts));
        Assert.All(emails, e => Assert.True(File.Exists(Path.Combine(_app.Folder, "emails", $"{e.Id:D}.eml"))));
        // it is a Monday: whichever portal came first told the one service lead
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "service-lead-weekly"));
        Assert.Equal(Requests + 1, await db.Emails.CountAsync());
        Assert.Equal(Requests, await db.AuditEntries.CountAsync(e => e.Fact == "AdviceChased"));
    }

    [SqliteFact]
    public async Task A_portal_that_is_killed_in_the_middle_of_the_ladder_is_replaced_by_another()
    {
        await ArrangeAsync();
        var clock = ClockOfAProcess.At(new DateTime(2026, 12, 14, 7, 30, 0, DateTimeKind.Utc));
        await using (var dying = await PortalProcess.StartAsync(_app, clock))
        {
            while (await ChasesAsync() < 50) { await Task.Delay(50); }
            await dying.KillAsync();
        }

        var left = Requests - await ChasesAsync();
        Assert.True(left > 0, "it was killed too late to prove anything");
        // its lease runs out
        await using var next = await PortalProcess.StartAsync(_app, ClockOfAProcess.At(new DateTime(2026, 12, 14, 7, 35, 0, DateTimeKind.Utc)));
        Assert.True(await AllSentAsync(), next.Output);
        await using var db = _app.Database();
        Assert.Equal(Requests, await db.Chases.Select(c => c.AdviceRequestId).Distinct().CountAsync());
        Assert.Equal(Requests, await Reminders(db).CountAsync());
    }

    private static IQueryable<EmailMessage> Reminders(PortalDb db) => db.Emails.AsNoTracking().Where(e => e.Template == "advice-request-reminder");

    private async Task<int> ChasesAsync()
    {
        await using var db = _app.Database();
        return await db.Chases.CountAsync();
    }

    private async Task<bool> AllSentAsync()
    {
        for (var tries = 0; tries < 240; tries++)
        {
            await using var db = _app.Database();
            if (await Reminders(db).CountAsync(e => e.SentUtc != null) == Requests) { return true; }
            await Task.Delay(500);
        }

        return false;
    }

    private async Task ArrangeAsync()
    {
        _app.Time.Set(Sent);
        await _app.ManyRequestsAsync(Requests, [TestWorld.OccupationalTherapy], r => r.Acknowledge(Sent, "Gwen Pritchard"));
    }
}
