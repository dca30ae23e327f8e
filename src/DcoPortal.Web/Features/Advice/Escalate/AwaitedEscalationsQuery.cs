using DcoPortal.Domain.Access;
using DcoPortal.Domain.Chasing;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>
/// The escalations whose answer is awaited, for who asked and for the DCO service of the board. Whether the person asked can
/// still answer is read from their account, and the request may have gone where who asked no longer sees it: so each question
/// here names its own rows, and gives back references and names of colleagues alone.
/// </summary>
public sealed class AwaitedEscalationsQuery(PortalDbFactory dbs, CurrentPerson person)
{
    private const int PageSize = 50;

    /// <summary>What the person put before others, the oldest first.</summary>
    public async Task<IReadOnlyList<EscalationFacts>> RaisedByMeAsync(int most, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await EscalationFacts.Of(db, EscalationFacts.Awaited(db, Mine(db).Where(e => e.RaisedByUserId == person.Scope.UserId))).Take(most).ToListAsync(ct);
    }

    /// <summary>What others of the board put before others than the person, and that was raised before an instant (UTC). For the DCO service; nothing for anybody else.</summary>
    public async Task<IReadOnlyList<EscalationFacts>> OfBoardAsync(DateTime raisedBefore, int most, CancellationToken ct)
    {
        if (person.Scope.Kind != ScopeKind.DcoService) { return []; }
        var me = person.Scope.UserId;
        await using var db = dbs.Create(AccessScope.System);
        return await EscalationFacts.Of(db, EscalationFacts.Awaited(db, Mine(db).Where(e => e.RaisedByUserId != me && e.ToUserId != me && e.RaisedUtc < raisedBefore))).Take(most).ToListAsync(ct);
    }

    /// <summary>A page of all that is awaited: the board's for the DCO service, else what the person asked or is asked.</summary>
    public async Task<ListPage<EscalationFacts>> PageAsync(int page, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        var all = EscalationFacts.Awaited(db, Mine(db));
        var total = await all.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        return new(await EscalationFacts.Of(db, all).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct), page, PageSize, total);
    }

    /// <summary>One that the person may see, awaited or not; otherwise null.</summary>
    public async Task<EscalationFacts?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await EscalationFacts.Of(db, Mine(db).Where(e => e.Id == id)).SingleOrDefaultAsync(ct);
    }

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
