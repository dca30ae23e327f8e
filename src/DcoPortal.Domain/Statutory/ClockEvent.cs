namespace DcoPortal.Domain.Statutory;

/// <summary>An event that starts a clock, or from which one is counted back. Its day is a civil date in Europe/London.</summary>
public enum ClockEvent
{
    /// <summary>The authority received a request under section 36(1).</summary>
    RequestReceived,

    /// <summary>The authority became responsible under section 24.</summary>
    BecameResponsible,

    /// <summary>The health side (the DCO mailbox acting for the ICB) received the request for statutory advice.</summary>
    HealthReceivedRequest,

    /// <summary>The health side received a request for information already held, before the decision to assess.</summary>
    HealthReceivedEarlyRequest,

    /// <summary>The request was passed on to the professional or service.</summary>
    SentToProfessional,

    /// <summary>The draft plan was served on the family.</summary>
    DraftPlanServed,

    /// <summary>A re-assessment was requested.</summary>
    ReassessmentRequested,

    /// <summary>The authority gave notice of a re-assessment, or decided on one itself.</summary>
    ReassessmentNotified,

    /// <summary>The Tribunal ordered an assessment.</summary>
    AssessmentOrdered,

    /// <summary>The authority told the Tribunal that it will not oppose an appeal about assessing.</summary>
    AssessmentConceded,

    /// <summary>The Tribunal ordered a plan to be made.</summary>
    PlanOrdered,

    /// <summary>The authority told the Tribunal that it will not oppose an appeal about making a plan.</summary>
    PlanConceded,

    /// <summary>The Tribunal ordered a plan to be amended.</summary>
    AmendmentOrdered,

    /// <summary>The authority told the Tribunal that it will not oppose an appeal about what a plan says.</summary>
    AmendmentConceded,

    /// <summary>The Tribunal ordered only the named school or college to be changed.</summary>
    SchoolChangeOrdered,

    /// <summary>The authority told the Tribunal that it will not oppose an appeal only about the school or college named.</summary>
    SchoolChangeConceded,

    /// <summary>The Tribunal sent the case back for the authority to decide again.</summary>
    ReconsiderationOrdered,

    /// <summary>The Tribunal ordered the plan to go on.</summary>
    PlanContinuationOrdered,

    /// <summary>A child or young person with a plan moves to another authority's area.</summary>
    MovedArea,

    /// <summary>The old authority became aware of the move.</summary>
    OldAuthorityLearnedOfMove,

    /// <summary>The plan was transferred to the new authority.</summary>
    PlanTransferred,

    /// <summary>A child or young person with a plan comes under another integrated care board.</summary>
    MovedBoard,

    /// <summary>The old board became aware that another is responsible.</summary>
    OldIcbLearnedOfMove,

    /// <summary>The new board became aware that it is responsible.</summary>
    NewIcbLearnedOfMove,

    /// <summary>The plan was made, or last reviewed.</summary>
    PlanMadeOrReviewed,

    /// <summary>A move to the next phase of education before college: to school, junior, middle or secondary school.</summary>
    PhaseTransfer,

    /// <summary>A move from secondary school to a post-16 institution.</summary>
    MoveToPost16,

    /// <summary>A move from one post-16 institution to another.</summary>
    MoveBetweenPost16,

    /// <summary>The annual review meeting.</summary>
    ReviewMeeting,

    /// <summary>The authority sent notice of its proposed amendments.</summary>
    AmendmentNoticeSent,

    /// <summary>That notice, with the plan, was served on the family.</summary>
    AmendmentNoticeServed,

    /// <summary>Written notice of a decision that can be appealed was sent.</summary>
    DecisionNoticeSent,

    /// <summary>The family told the authority that it wants mediation about health provision.</summary>
    HealthMediationWanted,

    /// <summary>The family told the authority that it wants mediation about health together with education or social care.</summary>
    MixedMediationWanted,

    /// <summary>The family told the authority that it wants mediation in which health has no part.</summary>
    OtherMediationWanted,

    /// <summary>The authority told the ICB of the health issues to mediate.</summary>
    IcbToldOfMediation,

    /// <summary>The adviser was told that mediation cannot be arranged in time.</summary>
    MediationNotArranged,

    /// <summary>The family told the adviser that it does not want mediation.</summary>
    MediationDeclined,

    /// <summary>The mediation was held.</summary>
    MediationHeld,

    /// <summary>The board agreed in mediation to do something about health.</summary>
    HealthAgreed,

    /// <summary>The board has done what it agreed about health.</summary>
    HealthAgreementDone,

    /// <summary>The authority agreed in mediation to assess.</summary>
    AssessmentAgreed,

    /// <summary>The authority agreed in mediation to make a plan.</summary>
    PlanAgreed,

    /// <summary>The authority agreed in mediation to amend the plan.</summary>
    AmendmentAgreed,

    /// <summary>The authority agreed in mediation to change only the school or college named.</summary>
    SchoolChangeAgreed,

    /// <summary>The mediation certificate was issued.</summary>
    MediationCertificateIssued,

    /// <summary>The Tribunal sent the registration papers of an appeal.</summary>
    AppealRegistered,

    /// <summary>The Tribunal's hearing.</summary>
    TribunalHearing,

    /// <summary>The Tribunal's recommendation about health.</summary>
    RecommendationMade,

    /// <summary>The ICB answered the recommendation.</summary>
    RecommendationAnswered,
}
