namespace DcoPortal.Casework.Requests;

/// <summary>The DCO service says that a family's wish does not mean who has a request: it goes on.</summary>
public sealed class KeepDespiteWishHandler(PortalDb db, Change change, AuditTrail audit)
{
    /// <summary>Keeps the request. A second click changes nothing.</summary>
    /// <param name="id">The request.</param>
    /// <param name="reason">Why the family does not mean who has it.</param>
    /// <param name="seen">The wish that the person was shown (<see cref="SeenWish"/>).</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when the family wishes something else by now, or somebody else has the request.</returns>
    public Task<Outcome> HandleAsync(Guid id, string reason, string? seen, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        // a colleague has stopped it in the same moment
        if (request.Stage == RequestStage.Closed) { return Outcome.Already; }
        if (request.SharingDoubtUtc is not null && await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct) is { } assessment && SeenWish.Of(assessment.Family, request) != seen) { return Outcome.ChangedMeanwhile; }
        if (request.KeepDespiteWish(reason.Trim()) is not { } kept) { return Outcome.Already; }
        audit.Record(kept);
        return Outcome.Done;
    }, ct);
}
