namespace DcoPortal.Domain.Statutory;

/// <summary>What brought a piece of work about, which picks its set of clocks. Members are stored by name: add, never rename.</summary>
public enum OriginRoute
{
    /// <summary>A request by a parent, young person, school or college under section 36(1) of the Children and Families Act 2014.</summary>
    Section36Request,

    /// <summary>The authority became responsible for the child or young person under section 24, for example on a move into its area.</summary>
    Section24Responsibility,

    /// <summary>A re-assessment of someone who has a plan (SI 2014/1530 regulations 23 to 27).</summary>
    Reassessment,

    /// <summary>The Tribunal ordered an assessment, or the authority did not oppose the appeal (regulations 44 and 45).</summary>
    TribunalOrderedAssessment,

    /// <summary>The Tribunal ordered a plan to be made or amended, or the authority did not oppose the appeal (regulations 44 and 45).</summary>
    TribunalOrderedPlan,

    /// <summary>A plan transferred from another authority (regulation 15), perhaps with a change of ICB (regulation 16).</summary>
    TransferFromAnotherAuthority,

    /// <summary>An annual review of a plan (regulations 18 to 22).</summary>
    AnnualReview,

    /// <summary>Mediation about the health provision in a plan (regulations 33 to 38).</summary>
    HealthMediation,

    /// <summary>An appeal to the SEND Tribunal with health issues in it (SI 2017/1306).</summary>
    AppealWithHealthIssues,

    /// <summary>A recommendation of the SEND Tribunal about health (SI 2017/1306).</summary>
    TribunalRecommendation,
}
