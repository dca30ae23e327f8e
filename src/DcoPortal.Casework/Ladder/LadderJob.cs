using DcoPortal.Casework.Jobs;
using DcoPortal.Domain.Ladder;

namespace DcoPortal.Casework.Ladder;

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
            LadderBoard? board = null;
            List<Guid> due = [];
            // a board that cannot be read must not stop the boards after it
            await items.DoAsync(async () =>
            {
                board = await LadderBoard.LoadAsync(db, icbId, ct);
                due = await DueAsync(db, board, day, ct);
                return 0;
            }, ct);
            foreach (var requestId in due) { await items.DoAsync(() => TakeAsync(requestId, board!, day, ct), ct); }
        }

        return items.Finish();
    }

    /// <summary>The requests that have a step to take: first answers, then new versions and addenda.</summary>
    private static async Task<List<Guid>> DueAsync(PortalDb db, LadderBoard board, DateOnly day, CancellationToken ct)
    {
        var more = db.AdviceRequests.Where(r => r.IcbId == board.IcbId && r.Stage == RequestStage.Reopened);
        return [.. await DueForFirstAsync(db, board, day, ct), .. await DueAmongAsync(db, more, board, day, ct)];
    }

    private static Task<List<Guid>> DueForFirstAsync(PortalDb db, LadderBoard board, DateOnly day, CancellationToken ct)
    {
        // far enough back for the last step of the longest ladder with holidays between; or requests sent or sent back since
        var oldest = day.AddDays(-120);
        var recent = UkClock.StartOf(day.AddDays(-40));
        var inReach = db.AdviceRequests.Outstanding().Where(r => r.IcbId == board.IcbId && (r.DueOn >= oldest || r.PromisedOn >= oldest || r.SentUtc >= recent || r.SentBackUtc >= recent));
        return DueAmongAsync(db, inReach.WithDateRunning(), board, day, ct);
    }

    /// <summary>Reads the requests once, as dates only.</summary>
    private static async Task<List<Guid>> DueAmongAsync(PortalDb db, IQueryable<AdviceRequest> inReach, LadderBoard board, DateOnly day, CancellationToken ct)
    {
        var open = await inReach.AsNoTracking().NotResting(day).Where(r => r.SharingDoubtUtc == null)
            .OrderBy(r => r.DueOn).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.ServiceId, Columns = new LadderColumns(r.Stage, r.Kind, r.AnswerStands, r.ReceivedByHealthOn, r.DueOn, r.WantedByOn, r.CaseEndedOn, r.SentUtc, r.SentBackUtc, r.AcknowledgedUtc != null, r.HasExemption, r.PromisedOn) })
            .ToListAsync(ct);
        var steps = await (
            from c in db.Chases.AsNoTracking()
            join r in inReach on c.AdviceRequestId equals r.Id
            where c.Step != null
            select new { c.AdviceRequestId, c.Step, c.AtUtc }).ToListAsync(ct);
        var taken = steps.ToLookup(c => c.AdviceRequestId, c => (c.Step!.Value, c.AtUtc));
        return [.. open.Where(r =>
        {
            var facts = LadderFacts.Of(r.Columns, UkClock.DateOf);
            return LadderPlan.DueOn(facts, board.LadderOf(r.ServiceId), LadderPlan.Taken(taken[r.Id], AdviceRequest.LastAsked(r.Columns.SentUtc, r.Columns.SentBackUtc), facts.IsForMore), day).Count > 0;
        }).Select(r => r.Id)];
    }

    private async Task<int> TakeAsync(Guid requestId, LadderBoard board, DateOnly day, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        return await scope.ServiceProvider.GetRequiredService<TakeLadderStepsHandler>().HandleAsync(requestId, board, day, ct);
    }
}
