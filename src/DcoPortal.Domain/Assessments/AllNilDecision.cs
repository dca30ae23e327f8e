namespace DcoPortal.Domain.Assessments;

/// <summary>What the Designated Clinical Officer decides when every service has said that it has no advice (reg 6(1)(c) has no "unless unknown").</summary>
public enum AllNilDecision
{
    /// <summary>No health needs are known: the authority is told so.</summary>
    NoHealthNeedsKnown,

    /// <summary>A health assessment is commissioned.</summary>
    AssessmentCommissioned,
}
