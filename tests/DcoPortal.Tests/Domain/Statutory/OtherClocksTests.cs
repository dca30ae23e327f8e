using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

/// <summary>The worked examples T01 to T12 (T13 stands with the core clock).</summary>
public sealed class OtherClocksTests
{
    [Theory]
    [InlineData("T01", OriginRoute.TribunalOrderedAssessment, ClockEvent.AssessmentOrdered, "2026-01-12", "DecisionToAssess 2026-01-26, NoPlanNotice 2026-03-23, FinalPlan 2026-04-20")]
    [InlineData("T01, unopposed", OriginRoute.TribunalOrderedAssessment, ClockEvent.AssessmentConceded, "2026-01-12", "DecisionToAssess 2026-01-26, NoPlanNotice 2026-03-23, FinalPlan 2026-04-20")]
    [InlineData("T02", OriginRoute.TribunalOrderedPlan, ClockEvent.PlanOrdered, "2026-01-12", "DraftPlan 2026-02-16, FinalPlan 2026-03-30")]
    [InlineData("T02, unopposed", OriginRoute.TribunalOrderedPlan, ClockEvent.PlanConceded, "2026-01-12", "DraftPlan 2026-02-16, FinalPlan 2026-03-30")]
    [InlineData("amend", OriginRoute.TribunalOrderedPlan, ClockEvent.AmendmentOrdered, "2026-01-12", "OrderedAmendment 2026-02-16")]
    [InlineData("amend, unopposed", OriginRoute.TribunalOrderedPlan, ClockEvent.AmendmentConceded, "2026-01-12", "OrderedAmendment 2026-02-16")]
    [InlineData("school only", OriginRoute.TribunalOrderedPlan, ClockEvent.SchoolChangeOrdered, "2026-01-12", "OrderedAmendment 2026-01-26")]
    [InlineData("T03", OriginRoute.TribunalRecommendation, ClockEvent.RecommendationMade, "2026-01-12", "RecommendationResponse 2026-02-16")]
    [InlineData("T03, copied", OriginRoute.TribunalRecommendation, ClockEvent.RecommendationAnswered, "2026-02-16", "RecommendationCopied 2026-02-23")]
    [InlineData("T04", OriginRoute.Reassessment, ClockEvent.ReassessmentNotified, "2026-04-01", "FinalPlan 2026-07-08")]
    [InlineData("re-assessment asked for", OriginRoute.Reassessment, ClockEvent.ReassessmentRequested, "2026-04-01", "DecisionToAssess 2026-04-16")]
    [InlineData("re-assessment, health", OriginRoute.Reassessment, ClockEvent.HealthReceivedRequest, "2026-04-08", "HealthAdvice 2026-05-20")]
    [InlineData("T05", OriginRoute.AnnualReview, ClockEvent.ReviewMeeting, "2026-05-14", "ReviewPapers 2026-04-30, ReviewReport 2026-05-28, ReviewDecision 2026-06-11, AmendmentNotice 2026-06-11, AmendedPlan 2026-08-06")]
    [InlineData("T06", OriginRoute.TransferFromAnotherAuthority, ClockEvent.PlanTransferred, "2026-03-04", "TransferNotice 2026-04-15")]
    [InlineData("T07", OriginRoute.TransferFromAnotherAuthority, ClockEvent.OldAuthorityLearnedOfMove, "2026-04-13", "PlanTransfer 2026-05-01")]
    [InlineData("change of ICB", OriginRoute.TransferFromAnotherAuthority, ClockEvent.IcbLearnedOfMove, "2026-04-13", "CommissionerChangeNotice 2026-05-05")]
    [InlineData("T08, issues", OriginRoute.HealthMediation, ClockEvent.HealthMediationWanted, "2026-04-30", "MediationIssuesToIcb 2026-05-06")]
    [InlineData("T08, ICB only", OriginRoute.HealthMediation, ClockEvent.IcbToldOfMediation, "2026-05-06", "MediationArranged 2026-06-05")]
    [InlineData("T08, mixed", OriginRoute.HealthMediation, ClockEvent.MixedMediationWanted, "2026-04-30", "MediationArranged 2026-05-30")]
    [InlineData("not arranged", OriginRoute.HealthMediation, ClockEvent.MediationNotArranged, "2026-04-30", "MediationCertificate 2026-05-06")]
    [InlineData("declined", OriginRoute.AppealWithHealthIssues, ClockEvent.MediationDeclined, "2026-04-30", "MediationCertificate 2026-05-06")]
    [InlineData("T09", OriginRoute.Section36Request, ClockEvent.DraftPlanServed, "2026-06-01", "DraftPlanComments 2026-06-15")]
    [InlineData("T10", OriginRoute.HealthMediation, ClockEvent.DecisionNoticeSent, "2026-03-17", "MediationContact 2026-05-17")]
    [InlineData("T10, appeal", OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, "2026-03-17", "MediationContact 2026-05-17, AppealToTribunal 2026-05-17")]
    [InlineData("T11", OriginRoute.HealthMediation, ClockEvent.DecisionNoticeSent, "2025-12-31", "MediationContact 2026-02-28")]
    [InlineData("T11, the year before", OriginRoute.HealthMediation, ClockEvent.DecisionNoticeSent, "2024-12-31", "MediationContact 2025-02-28")]
    [InlineData("answer to an appeal, over Christmas", OriginRoute.AppealWithHealthIssues, ClockEvent.AppealRegistered, "2025-12-01", "AppealResponse 2026-01-20")]
    [InlineData("answer to an appeal, over August", OriginRoute.AppealWithHealthIssues, ClockEvent.AppealRegistered, "2026-07-20", "AppealResponse 2026-09-29")]
    [InlineData("bundle, after August", OriginRoute.AppealWithHealthIssues, ClockEvent.TribunalHearing, "2026-09-08", "HearingBundle 2026-07-27")]
    [InlineData("bundle, after Christmas", OriginRoute.AppealWithHealthIssues, ClockEvent.TribunalHearing, "2026-01-12", "HearingBundle 2025-12-19")]
    public void Each_worked_example_of_another_clock_gives_its_dates(string id, OriginRoute route, ClockEvent started, string on, string expected)
    {
        var reading = StatutoryClock.For(route, new((started, Day.Of(on))));
        var found = string.Join(", ", reading.Deadlines.Select(d => $"{d.Kind} {d.Due:yyyy-MM-dd}"));
        Assert.True(found == expected, $"{id}: {found}");
    }

    [Fact]
    public void T10_the_earlier_date_that_guides_print_is_the_safe_one()
    {
        var deadline = Assert.Single(StatutoryClock.For(OriginRoute.HealthMediation, new((ClockEvent.DecisionNoticeSent, new(2026, 3, 17)))).Deadlines);
        Assert.Equal(new DateOnly(2026, 5, 16), deadline.SafeDate);
        Assert.Equal(new DateOnly(2026, 5, 15), deadline.ActBy); // the 16th is a Saturday
    }

    [Fact]
    public void T12_the_later_of_notice_and_certificate_is_the_time_to_appeal()
    {
        var facts = new ClockFacts((ClockEvent.DecisionNoticeSent, new(2026, 3, 17)), (ClockEvent.MediationCertificateIssued, new(2026, 4, 24)));
        var appeal = Assert.Single(StatutoryClock.For(OriginRoute.AppealWithHealthIssues, facts).Deadlines, d => d.Kind == DeadlineKind.AppealToTribunal);
        Assert.Equal((new DateOnly(2026, 5, 24), new DateOnly(2026, 5, 23), new DateOnly(2026, 5, 17)), (appeal.Due, appeal.SafeDate, appeal.GaveWay!.Due));

        var early = StatutoryClock.For(OriginRoute.AppealWithHealthIssues, facts.With(ClockEvent.MediationCertificateIssued, new(2026, 4, 1)));
        Assert.Equal(new DateOnly(2026, 5, 17), Assert.Single(early.Deadlines, d => d.Kind == DeadlineKind.AppealToTribunal).Due);
    }

    [Fact]
    public void T12_without_a_certificate_the_certificate_is_still_awaited() =>
        Assert.Contains(ClockEvent.MediationCertificateIssued, StatutoryClock.For(OriginRoute.AppealWithHealthIssues, new((ClockEvent.DecisionNoticeSent, new(2026, 3, 17)))).AwaitedEvents);

    [Theory]
    [InlineData("2026-06-05", "2026-05-14", "2026-06-05")] // aware 15 working days before: on the day of the move
    [InlineData("2026-05-06", "2026-04-13", "2026-05-06")] // just in time
    [InlineData("2026-04-20", "2026-04-13", "2026-05-01")] // T07, aware too late for the day of the move
    [InlineData("2026-04-01", "2026-04-13", "2026-05-01")] // aware only after it
    public void T07_the_old_authority_transfers_on_the_move_unless_it_learned_of_it_too_late(string moved, string aware, string due)
    {
        var facts = new ClockFacts((ClockEvent.MovedArea, Day.Of(moved)), (ClockEvent.OldAuthorityLearnedOfMove, Day.Of(aware)));
        Assert.Equal(Day.Of(due), Assert.Single(StatutoryClock.For(OriginRoute.TransferFromAnotherAuthority, facts).Deadlines).Due);
    }

    [Theory]
    [InlineData("2026-06-11", "2026-08-06")] // notice on the last day: twelve weeks either way
    [InlineData("2026-05-28", "2026-07-23")] // two weeks early: eight weeks of the notice come first
    [InlineData("2026-07-01", "2026-08-06")] // late notice: the twelve weeks of the meeting stand
    public void T05_an_amended_plan_is_due_eight_weeks_after_an_early_notice(string notice, string due)
    {
        var facts = new ClockFacts((ClockEvent.ReviewMeeting, new(2026, 5, 14)), (ClockEvent.AmendmentNoticeSent, Day.Of(notice)));
        Assert.Equal(Day.Of(due), Assert.Single(StatutoryClock.For(OriginRoute.AnnualReview, facts).Deadlines, d => d.Kind == DeadlineKind.AmendedPlan).Due);
    }

    [Fact]
    public void T09_time_to_comment_is_never_overdue_and_is_done_when_it_has_passed()
    {
        var comments = Assert.Single(StatutoryClock.For(OriginRoute.Section36Request, new((ClockEvent.DraftPlanServed, new(2026, 6, 1)))).Deadlines);
        Assert.Equal(RagStatus.OnTrack, comments.Status(new DateOnly(2026, 6, 15), null));
        Assert.Equal(RagStatus.Done, comments.Status(new DateOnly(2026, 6, 16), null));
    }

    [Theory]
    [InlineData("2026-07-31", true)]
    [InlineData("2026-08-03", false)]
    [InlineData("2026-09-01", true)]
    [InlineData("2026-12-24", true)]
    [InlineData("2025-12-29", false)]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-01-02", true)]
    [InlineData("2026-05-25", false)]
    [InlineData("2026-05-23", false)]
    public void The_Tribunal_counts_no_August_no_Christmas_week_no_holiday_and_no_weekend(string date, bool counts) =>
        Assert.Equal(counts, TribunalCalendar.IsWorkingDay(Day.Of(date)));
}
