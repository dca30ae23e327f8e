using DcoPortal.Domain;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Domain.Requests;

namespace DcoPortal.Tests.Domain.Exemptions;

/// <summary>Lives of a recorded exemption, without a database.</summary>
public sealed class ExemptionTests
{
    private static readonly DateOnly Today = Lives.Today;
    private static readonly ExemptionFacts Missed = new MissedAppointmentFacts(Today.AddDays(-3), AppointmentNotKeptBy.ChildOrFamily);

    [Theory]
    [InlineData(RequestStage.ToSend, "This request has not been sent, so there is nothing to be exempt from yet.")]
    [InlineData(RequestStage.GivenBack, "This request has not been sent, so there is nothing to be exempt from yet.")]
    [InlineData(RequestStage.WithService, null)]
    [InlineData(RequestStage.ToCheck, null)]
    [InlineData(RequestStage.ToReturn, null)]
    [InlineData(RequestStage.Returned, "This request has ended, so an exemption can no longer be recorded on it.")]
    [InlineData(RequestStage.Closed, "This request has ended, so an exemption can no longer be recorded on it.")]
    public void Healths_is_recorded_from_sending_to_the_end_of_a_request(RequestStage stage, string? refusal)
    {
        var request = Lives.In(stage);

        var rule = Record.Exception(() => new Exemption(request, Grounds()));

        Assert.Equal((refusal, refusal), (rule?.Message, Exemption.RefusalOn(request)));
    }

    [Fact]
    public void A_local_target_is_no_limit_to_be_exempt_from()
    {
        var request = new AdviceRequest(Lives.Case(decision: null), Lives.Service(), null, Lives.Noon);

        Assert.Throws<DomainRuleException>(() => new Exemption(request, Grounds()));
    }

    [Fact]
    public void It_stands_beside_the_limit_of_the_body_that_records_it()
    {
        var (request, assessment) = (Lives.In(RequestStage.WithService), Lives.Case());

        var health = new Exemption(request, Grounds());
        var authority = new Exemption(assessment, DeadlineKind.FinalPlan, Grounds());

        Assert.Equal((DeadlineKind.HealthAdvice, request.Id, request.AssessmentId), (health.Limit, health.AdviceRequestId!.Value, health.AssessmentId));
        Assert.Equal((DeadlineKind.FinalPlan, null, assessment.Id), (authority.Limit, authority.AdviceRequestId, authority.AssessmentId));
    }

    public static TheoryData<ExemptionGround, ExemptionFacts, int, int?, int?> Kinds => new()
    {
        { ExemptionGround.SchoolClosed, new ClosureFacts(Today, Today.AddDays(30), Today.AddDays(2)), 0, 30, 2 },
        { ExemptionGround.AbsentFromArea, new AbsenceFacts(Today, Today.AddDays(28)), 0, 28, null },
        { ExemptionGround.MissedAppointment, Missed, -3, -3, null },
        { ExemptionGround.ExceptionalCircumstances, new CircumstancesFacts(Today.AddDays(-1), null, ArePersonal: false), -1, null, null },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_keeps_the_days_that_its_ground_turns_on_and_gives_the_facts_back(ExemptionGround ground, ExemptionFacts facts, int from, int? until, int? asked)
    {
        var exemption = new Exemption(Lives.In(RequestStage.WithService), Grounds() with { Ground = ground, Facts = facts });

        Assert.Equal((Day(from), Day(until), Day(asked)), (exemption.FromOn, exemption.UntilOn, exemption.SettingAskedOn));
        Assert.Equal(facts, exemption.FactsRecorded());
    }

    [Fact]
    public void The_family_cannot_have_been_told_tomorrow()
    {
        var exemption = Standing();

        Assert.Throws<DomainRuleException>(() => exemption.FamilyToldOf(Today.AddDays(1), Today));
        Assert.Throws<DomainRuleException>(() => new Exemption(Lives.In(RequestStage.WithService), Grounds() with { FamilyToldOn = Today.AddDays(1) }));
        Assert.Null(exemption.FamilyToldOn);
    }

    [Fact]
    public void The_day_the_family_was_told_and_the_expected_day_can_be_corrected()
    {
        var exemption = Standing();
        exemption.FamilyToldOf(Today, Today);
        exemption.FamilyToldOf(Today.AddDays(-1), Today);
        exemption.Expect(Today.AddDays(14));
        exemption.Expect(null);

        Assert.Equal((Today.AddDays(-1), null), (exemption.FamilyToldOn!.Value, exemption.ExpectedOn));
    }

    [Fact]
    public void What_was_withdrawn_stays_with_its_reason_and_takes_nothing_more()
    {
        var exemption = Standing();

        exemption.Withdraw("Recorded on the wrong child", Lives.Noon);

        Assert.Equal((false, "Recorded on the wrong child", Lives.Noon), (exemption.Stands, exemption.WithdrawnReason, exemption.WithdrawnUtc!.Value));
        Assert.Throws<DomainRuleException>(() => exemption.Withdraw("Again", Lives.Noon));
        Assert.Throws<DomainRuleException>(() => exemption.FamilyToldOf(Today, Today));
        Assert.Throws<DomainRuleException>(() => exemption.Expect(Today));
    }

    private static Exemption Standing() => new(Lives.In(RequestStage.WithService), Grounds());

    private static ExemptionGrounds Grounds() => new(ExemptionGround.MissedAppointment, Missed, "The next appointment is in three weeks.", "The appointment record", "Gwen Pritchard", Today, "Gwen Pritchard", Today);

    private static DateOnly? Day(int? days) => days is { } n ? Today.AddDays(n) : null;
}
