namespace DcoPortal.Casework.Requests;

/// <summary>What the DCO decided when every service had no advice, and whether a decision is wanted now.</summary>
/// <param name="Reference">The assessment.</param>
/// <param name="IsAllNil">Whether every service asked has said that it has no advice.</param>
/// <param name="MustDecide">Whether a decision is wanted: the last nil return is newer than the last decision.</param>
/// <param name="Decision">The last decision, or null.</param>
/// <param name="DecidedOn">The day of that decision (Europe/London).</param>
/// <param name="ByName">Who decided.</param>
/// <param name="Reason">The reason.</param>
public sealed record AllNilStanding(string Reference, bool IsAllNil, bool MustDecide, AllNilDecision? Decision, DateOnly? DecidedOn, string? ByName, string? Reason)
{
    /// <summary>The day on which advice was returned after the decision, so that it no longer says what is so; null where none was (Europe/London).</summary>
    public DateOnly? OvertakenOn { get; init; }

    /// <summary>Whether another request was closed or withdrawn without an answer, so that nobody knows what its service has.</summary>
    public bool HasUnanswered { get; init; }

    /// <summary>Whether the DCO commissioned an assessment and no service has been asked since.</summary>
    public bool MustAsk => IsAllNil && !MustDecide && Decision == AllNilDecision.AssessmentCommissioned;
}
