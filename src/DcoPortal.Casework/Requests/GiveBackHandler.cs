namespace DcoPortal.Casework.Requests;

/// <summary>Gives a request back to the DCO service and tells its inbox. Health's time limit goes on.</summary>
public sealed class GiveBackHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, BegunAnswerQuery beginnings, SetAsideEmails setAside, UkClock clock, CurrentPerson person)
{
    private const int DoubleClickMinutes = 5;

    /// <summary>Gives the request back.</summary>
    /// <param name="id">The request.</param>
    /// <param name="reason">Why the service is not the one to ask.</param>
    /// <param name="seen">The stamp of the begun answer that the person saw; null for none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Refused when the request does not wait for an answer.</returns>
    public Task<Outcome> HandleAsync(Guid id, string reason, string? seen, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        // the second click: the row scope hides from the service the request that the first click gave back
        if (request?.Stage.IsOutstanding() != true && await JustGivenBackAsync(id, ct) is not null) { return Outcome.Already; }
        if (request is null) { return Outcome.NotFound; }
        var service = await db.Services.Where(s => s.Id == request.ServiceId)
            .Select(s => new { Name = s.DistinctName, Provider = db.Providers.Where(p => p.Id == s.ProviderId).Select(p => p.Name).First() }).SingleAsync(ct);
        var begun = await beginnings.OfAsync(request, ct);
        if (request.Stage.IsOutstanding() && BegunAnswerQuery.Unseen(begun, seen) is { } unseen) { return unseen; }
        audit.Record(request.GiveBack(reason, service.Name, clock.UtcNow));
        await setAside.QueueAsync(request, begun, "The request was given back to the DCO service, which decides whom to ask", ct);
        // the DCO service recorded it itself, so it gets no email
        if (person.Scope.Kind != ScopeKind.DcoService) { await emails.QueueGivenBackAsync(request, service.Name, service.Provider, ct); }
        return Outcome.Done;
    }, ct);

    /// <summary>The reference of a request that this person gave back a moment ago, or null.</summary>
    public async Task<string?> JustGivenBackAsync(Guid id, CancellationToken ct)
    {
        var since = clock.UtcNow.AddMinutes(-DoubleClickMinutes);
        return await db.AuditEntries.AsNoTracking()
            .Where(e => e.AdviceRequestId == id && e.Fact == nameof(RequestGivenBack) && e.UserId == person.Scope.UserId && e.AtUtc >= since)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => e.AssessmentReference).FirstOrDefaultAsync(ct);
    }
}
