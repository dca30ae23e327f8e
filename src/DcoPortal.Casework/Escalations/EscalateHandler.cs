using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Escalations;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Escalations;

/// <summary>What became of an answer to an escalation, or of taking it back.</summary>
public enum EscalationEnd
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>It had been answered: nothing was changed.</summary>
    Answered,

    /// <summary>It had been taken back: nothing was changed.</summary>
    TakenBack,

    /// <summary>The portal wrote on it in the same moment: nothing was changed, and it can be tried again.</summary>
    TryAgain,

    /// <summary>The person chosen cannot be asked: nothing was changed.</summary>
    CannotBeAsked,
}

/// <summary>Puts a request before a named person, and writes down the answer.</summary>
public sealed class EscalateHandler(PortalDb db, EscalationPeopleQuery people, AuditTrail audit, Outbox outbox, CurrentPerson person, UkClock clock)
{
    /// <summary>Puts it before them. The same form again changes nothing.</summary>
    /// <returns>The person's name, or null when the request is not in scope or the person cannot be asked.</returns>
    /// <exception cref="Domain.DomainRuleException">The request has ended.</exception>
    public async Task<string?> RaiseAsync(Guid requestId, Guid key, Guid toUserId, string reason, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == requestId, ct);
        if (request is null) { return null; }
        if (await db.Escalations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == key, ct) is { } done) { return done.ToName; }
        if ((await people.ForAsync(request, null, ct)).FirstOrDefault(p => p.UserId == toUserId) is not { } to) { return null; }
        var escalation = new Escalation(key, request, (to.UserId, to.Name), reason.Trim(), (person.Actor.UserId!.Value, person.Actor.Name), clock.UtcNow);
        db.Escalations.Add(escalation);
        audit.Record(new RequestEscalated(request.Keys, request.Id, to.Name, escalation.Reason));
        var (values, _) = await EscalationEmails.ValuesAsync(db, request, ct);
        outbox.Queue("request-escalated", to.Email, $"escalated:{key:N}", EscalationEmails.Path(key), values, request.Keys, request.Id);
        await db.SaveChangesAsync(ct);
        return to.Name;
    }

    /// <summary>Answers one that waits for the person who is signed in. Answering again changes nothing.</summary>
    /// <returns>What became of it; null when there is none in scope, it waits for somebody else, or the person may no longer open the request.</returns>
    public async Task<EscalationEnd?> AnswerAsync(Guid id, string answer, CancellationToken ct)
    {
        var escalation = await db.Escalations.SingleOrDefaultAsync(e => e.Id == id, ct);
        if (escalation is null || escalation.ToUserId != person.Actor.UserId) { return null; }
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == escalation.AdviceRequestId, ct);
        if (request is null) { return null; }
        if (!escalation.IsAwaited) { return escalation.AnsweredUtc is not null ? EscalationEnd.Answered : EscalationEnd.TakenBack; }
        escalation.GiveAnswer(answer.Trim(), person.Actor.Name, clock.UtcNow);
        audit.Record(new EscalationAnswered(request.Keys, request.Id, escalation.Answer!));
        var (values, parties) = await EscalationEmails.ValuesAsync(db, request, ct);
        // who asked may have left: then the DCO service hears of it
        var to = await people.EmailOfAsync(escalation.RaisedByUserId, ct) ?? parties.Contact;
        outbox.Queue("escalation-answered", to, $"escalation-answered:{id:N}", EscalationEmails.Path(id), values, request.Keys, request.Id);
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException) { return await EndOfAsync(db, id, ct); }
        return EscalationEnd.Done;
    }

    /// <summary>What somebody else, or the portal, did with it in the same moment.</summary>
    internal static async Task<EscalationEnd> EndOfAsync(PortalDb db, Guid id, CancellationToken ct)
    {
        // what could not be saved must not come along with the next save, such as the note that a page was read
        db.ChangeTracker.Clear();
        var now = await db.Escalations.AsNoTracking().Where(e => e.Id == id).Select(e => new { e.AnsweredUtc, e.WithdrawnUtc }).SingleAsync(ct);
        return now.AnsweredUtc is not null ? EscalationEnd.Answered : now.WithdrawnUtc is not null ? EscalationEnd.TakenBack : EscalationEnd.TryAgain;
    }
}
