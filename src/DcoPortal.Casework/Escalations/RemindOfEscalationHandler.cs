using DcoPortal.Domain.Escalations;

namespace DcoPortal.Casework.Escalations;

/// <summary>Reminds the person asked, once; or tells the person who asked, once, that no answer can come.</summary>
public sealed class RemindOfEscalationHandler(PortalDb db, Change change, AuditTrail audit, EscalationEmails emails, UkClock clock)
{
    /// <summary>Sends what is due: the email, the reminder's time and the audit entry in one save.</summary>
    /// <returns>How many emails: 1, or 0 when there is nothing to send any more.</returns>
    public async Task<int> HandleAsync(Guid id, CancellationToken ct) => (await change.MakeAsync<int>(async () =>
    {
        // read again: the escalation may have been answered since the list was made
        var escalation = await db.Escalations.SingleAsync(e => e.Id == id, ct);
        var facts = await EscalationFacts.Of(db, db.Escalations.Where(e => e.Id == id)).SingleAsync(ct);
        if (!escalation.IsAwaited || facts.HasEnded) { return Outcome.Already; }
        var request = await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == escalation.AdviceRequestId, ct);
        if (!(facts.Reader == EscalationReader.CanAnswer ? await RemindAsync(escalation, facts, request, ct) : await TellAskerAsync(escalation, request, ct))) { return Outcome.Already; }
        return 1;
    }, ct)).Count();

    private async Task<bool> RemindAsync(Escalation escalation, EscalationFacts facts, AdviceRequest request, CancellationToken ct)
    {
        if (escalation.RemindedUtc is not null) { return false; }
        escalation.Reminded(clock.UtcNow);
        audit.Record(new EscalationReminded(request.Keys, request.Id, escalation.ToName));
        await emails.QueueReminderAsync(escalation, request, facts.ToEmail!, ct);
        return true;
    }

    private async Task<bool> TellAskerAsync(Escalation escalation, AdviceRequest request, CancellationToken ct)
    {
        if (await emails.SaidUnanswerableAsync(escalation, ct)) { return false; }
        var asker = await db.Users.AsNoTracking().Where(u => u.Id == escalation.RaisedByUserId && u.DisabledUtc == null && u.IcbId == escalation.IcbId).Select(u => new { u.Email, u.Role }).SingleOrDefaultAsync(ct);
        // the asker is told only while their role may still escalate; otherwise the DCO service is told
        var email = asker?.Role.Allows(Permission.EscalateRequest) == true ? asker.Email : null;
        audit.Record(new EscalationFoundUnanswerable(request.Keys, request.Id, escalation.ToName, email is null ? "The DCO service" : escalation.RaisedByName));
        await emails.QueueUnanswerableAsync(escalation, request, email, ct);
        return true;
    }
}
