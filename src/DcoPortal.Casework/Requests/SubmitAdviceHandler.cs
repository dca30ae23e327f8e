using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>How submitting went.</summary>
public enum SubmitOutcome
{
    /// <summary>Submitted now, or already: the same result page either way.</summary>
    Submitted,

    /// <summary>No such request in the person's scope.</summary>
    NotFound,

    /// <summary>Something is missing that must be there.</summary>
    Incomplete,

    /// <summary>The draft or the documents changed since the person looked.</summary>
    Changed,
}

/// <summary>Submits advice for checking: one save with the fact and the email. Calling it twice submits once.</summary>
public sealed class SubmitAdviceHandler(PortalDb db, AuditTrail audit, AnswerEmailHandler email, UkClock clock, CurrentPerson person)
{
    /// <summary>Submits.</summary>
    /// <param name="id">The request.</param>
    /// <param name="seen">The fingerprint of what was checked, or null to submit what is there.</param>
    /// <param name="route">How it came, when a DCO role records it for the service.</param>
    /// <exception cref="Domain.DomainRuleException">The request was closed.</exception>
    public async Task<SubmitOutcome> HandleAsync(Guid id, string? seen, OtherRoute? route, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return SubmitOutcome.NotFound; }
        if (RequestMove.Submit.Rule().In(request.Stage) == MoveVerdict.Already) { return SubmitOutcome.Submitted; }
        var response = await db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        var documents = await db.Documents.Where(d => d.AdviceRequestId == id && d.RemovedUtc == null).Select(d => d.Id).ToListAsync(ct);
        if (AdviceCompleteness.Missing(AdviceDraft.Of(response), documents.Count) is not null) { return SubmitOutcome.Incomplete; }
        if (seen is not null && seen != AdviceCompleteness.Fingerprint(response, documents)) { return SubmitOutcome.Changed; }
        audit.Record(request.Submit(documents.Count, response?.IsWritten == true, OtherRoute.NameOf(person.Actor, route), clock.UtcNow, clock.Today)!);
        await email.QueueAsync(request, ct);
        return await SaveOnceAsync(id, ct);
    }

    private async Task<SubmitOutcome> SaveOnceAsync(Guid id, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // the other half of a double click may have won: then it is submitted, once
            db.ChangeTracker.Clear();
            if (!await db.AdviceRequests.AnyAsync(r => r.Id == id && r.Stage != RequestStage.WithService, ct)) { throw; }
        }
        return SubmitOutcome.Submitted;
    }
}
