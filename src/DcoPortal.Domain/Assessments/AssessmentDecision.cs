namespace DcoPortal.Domain.Assessments;

/// <summary>The authority's decision under s.36(3).</summary>
public enum AssessmentDecision
{
    /// <summary>Assess: advice is sought under regulation 6.</summary>
    Assess,

    /// <summary>Do not assess.</summary>
    DoNotAssess,
}
