using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>What came of checking an answer.</summary>
public enum CheckOutcome
{
    /// <summary>Not in scope.</summary>
    NotFound,

    /// <summary>Done.</summary>
    Done,

    /// <summary>It had already been done: nothing changed.</summary>
    Already,

    /// <summary>Somebody changed it after the page was shown: nothing changed.</summary>
    ChangedMeanwhile,
}

/// <summary>Accepts an answer, and perhaps returns it in the same save.</summary>
public sealed class AcceptAdviceHandler(PortalDb db, ReturnAdviceHandler returning, AuditTrail audit, UkClock clock)
{
    /// <summary>Accepts what the administrator looked at, and nothing else.</summary>
    public async Task<CheckOutcome> HandleAsync(Guid id, Guid version, bool thenReturn, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return CheckOutcome.NotFound; }
        if (request.Stage == RequestStage.Returned || (request.Stage == RequestStage.ToReturn && !thenReturn)) { return CheckOutcome.Already; }
        if (request.Version != version) { return CheckOutcome.ChangedMeanwhile; }
        if (request.Accept(clock.UtcNow) is { } accepted) { audit.Record(accepted); }
        if (thenReturn) { await returning.ReturnInThisSaveAsync([request], ct); }
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException) { return CheckOutcome.ChangedMeanwhile; }
        return CheckOutcome.Done;
    }
}
