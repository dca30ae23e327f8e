namespace DcoPortal.Casework.Requests;

/// <summary>Records a promised day in the caller's save, with its facts, in the name of the service that has the request.</summary>
internal static class PromiseOnRecord
{
    /// <summary>Records the promise, which also acknowledges the request. The same day again changes nothing.</summary>
    /// <param name="audit">The trail.</param>
    /// <param name="person">The person who promises, or who records the promise for the service.</param>
    /// <param name="request">A request that can be answered.</param>
    /// <param name="service">The name of the service that has it.</param>
    /// <param name="on">The day (Europe/London).</param>
    /// <param name="why">Why that day is after the due date, or null; of a day in time nothing is kept.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="Domain.DomainRuleException">The request no longer waits for an answer, or the day has passed.</exception>
    public static void Apply(AuditTrail audit, CurrentPerson person, AdviceRequest request, string service, DateOnly on, WhyLate? why, UkClock clock)
    {
        foreach (var fact in request.Promise(on, clock.Today, clock.UtcNow, RecordedFor.NameOf(person, service), RecordedFor.Service(person, service))) { audit.Record(fact); }
        WhyLateOnRecord.Apply(audit, person, request, service, on, why);
    }
}
