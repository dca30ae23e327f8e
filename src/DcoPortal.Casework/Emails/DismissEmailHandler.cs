namespace DcoPortal.Casework.Emails;

/// <summary>Notes that an email that did not arrive has been dealt with in another way.</summary>
public sealed class DismissEmailHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock)
{
    /// <summary>Marks the failure as dealt with. An email that did not fail, or was dealt with already, stays as it is.</summary>
    public Task<Outcome> HandleAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Emails.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } email) { return Outcome.NotFound; }
        if (email.DismissedUtc is not null || (email.FailedUtc is null && email.BouncedUtc is null)) { return Outcome.Already; }
        email.DismissedUtc = clock.UtcNow;
        audit.Record(new EmailDismissed(email.Id));
        return Outcome.Done;
    }, ct);
}
