using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Emails;

/// <summary>Notes that an email that did not arrive has been dealt with in another way.</summary>
public sealed class DismissEmailHandler(PortalDb db, AuditTrail audit, UkClock clock)
{
    /// <summary>False when there is no such email in scope. One that did not fail, or is dealt with already, is left as it is.</summary>
    public async Task<bool> HandleAsync(Guid id, CancellationToken ct)
    {
        if (await db.Emails.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } email) { return false; }
        if (email.DismissedUtc is not null || (email.FailedUtc is null && email.BouncedUtc is null)) { return true; }
        email.DismissedUtc = clock.UtcNow;
        audit.Record(new EmailDismissed(email.Id));
        await db.SaveChangesAsync(ct);
        return true;
    }
}
