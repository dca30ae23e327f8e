using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Jobs;

namespace DcoPortal.Casework.Digests;

/// <summary>
/// One email for what waited for a person: each working day for daily readers; on Monday, also a bank holiday, for weekly ones.
/// When no portal ran on a Monday, weekly readers get what waited on that Monday with the next run.
/// </summary>
internal sealed class DigestJob(IServiceScopeFactory scopes, PortalDbFactory dbs, UkClock clock) : IScheduledJob
{
    public string Name => "digests";

    public string Title => "Daily and weekly emails";

    public string Counts => "email";

    public DateOnly? DayDue(DateTime london) =>
        london.TimeOfDay >= JobSetup.Morning && DateOnly.FromDateTime(london) is var day && (EnglandBankHolidays.IsWorkingDay(day) || day.DayOfWeek == DayOfWeek.Monday) ? day : null;

    public async Task<int> RunAsync(DateOnly day, JobLease lease, CancellationToken ct)
    {
        var daily = EnglandBankHolidays.IsWorkingDay(day);
        var monday = Mondays.Of(day);
        var mondayUtc = Mondays.MorningUtc(monday);
        // background work sees every account's items
        await using var db = dbs.Create(AccessScope.System);
        var readers = await db.Users.AsNoTracking()
            .Where(u => u.DisabledUtc == null && (u.EmailFrequency == EmailFrequency.Weekly
                ? db.DigestItems.Any(d => d.ToldUtc == null && d.UserId == u.Id && d.HeldUtc <= mondayUtc)
                : daily && db.DigestItems.Any(d => d.ToldUtc == null && d.UserId == u.Id)))
            .OrderBy(u => u.Id).Select(u => new { u.Id, u.Email, u.IcbId, IsWeekly = u.EmailFrequency == EmailFrequency.Weekly }).ToListAsync(ct);
        var items = new JobItems(lease);
        foreach (var r in readers)
        {
            await items.DoAsync(() => OneEmail.QueueAsync(scopes, async (own, emails) =>
            {
                var waiting = own.DigestItems.Where(d => d.UserId == r.Id && d.ToldUtc == null);
                var held = await (r.IsWeekly ? waiting.Where(d => d.HeldUtc <= mondayUtc) : waiting).ToListAsync(ct);
                if (held.Count == 0) { return; }
                foreach (var item in held) { item.ToldUtc = clock.UtcNow; }
                emails.WhatWaited((r.Id, r.Email!, r.IcbId), held.Count, r.IsWeekly ? monday : day);
            }, ct), ct);
        }

        return items.Finish();
    }
}
