namespace DcoPortal.Casework.Clock;

/// <summary>What each deadline is about in a few words, for headings and calendars.</summary>
public static class DeadlineNames
{
    /// <summary>The same for one deadline.</summary>
    public static string Of(Deadline deadline) => Of(deadline.Rule);

    /// <summary>The same for one rule: after an order there is no decision to make, only a notice to give, and not every plan is amended by an order.</summary>
    public static string Of(StatutoryRule rule) => (rule.Kind, rule.StartsFrom) switch
    {
        (DeadlineKind.DecisionToAssess, ClockEvent.AssessmentOrdered or ClockEvent.AssessmentConceded or ClockEvent.AssessmentAgreed) => "Notice that it will assess",
        (DeadlineKind.DecisionToAssess, ClockEvent.ReassessmentRequested) => "Decision whether to re-assess",
        (DeadlineKind.OrderedAmendment, ClockEvent.AmendmentConceded) => "Plan amended after giving way",
        (DeadlineKind.OrderedAmendment, ClockEvent.AmendmentAgreed) => "Plan amended as agreed",
        (DeadlineKind.OrderedAmendment, ClockEvent.SchoolChangeOrdered) => "School or college changed as ordered",
        (DeadlineKind.OrderedAmendment, ClockEvent.SchoolChangeConceded) => "School or college changed after giving way",
        (DeadlineKind.OrderedAmendment, ClockEvent.SchoolChangeAgreed) => "School or college changed as agreed",
        _ => Of(rule.Kind),
    };

    /// <summary>With a capital: "Health advice".</summary>
    public static string Of(DeadlineKind kind) => kind switch
    {
        DeadlineKind.DecisionToAssess => "Decision whether to assess",
        DeadlineKind.HealthAdvice => "Health advice",
        DeadlineKind.EarlyInformation => "Early information from health",
        DeadlineKind.NoPlanNotice => "Last day to say that no plan is needed",
        DeadlineKind.FinalPlan => "Final plan",
        DeadlineKind.InternalTurnaround => "Answer to the DCO service",
        DeadlineKind.DraftPlanComments => "Time to comment on the draft plan",
        DeadlineKind.DraftPlan => "Draft plan",
        DeadlineKind.OrderedAmendment => "Plan amended as ordered",
        DeadlineKind.PlanTransfer => "Transfer of the plan",
        DeadlineKind.TransferNotice => "Notice of what happens to the plan",
        DeadlineKind.ReviewAfterTransfer => "First review after the transfer",
        DeadlineKind.CommissionerChangeNotice => "New integrated care board told",
        DeadlineKind.NewBoardAsksAuthority => "New board asks for an assessment or review",
        DeadlineKind.Reconsideration => "New decision as ordered",
        DeadlineKind.PlanContinued => "Plan goes on as ordered",
        DeadlineKind.YearlyReview => "Review of the plan",
        DeadlineKind.ReviewPapers => "Reports for the review meeting",
        DeadlineKind.ReviewReport => "Report of the review meeting",
        DeadlineKind.ReviewDecision => "Decision to keep, amend or cease the plan",
        DeadlineKind.AmendmentNotice => "Notice of proposed amendments",
        DeadlineKind.AmendmentComments => "Time to comment on the changes",
        DeadlineKind.PhaseTransfer => "Plan ready for the next school or college",
        DeadlineKind.AmendedPlan => "Final amended plan",
        DeadlineKind.MediationContact => "Contact with a mediation adviser",
        DeadlineKind.MediationIssuesToIcb => "Health issues told to the integrated care board",
        DeadlineKind.MediationArranged => "Mediation arranged",
        DeadlineKind.MediationCertificate => "Mediation certificate",
        DeadlineKind.MediationAgreementDone => "Health agreement carried out",
        DeadlineKind.MediationAgreementTold => "Local authority told that the agreement was carried out",
        DeadlineKind.AppealToTribunal => "Appeal to the SEND Tribunal",
        DeadlineKind.AppealResponse => "Answer to the appeal",
        DeadlineKind.HearingBundle => "Bundle for the hearing",
        DeadlineKind.RecommendationResponse => "Answer to the recommendation",
        DeadlineKind.RecommendationCopied => "Answer copied to the Secretary of State",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
