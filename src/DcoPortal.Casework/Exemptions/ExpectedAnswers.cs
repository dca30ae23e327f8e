using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Exemptions;

/// <summary>The day on which health's exemption expects the answer is what the service now promises: the newest of both is the one that counts.</summary>
public sealed class ExpectedAnswers(PortalDb db, AuditTrail audit, CurrentPerson person, UkClock clock)
{
    /// <summary>Promises the day in the caller's save. Nothing is promised for a day that has passed, or once the answer has come.</summary>
    /// <param name="request">The request.</param>
    /// <param name="on">The day, or null where none is known (Europe/London).</param>
    /// <param name="ct">Cancels.</param>
    public async Task PromiseAsync(AdviceRequest request, DateOnly? on, CancellationToken ct)
    {
        if (on is not { } day || day < clock.Today || !request.Can(RequestMove.Promise)) { return; }
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct);
        PromiseOnRecord.Apply(audit, person, request, service, day, null, clock);
    }
}
