using System.Linq.Expressions;
using DcoPortal.Casework.Accounts;
using DcoPortal.Domain.Access;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>For what an import waits.</summary>
public enum ImportWait
{
    /// <summary>Nobody has confirmed it.</summary>
    ToCheck,

    /// <summary>It was confirmed and failed.</summary>
    Failed,

    /// <summary>It is done but for rows of which nobody has said anything.</summary>
    Unanswered,
}

/// <summary>An import that waits for a person, with how many of its rows.</summary>
public sealed record WaitingImport(Guid Id, Guid ByUserId, string ByName, DateTime UploadedUtc, DateTime? ConfirmedUtc, string? Failure, int RowsTotal, int RowsUnanswered)
{
    /// <summary>For what.</summary>
    public ImportWait Wait => ConfirmedUtc is null ? ImportWait.ToCheck : Failure is not null ? ImportWait.Failed : ImportWait.Unanswered;

    /// <summary>The rows that wait.</summary>
    public int Rows => Wait == ImportWait.Unanswered ? RowsUnanswered : RowsTotal;
}

/// <summary>
/// Imports whose rows are in no case yet, while the clocks of the children run. They wait for whoever uploaded them; once that person can
/// import no more, for every colleague who may.
/// </summary>
public sealed class WaitingImports(PortalDb db, PortalDbFactory databases, AccessScope scope)
{
    private const int Most = 50;

    private static readonly List<Role> Importers = [.. Enum.GetValues<Role>().Where(r => r.Allows(Permission.ImportNotifications))];

    /// <summary>The person's own, and those that colleagues left who can import no more: oldest first, no more than a page holds.</summary>
    public async Task<(IReadOnlyList<WaitingImport> Own, IReadOnlyList<WaitingImport> Left)> OfPersonAsync(CancellationToken ct)
    {
        // the person's own first, so that none of theirs falls out
        var all = await First(db.ImportBatches, b => b.UploadedByUserId != scope.UserId).ToListAsync(ct);
        var own = all.FindAll(b => b.ByUserId == scope.UserId);
        return (own, await LeftAsync(all.FindAll(b => b.ByUserId != scope.UserId), ct));
    }

    private async Task<IReadOnlyList<WaitingImport>> LeftAsync(List<WaitingImport> others, CancellationToken ct)
    {
        if (others.Count == 0) { return []; }
        List<Guid> ids = [.. others.Select(o => o.ByUserId).Distinct()];
        await using var all = databases.Create(AccessScope.System);
        var able = await Able(all.Users).Where(u => ids.Contains(u.Id)).Select(u => u.Id).ToListAsync(ct);
        return others.FindAll(o => !able.Contains(o.ByUserId));
    }

    /// <summary>How many rows of the imports of an account wait.</summary>
    public async Task<int> RowsOfAsync(Guid userId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return (await First(all.ImportBatches.Where(b => b.UploadedByUserId == userId)).ToListAsync(ct)).Sum(b => b.Rows);
    }

    private static IQueryable<WaitingImport> First(IQueryable<ImportBatch> batches, Expression<Func<ImportBatch, bool>>? last = null) => InOrder(batches.AsNoTracking()
        .Where(b => b.ConfirmedUtc == null || b.Failure != null || b.RowsUnanswered > 0), last).ThenBy(b => b.UploadedUtc).ThenBy(b => b.Id).Take(Most)
        .Select(b => new WaitingImport(b.Id, b.UploadedByUserId, b.UploadedByName, b.UploadedUtc, b.ConfirmedUtc, b.Failure, b.RowsTotal, b.RowsUnanswered));

    private static IOrderedQueryable<ImportBatch> InOrder(IQueryable<ImportBatch> batches, Expression<Func<ImportBatch, bool>>? last) =>
        last is null ? batches.OrderBy(b => b.UploadedUtc) : batches.OrderBy(last);

    private IQueryable<PortalUser> Able(IQueryable<PortalUser> users)
    {
        var able = users.Where(u => u.DisabledUtc == null && Importers.Contains(u.Role));
        return scope.Kind == ScopeKind.LocalAuthority ? able.Where(u => u.LocalAuthorityId == scope.LocalAuthorityId) : able.Where(u => u.LocalAuthorityId == null && u.IcbId == scope.IcbId);
    }
}
