using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Assessments.SentCases;

/// <summary>A case that another authority sent here, before it is taken.</summary>
public sealed record SentCase : IShowsChildRecord
{
    public required CaseTransfer Transfer { get; init; }

    /// <summary>The authority that sent it.</summary>
    public required string From { get; init; }

    /// <summary>The authority to which it was sent.</summary>
    public required string To { get; init; }

    /// <summary>The boards of which the authority chooses; one where it needs no choice.</summary>
    public required IReadOnlyList<AuthorityBoard> Boards { get; init; }

    /// <summary>Whether the DCO service takes it for the authority.</summary>
    public required bool IsByHealth { get; init; }

    // the record of the other side, of which the reader sees a part
    CaseKeys IShowsChildRecord.ShownCase => Transfer.From;
}

/// <summary>A case that waits to be taken, or that was sent back: a reference and authorities, nothing of the child.</summary>
public sealed record SentLine(Guid Id, string Reference, string From, string To, DateOnly SentOn, DateOnly MovedOn, DateOnly? SentBackOn = null);

/// <summary>A page of them: those that were sent here, or those sent from here.</summary>
/// <param name="List">The lines.</param>
/// <param name="IsAway">Whether they were sent from here.</param>
/// <param name="Here">How many were sent here.</param>
/// <param name="Away">How many were sent from here.</param>
public sealed record SentPage(ListPage<SentLine> List, bool IsAway, int Here, int Away);

/// <summary>Reads the cases that were sent to the person's side, and those that it sent.</summary>
public sealed class SentCaseQuery(PortalDb db, AccessScope scope)
{
    private const int PageSize = 50;

    /// <summary>One, or null.</summary>
    public async Task<SentCase?> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await (from t in db.CaseTransfers.AsNoTracking().SentTo(scope)
                           join f in db.LocalAuthorities on t.FromAuthorityId equals f.Id
                           join o in db.LocalAuthorities on t.ToAuthorityId equals o.Id
                           where t.Id == id
                           select new { Transfer = t, From = f.Name, To = o.Name }).SingleOrDefaultAsync(ct);
        if (found is null) { return null; }
        var boards = await (from c in db.IcbCoverages join i in db.Icbs on c.IcbId equals i.Id where c.LocalAuthorityId == found.Transfer.ToAuthorityId orderby i.Name, i.Id select new AuthorityBoard(i.Id, i.Name)).ToListAsync(ct);
        return new() { Transfer = found.Transfer, From = found.From, To = found.To, Boards = boards, IsByHealth = scope.Kind == ScopeKind.DcoService };
    }

    /// <summary>The reference of the case here from which it was sent, or null.</summary>
    public Task<string?> SentFromAsync(Guid id, CancellationToken ct) => db.CaseTransfers.Where(t => t.Id == id).Select(t => t.FromReference).SingleOrDefaultAsync(ct);

    /// <summary>Those sent here that nobody has answered, the oldest first.</summary>
    public async Task<SentPage> HereAsync(int page, CancellationToken ct)
    {
        var (here, away) = await CountsAsync(ct);
        page = Paging.Nearest(page, here, PageSize);
        var lines = await (from t in Waiting().AsNoTracking()
                           join f in db.LocalAuthorities on t.FromAuthorityId equals f.Id
                           join o in db.LocalAuthorities on t.ToAuthorityId equals o.Id
                           orderby t.SentUtc, t.Id
                           select new SentLine(t.Id, t.FromReference, f.Name, o.Name, t.SentOn, t.MovedOn, null)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(new(lines, page, PageSize, here), IsAway: false, here, away);
    }

    /// <summary>Those sent from here that nobody has taken: what was sent back first, then the oldest.</summary>
    public async Task<SentPage> AwayAsync(int page, CancellationToken ct)
    {
        var (here, away) = await CountsAsync(ct);
        page = Paging.Nearest(page, away, PageSize);
        var lines = await (from t in db.NotTakenOf(scope).AsNoTracking()
                           join f in db.LocalAuthorities on t.FromAuthorityId equals f.Id
                           join o in db.LocalAuthorities on t.ToAuthorityId equals o.Id
                           orderby t.State == TransferState.SentBack ? 0 : 1, t.SentUtc, t.Id
                           select new SentLine(t.Id, t.FromReference, f.Name, o.Name, t.SentOn, t.MovedOn, t.State == TransferState.SentBack ? t.AnsweredOn : null)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(new(lines, page, PageSize, away), IsAway: true, here, away);
    }

    private IQueryable<CaseTransfer> Waiting() => db.CaseTransfers.SentTo(scope).Where(t => t.State == TransferState.Sent);

    private async Task<(int Here, int Away)> CountsAsync(CancellationToken ct) => (await Waiting().CountAsync(ct), await db.NotTakenOf(scope).CountAsync(ct));
}
