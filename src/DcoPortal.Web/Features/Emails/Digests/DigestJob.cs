using DcoPortal.Domain.Access;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Emails;
using DcoPortal.Web.Platform.Jobs;
using DcoPortal.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Emails.Digests;

/// <summary>One email for what a person let wait: on working days, or on Mondays for who chose so.</summary>
internal sealed class DigestJob(IServiceScopeFactory scopes, PortalDbFactory dbs) : IScheduledJob
{
    public string Name => "digests";

    public string Title => "Daily and weekly emails";

    public DateOnly? DayDue(DateTime london) =>
        london.TimeOfDay >= JobSetup.Morning && DateOnly.FromDateTime(london) is var day && (EnglandBankHolidays.IsWorkingDay(day) || day.DayOfWeek == DayOfWeek.Monday) ? day : null;

    public async Task<int> RunAsync(DateOnly day, JobLease lease, CancellationToken ct)
    {
        var monday = day.DayOfWeek == DayOfWeek.Monday;
        // background work sees every account's items
        await using var db = dbs.Create(AccessScope.System);
        var readers = await db.Users.AsNoTracking()
            .Where(u => u.DisabledUtc == null && (monday || u.EmailFrequency != EmailFrequency.Weekly) && db.DigestItems.Any(d => d.ToldUtc == null && d.UserId == u.Id))
            .OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(ct);
        var items = new JobItems(lease);
        foreach (var reader in readers) { await items.DoAsync(() => TellAsync(reader, day, ct), ct); }
        return items.Finish();
    }

    private async Task<int> TellAsync(Guid userId, DateOnly day, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, ct);
        var items = await db.DigestItems.Where(d => d.UserId == userId && d.ToldUtc == null).ToListAsync(ct);
        var now = scope.ServiceProvider.GetRequiredService<UkClock>().UtcNow;
        foreach (var item in items) { item.ToldUtc = now; }
        scope.ServiceProvider.GetRequiredService<Outbox>().Queue("digest", user.Email!, $"digest:{userId:N}:{day:yyyyMMdd}", "/account/email",
            new Dictionary<string, string> { ["count"] = items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) }, null, icbId: user.IcbId);
        try { await db.SaveChangesAsync(ct); }
        // another portal has told them
        catch (DbUpdateException e) when (e.IsDuplicate()) { return 0; }
        return 1;
    }
}
