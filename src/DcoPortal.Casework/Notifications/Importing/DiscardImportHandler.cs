using DcoPortal.Casework.Documents.Storage;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Deletes an uploaded spreadsheet from which nothing was imported.</summary>
public sealed class DiscardImportHandler(PortalDb db, Change change, IDocumentStore store, AuditTrail audit)
{
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
