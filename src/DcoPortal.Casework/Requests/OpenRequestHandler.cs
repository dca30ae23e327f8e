namespace DcoPortal.Casework.Requests;

/// <summary>Records once that the service has opened a request.</summary>
public sealed class OpenRequestHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock)
{
    /// <summary>Records it when this is the first time.</summary>
    public Task<Outcome> HandleAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        // every page view runs this query, and only the first view needs the row
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id && r.FirstOpenedUtc == null, ct);
        if (request?.Open(clock.UtcNow) is not { } opened) { return Outcome.Already; }
        audit.Record(opened);
        return Outcome.Done;
    }, ct);
}
