namespace DcoPortal.Domain.Statutory;

/// <summary>What has to be done by a deadline. The rule says who must do it, by which regulation and from which day.</summary>
public enum DeadlineKind
{
    /// <summary>The authority says whether it will assess, or after an order that it will.</summary>
    DecisionToAssess,

    /// <summary>Health supplies its advice (SI 2014/1530 regulation 8(1)).</summary>
    HealthAdvice,

    /// <summary>Health supplies what it already holds, before the decision: a local target, not law.</summary>
    EarlyInformation,

    /// <summary>The authority says that no plan is needed.</summary>
    NoPlanNotice,

    /// <summary>The authority sends the final plan.</summary>
    FinalPlan,

    /// <summary>The professional or service answers the DCO service: a local target, not law.</summary>
    InternalTurnaround,

    /// <summary>The least time the family must have to comment on a draft plan.</summary>
    DraftPlanComments,

    /// <summary>The authority sends a draft plan after an order.</summary>
    DraftPlan,

    /// <summary>The authority amends the plan after an order.</summary>
    OrderedAmendment,

    /// <summary>The old authority transfers the plan.</summary>
    PlanTransfer,

    /// <summary>The new authority tells the family what happens to the plan.</summary>
    TransferNotice,

    /// <summary>The new authority reviews a transferred plan for the first time.</summary>
    ReviewAfterTransfer,

    /// <summary>The old ICB tells the new one of a move.</summary>
    CommissionerChangeNotice,

    /// <summary>The new ICB asks the authority for an assessment or a review.</summary>
    NewBoardAsksAuthority,

    /// <summary>The authority decides again after an order.</summary>
    Reconsideration,

    /// <summary>The authority goes on with a plan after an order.</summary>
    PlanContinued,

    /// <summary>The authority reviews the plan within each 12 months.</summary>
    YearlyReview,

    /// <summary>The reports for an annual review are circulated.</summary>
    ReviewPapers,

    /// <summary>The setting reports on the annual review meeting.</summary>
    ReviewReport,

    /// <summary>The authority decides to keep, amend or cease the plan.</summary>
    ReviewDecision,

    /// <summary>The authority sends notice of its proposed amendments.</summary>
    AmendmentNotice,

    /// <summary>The least time the family must have to comment on proposed amendments.</summary>
    AmendmentComments,

    /// <summary>The authority sends the final amended plan.</summary>
    AmendedPlan,

    /// <summary>The plan is reviewed and amended before a move to the next phase of education.</summary>
    PhaseTransfer,

    /// <summary>The family contacts a mediation adviser.</summary>
    MediationContact,

    /// <summary>The authority tells the ICB which health issues are to be mediated.</summary>
    MediationIssuesToIcb,

    /// <summary>Mediation is arranged with the family.</summary>
    MediationArranged,

    /// <summary>The adviser issues a mediation certificate.</summary>
    MediationCertificate,

    /// <summary>The ICB does what it agreed in mediation.</summary>
    MediationAgreementDone,

    /// <summary>The ICB tells an authority that took no part in the mediation that it did what it agreed.</summary>
    MediationAgreementTold,

    /// <summary>The family appeals to the SEND Tribunal.</summary>
    AppealToTribunal,

    /// <summary>The authority answers the appeal.</summary>
    AppealResponse,

    /// <summary>The bundle for the hearing is ready.</summary>
    HearingBundle,

    /// <summary>The ICB answers the Tribunal's recommendation.</summary>
    RecommendationResponse,

    /// <summary>The authority copies the ICB's answer to the Secretary of State.</summary>
    RecommendationCopied,
}
