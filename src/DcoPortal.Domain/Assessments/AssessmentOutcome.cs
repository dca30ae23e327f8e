namespace DcoPortal.Domain.Assessments;

/// <summary>How an assessment ended.</summary>
public enum AssessmentOutcome
{
    /// <summary>A final plan was issued (reg 13).</summary>
    PlanIssued,

    /// <summary>No plan is needed (reg 10).</summary>
    NoPlan,

    /// <summary>The request was withdrawn.</summary>
    Withdrawn,

    /// <summary>The child moved to another authority before the end.</summary>
    MovedAway,

    /// <summary>The case goes on with another integrated care board of the same authority, under another reference.</summary>
    OtherBoard,
}
