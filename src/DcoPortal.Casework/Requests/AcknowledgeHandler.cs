using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Text;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>What came of it: who has it since when, in words, or null when the request no longer waits for an answer.</summary>
public sealed record AcknowledgeResult(string? Words);

/// <summary>Notes that the service has a request, once.</summary>
public sealed class AcknowledgeHandler(PortalDb db, AuditTrail audit, UkClock clock, CurrentPerson person)
{
    /// <summary>Acknowledges. Doing so again changes nothing.</summary>
    /// <returns>Null when there is no such request in scope.</returns>
    public async Task<AcknowledgeResult?> HandleAsync(Guid id, CancellationToken ct)
    {
        try { return await AcknowledgeAsync(id, ct); }
        catch (DbUpdateConcurrencyException)
        {
            // a double click, or a colleague in the same moment: look again, once
            db.ChangeTracker.Clear();
            return await AcknowledgeAsync(id, ct);
        }
    }

    private async Task<AcknowledgeResult?> AcknowledgeAsync(Guid id, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return null; }
        if (!request.Stage.IsOutstanding()) { return new(null); }
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.Name).SingleAsync(ct);
        if (request.Acknowledge(clock.UtcNow, RecordedFor.NameOf(person, service), RecordedFor.Service(person, service)) is { } acknowledged)
        {
            audit.Record(acknowledged);
            await db.SaveChangesAsync(ct);
        }
        return new($"Acknowledged by {request.AcknowledgedByName} on {UkText.LongDateTime(request.AcknowledgedUtc!.Value)}. The due date is {UkText.LongDate(request.DueOn)}.");
    }
}
