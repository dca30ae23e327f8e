namespace DcoPortal.Casework.Transfers;

/// <summary>With whom a case that moved goes on.</summary>
/// <param name="With">The board, or the authority, that took it.</param>
/// <param name="Reference">The reference with which it went on there.</param>
/// <param name="Inbox">The address to tell them.</param>
/// <param name="Now">The reference under which the reader has it now, there or after it came back; else null.</param>
public sealed record WhereItGoesOn(string With, string Reference, string Inbox, string? Now);

/// <summary>Says where a case goes on that was taken by another board or another authority.</summary>
public sealed class WhereItGoesOnQuery(PortalDb db, TransfersQuery transfers)
{
    /// <summary>Null while the case is here, on its way included, or when the person has no such case.</summary>
    public async Task<WhereItGoesOn?> OfAsync(string reference, CancellationToken ct)
    {
        var moved = await (from a in db.Assessments.AsNoTracking()
                           join t in db.CaseTransfers.AsNoTracking() on a.Id equals t.FromId
                           where a.Reference == reference && t.State == TransferState.Taken
                           select t).SingleOrDefaultAsync(ct);
        if (moved is null) { return null; }
        var to = moved.IsToAuthority
            ? await db.LocalAuthorities.Where(a => a.Id == moved.ToAuthorityId).Select(a => new { a.Name, Inbox = a.SendInbox }).SingleAsync(ct)
            : await db.Icbs.Where(i => i.Id == moved.ToIcbId).Select(i => new { i.Name, Inbox = i.DcoInbox }).SingleAsync(ct);
        // a case that came back stands last
        return new(to.Name, moved.ToReference!, to.Inbox, (await transfers.OfAsync(moved.From, ct)).Held.LastOrDefault(h => h is { Until: null, MayOpen: true })?.Reference);
    }
}
