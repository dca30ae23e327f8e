namespace DcoPortal.Domain.Statutory;

/// <summary>Both limbs judged: a listed ground whose facts are met, and that it made keeping to the limit impractical. The due date is the same either way.</summary>
/// <param name="MayBeReliedOn">True when both limbs are met.</param>
/// <param name="Ground">The first limb.</param>
/// <param name="Missing">Facts still to be given; then the ground is not judged yet.</param>
/// <param name="HasSecondLimb">Whether a reason was given why the ground made the limit impractical.</param>
/// <param name="Reason">One or two sentences for the user: why, or why not.</param>
public sealed record ExemptionJudgement(bool MayBeReliedOn, ExemptionVerdict Ground, IReadOnlyList<ExemptionFact> Missing, bool HasSecondLimb, string Reason);
