namespace DcoPortal.Domain.Statutory;

/// <summary>The facts that an exemption depends on. One record for each sort of ground.</summary>
public abstract record ExemptionFacts;

/// <summary>A closure, and when the authority asked the setting for advice: that day decides, not the day of the deadline.</summary>
/// <param name="ClosedFrom">First day closed.</param>
/// <param name="ReopensOn">First day open again.</param>
/// <param name="AdviceAskedOn">The day the authority asked the head, principal or SEN lead.</param>
public sealed record ClosureFacts(DateOnly ClosedFrom, DateOnly ReopensOn, DateOnly AdviceAskedOn) : ExemptionFacts;

/// <summary>Exceptional circumstances of the child, parent or young person.</summary>
/// <param name="From">The day the circumstances began.</param>
/// <param name="Until">The last day, or null when they go on.</param>
/// <param name="ArePersonal">Whether they are personal to the child, parent or young person, which the authority's limits need.</param>
public sealed record CircumstancesFacts(DateOnly From, DateOnly? Until, bool ArePersonal) : ExemptionFacts;

/// <summary>An absence of the child, parent or young person from the authority's area, both days included.</summary>
/// <param name="FirstDay">First day away.</param>
/// <param name="LastDay">Last day away.</param>
public sealed record AbsenceFacts(DateOnly FirstDay, DateOnly LastDay) : ExemptionFacts;

/// <summary>An appointment for an examination or test, made by the body asked, that did not happen.</summary>
/// <param name="AppointmentOn">The day of the appointment.</param>
/// <param name="NotKeptBy">Who did not keep it.</param>
public sealed record MissedAppointmentFacts(DateOnly AppointmentOn, AppointmentNotKeptBy NotKeptBy) : ExemptionFacts;

/// <summary>Who did not keep an appointment.</summary>
public enum AppointmentNotKeptBy
{
    /// <summary>The child or young person did not attend or was not brought.</summary>
    ChildOrFamily,

    /// <summary>The service cancelled: that excuses no body.</summary>
    Service,
}
