using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Asks for the good rows to be imported. The worker does it; asking again while it waits or runs, or once it is done, changes nothing.</summary>
public sealed class ConfirmImportHandler(PortalDb db, AccessScope scope, AuditTrail audit, UkClock clock)
{
    /// <summary>Confirms an import of the person's authority; after a failure, tries it again.</summary>
    /// <returns>False when there is no such import.</returns>
    public async Task<bool> HandleAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch) { return false; }
        if (batch is { ConfirmedUtc: not null, Failure: null } || batch.StorageKey.Length == 0) { return true; }
        batch.ConfirmedUtc = clock.UtcNow;
        batch.ConfirmedByUserId = scope.UserId;
        (batch.ClaimedUtc, batch.FinishedUtc, batch.Failure, batch.RowsDone) = (null, null, null, 0);
        audit.Record(new ImportConfirmed(batch.Id));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // the other click of a double click was first: one import was asked for, as wanted
            return await db.ImportBatches.AsNoTracking().AnyAsync(b => b.Id == id, ct);
        }
        return true;
    }
}
