using DcoPortal.Domain.Escalations;

namespace DcoPortal.Casework.Escalations;

/// <summary>Takes an escalation back, or puts it before another person in the same save: for the person who asked, and for the board's DCO service.</summary>
public sealed class TakeBackEscalationHandler(PortalDb db, Change change, AwaitedEscalationsQuery awaited, EscalationPeopleQuery people, AuditTrail audit, EscalationEmails emails, CurrentPerson person, UkClock clock)
{
    /// <summary>Whether a person may take it back, answered or not.</summary>
    public static bool IsFor(CurrentPerson person, Escalation escalation) =>
        person.May(Permission.EscalateRequest) && (person.Scope.Kind == ScopeKind.DcoService || escalation.RaisedByUserId == person.Actor.UserId);

    /// <summary>Takes the escalation back. A second click changes nothing.</summary>
    /// <returns>Not found also when the person may not take it back; refused when it was answered.</returns>
    public Task<Outcome> TakeBackAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await FindAsync(id, ct) is not { } escalation) { return Outcome.NotFound; }
        if (!escalation.IsAwaited) { return escalation.AnsweredUtc is not null ? Outcome.Refused(EscalationRules.Answered) : Outcome.Already; }
        await WithdrawAsync(escalation, clock.UtcNow, isMoved: false, ct);
        return Outcome.Done;
    }, ct);

    /// <summary>Takes the escalation back and puts it before another person. A second click on the same form changes nothing.</summary>
    /// <param name="id">The escalation.</param>
    /// <param name="key">The key of the new one, chosen by the form.</param>
    /// <param name="toUserId">The person who must answer now.</param>
    /// <param name="reason">Why the person is asked.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new person's name. Not found also when the person may not take it back; refused when it was settled, the new person cannot be asked, or the request has ended.</returns>
    public Task<Outcome<string>> AskElseAsync(Guid id, Guid key, Guid toUserId, string reason, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        if (await FindAsync(id, ct) is not { } escalation) { return Outcome.NotFound; }
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == escalation.AdviceRequestId, ct);
        if (request is null) { return Outcome.NotFound; }
        if (await db.Escalations.AsNoTracking().Where(e => e.Id == key).Select(e => e.ToName).SingleOrDefaultAsync(ct) is { } done) { return Outcome.Already.With(done); }
        if (!escalation.IsAwaited) { return Outcome.Refused(escalation.AnsweredUtc is not null ? EscalationRules.Answered : EscalationRules.TakenBack); }
        if ((await people.ForAsync(request, escalation.ToUserId, ct)).FirstOrDefault(p => p.UserId == toUserId) is not { } to) { return Outcome.Refused(EscalationRules.NotInList); }
        // one instant for both rows: by it the escalation taken back finds the person asked instead
        var utc = clock.UtcNow;
        var next = new Escalation(key, request, (to.UserId, to.Name), reason.Trim(), (person.Actor.UserId!.Value, person.Actor.Name), utc);
        await WithdrawAsync(escalation, utc, isMoved: true, ct);
        db.Escalations.Add(next);
        audit.Record(new RequestEscalated(request.Keys, request.Id, to.Name, next.Reason));
        await emails.QueueRaisedAsync(next, request, to.Email, null, ct);
        return to.Name;
    }, ct);

    /// <summary>The asker's address, to tell them that another person takes it back; null when they do so themselves or can no longer sign in.</summary>
    public async Task<string?> AskerToTellAsync(Escalation escalation, CancellationToken ct) =>
        escalation.RaisedByUserId == person.Actor.UserId ? null : await people.EmailOfAsync(escalation.RaisedByUserId, ct);

    private async Task<Escalation?> FindAsync(Guid id, CancellationToken ct)
    {
        var escalation = await db.Escalations.SingleOrDefaultAsync(e => e.Id == id, ct);
        return escalation is not null && IsFor(person, escalation) ? escalation : null;
    }

    private async Task WithdrawAsync(Escalation escalation, DateTime utc, bool isMoved, CancellationToken ct)
    {
        // the asker may not see the request any more but may still take the escalation back, so the reference comes from its facts
        var facts = (await awaited.FindAsync(escalation.Id, ct))!;
        var keys = new CaseKeys(escalation.AssessmentId, facts.Reference, escalation.LocalAuthorityId, escalation.IcbId);
        escalation.Withdraw(person.Actor.Name, utc);
        audit.Record(new EscalationWithdrawn(keys, escalation.AdviceRequestId, escalation.ToName));
        if (facts.Reader != EscalationReader.AccountDisabled && escalation.ToUserId != person.Actor.UserId) { emails.QueueWithdrawn(escalation, keys, facts.ToEmail!); }
        if (await AskerToTellAsync(escalation, ct) is { } asker) { emails.QueueEnded(escalation, keys, asker, isMoved); }
    }
}
