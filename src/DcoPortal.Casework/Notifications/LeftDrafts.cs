using DcoPortal.Casework.Accounts;
using DcoPortal.Domain.Access;

namespace DcoPortal.Casework.Notifications;

/// <summary>A notification that a colleague began and can't finish any more.</summary>
/// <param name="Id">The draft.</param>
/// <param name="ByName">The colleague.</param>
/// <param name="SavedUtc">When it was last saved, UTC.</param>
public sealed record LeftDraft(Guid Id, string ByName, DateTime SavedUtc);

/// <summary>
/// Drafts of notifications whose writer's account was disabled. A child may stand nowhere else while the clock runs, so whoever logs for
/// the same authority, or for the same DCO service, finds them and takes them over.
/// </summary>
public sealed class LeftDrafts(PortalDb db, PortalDbFactory databases, AccessScope scope, Change change, AuditTrail audit)
{
    /// <summary>The kind of a draft that holds something.</summary>
    public const string Kind = "notification";

    private const int Most = 50;

    /// <summary>Those of the person's own organisation, oldest first; no more than a page holds.</summary>
    public async Task<IReadOnlyList<LeftDraft>> ListAsync(CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await (from u in Gone(all) join d in all.Drafts on u.Id equals d.UserId where d.Kind == Kind orderby d.SavedUtc, d.Id select new LeftDraft(d.Id, u.DisplayName, d.SavedUtc)).Take(Most).ToListAsync(ct);
    }

    /// <summary>How many wait for the holder of an account.</summary>
    public async Task<int> OfAsync(Guid userId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.Drafts.CountAsync(d => d.UserId == userId && d.Kind == Kind, ct);
    }

    /// <summary>Makes one the person's own. A second click, or a colleague's, changes nothing.</summary>
    public Task<Outcome> TakeOverAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Drafts.AnyAsync(d => d.Id == id && d.Kind == Kind, ct)) { return Outcome.Already; }
        await using var all = databases.Create(AccessScope.System);
        if (await all.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.Kind == Kind, ct) is not { } draft) { return Outcome.NotFound; }
        if (await Gone(all).Where(u => u.Id == draft.UserId).Select(u => u.DisplayName).SingleOrDefaultAsync(ct) is not { } byName) { return Outcome.NotFound; }
        db.Attach(draft);
        draft.UserId = scope.UserId;
        audit.Record(new DraftTakenOver(id, byName));
        return Outcome.Done;
    }, ct);

    private IQueryable<PortalUser> Gone(PortalDb all)
    {
        var gone = all.Users.Where(u => u.DisabledUtc != null);
        return scope.Kind switch
        {
            ScopeKind.LocalAuthority => gone.Where(u => u.LocalAuthorityId == scope.LocalAuthorityId),
            ScopeKind.DcoService => gone.Where(u => u.IcbId == scope.IcbId && (u.Role == Role.DcoAdministrator || u.Role == Role.DesignatedClinicalOfficer)),
            _ => gone.Where(u => false),
        };
    }
}
