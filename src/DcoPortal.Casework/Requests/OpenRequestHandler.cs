using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Notes that the service has opened a request, once.</summary>
public sealed class OpenRequestHandler(PortalDb db, AuditTrail audit, UkClock clock)
{
    /// <summary>Notes it, when it is the first time.</summary>
    public async Task HandleAsync(Guid id, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id && r.FirstOpenedUtc == null, ct);
        if (request?.Open(clock.UtcNow) is not { } opened) { return; }
        audit.Record(opened);
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException)
        {
            // a colleague opened it in the same moment: noted once is enough
            db.ChangeTracker.Clear();
        }
    }
}
