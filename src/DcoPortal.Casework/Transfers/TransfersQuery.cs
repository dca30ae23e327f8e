using DcoPortal.Casework.Ties;

namespace DcoPortal.Casework.Transfers;

/// <summary>One time for which a case was somebody's, as far as the reader may know.</summary>
/// <param name="Whose">The authority and the board.</param>
/// <param name="Reference">The reference there.</param>
/// <param name="From">Since when (Europe/London).</param>
/// <param name="Until">Until when, or null while it is (Europe/London).</param>
/// <param name="MayOpen">Whether the reader has that record.</param>
public sealed record HeldTime(string Whose, string Reference, DateOnly From, DateOnly? Until, bool MayOpen);

/// <summary>Where a case has been, and a transfer of it that is not settled or that did not happen.</summary>
/// <param name="Held">Every side that had it, the first first.</param>
/// <param name="Away">The latest transfer away from this record, or null.</param>
/// <param name="AwayTo">The organisation to which that goes.</param>
/// <param name="Here">The transfer with which it came, or null.</param>
public sealed record TransfersOfCase(IReadOnlyList<HeldTime> Held, CaseTransfer? Away, string? AwayTo, CaseTransfer? Here)
{
    /// <summary>Whether a plan came from another authority with the case: only a re-assessment has one, and then regulation 15 is the law of what was advised.</summary>
    public bool BringsPlan(ClockEvent startedBy) => Here is { IsToAuthority: true } && AssessmentStarts.IsReassessment(startedBy);

    /// <summary>A case that was never moved.</summary>
    public static readonly TransfersOfCase None = new([], null, null, null);
}

/// <summary>Reads where a case has been: both sides see from when to when it was theirs, and where it went.</summary>
public sealed class TransfersQuery(PortalDb db, MergedCases merged, AccessScope scope)
{
    /// <summary>Of one case.</summary>
    public async Task<TransfersOfCase> OfAsync(CaseKeys keys, CancellationToken ct)
    {
        // what became part of this case brought its past along
        List<Guid> records = [keys.AssessmentId, .. await merged.Rows.Where(a => a.MergedIntoId == keys.AssessmentId).Select(a => a.Id).ToListAsync(ct)];
        var own = await db.CaseTransfers.AsNoTracking().Where(t => records.Contains(t.FromId) || (t.ToId != null && records.Contains(t.ToId.Value))).OrderBy(t => t.SentUtc).ThenBy(t => t.Id).ToListAsync(ct);
        if (own.Count == 0) { return TransfersOfCase.None; }
        var root = own[0].RootId;
        var chain = await db.CaseTransfers.AsNoTracking().Where(t => t.RootId == root && t.State != TransferState.SentBack && t.State != TransferState.TakenBack).OrderBy(t => t.SentUtc).ThenBy(t => t.Id).ToListAsync(ct);
        List<Guid> authorities = [.. chain.Concat(own).SelectMany(t => new[] { t.FromAuthorityId, t.ToAuthorityId }).Distinct()], boards = [.. chain.Concat(own).SelectMany(t => new[] { t.FromIcbId, t.ToIcbId ?? t.FromIcbId }).Distinct()];
        var names = (Authorities: await db.LocalAuthorities.Where(a => authorities.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct), Boards: await db.Icbs.Where(i => boards.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, ct));
        List<HeldTime> held = [];
        foreach (var (i, t) in chain.Index())
        {
            held.Add(new($"{names.Authorities[t.FromAuthorityId]}, {names.Boards[t.FromIcbId]}", t.FromReference, t.HeldFromOn, t.MovedOn, MayOpen(t.FromAuthorityId, t.FromIcbId)));
            // whoever has it now stands last; a later side that the reader knows stands in the next transfer
            if (t.ToReference is { } reference && (i == chain.Count - 1 || chain[i + 1].FromId != t.ToId)) { held.Add(new($"{names.Authorities[t.ToAuthorityId]}, {names.Boards[t.ToIcbId!.Value]}", reference, t.MovedOn, null, MayOpen(t.ToAuthorityId, t.ToIcbId.Value))); }
        }
        var away = own.LastOrDefault(t => records.Contains(t.FromId));
        return new(held, away, away is null ? null : away.IsToAuthority ? names.Authorities[away.ToAuthorityId] : names.Boards[away.ToIcbId!.Value], own.Find(t => t.ToId is { } to && records.Contains(to)));
    }

    private bool MayOpen(Guid authority, Guid board) => scope.Kind switch
    {
        ScopeKind.LocalAuthority => authority == scope.LocalAuthorityId,
        ScopeKind.DcoService => board == scope.IcbId,
        _ => false,
    };
}
