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

/// <summary>A case that waits to be taken: a reference and authorities, nothing of the child.</summary>
public sealed record SentLine(Guid Id, string Reference, string From, string To, DateOnly SentOn, DateOnly MovedOn);

/// <summary>Reads the cases that were sent to the person's side.</summary>
public sealed class SentCaseQuery(PortalDb db, AccessScope scope)
{
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

    /// <summary>Those that nobody has answered, the oldest first.</summary>
    public Task<List<SentLine>> WaitingAsync(int most, CancellationToken ct) => (
        from t in db.CaseTransfers.AsNoTracking().SentTo(scope)
        join f in db.LocalAuthorities on t.FromAuthorityId equals f.Id
        join o in db.LocalAuthorities on t.ToAuthorityId equals o.Id
        where t.State == TransferState.Sent
        orderby t.SentUtc, t.Id
        select new SentLine(t.Id, t.FromReference, f.Name, o.Name, t.SentOn, t.MovedOn)).Take(most).ToListAsync(ct);
}
