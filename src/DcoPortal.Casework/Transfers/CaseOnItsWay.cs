namespace DcoPortal.Casework.Transfers;

/// <summary>
/// Adds to a case that another authority may be taking in the same moment: whoever saves second looks again, so that what is added
/// either goes along or is refused, and never stays behind unseen.
/// </summary>
public sealed class CaseOnItsWay(PortalDb db)
{
    /// <summary>Makes the caller's save one that a taking of the case notices.</summary>
    /// <returns>Refused when the case has been taken; null while it is here.</returns>
    public async Task<Outcome?> AddingAsync(Guid caseId, CancellationToken ct)
    {
        if (await db.CaseTransfers.SingleOrDefaultAsync(t => t.LiveKey == caseId, ct) is not { } transfer) { return null; }
        if (transfer.State == TransferState.Taken) { return Outcome.Overtaken($"This case was taken by the other side on {UkText.LongDateTime(transfer.AnsweredUtc!.Value)}, and goes on there as {transfer.ToReference}. Open it again to see whom to tell."); }
        db.Entry(transfer).Property(t => t.Version).IsModified = true;
        return null;
    }
}
