namespace DcoPortal.Casework.Requests;

/// <summary>What was decided when every service had no advice, and whether a decision is wanted now.</summary>
/// <param name="Reference">The assessment.</param>
/// <param name="IsAllNil">Whether every service asked has said that it has no advice.</param>
/// <param name="MustDecide">Whether a decision is wanted: none is newer than the last such answer.</param>
/// <param name="Decision">What was decided last, or null.</param>
/// <param name="DecidedOn">When (Europe/London).</param>
/// <param name="ByName">By whom.</param>
/// <param name="Reason">Why.</param>
public sealed record AllNilStanding(string Reference, bool IsAllNil, bool MustDecide, AllNilDecision? Decision, DateOnly? DecidedOn, string? ByName, string? Reason)
{
    /// <summary>Whether an assessment was commissioned and nobody has been asked since.</summary>
    public bool MustAsk => IsAllNil && !MustDecide && Decision == AllNilDecision.AssessmentCommissioned;
}
