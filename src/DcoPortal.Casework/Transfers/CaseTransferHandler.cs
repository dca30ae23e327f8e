using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Ties;

namespace DcoPortal.Casework.Transfers;

/// <summary>Where a case is to go, since when, and why. Either a board or an authority is named.</summary>
/// <param name="Reference">The case.</param>
/// <param name="IcbId">The other integrated care board of its authority, or null.</param>
/// <param name="AuthorityId">The other local authority, or null.</param>
/// <param name="MovedOn">The day from which the new side is responsible (Europe/London).</param>
/// <param name="Reason">Why, in words that both sides read.</param>
/// <param name="Version">The case as the person saw it.</param>
/// <param name="WishRead">The mark of the family's wish that the person has read (<see cref="WishesToRead.Mark"/>); null for none.</param>
public sealed record TransferToMake(string Reference, Guid? IcbId, Guid? AuthorityId, DateOnly MovedOn, string Reason, Guid Version, string? WishRead = null);

/// <summary>
/// Moves a case to another board of its authority, where it goes on at once, or to another local authority, which takes it or sends it
/// back (regulation 15). The record here ends where it stands, and what is still asked is closed.
/// </summary>
public sealed class CaseTransferHandler(PortalDb db, Change change, AuditTrail audit, ReferenceNumbers references, UnansweredRequests unanswered, CaseCarrier carrier, FollowingAnswers following, TransferEmails emails, TransferWords words, MergedCases merged, AccessScope scope, UkClock clock)
{
    /// <summary>Moves it. A second click changes nothing.</summary>
    /// <returns>The transfer; refused with why it cannot be moved there.</returns>
    public async Task<Outcome<CaseTransfer>> HandleAsync(TransferToMake make, CancellationToken ct)
    {
        var outcome = await MoveAsync(make, ct);
        if (outcome.Value is { State: TransferState.Taken, FromId: var id }) { await following.CatchUpAsync(id, ct); }
        return outcome;
    }

    private Task<Outcome<CaseTransfer>> MoveAsync(TransferToMake make, CancellationToken ct) => change.MakeAsync<CaseTransfer>(async () =>
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == make.Reference, ct) is not { } from) { return Outcome.NotFound; }
        if (await db.CaseTransfers.SingleOrDefaultAsync(t => t.LiveKey == from.Id, ct) is { } made) { return Outcome.Already.With(made); }
        if (from.Version != make.Version) { return Outcome.ChangedMeanwhile; }
        if (make.AuthorityId is not null && scope.Kind == ScopeKind.DcoService && !from.IsRecordedByHealth) { return Outcome.Refused("The authority logged this case itself, and moves it to another authority itself."); }
        var to = await PlaceAsync(from, make, ct);
        if (to.Problem is { } problem) { return Outcome.Refused(problem); }
        if (WishesToRead.Of([from]).Unread(make.WishRead) is { } unread) { return unread; }
        var before = await db.CaseTransfers.Where(t => t.ToId == from.Id || merged.Rows.Any(m => m.Id == t.ToId && m.MergedIntoId == from.Id)).OrderBy(t => t.SentUtc).Select(t => new { t.RootId, t.MovedOn }).FirstOrDefaultAsync(ct);
        var held = before?.MovedOn ?? (make.AuthorityId is null ? from.NotifiedOn : from.RequestReceivedOn);
        var transfer = new CaseTransfer(from, before?.RootId, held < make.MovedOn ? held : make.MovedOn, make.AuthorityId ?? from.LocalAuthorityId, to.IcbId, make.MovedOn, make.Reason.Trim(), words.Now());
        db.CaseTransfers.Add(transfer);
        var begun = transfer.IsToAuthority ? null : await WithOtherBoardAsync(from, transfer, ct);
        from.End(transfer.IsToAuthority ? AssessmentOutcome.MovedAway : AssessmentOutcome.OtherBoard, make.MovedOn, clock.Today);
        audit.Record(new CaseMovedAway(from.Keys, to.Name, make.MovedOn, transfer.Reason));
        await unanswered.CloseAsync(from.Keys, ClosedByMoveQuery.Reason(to.Name), ct, make.MovedOn);
        await emails.MovedAsync(from, transfer, begun, to.Name, ct);
        return transfer;
    }, ct);

    private async Task<Assessment> WithOtherBoardAsync(Assessment from, CaseTransfer transfer, CancellationToken ct)
    {
        var reference = await references.NextAsync(from.LocalAuthorityId, ct);
        var begun = Assessment.WithOtherBoard(new(Guid.CreateVersion7(), reference, from.LocalAuthorityId, transfer.ToIcbId!.Value, clock.Today, clock.UtcNow), from);
        // the authority's own reference is unique: it goes with the case
        from.GiveReferenceTo(transfer);
        from.RefreshSearch();
        db.Assessments.Add(begun);
        await carrier.CarryAsync(from, begun, transfer, ct);
        transfer.Take(begun, words.Now());
        return begun;
    }

    private async Task<(Guid? IcbId, string Name, string? Problem)> PlaceAsync(Assessment from, TransferToMake make, CancellationToken ct)
    {
        var authorityId = make.AuthorityId ?? from.LocalAuthorityId;
        var authority = await db.LocalAuthorities.Where(a => a.Id == authorityId).Select(a => a.Name).SingleOrDefaultAsync(ct);
        var boards = await (from c in db.IcbCoverages join i in db.Icbs on c.IcbId equals i.Id where c.LocalAuthorityId == authorityId orderby !c.IsDefault, i.Name select new { i.Id, i.Name }).ToListAsync(ct);
        if (authority is null) { return (null, "", "Select the local authority"); }
        if (make.AuthorityId is not null)
        {
            return boards.Count == 0
                ? (null, authority, $"{authority} has no integrated care board in the portal, so nobody there could take it. Record the outcome “Moved to another authority”, and send what was said as you do today")
                // who takes it says which board is told; its first board's DCO service can take it for an authority that sends email
                : (boards[0].Id, authority, null);
        }
        return boards.Find(b => b.Id == make.IcbId) is { } board ? (board.Id, board.Name, null) : (null, "", $"That integrated care board is not one of {authority}");
    }
}
