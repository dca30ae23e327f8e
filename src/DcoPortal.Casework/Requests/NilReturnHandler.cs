using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Says that there is no advice to give, with a coded reason. Calling it twice submits once.</summary>
public sealed class NilReturnHandler(PortalDb db, AuditTrail audit, AnswerEmailHandler email, AllNilAlarmHandler alarm, UkClock clock, CurrentPerson person)
{
    /// <summary>Submits a nil return.</summary>
    /// <returns>False when there is no such request in scope.</returns>
    /// <exception cref="Domain.DomainRuleException">The request was closed.</exception>
    public async Task<bool> HandleAsync(Guid id, ReplyCode reason, string? note, OtherRoute? route, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return false; }
        if (request.SubmitNilReturn(reason, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), OtherRoute.NameOf(person.Actor, route), clock.UtcNow, clock.Today) is not { } submitted) { return true; }
        audit.Record(submitted);
        await email.QueueAsync(request, ct);
        await alarm.QueueAsync(request, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // the other half of a double click may have won
            db.ChangeTracker.Clear();
            if (!await db.AdviceRequests.AnyAsync(r => r.Id == id && r.Stage != RequestStage.WithService, ct)) { throw; }
        }
        await alarm.LookAgainAsync(request.AssessmentId, ct);
        return true;
    }
}
