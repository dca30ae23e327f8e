using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Exemptions;

/// <summary>The day on which health's exemption expects the answer is what the service now promises: the newest of both is the one that counts.</summary>
public sealed class ExpectedAnswers(PortalDb db, AuditTrail audit, CurrentPerson person, AccessScope scope, UkClock clock)
{
    /// <summary>A service that records an exemption has taken the request on, and promises the day where one is known. What the DCO service records for it says nothing of that.</summary>
    /// <param name="request">The request.</param>
    /// <param name="on">The day, or null where none is known (Europe/London).</param>
    /// <param name="ct">Cancels.</param>
    public async Task TakeOnAsync(AdviceRequest request, DateOnly? on, CancellationToken ct)
    {
        await PromiseAsync(request, on, ct);
        if (scope.Kind == ScopeKind.HealthService && request.Can(RequestMove.Acknowledge) && request.Acknowledge(clock.UtcNow, person.Actor.Name) is { } fact) { audit.Record(fact); }
    }

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
