using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Domain.Requests;

namespace DcoPortal.Tests.Domain.Assessments;

/// <summary>Lives of an assessment, without a database.</summary>
public sealed class AssessmentTests
{
    private static readonly DateOnly Today = Lives.Today;
    private static readonly DateOnly Received = Lives.Today.AddDays(-20);
    private static readonly DateOnly Decided = Lives.Today.AddDays(-5);

    [Theory]
    [InlineData(null, AssessmentOutcome.PlanIssued, "Record the decision to assess first.")]
    [InlineData(null, AssessmentOutcome.NoPlan, "Record the decision to assess first.")]
    [InlineData(null, AssessmentOutcome.Withdrawn, null)]
    [InlineData(null, AssessmentOutcome.MovedAway, null)]
    [InlineData(AssessmentDecision.Assess, AssessmentOutcome.PlanIssued, null)]
    [InlineData(AssessmentDecision.Assess, AssessmentOutcome.NoPlan, null)]
    [InlineData(AssessmentDecision.Assess, AssessmentOutcome.Withdrawn, null)]
    [InlineData(AssessmentDecision.Assess, AssessmentOutcome.MovedAway, null)]
    [InlineData(AssessmentDecision.DoNotAssess, AssessmentOutcome.PlanIssued, "The authority decided not to assess, so this assessment has already ended.")]
    [InlineData(AssessmentDecision.DoNotAssess, AssessmentOutcome.Withdrawn, "The authority decided not to assess, so this assessment has already ended.")]
    public void An_outcome_follows_the_decision_that_it_needs(AssessmentDecision? decision, AssessmentOutcome outcome, string? refusal)
    {
        var assessment = Lives.Case(decision);

        var rule = Record.Exception(() => assessment.End(outcome, Today, Today));

        Assert.Equal(refusal, rule?.Message);
        Assert.Equal(refusal is null ? outcome : null, assessment.Outcome);
    }

    [Theory]
    [InlineData(AssessmentOutcome.PlanIssued, -6, "The outcome cannot be before the decision to assess.")]
    [InlineData(AssessmentOutcome.PlanIssued, -5, null)]
    [InlineData(AssessmentOutcome.Withdrawn, -6, null)]
    [InlineData(AssessmentOutcome.Withdrawn, -20, null)]
    [InlineData(AssessmentOutcome.Withdrawn, -21, "The outcome cannot be before the request was received.")]
    [InlineData(AssessmentOutcome.NoPlan, 0, null)]
    [InlineData(AssessmentOutcome.NoPlan, 1, "The date of the outcome cannot be in the future.")]
    public void An_outcome_lies_between_what_it_follows_and_today(AssessmentOutcome outcome, int daysFromToday, string? refusal)
    {
        var assessment = Lives.Case();

        var rule = Record.Exception(() => assessment.End(outcome, Today.AddDays(daysFromToday), Today));

        Assert.Equal(refusal, rule?.Message);
    }

    [Fact]
    public void It_ends_once()
    {
        var assessment = Ended(AssessmentOutcome.NoPlan);

        Assert.Throws<DomainRuleException>(() => assessment.End(AssessmentOutcome.PlanIssued, Today, Today));
        Assert.Equal((AssessmentOutcome.NoPlan, false), (assessment.Outcome!.Value, assessment.IsOpen));
    }

    [Fact]
    public void The_record_itself_tells_health_that_no_plan_is_needed_but_a_plan_must_be_sent() =>
        Assert.Equal((Today, null), (Ended(AssessmentOutcome.NoPlan).HealthToldOfOutcomeOn!.Value, Ended(AssessmentOutcome.PlanIssued).HealthToldOfOutcomeOn));

    [Theory]
    [InlineData(AssessmentOutcome.PlanIssued, -1, null)]
    [InlineData(AssessmentOutcome.PlanIssued, -2, null)]
    [InlineData(AssessmentOutcome.PlanIssued, -3, "Health cannot have been told before the outcome.")]
    [InlineData(AssessmentOutcome.PlanIssued, 1, "The date health was told cannot be in the future.")]
    [InlineData(AssessmentOutcome.Withdrawn, 0, "Record the outcome first.")]
    public void Health_is_told_of_a_plan_or_a_refusal_after_it_and_before_tomorrow(AssessmentOutcome outcome, int daysFromToday, string? refusal)
    {
        var assessment = Ended(outcome, Today.AddDays(-2));

        var rule = Record.Exception(() => assessment.HealthToldOfOutcome(Today.AddDays(daysFromToday), Today));

        Assert.Equal(refusal, rule?.Message);
    }

    [Fact]
    public void Deciding_to_assess_asks_health_and_puts_it_in_triage()
    {
        var assessment = Lives.Case(decision: null);
        assessment.Triaged(Lives.Noon);

        assessment.Decide(AssessmentDecision.Assess, Decided, Today);

        Assert.Equal((Decided, Today, Today), (assessment.DecidedOn!.Value, assessment.HealthToldOfDecisionOn!.Value, assessment.AdviceRequestReceivedOn!.Value));
        Assert.Null(assessment.TriagedUtc);
    }

    [Fact]
    public void Deciding_not_to_assess_ends_it_and_asks_nobody()
    {
        var assessment = Lives.Case(AssessmentDecision.DoNotAssess);

        Assert.Equal((false, null), (assessment.IsOpen, assessment.AdviceRequestReceivedOn));
    }

    [Theory]
    [InlineData(-21, "The decision cannot be before the request was received.")]
    [InlineData(-20, null)]
    [InlineData(0, null)]
    [InlineData(1, "The date of the decision cannot be in the future.")]
    public void A_decision_lies_between_the_request_and_today(int daysFromToday, string? refusal)
    {
        var assessment = Lives.Case(decision: null);

        var rule = Record.Exception(() => assessment.Decide(AssessmentDecision.Assess, Today.AddDays(daysFromToday), Today));

        Assert.Equal(refusal, rule?.Message);
    }

    [Fact]
    public void A_decision_is_made_once_and_not_after_the_end()
    {
        var withdrawn = Ended(AssessmentOutcome.Withdrawn, decision: null);

        Assert.Throws<DomainRuleException>(() => Lives.Case().Decide(AssessmentDecision.DoNotAssess, Today, Today));
        Assert.Throws<DomainRuleException>(() => withdrawn.Decide(AssessmentDecision.Assess, Today, Today));
    }

    [Theory]
    [InlineData(-20, "Health cannot have received the request before the decision to assess.")]
    [InlineData(-4, null)]
    [InlineData(1, "The date health received the request cannot be in the future.")]
    public void The_day_health_was_asked_is_corrected_between_the_decision_and_today(int daysFromToday, string? refusal)
    {
        var assessment = Lives.Case();
        var on = Today.AddDays(daysFromToday);

        var rule = Record.Exception(() => assessment.CorrectAdviceReceipt(on, Today));

        Assert.Equal(refusal, rule?.Message);
        Assert.Equal(refusal is null, assessment.AdviceRequestReceivedOn == on && assessment.HealthToldOfDecisionOn == on);
    }

    [Fact]
    public void A_corrected_start_moves_the_authoritys_own_dates()
    {
        var assessment = Lives.Case();
        var due = assessment.DecisionDueOn;

        assessment.CorrectAnchor(ClockEvent.RequestReceived, Received.AddDays(-3));

        Assert.Equal(due!.Value.AddDays(-3), assessment.DecisionDueOn);
    }

    [Fact]
    public void What_was_decided_about_no_advice_at_all_can_be_decided_anew_until_it_ends()
    {
        var assessment = Lives.Case();
        assessment.DecideAllNil(AllNilDecision.NoHealthNeedsKnown, "Nothing is known.", "Helen Shaw", Lives.Noon);
        assessment.DecideAllNil(AllNilDecision.NoHealthNeedsKnown, "Asked once more.", "Helen Shaw", Lives.Noon.AddDays(1));
        Assert.Equal(("Asked once more.", Lives.Noon.AddDays(1)), (assessment.AllNilReason, assessment.AllNilDecidedUtc!.Value));

        assessment.End(AssessmentOutcome.NoPlan, Today, Today);

        Assert.Throws<DomainRuleException>(() => assessment.DecideAllNil(AllNilDecision.NoHealthNeedsKnown, "Too late.", "Helen Shaw", Lives.Noon));
    }

    private static Assessment Ended(AssessmentOutcome outcome, DateOnly? on = null, AssessmentDecision? decision = AssessmentDecision.Assess)
    {
        var assessment = Lives.Case(decision);
        assessment.End(outcome, on ?? Today, Today);
        return assessment;
    }
}
