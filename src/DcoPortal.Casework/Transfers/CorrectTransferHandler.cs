using DcoPortal.Casework.Assessments;

namespace DcoPortal.Casework.Transfers;

/// <summary>Puts right since when a case is the new side's, or why it moved: by the side from which it moved. No clock of the new side follows from it.</summary>
public sealed class CorrectTransferHandler(PortalDb db, Change change, AuditTrail audit, UnansweredRequests unanswered, UkClock clock)
{
    /// <summary>Corrects it. The same again changes nothing.</summary>
    /// <param name="reference">The record that ended.</param>
    /// <param name="seen">That record as the person saw it.</param>
    /// <param name="movedOn">The right day (Europe/London).</param>
    /// <param name="reason">Why it moved.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Outcome> HandleAsync(string reference, Guid seen, DateOnly movedOn, string reason, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } from) { return Outcome.NotFound; }
        if (await db.CaseTransfers.SingleOrDefaultAsync(t => t.LiveKey == from.Id, ct) is not { } transfer) { return Outcome.Refused("This case has not moved."); }
        if (from.Version != seen) { return Outcome.ChangedMeanwhile; }
        var was = from.OutcomeOn;
        if (transfer.Correct(from, movedOn, reason.Trim(), clock.Today) is not { } corrected) { return Outcome.Already; }
        audit.Record(new TransferCorrected(from.Keys, corrected.Before, corrected.After));
        if (transfer.To is { } to) { audit.Record(new TransferCorrected(to, corrected.Before, corrected.After)); }
        await unanswered.CorrectDayAsync(from.Id, was, from.OutcomeOn, ct);
        return Outcome.Done;
    }, ct);
}
