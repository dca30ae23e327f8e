using DcoPortal.Casework.Undoing;

namespace DcoPortal.Casework.Requests;

/// <summary>Accepts an answer, and perhaps returns it in the same save.</summary>
public sealed class AcceptAdviceHandler(PortalDb db, Change change, ReturnAdviceHandler returning, UndoSteps undo, AuditTrail audit, UkClock clock)
{
    /// <summary>Accepts the version of the answer that the administrator looked at, and no later one.</summary>
    /// <returns>What takes it back for half a minute; null when it was returned, which the authority sees at once.</returns>
    public Task<Outcome<Guid?>> HandleAsync(Guid id, Guid version, bool thenReturn, CancellationToken ct) => change.MakeAsync<Guid?>(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        if (request.Stage == RequestStage.Returned || (request.Stage == RequestStage.ToReturn && !thenReturn)) { return Outcome.Already; }
        if (request.Version != version) { return Outcome.ChangedMeanwhile; }
        var before = request.State;
        if (request.Accept(clock.UtcNow) is { } accepted) { audit.Record(accepted); }
        if (!thenReturn) { return await undo.OfferAsync(new() { Kind = UndoKind.Check, Case = request.Keys, Requests = [request.Made(RequestMove.Accept, before, clock.UtcNow)] }, ct); }
        await returning.ReturnInThisSaveAsync([request], ct);
        return Outcome.Done;
    }, ct);
}
