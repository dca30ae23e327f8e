using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Assessments;

/// <summary>What a decision, an outcome or a sending changes of an assessment: taking it back restores it.</summary>
public sealed record AssessmentState
{
    /// <inheritdoc cref="Assessment.Decision" />
    public AssessmentDecision? Decision { get; init; }

    /// <inheritdoc cref="Assessment.DecidedOn" />
    public DateOnly? DecidedOn { get; init; }

    /// <inheritdoc cref="Assessment.AdviceRequestReceivedOn" />
    public DateOnly? AdviceRequestReceivedOn { get; init; }

    /// <inheritdoc cref="Assessment.HealthToldOfDecisionOn" />
    public DateOnly? HealthToldOfDecisionOn { get; init; }

    /// <inheritdoc cref="Assessment.HealthToldOfOutcomeOn" />
    public DateOnly? HealthToldOfOutcomeOn { get; init; }

    /// <inheritdoc cref="Assessment.TriagedUtc" />
    public DateTime? TriagedUtc { get; init; }

    /// <inheritdoc cref="Assessment.Outcome" />
    public AssessmentOutcome? Outcome { get; init; }

    /// <inheritdoc cref="Assessment.OutcomeOn" />
    public DateOnly? OutcomeOn { get; init; }

    /// <inheritdoc cref="Assessment.PlanNeededOn" />
    public DateOnly? PlanNeededOn { get; init; }

    /// <inheritdoc cref="Assessment.DraftServedOn" />
    public DateOnly? DraftServedOn { get; init; }
}

/// <summary>What was just recorded of an assessment, with all that is needed to take it back.</summary>
/// <param name="AssessmentId">The assessment.</param>
/// <param name="MadeUtc">When it was recorded, UTC.</param>
/// <param name="Before">The assessment before it.</param>
/// <param name="After">The assessment after it: when it differs now, what was recorded stands.</param>
public sealed record JustRecorded(Guid AssessmentId, DateTime MadeUtc, AssessmentState Before, AssessmentState After);

// taking back a decision or an outcome, with the dates that came of it
public sealed partial class Assessment
{
    /// <summary>What a decision, an outcome or a sending changes, as it is now.</summary>
    public AssessmentState State => new()
    {
        Decision = Decision,
        DecidedOn = DecidedOn,
        AdviceRequestReceivedOn = AdviceRequestReceivedOn,
        HealthToldOfDecisionOn = HealthToldOfDecisionOn,
        HealthToldOfOutcomeOn = HealthToldOfOutcomeOn,
        TriagedUtc = TriagedUtc,
        Outcome = Outcome,
        OutcomeOn = OutcomeOn,
        PlanNeededOn = PlanNeededOn,
        DraftServedOn = DraftServedOn,
    };

    /// <summary>What is needed to take back what was just recorded.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="utc">Now, UTC.</param>
    public JustRecorded Recorded(AssessmentState before, DateTime utc) => new(Id, utc, before, State);

    /// <summary>Takes back what was just recorded: the assessment is as it was before, with its dates counted anew.</summary>
    /// <param name="recorded">What was recorded.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <returns>Null when only the place in triage changes, of which the facts of the requests tell.</returns>
    /// <exception cref="DomainRuleException">The time has passed, or something else happened since.</exception>
    public AuditFact? TakeBack(JustRecorded recorded, DateTime utc)
    {
        if (recorded.AssessmentId != Id || State != recorded.After) { throw new DomainRuleException(TakeBackTime.SinceThen); }
        TakeBackTime.Ensure(recorded.MadeUtc, utc);
        var before = recorded.Before;
        (Decision, DecidedOn, AdviceRequestReceivedOn) = (before.Decision, before.DecidedOn, before.AdviceRequestReceivedOn);
        (HealthToldOfDecisionOn, HealthToldOfOutcomeOn) = (before.HealthToldOfDecisionOn, before.HealthToldOfOutcomeOn);
        (TriagedUtc, Outcome, OutcomeOn) = (before.TriagedUtc, before.Outcome, before.OutcomeOn);
        (PlanNeededOn, DraftServedOn) = (before.PlanNeededOn, before.DraftServedOn);
        ComputeDueDates();
        return recorded switch
        {
            { After.Outcome: { } outcome, Before.Outcome: null } => new OutcomeTakenBack(Keys, outcome),
            { After.Decision: { } decision, Before.Decision: null } => new DecisionTakenBack(Keys, decision, IsReassessment: AssessmentStarts.IsReassessment(StartedBy)),
            _ => null,
        };
    }

    /// <summary>Takes back an outcome that was recorded by mistake: the assessment is open again. The day on which a final plan went to health stays, for the outcome that is recorded next.</summary>
    /// <exception cref="DomainRuleException">It has no outcome.</exception>
    public OutcomeTakenBack TakeBackOutcome(string reason)
    {
        if (Outcome is not { } outcome) { throw new DomainRuleException("This assessment has no outcome to take back."); }
        (Outcome, OutcomeOn, HealthToldOfOutcomeOn) = (null, null, outcome == AssessmentOutcome.PlanIssued ? HealthToldOfOutcomeOn : null);
        return new(Keys, outcome, reason);
    }

    /// <summary>Why the authority's own decision to re-assess is not taken back, and what is done instead.</summary>
    public const string OwnDecision = "This assessment began with the authority’s own decision to re-assess, so there is nothing before it. A wrong day, or another way in which it began, is put right under Correct dates; if there is to be no re-assessment, record the outcome that it was withdrawn.";

    /// <summary>Whether its decision can be taken back: the authority's own decision to re-assess is how the assessment began.</summary>
    public bool MayTakeBackDecision => Outcome is null && Decision is not null && StartedBy != ClockEvent.ReassessmentNotified;

    /// <summary>Takes back a decision that was recorded by mistake: it is not decided again, and health's time does not run. The steps to the plan stay, for the decision that is recorded next.</summary>
    /// <exception cref="DomainRuleException">It is not decided, has ended, or began with the authority's own decision.</exception>
    public DecisionTakenBack TakeBackDecision(string reason)
    {
        if (Outcome is not null || Decision is not { } decision) { throw new DomainRuleException("This assessment has no decision to take back."); }
        if (!MayTakeBackDecision) { throw new DomainRuleException(OwnDecision); }
        var asked = AdviceRequestReceivedOn;
        (Decision, DecidedOn, AdviceRequestReceivedOn, HealthToldOfDecisionOn) = (null, null, null, null);
        ComputeDueDates();
        return new(Keys, decision, reason, AssessmentStarts.IsReassessment(StartedBy), asked);
    }
}
