using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Notes by when an answer is promised, which also acknowledges the request.</summary>
public sealed class PromiseHandler(PortalDb db, AuditTrail audit, UkClock clock, CurrentPerson person)
{
    /// <summary>Promises. The same day again changes nothing.</summary>
    /// <param name="id">The request.</param>
    /// <param name="on">The day (Europe/London).</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when there is no such request in scope.</returns>
    /// <exception cref="Domain.DomainRuleException">It no longer waits for an answer, or the day has passed.</exception>
    public async Task<bool> HandleAsync(Guid id, DateOnly on, CancellationToken ct)
    {
        try { return await PromiseAsync(id, on, ct); }
        catch (DbUpdateConcurrencyException)
        {
            // a double click, or the first look of a colleague: once more, on what is there now
            db.ChangeTracker.Clear();
            return await PromiseAsync(id, on, ct);
        }
    }

    private async Task<bool> PromiseAsync(Guid id, DateOnly on, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return false; }
        if (request.PromisedOn == on && request.Stage.IsOutstanding()) { return true; }
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.Name).SingleAsync(ct);
        PromiseOnRecord.Apply(audit, person, request, service, on, clock);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
