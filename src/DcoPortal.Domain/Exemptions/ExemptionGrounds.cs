using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Exemptions;

/// <summary>What an exemption rests on, and who says so.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Facts">The facts that it turns on, judged by <see cref="ExemptionRules"/> beforehand.</param>
/// <param name="Impractical">Why the ground made it impractical to keep to the limit: the second limb.</param>
/// <param name="Evidence">What shows the facts: a letter, an email, a record. No clinical detail.</param>
/// <param name="DecidedByName">Who decided to rely on it.</param>
/// <param name="DecidedOn">The day that was decided (Europe/London).</param>
/// <param name="RecordedByName">Who records it.</param>
/// <param name="RecordedOn">The day it is recorded (Europe/London).</param>
/// <param name="FamilyToldOn">The day the family was told, or null (Europe/London).</param>
/// <param name="ExpectedOn">When the work is now expected, or null (Europe/London).</param>
public sealed record ExemptionGrounds(ExemptionGround Ground, ExemptionFacts Facts, string Impractical, string? Evidence, string DecidedByName, DateOnly DecidedOn,
    string RecordedByName, DateOnly RecordedOn, DateOnly? FamilyToldOn = null, DateOnly? ExpectedOn = null);
