namespace DcoPortal.Domain.Statutory;

/// <summary>Whether a ground is open for a deadline on given facts. Even then it holds only where it made the limit impractical.</summary>
/// <param name="IsAvailable">True when the ground may be relied on.</param>
/// <param name="Paragraph">The paragraph of SI 2014/1530, or null when the ground is on no list for this deadline.</param>
/// <param name="Reason">One sentence for the user.</param>
public sealed record ExemptionVerdict(bool IsAvailable, string? Paragraph, string Reason);
