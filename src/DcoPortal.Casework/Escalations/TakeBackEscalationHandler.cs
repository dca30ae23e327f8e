using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Escalations;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Escalations;

/// <summary>Takes an escalation back, or puts it before somebody else in the same save: for who asked and for the DCO service of the board.</summary>
public sealed class TakeBackEscalationHandler(PortalDb db, AwaitedEscalationsQuery awaited, EscalationPeopleQuery people, AuditTrail audit, Outbox outbox, CurrentPerson person, UkClock clock)
{
    /// <summary>Whether a person may take it back, answered or not.</summary>
    public static bool IsFor(CurrentPerson person, Escalation escalation) =>
        person.May(Permission.EscalateRequest) && (person.Scope.Kind == ScopeKind.DcoService || escalation.RaisedByUserId == person.Actor.UserId);

    /// <summary>Takes it back. Again changes nothing.</summary>
    /// <returns>What became of it; null when there is none that the person may take back.</returns>
    public async Task<EscalationEnd?> TakeBackAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } escalation) { return null; }
        if (!escalation.IsAwaited) { return Settled(escalation); }
        await WithdrawAsync(escalation, clock.UtcNow, "escalation-taken-back", ct);
        return await SaveAsync(id, null, ct);
    }

    /// <summary>Takes it back and puts it before somebody else. The same form again changes nothing.</summary>
    /// <param name="id">The escalation.</param>
    /// <param name="key">The key of the new one, chosen by the form.</param>
    /// <param name="toUserId">Who must answer now.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What became of it and the new person's name; null when there is none that the person may take back, or the request is not in scope.</returns>
    /// <exception cref="Domain.DomainRuleException">The request has ended.</exception>
    public async Task<(EscalationEnd End, string? Name)?> AskElseAsync(Guid id, Guid key, Guid toUserId, string reason, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } escalation) { return null; }
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == escalation.AdviceRequestId, ct);
        if (request is null) { return null; }
        if (await db.Escalations.AsNoTracking().Where(e => e.Id == key).Select(e => e.ToName).SingleOrDefaultAsync(ct) is { } done) { return (EscalationEnd.Done, done); }
        if (!escalation.IsAwaited) { return (Settled(escalation), null); }
        if ((await people.ForAsync(request, escalation.ToUserId, ct)).FirstOrDefault(p => p.UserId == toUserId) is not { } to) { return (EscalationEnd.CannotBeAsked, null); }
        // one instant for both: by it the one taken back names who is asked instead
        var utc = clock.UtcNow;
        var next = new Escalation(key, request, (to.UserId, to.Name), reason.Trim(), (person.Actor.UserId!.Value, person.Actor.Name), utc);
        await WithdrawAsync(escalation, utc, "escalation-moved", ct);
        db.Escalations.Add(next);
        audit.Record(new RequestEscalated(request.Keys, request.Id, to.Name, next.Reason));
        var (values, _) = await EscalationEmails.ValuesAsync(db, request, ct);
        outbox.Queue("request-escalated", to.Email, $"escalated:{key:N}", EscalationEmails.Path(key), values, request.Keys, request.Id);
        return (await SaveAsync(id, key, ct), to.Name);
    }

    private async Task<Escalation?> FindAsync(Guid id, CancellationToken ct)
    {
        var escalation = await db.Escalations.SingleOrDefaultAsync(e => e.Id == id, ct);
        return escalation is not null && IsFor(person, escalation) ? escalation : null;
    }

    private async Task WithdrawAsync(Escalation escalation, DateTime utc, string toAsker, CancellationToken ct)
    {
        // who asked may see the request no more, and may still take back what they asked
        var facts = (await awaited.FindAsync(escalation.Id, ct))!;
        var keys = new CaseKeys(escalation.AssessmentId, facts.Reference, escalation.LocalAuthorityId, escalation.IcbId);
        escalation.Withdraw(person.Actor.Name, utc);
        audit.Record(new EscalationWithdrawn(keys, escalation.AdviceRequestId, escalation.ToName));
        void Tell(string template, string to) => outbox.Queue(template, to, $"{template}:{escalation.Id:N}", EscalationEmails.Path(escalation.Id),
            new Dictionary<string, string> { ["reference"] = facts.Reference }, keys, escalation.AdviceRequestId);
        if (facts.Reader != EscalationReader.AccountDisabled && escalation.ToUserId != person.Actor.UserId) { Tell("escalation-withdrawn", facts.ToEmail!); }
        if (await AskerToTellAsync(escalation, ct) is { } asker) { Tell(toAsker, asker); }
    }

    /// <summary>Where who asked is told that somebody else takes it back; null when they do so themselves, or can no longer sign in.</summary>
    public async Task<string?> AskerToTellAsync(Escalation escalation, CancellationToken ct) =>
        escalation.RaisedByUserId == person.Actor.UserId ? null : await people.EmailOfAsync(escalation.RaisedByUserId, ct);

    private async Task<EscalationEnd> SaveAsync(Guid id, Guid? next, CancellationToken ct)
    {
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsDuplicate())
        {
            var end = await EscalateHandler.EndOfAsync(db, id, ct);
            // the other press of a double click
            return await db.Escalations.AsNoTracking().AnyAsync(x => x.Id == next, ct) ? EscalationEnd.Done : end;
        }

        return EscalationEnd.Done;
    }

    private static EscalationEnd Settled(Escalation escalation) => escalation.AnsweredUtc is not null ? EscalationEnd.Answered : EscalationEnd.TakenBack;
}
