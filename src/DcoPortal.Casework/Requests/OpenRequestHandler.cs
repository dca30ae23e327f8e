namespace DcoPortal.Casework.Requests;

/// <summary>Notes that the service has opened a request, once.</summary>
public sealed class OpenRequestHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock)
{
    /// <summary>Notes it, when it is the first time.</summary>
    public Task<Outcome> HandleAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        // every look asks this, and only the first needs the row
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id && r.FirstOpenedUtc == null, ct);
        if (request?.Open(clock.UtcNow) is not { } opened) { return Outcome.Already; }
        audit.Record(opened);
        return Outcome.Done;
    }, ct);
}
