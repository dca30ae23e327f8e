using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Sends an answer back with a comment. The due date stands.</summary>
public sealed class SendBackHandler(PortalDb db, AuditTrail audit, Outbox outbox, HandoverHandler handover, UkClock clock)
{
    /// <summary>Sends back what the administrator looked at, and nothing else.</summary>
    public async Task<CheckOutcome> HandleAsync(Guid id, Guid version, string comment, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return CheckOutcome.NotFound; }
        // a second press of the same button
        if (request.Stage == RequestStage.WithService && request.SentBackComment == comment.Trim()) { return CheckOutcome.Already; }
        if (request.Version != version) { return CheckOutcome.ChangedMeanwhile; }
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        // before it is sent back: who answered has it, and mends it
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        audit.Record(request.SendBack(comment.Trim(), clock.UtcNow));
        outbox.Queue("advice-sent-back", delivery.To, $"sent-back:{request.Id}:{request.Round}", AdviceEmails.Path(request), AdviceEmails.Values(request, directory, parties), request.Keys, request.Id);
        handover.Apply(request, directory, delivery);
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException) { return CheckOutcome.ChangedMeanwhile; }
        return CheckOutcome.Done;
    }
}
