using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Assessments;

/// <summary>Records the day health was told how an assessment ended (reg 10(2), 13(2)(c)).</summary>
public sealed class HealthToldHandler(PortalDb db, AuditTrail audit, UkClock clock)
{
    /// <summary>Records it. The same day twice changes nothing.</summary>
    /// <param name="reference">Which assessment.</param>
    /// <param name="on">The day (Europe/London).</param>
    /// <param name="version">The assessment as the person saw it.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>False when the person has no such assessment.</returns>
    /// <exception cref="DomainRuleException">It has not ended so, or the day is out of order.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else changed the assessment since the person saw it.</exception>
    public async Task<bool> HandleAsync(string reference, DateOnly on, Guid version, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return false; }
        if (assessment.HealthToldOfOutcomeOn == on) { return true; }
        var before = assessment.HealthToldOfOutcomeOn;
        assessment.HealthToldOfOutcome(on, clock.Today);
        db.Entry(assessment).Property(a => a.Version).OriginalValue = version;
        audit.Record(new HealthToldOfOutcome(assessment.Keys, on, before));
        await db.SaveChangesAsync(ct);
        return true;
    }
}
