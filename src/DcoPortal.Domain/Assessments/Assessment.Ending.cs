using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Assessments;

// how an assessment ends, and that health is told of its end
public sealed partial class Assessment
{
    /// <summary>Whether an outcome can only follow a decision to assess.</summary>
    public static bool NeedsAssessment(AssessmentOutcome outcome) => outcome is AssessmentOutcome.PlanIssued or AssessmentOutcome.NoPlan;

    /// <summary>Records how the assessment ended.</summary>
    /// <exception cref="DomainRuleException">Already ended, was refused, has no decision to assess that the outcome needs, or the dates are out of order.</exception>
    public void End(AssessmentOutcome outcome, DateOnly on, DateOnly today)
    {
        if (Outcome is not null) { throw new DomainRuleException("This assessment has already ended."); }
        if (Decision == AssessmentDecision.DoNotAssess) { throw new DomainRuleException("The authority decided not to assess, so this assessment has already ended."); }
        if (NeedsAssessment(outcome) && Decision is null) { throw new DomainRuleException("Record the decision to assess first."); }
        if (outcome == AssessmentOutcome.NoPlan && PlanNeededOn is { } needed) { throw new DomainRuleException($"It is recorded that a plan is needed, decided on {DeadlineWords.Day(needed)}. Take that back first, under Steps to the plan."); }
        if (outcome == AssessmentOutcome.PlanIssued && on < (DraftServedOn ?? PlanNeededOn)) { throw new DomainRuleException($"The final plan cannot be before {(DraftServedOn is null ? "it was decided that a plan is needed" : "the draft was served")}."); }
        if (NeedsAssessment(outcome) && on < DecidedOn) { throw new DomainRuleException("The outcome cannot be before the decision to assess."); }
        if (on < RequestReceivedOn) { throw new DomainRuleException($"The outcome cannot be before {StartWords}."); }
        if (on > today) { throw new DomainRuleException("The date of the outcome cannot be in the future."); }
        Outcome = outcome;
        OutcomeOn = on;
        // recording "no plan" in the portal tells health at once, unless it is said that it was told before; a final plan must still be sent
        HealthToldOfOutcomeOn = outcome == AssessmentOutcome.NoPlan ? today : null;
    }

    /// <summary>The moments at which health must be told, and which of them are missing (reg 4(2), 5(2), 10(2), 13(2)(c); after an order reg 44 and 45, for a re-assessment reg 27(2)).</summary>
    public IReadOnlyList<HealthNotification> HealthNotifications => Statutory.HealthNotifications.For(new HealthNotificationFacts
    {
        StartedBy = StartedBy,
        UnderConsiderationOn = RequestReceivedOn,
        ToldUnderConsiderationOn = NotifiedOn,
        DecidedOn = DecidedOn,
        RefusedToAssess = Decision == AssessmentDecision.DoNotAssess,
        PlanNeeded = (PlanNeededOn ?? DraftServedOn) is not null,
        HasEnded = !IsOpen,
        ToldDecisionOn = HealthToldOfDecisionOn,
        NoPlanNotifiedOn = Outcome == AssessmentOutcome.NoPlan ? OutcomeOn : null,
        NoPlanDueOn = Deadlines(ClockSettings.Default).NoPlanNotice is { Rule.TellsBoard: true } notice ? notice.Due : null,
        ToldNoPlanOn = Outcome == AssessmentOutcome.NoPlan ? HealthToldOfOutcomeOn : null,
        FinalPlanIssuedOn = Outcome == AssessmentOutcome.PlanIssued ? OutcomeOn : null,
        FinalPlanDueOn = FinalPlanDueOn,
        ToldFinalPlanOn = Outcome == AssessmentOutcome.PlanIssued ? HealthToldOfOutcomeOn : null,
    });

    /// <summary>Records the day health was told how the assessment ended: that no plan is needed (reg 10(2)), or by being sent the final plan (reg 13(2)(c)).</summary>
    /// <exception cref="DomainRuleException">Not ended with a plan or a refusal, or the day is before the outcome or in the future.</exception>
    public void HealthToldOfOutcome(DateOnly on, DateOnly today)
    {
        if (Outcome is not (AssessmentOutcome.PlanIssued or AssessmentOutcome.NoPlan)) { throw new DomainRuleException("Record the outcome first."); }
        if (on < OutcomeOn) { throw new DomainRuleException("Health cannot have been told before the outcome."); }
        if (on > today) { throw new DomainRuleException("The date health was told cannot be in the future."); }
        HealthToldOfOutcomeOn = on;
    }
}
