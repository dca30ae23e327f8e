namespace DcoPortal.Casework.Requests;

/// <summary>The DCO service says that a family's wish does not mean who has a request: it goes on.</summary>
public sealed class KeepDespiteWishHandler(PortalDb db, Change change, AuditTrail audit)
{
    /// <summary>Keeps the request. A second click changes nothing.</summary>
    public Task<Outcome> HandleAsync(Guid id, string reason, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        if (request.KeepDespiteWish(reason.Trim()) is not { } kept) { return Outcome.Already; }
        audit.Record(kept);
        return Outcome.Done;
    }, ct);
}
