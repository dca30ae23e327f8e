using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class HealthNotificationsTests
{
    private static readonly HealthNotificationFacts Logged = new() { UnderConsiderationOn = new(2026, 3, 2), ToldUnderConsiderationOn = new(2026, 3, 4) };

    private static string States(HealthNotificationFacts facts) =>
        string.Join(' ', HealthNotifications.For(facts).Select(m => $"{m.Citation.Replace("regulation ", "", StringComparison.Ordinal)}:{m.State}"));

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
        Assert.Equal("4(2):Told 5(2):Told", States(decided with { RefusedToAssess = true, HasEnded = true }));
    }

    [Fact]
    public void Each_moment_says_what_health_must_be_told()
    {
        var all = HealthNotifications.For(Logged);
        Assert.Equal("Health was told of the case on 4 March 2026.", all[0].Explain());
        Assert.Equal("Health must be told whether the local authority will assess, once it has decided.", all[1].Explain());
        Assert.Equal("Health must be told if no plan is needed.", all[2].Explain());
        Assert.Equal("Health must be sent the final plan, when there is one.", all[3].Explain());
        var sent = HealthNotifications.For(Logged with { FinalPlanIssuedOn = new(2026, 7, 20), ToldFinalPlanOn = new(2026, 7, 21) })[2];
        Assert.Equal("Health was sent the final plan on 21 July 2026.", sent.Explain());
    }

    [Theory]
    [InlineData("2026-03-04", null, null, false, "Told", "Health was told of the case on 4 March 2026.")]
    [InlineData("2026-03-04", "2026-03-20", "2026-03-20", false, "Told", "Health was told of the case on 4 March 2026.")]
    // notified while it was open, decided on the same day, and told of that later
    [InlineData("2026-03-04", "2026-03-04", "2026-03-06", false, "Told", "Health was told of the case on 4 March 2026.")]
    // the notification was that of the decision
    [InlineData("2026-03-04", "2026-03-04", "2026-03-04", false, "Told", "Health was told on 4 March 2026, the day of the decision to assess.")]
    [InlineData("2026-03-24", "2026-03-20", "2026-03-24", false, "NotBeforeDecision", "Health was told on 24 March 2026 of the decision to assess of 20 March 2026. No notice before the decision is recorded here.")]
    [InlineData("2026-03-24", "2026-03-20", "2026-03-24", true, "NotBeforeDecision", "Health was told on 24 March 2026 of the decision not to assess of 20 March 2026. No notice before the decision is recorded here.")]
    // what came of a correction: told of the decision before the notification, or after it
    [InlineData("2026-03-24", "2026-03-20", "2026-03-22", false, "NotBeforeDecision", "Health was told of the request on 24 March 2026, after the decision to assess of 20 March 2026. No notice before the decision is recorded here.")]
    [InlineData("2026-03-24", "2026-03-20", "2026-03-28", false, "NotBeforeDecision", "Health was told of the request on 24 March 2026, after the decision to assess of 20 March 2026. No notice before the decision is recorded here.")]
    public void That_it_is_being_considered_is_said_only_of_a_notice_before_the_decision(string told, string? decided, string? toldDecision, bool refused, string state, string words)
    {
        DateOnly? On(string? day) => day is null ? null : Day.Of(day);
        var first = HealthNotifications.For(Logged with { ToldUnderConsiderationOn = On(told), DecidedOn = On(decided), ToldDecisionOn = On(toldDecision), RefusedToAssess = refused })[0];

        Assert.Equal((HealthNotificationMoment.UnderConsideration, state, words, state != "Told"), (first.Moment, first.State.ToString(), first.Explain(), first.IsMissed));
    }

    [Theory]
    [InlineData(false, false, false, "4(2):Told 5(2):NotYetDue 10(2):NotYetDue 13(2)(c):NotYetDue")]
    [InlineData(true, false, false, "4(2):Told 5(2):Told 10(2):NotYetDue 13(2)(c):NotYetDue")]
    [InlineData(true, true, false, "4(2):Told 5(2):Told 13(2)(c):NotYetDue")]
    // withdrawn, moved or merged: nothing is to come
    [InlineData(false, false, true, "4(2):Told")]
    [InlineData(true, false, true, "4(2):Told 5(2):Told")]
    [InlineData(true, true, true, "4(2):Told 5(2):Told")]
    public void A_duty_that_cannot_come_any_more_is_not_to_come(bool decided, bool planNeeded, bool ended, string states) =>
        Assert.Equal(states, States(Logged with { DecidedOn = decided ? new(2026, 4, 13) : null, ToldDecisionOn = decided ? new(2026, 4, 13) : null, PlanNeeded = planNeeded, HasEnded = ended }));

    [Fact]
    public void What_is_missing_stays_missing_when_the_case_ends_and_a_plan_that_is_needed_is_no_condition()
    {
        var decided = Logged with { DecidedOn = new(2026, 4, 13) };

        Assert.Equal("4(2):Told 5(2):Missing", States(decided with { HasEnded = true }));
        Assert.Equal("Health must be sent the final plan.", HealthNotifications.For(decided with { PlanNeeded = true })[^1].Explain());
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
