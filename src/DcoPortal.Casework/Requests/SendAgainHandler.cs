using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Sends a request that was given back to the same service again, for whoever it assigns. The due date stands.</summary>
public sealed class SendAgainHandler(PortalDb db, AskableDirectoryQuery directories, AuditTrail audit, Outbox outbox, HandoverHandler handover, UkClock clock)
{
    /// <summary>Sends it. Sending again changes nothing.</summary>
    /// <param name="id">A request in scope.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="DomainRuleException">The assessment has ended, or the authority has decided since what is asked now.</exception>
    public async Task<RequestAdviceResult> HandleAsync(Guid id, CancellationToken ct)
    {
        try { return await SendAsync(id, ct); }
        catch (DbUpdateException)
        {
            // a double click: look again, once
            db.ChangeTracker.Clear();
            return await SendAsync(id, ct);
        }
    }

    private async Task<RequestAdviceResult> SendAsync(Guid id, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id, ct);
        var assessment = await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == request.AssessmentId, ct);
        var directory = await directories.LoadAsync(ct);
        // a cover that gave it back covers no more: the service that was asked is asked again
        var asked = request.CoverForServiceId ?? request.ServiceId;
        var name = directory.ServiceName(asked);
        var result = new RequestAdviceResult { DueOn = request.DueOn };
        if (RequestMove.SendAgain.Rule().In(request.Stage) == MoveVerdict.Already) { result.AlreadySent.Add(directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId))); return result; }
        if (!assessment.IsOpen) { throw new DomainRuleException("This assessment has ended, so no more advice can be requested."); }
        if (request.Kind == AdviceKind.EarlyInformation && assessment.AdviceRequestReceivedOn is not null)
        {
            throw new DomainRuleException("The authority has decided to assess since then. Close this request and ask for statutory advice.");
        }
        if (!directory.CanBeAsked(new AskTarget(asked, null))) { result.NotAskable.Add(name); return result; }
        if (request.CoverForServiceId is not null) { audit.Record(request.ComeBackFromCover(directory.Service(asked)!, directory.ServiceName(request.ServiceId), name, clock.UtcNow)); }
        audit.Record(request.Send(name, clock.UtcNow)!);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        outbox.Queue(request.Kind == AdviceKind.Statutory ? "advice-request-sent" : "early-information-requested", delivery.To, $"sent:{request.Id}:{request.Round}", AdviceEmails.Path(request),
            AdviceEmails.Values(request, directory, parties), request.Keys, request.Id);
        handover.Apply(request, directory, delivery);
        await db.SaveChangesAsync(ct);
        result.Sent.Add(name);
        return result;
    }
}
