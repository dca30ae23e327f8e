using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>
/// Closes a request that was given back, so that somebody else is asked. A new request takes the same receipt date from the assessment.
/// When nothing but nil returns is left, the alarm waits a little: asking somebody else takes it back.
/// </summary>
public sealed class CloseGivenBackHandler(PortalDb db, AuditTrail audit, AllNilAlarmHandler alarm, UkClock clock)
{
    /// <summary>Closes it. Closing again changes nothing.</summary>
    /// <returns>The assessment's reference, and whether the DCO is told unless somebody is asked soon; or null when there is no such request in scope.</returns>
    /// <exception cref="DomainRuleException">The service has not given it back.</exception>
    public async Task<(string Reference, bool AlarmWaits)?> HandleAsync(Guid id, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return null; }
        if (request.Stage == RequestStage.Closed) { return (request.AssessmentReference, false); }
        if (request.Stage != RequestStage.GivenBack) { throw new DomainRuleException("This request is not given back. Nothing was changed."); }
        // the authority reads why a request was closed; what the service wrote stays inside health
        var why = $"Given back: {await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.Name).SingleAsync(ct)} is not the one to ask. Somebody else is asked instead.";
        audit.Record(request.Close(why, clock.UtcNow)!);
        var waits = await alarm.QueueAsync(request, AllNilAlarmHandler.Grace, ct);
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsDuplicate())
        {
            // a double click: the first one closed it
            db.ChangeTracker.Clear();
            return await db.AdviceRequests.AnyAsync(r => r.Id == id && r.Stage == RequestStage.Closed, ct) ? (request.AssessmentReference, false)
                : throw new DomainRuleException("Somebody else changed this request in the same moment. Nothing was changed.");
        }
        waits |= await alarm.LookAgainAsync(request.AssessmentId, AllNilAlarmHandler.Grace, ct);
        return (request.AssessmentReference, waits);
    }
}
