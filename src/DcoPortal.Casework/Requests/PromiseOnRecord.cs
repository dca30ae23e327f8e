namespace DcoPortal.Casework.Requests;

/// <summary>Notes by when an answer is promised, in the caller's save: in the name of who has the request, and with its facts.</summary>
internal static class PromiseOnRecord
{
    /// <summary>Promises, which acknowledges a request that was not. The same day again changes nothing.</summary>
    /// <param name="audit">The trail.</param>
    /// <param name="person">Who promises, or who writes it down for the service.</param>
    /// <param name="request">A request that can be answered.</param>
    /// <param name="service">The name of the service that has it.</param>
    /// <param name="on">The day (Europe/London).</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="Domain.DomainRuleException">It no longer waits for an answer, or the day has passed.</exception>
    public static void Apply(AuditTrail audit, CurrentPerson person, AdviceRequest request, string service, DateOnly on, UkClock clock)
    {
        foreach (var fact in request.Promise(on, clock.Today, clock.UtcNow, RecordedFor.NameOf(person, service), RecordedFor.Service(person, service))) { audit.Record(fact); }
    }
}
