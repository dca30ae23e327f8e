namespace DcoPortal.Domain.Statutory;

/// <summary>The events that start clocks, in words.</summary>
public static class ClockEvents
{
    /// <summary>The day of an event, as words that follow "from 5 March 2026, ".</summary>
    public static string DayOf(ClockEvent clockEvent) => clockEvent switch
    {
        ClockEvent.RequestReceived => "the day the local authority received the request",
        ClockEvent.BecameResponsible => "the day the local authority became responsible",
        ClockEvent.HealthReceivedRequest => "the day health received the request",
        ClockEvent.HealthReceivedEarlyRequest => "the day health received the request",
        ClockEvent.SentToProfessional => "the day the request was sent to the professional or service",
        ClockEvent.DraftPlanServed => "the day the draft plan was served",
        ClockEvent.ReassessmentRequested => "the day of the request to re-assess",
        ClockEvent.ReassessmentNotified => "the day of the notice or decision to re-assess",
        ClockEvent.AssessmentOrdered => "the day of the Tribunal's order to assess",
        ClockEvent.AssessmentConceded => "the day the local authority told the Tribunal that it does not oppose an assessment",
        ClockEvent.PlanOrdered => "the day of the Tribunal's order to make a plan",
        ClockEvent.PlanConceded => "the day the local authority told the Tribunal that it does not oppose a plan",
        ClockEvent.AmendmentOrdered => "the day of the Tribunal's order to amend the plan",
        ClockEvent.AmendmentConceded => "the day the local authority told the Tribunal that it does not oppose the amendment",
        ClockEvent.SchoolChangeOrdered => "the day of the Tribunal's order to change the named school or college",
        ClockEvent.MovedArea => "the day of the move",
        ClockEvent.OldAuthorityLearnedOfMove => "the day the old local authority became aware of the move",
        ClockEvent.PlanTransferred => "the day the plan was transferred",
        ClockEvent.IcbLearnedOfMove => "the day the integrated care board became aware of the change",
        ClockEvent.ReviewMeeting => "the day of the review meeting",
        ClockEvent.AmendmentNoticeSent => "the day the amendment notice was sent",
        ClockEvent.DecisionNoticeSent => "the day the decision notice was sent",
        ClockEvent.HealthMediationWanted => "the day the family told the local authority that it wants mediation about health",
        ClockEvent.MixedMediationWanted => "the day the family told the local authority that it wants mediation about health and other parts",
        ClockEvent.IcbToldOfMediation => "the day the local authority told the integrated care board",
        ClockEvent.MediationNotArranged => "the day the adviser was told that mediation cannot be arranged in time",
        ClockEvent.MediationDeclined => "the day the family told the adviser that it does not want mediation",
        ClockEvent.MediationCertificateIssued => "the day of the mediation certificate",
        ClockEvent.AppealRegistered => "the day of the Tribunal's registration papers",
        ClockEvent.TribunalHearing => "the day of the hearing",
        ClockEvent.RecommendationMade => "the day of the Tribunal's recommendation",
        ClockEvent.RecommendationAnswered => "the day the integrated care board answered the recommendation",
        _ => throw new ArgumentOutOfRangeException(nameof(clockEvent)),
    };
}
