using DcoPortal.Domain.Audit;
using DcoPortal.Domain.Chasing;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Advice.Shared;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Emails;
using DcoPortal.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>Puts a request before a named person, and writes down the answer.</summary>
public sealed class EscalateHandler(PortalDb db, EscalationPeopleQuery people, AskableDirectoryQuery directories, AuditTrail audit, Outbox outbox, CurrentPerson person, UkClock clock)
{
    /// <summary>Puts it before them. The same form again changes nothing.</summary>
    /// <returns>The person's name, or null when the request is not in scope or the person cannot be asked.</returns>
    /// <exception cref="Domain.DomainRuleException">The request has ended.</exception>
    public async Task<string?> RaiseAsync(Guid requestId, Guid key, Guid toUserId, string reason, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == requestId, ct);
        if (request is null) { return null; }
        if (await db.Escalations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == key, ct) is { } done) { return done.ToName; }
        if ((await people.ForAsync(request, ct)).FirstOrDefault(p => p.UserId == toUserId) is not { } to) { return null; }
        var escalation = new Escalation(key, request, (to.UserId, to.Name), reason.Trim(), (person.Actor.UserId!.Value, person.Actor.Name), clock.UtcNow);
        db.Escalations.Add(escalation);
        audit.Record(new RequestEscalated(request.Keys, request.Id, to.Name, escalation.Reason));
        await TellAsync("request-escalated", to.Email, $"escalated:{key:N}", escalation, ct);
        await db.SaveChangesAsync(ct);
        return to.Name;
    }

    /// <summary>Answers one that waits for the person who is signed in. Answering again changes nothing.</summary>
    /// <returns>Null when there is none in scope or it waits for somebody else; otherwise whether this answered it.</returns>
    public async Task<bool?> AnswerAsync(Guid id, string answer, CancellationToken ct)
    {
        var escalation = await db.Escalations.SingleOrDefaultAsync(e => e.Id == id, ct);
        if (escalation is null || escalation.ToUserId != person.Actor.UserId) { return null; }
        if (escalation.AnsweredUtc is not null) { return false; }
        var reference = await db.AdviceRequests.Where(r => r.Id == escalation.AdviceRequestId).Select(r => r.AssessmentReference).SingleOrDefaultAsync(ct);
        escalation.GiveAnswer(answer.Trim(), person.Actor.Name, clock.UtcNow);
        audit.Record(new EscalationAnswered(new(escalation.AssessmentId, reference ?? "", escalation.LocalAuthorityId, escalation.IcbId), escalation.AdviceRequestId, escalation.Answer!));
        if (reference is not null && await people.EmailOfAsync(escalation.RaisedByUserId, ct) is { } email) { await TellAsync("escalation-answered", email, $"escalation-answered:{id:N}", escalation, ct); }
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task TellAsync(string template, string to, string key, Escalation escalation, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == escalation.AdviceRequestId, ct);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        outbox.Queue(template, to, key, $"/escalations/{escalation.Id}", AdviceEmails.Values(request, await directories.LoadAsync(ct), parties), request.Keys, request.Id);
    }
}
