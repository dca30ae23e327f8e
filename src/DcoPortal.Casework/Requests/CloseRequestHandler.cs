using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Closes a request that is no longer needed, and tells who would have answered it.</summary>
public sealed class CloseRequestHandler(PortalDb db, AuditTrail audit, Outbox outbox, AllNilAlarmHandler alarm, UkClock clock)
{
    /// <summary>Closes it. Closing again changes nothing.</summary>
    /// <returns>Null when it is not in scope; otherwise whether this closed it.</returns>
    /// <exception cref="Domain.DomainRuleException">It was returned to the authority already.</exception>
    public async Task<bool?> HandleAsync(Guid id, string reason, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return null; }
        var holderWaits = request.Stage.IsOutstanding();
        if (request.Close(reason.Trim(), clock.UtcNow) is not { } closed) { return false; }
        audit.Record(closed);
        if (holderWaits) { await TellAsync(request, ct); }
        // when the others have no advice, nothing but nil returns is left
        await alarm.QueueAsync(request, ct);
        await db.SaveChangesAsync(ct);
        await alarm.LookAgainAsync(request.AssessmentId, ct);
        return true;
    }

    private async Task TellAsync(AdviceRequest request, CancellationToken ct)
    {
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        // the reason stays in the portal: an email says nothing that a person typed
        outbox.Queue("advice-request-closed", directory.DeliveryFor(request, clock.Today).To, $"closed:{request.Id:N}", "/advice-requests",
            new Dictionary<string, string>
            {
                ["reference"] = request.AssessmentReference,
                ["service-name"] = directory.Service(request.ServiceId)!.Name,
                ["stage"] = request.Kind.Stage(),
            }, request.Keys, request.Id);
    }
}
