using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Chasing;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Jobs;
using DcoPortal.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Chase.Ladder;

/// <summary>Takes the steps of the chase ladder that fall on a working day: board by board, each request in a save of its own.</summary>
internal sealed class LadderJob(IServiceScopeFactory scopes, PortalDbFactory dbs) : IScheduledJob
{
    /// <summary>The name of its row.</summary>
    public const string JobName = "chase-ladder";

    public string Name => JobName;

    public string Title => "Reminders of the chase ladder";

    public DateOnly? DayDue(DateTime london) =>
        london.TimeOfDay >= JobSetup.Morning && DateOnly.FromDateTime(london) is var day && EnglandBankHolidays.IsWorkingDay(day) ? day : null;

    public async Task<int> RunAsync(DateOnly day, JobLease lease, CancellationToken ct)
    {
        // background work sees every board's requests
        await using var db = dbs.Create(Domain.Access.AccessScope.System);
        var items = new JobItems(lease);
        foreach (var icbId in await db.Icbs.AsNoTracking().OrderBy(i => i.OdsCode).Select(i => i.Id).ToListAsync(ct))
        {
            var board = await LadderBoard.LoadAsync(db, icbId, ct);
            foreach (var requestId in await DueAsync(db, board, day, ct)) { await items.DoAsync(() => TakeAsync(requestId, board, day, ct), ct); }
        }

        return items.Finish();
    }

    /// <summary>The requests that have a step to take. The open ones of a board are read once, as dates only.</summary>
    private static async Task<List<Guid>> DueAsync(PortalDb db, LadderBoard board, DateOnly day, CancellationToken ct)
    {
        // the last step of the longest ladder, and holidays between
        var oldest = day.AddDays(-120);
        var open = await db.AdviceRequests.AsNoTracking()
            .Where(r => r.IcbId == board.IcbId && r.ReturnedUtc == null && r.ClosedUtc == null && r.DueOn >= oldest && r.SentUtc != null && r.SubmittedUtc == null && !r.HasExemption)
            .OrderBy(r => r.DueOn).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.ServiceId, r.Kind, r.ReceivedByHealthOn, r.DueOn, r.SentUtc, r.SentBackUtc, Acknowledged = r.AcknowledgedUtc != null })
            .ToListAsync(ct);
        var steps = await (
            from c in db.Chases.AsNoTracking()
            join r in db.AdviceRequests on c.AdviceRequestId equals r.Id
            where r.IcbId == board.IcbId && r.ReturnedUtc == null && r.ClosedUtc == null && r.DueOn >= oldest && r.SubmittedUtc == null && c.Step != null
            select new { c.AdviceRequestId, c.Step }).ToListAsync(ct);
        var taken = steps.ToLookup(c => c.AdviceRequestId, c => c.Step!.Value);
        return [.. open.Where(r => LadderPlan.DueOn(new LadderFacts
        {
            Kind = r.Kind,
            ReceivedByHealthOn = r.ReceivedByHealthOn,
            DueOn = r.DueOn,
            SentOn = UkClock.DateOf(r.SentUtc!.Value),
            SentBackOn = r.SentBackUtc is { } back ? UkClock.DateOf(back) : null,
            IsAcknowledged = r.Acknowledged,
        }, board.LadderOf(r.ServiceId), taken[r.Id].ToHashSet(), day).Count > 0).Select(r => r.Id)];
    }

    private async Task<int> TakeAsync(Guid requestId, LadderBoard board, DateOnly day, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        return await scope.ServiceProvider.GetRequiredService<TakeLadderStepsHandler>().HandleAsync(requestId, board, day, ct);
    }
}
