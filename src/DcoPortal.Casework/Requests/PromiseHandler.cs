namespace DcoPortal.Casework.Requests;

/// <summary>Records the day for which the service promises its answer, which also acknowledges the request.</summary>
public sealed class PromiseHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock, CurrentPerson person)
{
    /// <summary>Records the promise. The same day again, with nothing new said, changes nothing.</summary>
    /// <param name="id">The request.</param>
    /// <param name="on">The day (Europe/London).</param>
    /// <param name="seen">The day that stood promised when the person looked, or null for none.</param>
    /// <param name="why">Why that day is after the due date, or null.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when somebody promised another day since; refused when the request no longer waits for an answer, or the day has passed.</returns>
    public Task<Outcome> HandleAsync(Guid id, DateOnly on, DateOnly? seen, WhyLate? why, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        if (request.PromisedOn == on && request.Stage.IsToAnswer() && (why is null || why == request.WhyLate)) { return Outcome.Already; }
        if (request.PromisedOn is { } other && other != on && other != seen && request.Stage.IsToAnswer()) { return Outcome.ChangedMeanwhile; }
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct);
        PromiseOnRecord.Apply(audit, person, request, service, on, why, clock);
        return Outcome.Done;
    }, ct);
}
