namespace DcoPortal.Domain.Statutory;

/// <summary>An exemption that somebody recorded beside a deadline. It never moves the date.</summary>
/// <param name="Ground">The listed reason.</param>
/// <param name="Paragraph">The paragraph of SI 2014/1530, such as "8(2)(c)"; see <see cref="ExemptionRules.ParagraphFor"/>.</param>
/// <param name="RecordedOn">The day it was recorded, Europe/London.</param>
/// <param name="Facts">The facts it turns on, when held.</param>
/// <param name="ImpracticalBecause">The second limb: why the reason made the time limit impractical.</param>
/// <param name="FamilyToldOn">The day the family was told (SEND Code of Practice 9.43), or null.</param>
public sealed record RecordedExemption(
    ExemptionGround Ground,
    string Paragraph,
    DateOnly RecordedOn,
    ExemptionFacts? Facts = null,
    string? ImpracticalBecause = null,
    DateOnly? FamilyToldOn = null);
