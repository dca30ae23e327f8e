using DcoPortal.Casework.Undoing;
using DcoPortal.Domain.Escalations;

namespace DcoPortal.Casework.Escalations;

/// <summary>A request to put before a person.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Key">The new escalation's key, by which a second click finds what the first did.</param>
/// <param name="ToUserId">The account of the person.</param>
public sealed record EscalationAsk(Guid RequestId, Guid Key, Guid ToUserId);

/// <summary>An escalation.</summary>
/// <param name="ToName">The person who must answer.</param>
/// <param name="Undo">What takes it back for half a minute, or null.</param>
public sealed record Raised(string ToName, Guid? Undo);

/// <summary>Puts a request before a named person, and stores that person's answer.</summary>
public sealed class EscalateHandler(PortalDb db, Change change, EscalationPeopleQuery people, AuditTrail audit, EscalationEmails emails, UndoSteps undo, CurrentPerson person, UkClock clock)
{
    /// <summary>Puts the request before the person. A second click on the same form changes nothing.</summary>
    /// <returns>The person's name, and what takes it back; refused when the person cannot be asked, or the request has ended.</returns>
    public Task<Outcome<Raised>> RaiseAsync(Guid requestId, Guid key, Guid toUserId, string reason, CancellationToken ct) => RaiseAsync(new(requestId, key, toUserId), reason, null, ct);

    /// <summary>Puts several requests before persons, a save each, so that one that ended meanwhile stops none of the others. One person gets one email, at once.</summary>
    /// <returns>The names of the persons, one for each request that was put before somebody.</returns>
    public async Task<IReadOnlyList<string>> RaiseManyAsync(IReadOnlyList<EscalationAsk> asks, string reason, CancellationToken ct)
    {
        var together = Guid.CreateVersion7();
        List<string> names = [];
        foreach (var ask in asks)
        {
            if ((await RaiseAsync(ask, reason, together, ct)).Value is { } raised) { names.Add(raised.ToName); }
        }

        return names;
    }

    private Task<Outcome<Raised>> RaiseAsync(EscalationAsk ask, string reason, Guid? together, CancellationToken ct) => change.MakeAsync<Raised>(async () =>
    {
        var (requestId, key, toUserId) = ask;
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == requestId, ct);
        if (request is null) { return Outcome.NotFound; }
        if (await db.Escalations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == key, ct) is { } done) { return SentTwice.Of(done.Reason, reason).With(new Raised(done.ToName, null)); }
        if ((await people.ForAsync(request, null, ct)).FirstOrDefault(p => p.UserId == toUserId) is not { } to) { return Outcome.Refused(EscalationRules.NotInList); }
        var escalation = new Escalation(key, request, (to.UserId, to.Name), reason.Trim(), (person.Actor.UserId!.Value, person.Actor.Name), clock.UtcNow);
        db.Escalations.Add(escalation);
        audit.Record(new RequestEscalated(request.Keys, request.Id, to.Name, escalation.Reason));
        await emails.QueueRaisedAsync(escalation, request, to.Email, together, ct);
        var step = together is not null ? null : await undo.OfferAsync(new() { Kind = UndoKind.Escalate, Case = request.Keys, RequestId = request.Id, EscalationId = escalation.Id }, ct);
        return new Raised(to.Name, step);
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
