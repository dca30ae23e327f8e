namespace DcoPortal.Casework.Requests;

/// <summary>Closes a request that is no longer needed, and tells its holder or the cover.</summary>
public sealed class CloseRequestHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, AllNilAlarmHandler alarm, UkClock clock)
{
    /// <summary>Closes the request. A second click changes nothing.</summary>
    /// <returns>Refused when the request was returned to the authority already.</returns>
    public async Task<Outcome> HandleAsync(Guid id, string reason, CancellationToken ct)
    {
        var outcome = await change.MakeAsync<Guid>(async () =>
        {
            var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) { return Outcome.NotFound; }
            var holderWaits = request.Stage.IsOutstanding();
            if (request.Close(reason.Trim(), clock.UtcNow) is not { } closed) { return Outcome.Already; }
            audit.Record(closed);
            if (holderWaits) { emails.QueueClosed(request, await AskableDirectoryQuery.AroundAsync(db, [request], ct)); }
            // when the other services have no advice, closing this request leaves nothing but nil returns
            await alarm.QueueAsync(request, ct);
            return request.AssessmentId;
        }, ct);
        if (outcome.Kind == OutcomeKind.Done) { await alarm.LookAgainAsync(outcome.Value, ct); }
        return outcome.Of;
    }
}
