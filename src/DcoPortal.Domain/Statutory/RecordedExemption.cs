namespace DcoPortal.Domain.Statutory;

/// <summary>An exemption that was recorded beside a deadline. It never moves the date.</summary>
/// <param name="Ground">The listed reason.</param>
/// <param name="Paragraph">The paragraph of SI 2014/1530, such as "8(2)(c)"; see <see cref="ListedGround.Paragraph"/>.</param>
/// <param name="RecordedOn">The day it was recorded, Europe/London.</param>
/// <param name="Facts">The facts it depends on, when stored.</param>
/// <param name="ImpracticalBecause">The second limb: why the reason made the time limit impractical.</param>
/// <param name="FamilyToldOn">The day the family was told (SEND Code of Practice 9.43), or null.</param>
public sealed record RecordedExemption(
    ExemptionGround Ground,
    string Paragraph,
    DateOnly RecordedOn,
    ExemptionFacts? Facts = null,
    string? ImpracticalBecause = null,
    DateOnly? FamilyToldOn = null)
{
    /// <summary>What the facts rest on: a letter, a register, an appointment system.</summary>
    public string? EvidenceNote { get; init; }

    /// <summary>The person or body that decided to rely on it, by name.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The day of that decision, Europe/London, or null.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The day the work is now expected, Europe/London, or null. An expectation: the due date stays.</summary>
    public DateOnly? ExpectedOn { get; init; }
}
