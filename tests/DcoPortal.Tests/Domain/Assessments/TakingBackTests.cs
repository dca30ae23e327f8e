using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Tests.Domain.Requests;

namespace DcoPortal.Tests.Domain.Assessments;

/// <summary>A decision or an outcome that is taken back leaves the assessment as it was, with every date.</summary>
public sealed class TakingBackTests
{
    private static readonly DateTime Now = Lives.Noon;

    [Theory]
    [InlineData(AssessmentOutcome.PlanIssued)]
    [InlineData(AssessmentOutcome.NoPlan)]
    [InlineData(AssessmentOutcome.Withdrawn)]
    public void An_outcome_is_cleared_with_the_day_health_was_told(AssessmentOutcome outcome)
    {
        var assessment = Lives.Case();
        var before = assessment.State;
        assessment.End(outcome, Lives.Today, Lives.Today);
        if (outcome == AssessmentOutcome.PlanIssued) { assessment.HealthToldOfOutcome(Lives.Today, Lives.Today); }

        var fact = assessment.TakeBack(assessment.Recorded(before, Now), Now);

        Assert.Equal((before, true), (assessment.State, assessment.IsOpen));
        Assert.Equal(outcome, Assert.IsType<OutcomeTakenBack>(fact).Outcome);
    }

    [Theory]
    [InlineData(AssessmentDecision.Assess)]
    [InlineData(AssessmentDecision.DoNotAssess)]
    public void A_decision_is_cleared_with_the_dates_that_came_of_it(AssessmentDecision decision)
    {
        var assessment = Lives.Case(decision: null);
        assessment.Triaged(Now);
        var (before, plan) = (assessment.State, assessment.FinalPlanDueOn);
        assessment.Decide(decision, Lives.Today, Lives.Today);

        var fact = assessment.TakeBack(assessment.Recorded(before, Now), Now);

        Assert.Equal((before, plan), (assessment.State, assessment.FinalPlanDueOn));
        Assert.Equal(decision, Assert.IsType<DecisionTakenBack>(fact).Decision);
    }

    [Fact]
    public void It_is_refused_once_half_a_minute_has_passed()
    {
        var (assessment, recorded) = Ended();

        Assert.Throws<DomainRuleException>(() => assessment.TakeBack(recorded, Now + TakeBackTime.Limit + TimeSpan.FromSeconds(1)));

        Assert.Equal(AssessmentOutcome.NoPlan, assessment.Outcome);
    }

    [Fact]
    public void It_stands_when_something_was_corrected_since()
    {
        var (assessment, recorded) = Ended();
        assessment.HealthToldOfOutcome(Lives.Today, Lives.Today.AddDays(1));
        var other = recorded with { After = recorded.After with { HealthToldOfOutcomeOn = Lives.Today.AddDays(-1) } };

        Assert.Throws<DomainRuleException>(() => assessment.TakeBack(other, Now));

        Assert.Equal(AssessmentOutcome.NoPlan, assessment.Outcome);
    }

    private static (Assessment Assessment, JustRecorded Recorded) Ended()
    {
        var assessment = Lives.Case();
        var before = assessment.State;
        assessment.End(AssessmentOutcome.NoPlan, Lives.Today, Lives.Today);
        return (assessment, assessment.Recorded(before, Now));
    }
}
