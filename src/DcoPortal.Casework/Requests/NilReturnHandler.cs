namespace DcoPortal.Casework.Requests;

/// <summary>Submits a service's answer that it has no advice, with a coded reason. Calling it twice submits once.</summary>
public sealed class NilReturnHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, BegunAnswerQuery beginnings, SetAsideEmails setAside, AllNilAlarmHandler alarm, UkClock clock, CurrentPerson person)
{
    /// <summary>Submits a nil return.</summary>
    /// <param name="id">The request.</param>
    /// <param name="reason">Why there is no advice.</param>
    /// <param name="note">A note, or null.</param>
    /// <param name="route">How it reached the DCO service that records it; null where the service says it itself.</param>
    /// <param name="seen">The stamp of the begun answer that the person saw; null for none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Refused, under <see cref="BegunAnswerQuery.Field"/>, when an answer is begun that the person did not see; Changed meanwhile when somebody has answered something else; refused when the request was closed.</returns>
    public async Task<Outcome> HandleAsync(Guid id, ReplyCode reason, string? note, OtherRoute? route, string? seen, CancellationToken ct)
    {
        var outcome = await change.MakeAsync<Guid>(async () =>
        {
            var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) { return Outcome.NotFound; }
            var (said, by) = (string.IsNullOrWhiteSpace(note) ? null : note.Trim(), OtherRoute.NameOf(person.Actor, route));
            var begun = await beginnings.OfAsync(request, ct);
            if (request.Stage.IsToAnswer() && BegunAnswerQuery.Unseen(begun, seen) is { } unseen) { return unseen; }
            if (request.SubmitNilReturn(reason, said, by, clock.UtcNow, clock.Today, route?.ReachedOn) is not { } submitted)
            {
                return (request.NilReason, request.NilNote, request.SubmittedByName) == (reason, said, by) ? Outcome.Already : Outcome.ChangedMeanwhile;
            }
            audit.Record(submitted);
            await emails.QueueAnsweredAsync(request, ct);
            await setAside.QueueAsync(request, begun, "It was answered instead that there is no advice", ct);
            await alarm.QueueAsync(request, ct);
            return request.AssessmentId;
        }, ct);
        if (outcome.Kind == OutcomeKind.Done) { await alarm.LookAgainAsync(outcome.Value, ct); }
        return outcome.Of;
    }
}
