namespace DcoPortal.Casework.Requests;

/// <summary>Submits a service's answer that it has no advice, with a coded reason. Calling it twice submits once.</summary>
public sealed class NilReturnHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, AllNilAlarmHandler alarm, UkClock clock, CurrentPerson person)
{
    /// <summary>Submits a nil return.</summary>
    /// <returns>Changed meanwhile when somebody has answered something else; refused when the request was closed.</returns>
    public async Task<Outcome> HandleAsync(Guid id, ReplyCode reason, string? note, OtherRoute? route, CancellationToken ct)
    {
        var outcome = await change.MakeAsync<Guid>(async () =>
        {
            var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) { return Outcome.NotFound; }
            var (said, by) = (string.IsNullOrWhiteSpace(note) ? null : note.Trim(), OtherRoute.NameOf(person.Actor, route));
            if (request.SubmitNilReturn(reason, said, by, clock.UtcNow, clock.Today) is not { } submitted)
            {
                return (request.NilReason, request.NilNote, request.SubmittedByName) == (reason, said, by) ? Outcome.Already : Outcome.ChangedMeanwhile;
            }
            audit.Record(submitted);
            await emails.QueueAnsweredAsync(request, ct);
            await alarm.QueueAsync(request, ct);
            return request.AssessmentId;
        }, ct);
        if (outcome.Kind == OutcomeKind.Done) { await alarm.LookAgainAsync(outcome.Value, ct); }
        return outcome.Of;
    }
}
