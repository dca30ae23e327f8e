namespace DcoPortal.Casework.Requests;

/// <summary>Records why an answer is late in the caller's save, with its fact, in the name of the service that has the request.</summary>
internal static class WhyLateOnRecord
{
    /// <summary>Records it. Nothing is recorded where nothing was said, or where the day is not late.</summary>
    /// <param name="audit">The trail.</param>
    /// <param name="person">The person who says it, or who records it for the service.</param>
    /// <param name="request">The request.</param>
    /// <param name="service">The name of the service that has it.</param>
    /// <param name="on">The day of the answer, or the day promised (Europe/London).</param>
    /// <param name="why">Why, or null.</param>
    public static void Apply(AuditTrail audit, CurrentPerson person, AdviceRequest request, string service, DateOnly on, WhyLate? why)
    {
        if (why is not null && request.IsLateOn(on) && request.SayWhyLate(why, RecordedFor.Service(person, service)) is { } said) { audit.Record(said); }
    }
}
