namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Asks for the good rows to be imported. The worker does it; asking again while it waits or runs, or once it is done, changes nothing.</summary>
public sealed class ConfirmImportHandler(PortalDb db, Change change, AccessScope scope, AuditTrail audit, UkClock clock)
{
    /// <summary>Confirms an import of the person's authority; after a failure, tries it again.</summary>
    public Task<Outcome> HandleAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch) { return Outcome.NotFound; }
        if (batch is { ConfirmedUtc: not null, Failure: null } || batch.StorageKey.Length == 0) { return Outcome.Already; }
        batch.ConfirmedUtc = clock.UtcNow;
        batch.ConfirmedByUserId = scope.UserId;
        (batch.ClaimedUtc, batch.FinishedUtc, batch.Failure, batch.RowsDone) = (null, null, null, 0);
        audit.Record(new ImportConfirmed(batch.Id));
        return Outcome.Done;
    }, ct);
}
