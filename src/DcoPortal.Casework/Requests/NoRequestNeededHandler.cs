using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Takes an assessment out of triage without a request, with the reason.</summary>
public sealed class NoRequestNeededHandler(PortalDb db, AuditTrail audit, UkClock clock)
{
    /// <summary>Marks it dealt with. Doing so again changes nothing.</summary>
    /// <returns>Null when it is not in scope; otherwise whether this changed it.</returns>
    public async Task<bool?> HandleAsync(string reference, string reason, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return null; }
        if (assessment.TriagedUtc is not null || !assessment.IsOpen) { return false; }
        assessment.Triaged(clock.UtcNow);
        audit.Record(new TriageCompletedWithoutRequests(assessment.Keys, reason.Trim()));
        await db.SaveChangesAsync(ct);
        return true;
    }
}
