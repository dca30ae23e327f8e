using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class HealthNotificationsTests
{
    private static readonly HealthNotificationFacts Logged = new() { UnderConsiderationOn = new(2026, 3, 2), ToldUnderConsiderationOn = new(2026, 3, 4) };

    private static string States(HealthNotificationFacts facts, bool refused = false) =>
        string.Join(' ', HealthNotifications.For(facts, refused).Select(m => $"{m.Citation.Replace("regulation ", "", StringComparison.Ordinal)}:{m.State}"));

    [Fact]
    public void A_logged_request_has_told_health_once_and_three_moments_are_to_come() =>
        Assert.Equal("4(2):Told 5(2):NotYetDue 10(2):NotYetDue 13(2)(c):NotYetDue", States(Logged));

    [Fact]
    public void A_decision_that_health_was_not_told_of_is_missing_and_says_since_when()
    {
        var facts = Logged with { DecidedOn = new(2026, 4, 13) };
        var missing = Assert.Single(HealthNotifications.MissingFrom(facts));
        Assert.Equal(HealthNotificationMoment.DecisionMade, missing.Moment);
        Assert.Equal("Health has not been told whether the local authority will assess, which is owed since 13 April 2026.", missing.Explain());
        Assert.Empty(HealthNotifications.MissingFrom(facts with { ToldDecisionOn = new(2026, 4, 14) }));
    }

    [Fact]
    public void A_request_that_health_never_heard_of_is_missing() =>
        Assert.Equal(HealthNotificationMoment.UnderConsideration, Assert.Single(HealthNotifications.MissingFrom(Logged with { ToldUnderConsiderationOn = null })).Moment);

    [Fact]
    public void An_ending_leaves_out_the_moment_that_cannot_come()
    {
        var decided = Logged with { DecidedOn = new(2026, 4, 13), ToldDecisionOn = new(2026, 4, 13) };
        Assert.Equal("4(2):Told 5(2):Told 10(2):Missing", States(decided with { NoPlanNotifiedOn = new(2026, 6, 20) }));
        Assert.Equal("4(2):Told 5(2):Told 13(2)(c):Told", States(decided with { FinalPlanIssuedOn = new(2026, 7, 20), ToldFinalPlanOn = new(2026, 7, 20) }));
        Assert.Equal("4(2):Told 5(2):Told", States(decided, refused: true));
    }

    [Fact]
    public void Each_moment_says_what_health_must_be_told()
    {
        var all = HealthNotifications.For(Logged);
        Assert.Equal("Health was told on 4 March 2026 that the local authority is considering whether to assess.", all[0].Explain());
        Assert.Equal("Health must be told whether the local authority will assess, once it has decided.", all[1].Explain());
        Assert.Equal("Health must be told if no plan is needed.", all[2].Explain());
        Assert.Equal("Health must be sent the final plan, when there is one.", all[3].Explain());
        var sent = HealthNotifications.For(Logged with { FinalPlanIssuedOn = new(2026, 7, 20), ToldFinalPlanOn = new(2026, 7, 21) })[2];
        Assert.Equal("Health was sent the final plan on 21 July 2026.", sent.Explain());
    }

    [Theory]
    [InlineData(ClockEvent.AssessmentOrdered, "regulation 10(2)", "regulation 44(2)(b)(ii) with 13(2)(c)")]
    [InlineData(ClockEvent.AssessmentConceded, "regulation 10(2)", "regulation 45(3A)(b) with 13(2)(c)")]
    public void After_an_order_health_is_told_of_a_refusal_by_regulation_10_because_44_and_45_name_only_the_family(ClockEvent start, string noPlan, string plan)
    {
        Assert.Equal((noPlan, plan), (HealthNotifications.CitationOf(HealthNotificationMoment.NoPlanNeeded, start), HealthNotifications.CitationOf(HealthNotificationMoment.FinalPlanIssued, start)));
        Assert.Equal("tell the parent or young person", StatutoryClock.ForAssessment(start, new(2026, 1, 12)).NoPlanNotice!.Rule.Duty);
    }
}
