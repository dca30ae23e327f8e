using DcoPortal.Casework.Lists;
using DcoPortal.Domain.Escalations;

namespace DcoPortal.Casework.Escalations;

/// <summary>
/// The escalations that await an answer, for the person who asked and for the board's DCO service, and how others ended. They are
/// read past the row scope, because the asker may no longer see the request and the account of the person asked tells whether
/// that person can still answer: so each query names its own rows and returns only references and names of colleagues.
/// </summary>
public sealed class AwaitedEscalationsQuery(PortalDbFactory dbs, CurrentPerson person)
{
    private const int PageSize = 50;

    /// <summary>
    /// What the signed-in person asked; and, for the DCO service, what others of the board asked of others than this person
    /// earlier than an instant (UTC). Each the oldest first, and both in one query.
    /// </summary>
    public async Task<(IReadOnlyList<EscalationFacts> Mine, IReadOnlyList<EscalationFacts> OfBoard)> WaitingAsync(DateTime raisedBefore, int most, CancellationToken ct)
    {
        var me = person.Scope.UserId;
        await using var db = dbs.Create(AccessScope.System);
        var mine = First(EscalationFacts.Awaited(db, Mine(db).Where(e => e.RaisedByUserId == me)), most);
        var board = person.Scope.Kind == ScopeKind.DcoService
            ? First(EscalationFacts.Awaited(db, Mine(db).Where(e => e.RaisedByUserId != me && e.ToUserId != me && e.RaisedUtc < raisedBefore)), most) : null;
        var found = await EscalationFacts.Of(db, board is null ? db.Escalations.Where(e => mine.Contains(e.Id)) : db.Escalations.Where(e => mine.Contains(e.Id) || board.Contains(e.Id))).ToListAsync(ct);
        return (found.FindAll(e => e.RaisedByUserId == me), found.FindAll(e => e.RaisedByUserId != me));
    }

    /// <summary>A page of all that is awaited: the board's for the DCO service, else what the person asked or is asked.</summary>
    public async Task<ListPage<EscalationFacts>> PageAsync(int page, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        var all = EscalationFacts.Awaited(db, Mine(db));
        var total = await all.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        return new(await EscalationFacts.Of(db, all).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct), page, PageSize, total);
    }

    /// <summary>One escalation that the person may see, awaited or not; otherwise null.</summary>
    public async Task<EscalationFacts?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await EscalationFacts.Of(db, Mine(db).Where(e => e.Id == id)).SingleOrDefaultAsync(ct);
    }

    /// <summary>What the person asked and others answered, or took back, since an instant (UTC): the latest first.</summary>
    public async Task<IReadOnlyList<SettledEscalation>> SettledAsync(DateTime since, int most, CancellationToken ct)
    {
        var me = person.Scope.UserId;
        await using var db = dbs.Create(AccessScope.System);
        return await (
            from e in Mine(db).AsNoTracking()
            join r in db.AdviceRequests on e.AdviceRequestId equals r.Id
            where e.RaisedByUserId == me && (e.AnsweredUtc >= since || (e.WithdrawnUtc >= since && e.WithdrawnByName != e.RaisedByName))
            orderby e.AnsweredUtc ?? e.WithdrawnUtc descending, e.Id
            select new SettledEscalation
            {
                Id = e.Id,
                Reference = r.AssessmentReference,
                AnsweredByName = e.AnsweredByName,
                AnsweredUtc = e.AnsweredUtc,
                WithdrawnByName = e.WithdrawnByName,
                WithdrawnUtc = e.WithdrawnUtc,
                InsteadName = db.Escalations.Where(n => n.AdviceRequestId == e.AdviceRequestId && n.RaisedUtc == e.WithdrawnUtc && n.RaisedUtc > e.RaisedUtc).OrderBy(n => n.Id).Select(n => n.ToName).FirstOrDefault(),
            }).Take(most).ToListAsync(ct);
    }

    /// <summary>Who was asked instead when the escalation was taken back; null when nobody was.</summary>
    public async Task<AskedInstead?> InsteadAsync(Escalation escalation, CancellationToken ct)
    {
        if (escalation.WithdrawnUtc is not { } withdrawn) { return null; }
        await using var db = dbs.Create(AccessScope.System);
        // TakeBackEscalationHandler gives both rows the same instant in one save
        return await db.Escalations.AsNoTracking().Where(n => n.AdviceRequestId == escalation.AdviceRequestId && n.RaisedUtc == withdrawn && n.RaisedUtc > escalation.RaisedUtc)
            .OrderBy(n => n.Id).Select(n => new AskedInstead(n.Id, n.ToName)).FirstOrDefaultAsync(ct);
    }

    private static IQueryable<Guid> First(IQueryable<Escalation> which, int most) => which.OrderBy(e => e.RaisedUtc).ThenBy(e => e.Id).Select(e => e.Id).Take(most);

    // the same rows as the row scope shows
    private IQueryable<Escalation> Mine(PortalDb db)
    {
        var (icb, me) = (person.Scope.IcbId, person.Scope.UserId);
        return person.Scope.Kind switch
        {
            ScopeKind.DcoService => db.Escalations.Where(e => e.IcbId == icb),
            ScopeKind.HealthService => db.Escalations.Where(e => e.ToUserId == me || e.RaisedByUserId == me),
            _ => db.Escalations.Where(e => false),
        };
    }
}
