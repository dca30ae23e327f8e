using DcoPortal.Casework.Notifications;

namespace DcoPortal.Casework.Transfers;

/// <summary>How a case that was sent here begins.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="StartedBy">How the assessment begins for the authority that takes it.</param>
/// <param name="On">The day of that (Europe/London): its weeks run from here.</param>
/// <param name="AuthorityReference">The authority's own reference, or null.</param>
/// <param name="IcbId">The board that is told, where the authority lies in several; else null.</param>
/// <param name="ArrivedOn">The day the authority told health, where the DCO service takes it for the authority; else null (Europe/London).</param>
public sealed record TransferToTake(Guid TransferId, ClockEvent StartedBy, DateOnly On, string? AuthorityReference, Guid? IcbId, DateOnly? ArrivedOn);

/// <summary>The authority to which a case was sent takes it, or says that it is not its own; the DCO service does it for one that still sends email.</summary>
public sealed class AnswerTransferHandler(PortalDb db, PortalDbFactory databases, Change change, AuditTrail audit, ReferenceNumbers references, CaseCarrier carrier, FollowingAnswers following, TransferEmails emails, TransferWords words, AccessScope scope, UkClock clock)
{
    /// <summary>Takes it: the case begins here, with what had been said. A second click changes nothing.</summary>
    /// <returns>The new reference; refused with what is wrong with the days, the board or the reference.</returns>
    public async Task<Outcome<string>> TakeAsync(TransferToTake take, CancellationToken ct)
    {
        var outcome = await BeginAsync(take, ct);
        if (outcome.Stands && await db.CaseTransfers.Where(t => t.Id == take.TransferId).Select(t => (Guid?)t.FromId).SingleOrDefaultAsync(ct) is { } from) { await following.CatchUpAsync(from, ct); }
        return outcome;
    }

    private Task<Outcome<string>> BeginAsync(TransferToTake take, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        if (await FindAsync(take.TransferId, ct) is not { } transfer) { return Outcome.NotFound; }
        if (transfer.State == TransferState.Taken) { return Outcome.Already.With(transfer.ToReference!); }
        if (await BoardAsync(transfer, take.IcbId, ct) is not { } board) { return Outcome.Refused("Select the integrated care board"); }
        if (take.AuthorityReference is { } own && await IsUsedAsync(transfer.ToAuthorityId, own, ct)) { return Outcome.Refused($"Another case has the reference {own}"); }
        var from = await SourceAsync(transfer.FromId, ct);
        var reference = await references.NextAsync(transfer.ToAuthorityId, ct);
        var start = new TransferStart(Guid.CreateVersion7(), reference, transfer.ToAuthorityId, board, scope.Kind == ScopeKind.DcoService ? take.ArrivedOn ?? clock.Today : clock.Today, clock.UtcNow);
        var begun = Assessment.WithOtherAuthority(start, from, take.StartedBy, take.On, take.AuthorityReference);
        if (scope.Kind == ScopeKind.DcoService) { begun.RecordedByHealth(null); }
        else { begun.HandOver(new(scope.UserId, "", scope.LocalAuthorityId), null); }
        db.Assessments.Add(begun);
        await carrier.CarryAsync(from, begun, transfer, ct);
        transfer.Take(begun, words.Now());
        audit.Record(new TransferAnswered(transfer.From, TransferState.Taken, await NameAsync(transfer.ToAuthorityId, ct), begun.Reference, null));
        await emails.TakenAsync(transfer, begun, ct);
        return begun.Reference;
    }, ct);

    /// <summary>Says that it is not this authority's case: whoever sent it is told, and nothing of the child is kept here. A second click changes nothing.</summary>
    public Task<Outcome> SendBackAsync(Guid transferId, string reason, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await FindAsync(transferId, ct) is not { } transfer) { return Outcome.NotFound; }
        if (transfer.State == TransferState.SentBack) { return Outcome.Already; }
        transfer.SendBack(reason.Trim(), words.Now());
        audit.Record(new TransferAnswered(transfer.From, TransferState.SentBack, await NameAsync(transfer.ToAuthorityId, ct), null, transfer.AnswerReason));
        await emails.SentBackAsync(transfer, ct);
        return Outcome.Done;
    }, ct);

    private Task<CaseTransfer?> FindAsync(Guid id, CancellationToken ct) => db.CaseTransfers.SentTo(scope).SingleOrDefaultAsync(t => t.Id == id, ct);

    private Task<string> NameAsync(Guid authorityId, CancellationToken ct) => db.LocalAuthorities.Where(a => a.Id == authorityId).Select(a => a.Name).SingleAsync(ct);

    private async Task<Guid?> BoardAsync(CaseTransfer transfer, Guid? chosen, CancellationToken ct)
    {
        if (scope.Kind == ScopeKind.DcoService) { return scope.IcbId; }
        var boards = await db.IcbCoverages.Where(c => c.LocalAuthorityId == transfer.ToAuthorityId).Select(c => c.IcbId).ToListAsync(ct);
        return boards is [var only] ? only : boards.Where(b => b == chosen).Select(b => (Guid?)b).FirstOrDefault();
    }

    // also by a case with the authority's other board: yes or no, and nothing else of it
    private async Task<bool> IsUsedAsync(Guid authorityId, string reference, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.Assessments.AnyAsync(a => a.LocalAuthorityId == authorityId && a.AuthorityReference == reference, ct);
    }

    // the other side's record: read to be carried over, shown to nobody here
    private async Task<Assessment> SourceAsync(Guid id, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).AsNoTracking().SingleAsync(a => a.Id == id, ct);
    }
}
