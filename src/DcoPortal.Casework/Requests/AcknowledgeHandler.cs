namespace DcoPortal.Casework.Requests;

/// <summary>Records once that the service says it has a request.</summary>
public sealed class AcknowledgeHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock, CurrentPerson person)
{
    /// <summary>Acknowledges the request. A second click changes nothing.</summary>
    /// <returns>Who acknowledged it and when, in words; refused when the request does not wait for an answer.</returns>
    public Task<Outcome<string>> HandleAsync(Guid id, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct);
        var acknowledged = request.Acknowledge(clock.UtcNow, RecordedFor.NameOf(person, service), RecordedFor.Service(person, service));
        var words = $"Acknowledged by {request.AcknowledgedByName} on {UkText.LongDateTime(request.AcknowledgedUtc!.Value)}. {(request.Stage == RequestStage.Reopened ? "It is wanted by" : "The due date is")} {UkText.LongDate(request.AwaitedOn)}.";
        if (acknowledged is null) { return Outcome.Already.With(words); }
        audit.Record(acknowledged);
        return words;
    }, ct);
}
