using DcoPortal.Casework.Undoing;
using DcoPortal.Domain.Escalations;

namespace DcoPortal.Casework.Escalations;

/// <summary>An escalation.</summary>
/// <param name="ToName">The person who must answer.</param>
/// <param name="Undo">What takes it back for half a minute, or null.</param>
public sealed record Raised(string ToName, Guid? Undo);

/// <summary>Puts a request before a named person, and stores that person's answer.</summary>
public sealed class EscalateHandler(PortalDb db, Change change, EscalationPeopleQuery people, AuditTrail audit, EscalationEmails emails, UndoSteps undo, CurrentPerson person, UkClock clock)
{
    /// <summary>Puts the request before the person. A second click on the same form changes nothing.</summary>
    /// <returns>The person's name, and what takes it back; refused when the person cannot be asked, or the request has ended.</returns>
    public Task<Outcome<Raised>> RaiseAsync(Guid requestId, Guid key, Guid toUserId, string reason, CancellationToken ct) => change.MakeAsync<Raised>(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == requestId, ct);
        if (request is null) { return Outcome.NotFound; }
        if (await db.Escalations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == key, ct) is { } done) { return Outcome.Already.With(new Raised(done.ToName, null)); }
        if ((await people.ForAsync(request, null, ct)).FirstOrDefault(p => p.UserId == toUserId) is not { } to) { return Outcome.Refused(EscalationRules.NotInList); }
        var escalation = new Escalation(key, request, (to.UserId, to.Name), reason.Trim(), (person.Actor.UserId!.Value, person.Actor.Name), clock.UtcNow);
        db.Escalations.Add(escalation);
        audit.Record(new RequestEscalated(request.Keys, request.Id, to.Name, escalation.Reason));
        await emails.QueueRaisedAsync(escalation, request, to.Email, ct);
        return new Raised(to.Name, await undo.OfferAsync(new() { Kind = UndoKind.Escalate, Case = request.Keys, RequestId = request.Id, EscalationId = escalation.Id }, ct));
    }, ct);

    /// <summary>Answers an escalation that waits for the signed-in person. Answering again changes nothing.</summary>
    /// <returns>Not found also when another person must answer, or the person may no longer open the request; refused when it was taken back.</returns>
    public Task<Outcome> AnswerAsync(Guid id, string answer, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var escalation = await db.Escalations.SingleOrDefaultAsync(e => e.Id == id, ct);
        if (escalation is null || escalation.ToUserId != person.Actor.UserId) { return Outcome.NotFound; }
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == escalation.AdviceRequestId, ct);
        if (request is null) { return Outcome.NotFound; }
        if (!escalation.IsAwaited) { return escalation.AnsweredUtc is not null ? Outcome.Already : Outcome.Refused(EscalationRules.TakenBack); }
        escalation.GiveAnswer(answer.Trim(), person.Actor.Name, clock.UtcNow);
        audit.Record(new EscalationAnswered(request.Keys, request.Id, escalation.Answer!));
        await emails.QueueAnsweredAsync(escalation, request, ct);
        return Outcome.Done;
    }, ct);
}
