namespace DcoPortal.Casework.Requests;

/// <summary>Accepts an answer, and perhaps returns it in the same save.</summary>
public sealed class AcceptAdviceHandler(PortalDb db, Change change, ReturnAdviceHandler returning, AuditTrail audit, UkClock clock)
{
    /// <summary>Accepts the version of the answer that the administrator looked at, and no later one.</summary>
    public Task<Outcome> HandleAsync(Guid id, Guid version, bool thenReturn, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        if (request.Stage == RequestStage.Returned || (request.Stage == RequestStage.ToReturn && !thenReturn)) { return Outcome.Already; }
        if (request.Version != version) { return Outcome.ChangedMeanwhile; }
        if (request.Accept(clock.UtcNow) is { } accepted) { audit.Record(accepted); }
        if (thenReturn) { await returning.ReturnInThisSaveAsync([request], ct); }
        return Outcome.Done;
    }, ct);
}
