namespace DcoPortal.Casework.Requests;

/// <summary>The DCO service says that the family excludes who has a returned request: its service no longer sees the child's record. What was answered stays.</summary>
public sealed class HideFromServiceHandler(PortalDb db, Change change, AuditTrail audit)
{
    /// <summary>Hides it. A second click changes nothing.</summary>
    /// <returns>Done already when a colleague has kept it in the same moment.</returns>
    public Task<Outcome> HandleAsync(Guid id, string reason, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        if (request.SharingDoubtUtc is null || request.HideFromService(reason.Trim()) is not { } hidden) { return Outcome.Already; }
        audit.Record(hidden);
        return Outcome.Done;
    }, ct);
}
