namespace DcoPortal.Casework.Requests;

/// <summary>Submits advice for checking: one save with the fact and the email. Calling it twice submits once.</summary>
public sealed class SubmitAdviceHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, SetAsideEmails setAside, BegunAnswerQuery beginnings, UkClock clock, CurrentPerson person)
{
    /// <summary>Submits the draft and its documents.</summary>
    /// <param name="id">The request.</param>
    /// <param name="seen">The fingerprint of what the person checked, or null to submit what is stored.</param>
    /// <param name="route">How the answer came, when a DCO role records it for the service.</param>
    /// <param name="why">Why it is late, or null; of an answer in time nothing is kept.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when the draft or documents differ from what the person checked, or a colleague has answered; refused when something is missing, or the request was closed.</returns>
    public Task<Outcome> HandleAsync(Guid id, string? seen, OtherRoute? route, WhyLate? why, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        // the second click of one person; a colleague who was quicker may have sent something else
        if (RequestMove.Submit.Rule().In(request.Stage) == MoveVerdict.Already) { return request.SubmittedByName == OtherRoute.NameOf(person.Actor, route) ? Outcome.Already : Outcome.ChangedMeanwhile; }
        var response = await db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        var documents = await db.Documents.Where(d => d.AdviceRequestId == id && d.RemovedUtc == null && d.ReturnedUtc == null).Select(d => d.Id).ToListAsync(ct);
        if (AdviceCompleteness.Missing(AdviceDraft.Of(response), documents.Count) is { } missing) { return Outcome.Refused($"{missing.Problem}."); }
        if (seen is not null && seen != AdviceCompleteness.Fingerprint(request, response, documents)) { return Outcome.ChangedMeanwhile; }
        if (why is not null) { WhyLateOnRecord.Apply(audit, person, request, await ServiceAsync(request, ct), route?.ReachedOn ?? clock.Today, why); }
        var begun = await beginnings.OfAsync(request, ct);
        audit.Record(request.Submit(documents.Count, response?.IsWritten == true, OtherRoute.NameOf(person.Actor, route), clock.UtcNow, clock.Today, route?.ReachedOn)!);
        await emails.QueueAnsweredAsync(request, ct);
        await setAside.SentByAnotherAsync(request, begun, response, ct);
        return Outcome.Done;
    }, ct);

    private Task<string> ServiceAsync(AdviceRequest request, CancellationToken ct) => db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct);
}
