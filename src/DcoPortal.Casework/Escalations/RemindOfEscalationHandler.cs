using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Escalations;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Escalations;

/// <summary>Reminds the person asked, once; or tells who asked, once, that the person can no longer answer.</summary>
public sealed class RemindOfEscalationHandler(PortalDb db, AuditTrail audit, Outbox outbox, UkClock clock)
{
    /// <summary>Sends what is due: the email, the note of it and the audit trail in one save.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was answered or taken back in this same moment: the job looks at it again.</exception>
    /// <returns>How many emails: 1, or 0 when there is nothing to say any more.</returns>
    public async Task<int> HandleAsync(Guid id, CancellationToken ct)
    {
        // read again: it may have been answered since the list was made
        var escalation = await db.Escalations.SingleAsync(e => e.Id == id, ct);
        var facts = await EscalationFacts.Of(db, db.Escalations.Where(e => e.Id == id)).SingleAsync(ct);
        if (!escalation.IsAwaited || facts.HasEnded) { return 0; }
        var request = await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == escalation.AdviceRequestId, ct);
        if (!(facts.Reader == EscalationReader.CanAnswer ? await RemindAsync(escalation, facts, request, ct) : await TellAskerAsync(escalation, request, ct))) { return 0; }
        try { await db.SaveChangesAsync(ct); }
        // another portal has told them
        catch (DbUpdateException e) when (e.IsDuplicate()) { return 0; }
        return 1;
    }

    private async Task<bool> RemindAsync(Escalation escalation, EscalationFacts facts, AdviceRequest request, CancellationToken ct)
    {
        if (escalation.RemindedUtc is not null) { return false; }
        escalation.Reminded(clock.UtcNow);
        audit.Record(new EscalationReminded(request.Keys, request.Id, escalation.ToName));
        var (values, _) = await EscalationEmails.ValuesAsync(db, request, ct);
        outbox.Queue("escalation-reminder", facts.ToEmail!, $"escalation-reminder:{escalation.Id:N}", EscalationEmails.Path(escalation.Id), values, request.Keys, request.Id);
        return true;
    }

    private async Task<bool> TellAskerAsync(Escalation escalation, AdviceRequest request, CancellationToken ct)
    {
        var key = $"escalation-unanswerable:{escalation.Id:N}";
        if (await db.Emails.AnyAsync(e => e.UniqueKey == key, ct)) { return false; }
        var asker = await db.Users.AsNoTracking().Where(u => u.Id == escalation.RaisedByUserId && u.DisabledUtc == null && u.IcbId == escalation.IcbId).Select(u => new { u.Email, u.Role }).SingleOrDefaultAsync(ct);
        // only to who can still act on it
        var email = asker?.Role.Allows(Permission.EscalateRequest) == true ? asker.Email : null;
        var (values, parties) = await EscalationEmails.ValuesAsync(db, request, ct);
        audit.Record(new EscalationFoundUnanswerable(request.Keys, request.Id, escalation.ToName, email is null ? "The DCO service" : escalation.RaisedByName));
        outbox.Queue("escalation-unanswerable", email ?? parties.Contact, key, EscalationEmails.Path(escalation.Id), values, request.Keys, request.Id);
        return true;
    }
}
