using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Exemptions;

/// <summary>The ground and facts of an exemption, who decided on it and who records it.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Facts">The facts that the ground depends on, judged by <see cref="ExemptionRules"/> beforehand.</param>
/// <param name="Impractical">Why the ground made it impractical to keep to the limit: the second limb.</param>
/// <param name="Evidence">What shows the facts: a letter, an email, a record. No clinical detail.</param>
/// <param name="DecidedByName">The person or body that decided to rely on the exemption.</param>
/// <param name="DecidedOn">The day of that decision (Europe/London).</param>
/// <param name="RecordedByName">The person who records the exemption.</param>
/// <param name="RecordedOn">The day it is recorded (Europe/London).</param>
/// <param name="FamilyToldOn">The day the family was told, or null (Europe/London).</param>
/// <param name="ExpectedOn">The day the work is now expected, or null (Europe/London).</param>
public sealed record ExemptionGrounds(ExemptionGround Ground, ExemptionFacts Facts, string Impractical, string? Evidence, string DecidedByName, DateOnly DecidedOn,
    string RecordedByName, DateOnly RecordedOn, DateOnly? FamilyToldOn = null, DateOnly? ExpectedOn = null);
