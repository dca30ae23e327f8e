using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Domain;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Throws a spreadsheet away from which nothing was imported.</summary>
public sealed class DiscardImportHandler(PortalDb db, IDocumentStore store, AuditTrail audit)
{
    /// <summary>Deletes the row and the file.</summary>
    /// <returns>False when there is no such import in the person's authority.</returns>
    /// <exception cref="DomainRuleException">It waits, runs or is done.</exception>
    public async Task<bool> HandleAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch) { return false; }
        if (batch is { ConfirmedUtc: not null, Failure: null }) { throw new DomainRuleException("This import has already been confirmed, so its file cannot be discarded."); }
        db.ImportBatches.Remove(batch);
        audit.Record(new ImportDiscarded(batch.Id));
        await db.SaveChangesAsync(ct);
        if (batch.StorageKey.Length > 0) { await store.DeleteAsync(batch.StorageKey, CancellationToken.None); }
        return true;
    }
}
