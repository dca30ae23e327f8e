using DcoPortal.Casework.Documents.Storage;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Deletes an uploaded spreadsheet from which nothing was imported; of one that was, leaves out the rows of which nobody has said anything.</summary>
public sealed class DiscardImportHandler(PortalDb db, Change change, IDocumentStore store, AuditTrail audit)
{
    /// <summary>Leaves out the rows of a finished import of which nobody has said anything. A second click changes nothing.</summary>
    public Task<Outcome> LeaveOutAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id && b.FinishedUtc != null && b.Failure == null, ct) is not { } batch) { return Outcome.NotFound; }
        if (batch.RowsUnanswered == 0) { return Outcome.Already; }
        audit.Record(new ImportedRowsSettled(batch.Id, batch.RowsUnanswered));
        (batch.RowsSkipped, batch.RowsUnanswered) = (batch.RowsSkipped + batch.RowsUnanswered, 0);
        return Outcome.Done;
    }, ct);

    /// <summary>Deletes the row and then the file.</summary>
    /// <returns>Refused once the import waits, runs or is done.</returns>
    public async Task<Outcome> HandleAsync(Guid id, CancellationToken ct)
    {
        var discarded = await change.MakeAsync<string>(async () =>
        {
            if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch) { return Outcome.NotFound; }
            if (batch is { ConfirmedUtc: not null, Failure: null }) { return Outcome.Refused("This import has already been confirmed, so its file cannot be discarded."); }
            // how its columns were matched may be why it is thrown away: the next file is asked anew
            if (await db.LocalAuthorities.SingleOrDefaultAsync(a => a.Id == batch.LocalAuthorityId, ct) is { ImportColumns: not null } authority) { authority.ImportColumns = null; }
            if (batch.IsTracker && await db.Icbs.SingleOrDefaultAsync(i => i.Id == batch.IcbId, ct) is { ImportColumns: not null } board) { board.ImportColumns = null; }
            db.ImportBatches.Remove(batch);
            audit.Record(new ImportDiscarded(batch.Id));
            return batch.StorageKey;
        }, ct);
        if (discarded.Value is { Length: > 0 } key) { await store.DeleteAsync(key, CancellationToken.None); }
        return discarded.Of;
    }
}
