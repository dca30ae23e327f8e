namespace DcoPortal.Casework.Requests;

/// <summary>A request that was given back and is closed.</summary>
/// <param name="AssessmentId">The assessment.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="AlarmWaits">Whether the alarm to the DCO waits, and is sent unless another service is asked soon.</param>
/// <param name="NeedsReason">Whether nothing was closed, because the family asked for this advice and nobody has said why this service is not asked any more.</param>
public sealed record GivenBackClosed(Guid AssessmentId, string Reference, bool AlarmWaits, bool NeedsReason = false);

/// <summary>
/// Closes a request that was given back, so that another service can be asked. A new request takes the same receipt date from the assessment.
/// When nothing but nil returns is left, the alarm waits a little: asking another service takes it back.
/// </summary>
public sealed class CloseGivenBackHandler(PortalDb db, Change change, AuditTrail audit, AllNilAlarmHandler alarm, LastRequestGone last, UkClock clock)
{
    /// <summary>Closes the request. A second click changes nothing.</summary>
    /// <returns>Refused when the request is not given back.</returns>
    public async Task<Outcome<GivenBackClosed>> HandleAsync(Guid id, CancellationToken ct)
    {
        var outcome = await change.MakeAsync<GivenBackClosed>(async () =>
        {
            var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) { return Outcome.NotFound; }
            if (request.Stage == RequestStage.Closed) { return Outcome.Already.With(new GivenBackClosed(request.AssessmentId, request.AssessmentReference, false)); }
            if (request.Stage != RequestStage.GivenBack) { return Outcome.Refused("This request is not given back. Nothing was changed."); }
            if (await NamedUnasked.IsFamilysAsync(db, request, ct)) { return Outcome.Already.With(new GivenBackClosed(request.AssessmentId, request.AssessmentReference, false, NeedsReason: true)); }
            var suggested = request.GivenBackReason;
            // the authority reads why a request was closed, so the service's own reason is left out of it
            var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct);
            var why = $"Given back: {service} is not the one to ask. Somebody else is to be asked.";
            audit.Record(request.Close(why, clock.UtcNow, became: Became.Withdrawn, asksAnother: true)!);
            await CountedOnce.ClosedAsync(db, request, clock.Today, ct);
            await last.LookAsync(request, ct, asksAnother: true);
            if (SuggestedInstead.In(suggested) is { } instead) { await SuggestedInstead.NameAsync(db, await db.Assessments.SingleAsync(a => a.Id == request.AssessmentId, ct), instead, service, audit, ct); }
            return new GivenBackClosed(request.AssessmentId, request.AssessmentReference, await alarm.QueueAsync(request, AllNilAlarmHandler.Grace, ct));
        }, ct);
        if (outcome is not { Kind: OutcomeKind.Done, Value: { } closed }) { return outcome; }
        return closed with { AlarmWaits = await alarm.LookAgainAsync(closed.AssessmentId, AllNilAlarmHandler.Grace, ct) || closed.AlarmWaits };
    }
}
