using DcoPortal.Casework.Clock;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Features.Clock.WhatIf;
using DcoPortal.Web.Platform.Ui;

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
    [InlineData("school only, unopposed", OriginRoute.TribunalOrderedPlan, ClockEvent.SchoolChangeConceded, "2026-01-12", "OrderedAmendment 2026-01-26")]
    [InlineData("sent back to decide again", OriginRoute.TribunalOrderedPlan, ClockEvent.ReconsiderationOrdered, "2026-01-12", "Reconsideration 2026-01-26")]
    [InlineData("plan goes on", OriginRoute.TribunalOrderedPlan, ClockEvent.PlanContinuationOrdered, "2026-01-12", "PlanContinued 2026-01-12")]
    [InlineData("agreed about health", OriginRoute.HealthMediation, ClockEvent.HealthAgreed, "2026-01-12", "MediationAgreementDone 2026-01-26")]
    [InlineData("did what was agreed about health", OriginRoute.HealthMediation, ClockEvent.HealthAgreementDone, "2026-01-26", "MediationAgreementTold 2026-02-02")]
    [InlineData("agreed to assess", OriginRoute.HealthMediation, ClockEvent.AssessmentAgreed, "2026-01-12", "DecisionToAssess 2026-01-26, NoPlanNotice 2026-03-23, FinalPlan 2026-04-20")]
    [InlineData("agreed on a plan", OriginRoute.HealthMediation, ClockEvent.PlanAgreed, "2026-01-12", "DraftPlan 2026-02-16, FinalPlan 2026-03-30")]
    [InlineData("agreed to amend", OriginRoute.HealthMediation, ClockEvent.AmendmentAgreed, "2026-01-12", "OrderedAmendment 2026-02-16")]
    [InlineData("agreed on a school", OriginRoute.HealthMediation, ClockEvent.SchoolChangeAgreed, "2026-01-12", "OrderedAmendment 2026-01-26")]
    [InlineData("mediation held", OriginRoute.HealthMediation, ClockEvent.MediationHeld, "2026-04-30", "MediationCertificate 2026-05-06")]
    [InlineData("mediation without health", OriginRoute.HealthMediation, ClockEvent.OtherMediationWanted, "2026-04-30", "MediationArranged 2026-05-30")]
    [InlineData("time to comment on amendments", OriginRoute.AnnualReview, ClockEvent.AmendmentNoticeServed, "2026-06-01", "AmendmentComments 2026-06-15")]
    [InlineData("yearly review", OriginRoute.AnnualReview, ClockEvent.PlanMadeOrReviewed, "2026-03-01", "YearlyReview 2027-02-28")]
    [InlineData("next school", OriginRoute.AnnualReview, ClockEvent.PhaseTransfer, "2027-09-01", "PhaseTransfer 2027-02-14")]
    [InlineData("to college", OriginRoute.AnnualReview, ClockEvent.MoveToPost16, "2027-09-01", "PhaseTransfer 2027-03-30")]
    [InlineData("between colleges", OriginRoute.AnnualReview, ClockEvent.MoveBetweenPost16, "2027-09-01", "PhaseTransfer 2027-04-01")]
    [InlineData("between colleges, no such day", OriginRoute.AnnualReview, ClockEvent.MoveBetweenPost16, "2027-07-31", "PhaseTransfer 2027-02-28")]
    [InlineData("T03", OriginRoute.TribunalRecommendation, ClockEvent.RecommendationMade, "2026-01-12", "RecommendationResponse 2026-02-16")]
    [InlineData("T03, copied", OriginRoute.TribunalRecommendation, ClockEvent.RecommendationAnswered, "2026-02-16", "RecommendationCopied 2026-02-23")]
    [InlineData("T04", OriginRoute.Reassessment, ClockEvent.ReassessmentNotified, "2026-04-01", "FinalPlan 2026-07-08")]
    [InlineData("re-assessment asked for", OriginRoute.Reassessment, ClockEvent.ReassessmentRequested, "2026-04-01", "DecisionToAssess 2026-04-16")]
    [InlineData("re-assessment, health", OriginRoute.Reassessment, ClockEvent.HealthReceivedRequest, "2026-04-08", "HealthAdvice 2026-05-20")]
    [InlineData("T05", OriginRoute.AnnualReview, ClockEvent.ReviewMeeting, "2026-05-14", "ReviewPapers 2026-04-30, ReviewReport 2026-05-28, ReviewDecision 2026-06-11, AmendmentNotice 2026-06-11, AmendedPlan 2026-08-06")]
    [InlineData("T06", OriginRoute.TransferFromAnotherAuthority, ClockEvent.PlanTransferred, "2026-03-04", "TransferNotice 2026-04-15, ReviewAfterTransfer 2026-06-03")]
    [InlineData("T07", OriginRoute.TransferFromAnotherAuthority, ClockEvent.OldAuthorityLearnedOfMove, "2026-04-13", "PlanTransfer 2026-05-01")]
    [InlineData("change of board, on the move", OriginRoute.TransferFromAnotherAuthority, ClockEvent.MovedBoard, "2026-04-13", "CommissionerChangeNotice 2026-04-13")]
    [InlineData("change of board, learned late", OriginRoute.TransferFromAnotherAuthority, ClockEvent.OldIcbLearnedOfMove, "2026-04-13", "CommissionerChangeNotice 2026-05-01")]
    [InlineData("change of board, new board", OriginRoute.TransferFromAnotherAuthority, ClockEvent.NewIcbLearnedOfMove, "2026-04-13", "NewBoardAsksAuthority 2026-05-01")]
    [InlineData("T08, issues", OriginRoute.HealthMediation, ClockEvent.HealthMediationWanted, "2026-04-30", "MediationIssuesToIcb 2026-05-06")]
    [InlineData("T08, ICB only", OriginRoute.HealthMediation, ClockEvent.IcbToldOfMediation, "2026-05-06", "MediationArranged 2026-06-05")]
    [InlineData("T08, mixed", OriginRoute.HealthMediation, ClockEvent.MixedMediationWanted, "2026-04-30", "MediationIssuesToIcb 2026-05-06, MediationArranged 2026-05-30")]
    [InlineData("not arranged", OriginRoute.HealthMediation, ClockEvent.MediationNotArranged, "2026-04-30", "MediationCertificate 2026-05-06")]
    [InlineData("declined", OriginRoute.AppealWithHealthIssues, ClockEvent.MediationDeclined, "2026-04-30", "MediationCertificate 2026-05-06")]
    [InlineData("T09", OriginRoute.Section36Request, ClockEvent.DraftPlanServed, "2026-06-01", "DraftPlanComments 2026-06-15")]
    [InlineData("T10", OriginRoute.HealthMediation, ClockEvent.DecisionNoticeSent, "2026-03-17", "MediationContact 2026-05-17")]
    [InlineData("T10, appeal", OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, "2026-03-17", "MediationContact 2026-05-17, AppealToTribunal 2026-05-18")]
    [InlineData("T11", OriginRoute.HealthMediation, ClockEvent.DecisionNoticeSent, "2025-12-31", "MediationContact 2026-02-28")]
    [InlineData("T11, appeal", OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, "2025-12-31", "MediationContact 2026-02-28, AppealToTribunal 2026-03-02")]
    [InlineData("T11, appeal, the year before", OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, "2024-12-31", "MediationContact 2025-02-28, AppealToTribunal 2025-02-28")]
    [InlineData("1.9, into August", OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, "2022-06-01", "MediationContact 2022-08-01, AppealToTribunal 2022-09-01")]
    [InlineData("1.9, into Christmas", OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, "2026-10-28", "MediationContact 2026-12-28, AppealToTribunal 2027-01-04")]
    [InlineData("to the last day before August", OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, "2026-05-31", "MediationContact 2026-07-31, AppealToTribunal 2026-07-31")]
    [InlineData("to the first day of the year", OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, "2025-11-01", "MediationContact 2026-01-01, AppealToTribunal 2026-01-02")]
    [InlineData("to a Saturday before August", OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, "2027-05-31", "MediationContact 2027-07-31, AppealToTribunal 2027-08-02")]
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

    private static Deadline Appeal(params (ClockEvent, DateOnly)[] days) => Assert.Single(StatutoryClock.For(OriginRoute.AppealWithHealthIssues, new ClockFacts(days)).Deadlines, d => d.Kind == DeadlineKind.AppealToTribunal);

    [Fact]
    public void T10_an_appeal_is_in_time_on_the_next_working_day_and_safe_by_the_calendar()
    {
        var appeal = Appeal((ClockEvent.DecisionNoticeSent, new(2026, 3, 17)));
        Assert.Equal((new DateOnly(2026, 5, 18), new DateOnly(2026, 5, 17), new DateOnly(2026, 5, 16), new DateOnly(2026, 5, 15)), (appeal.Due, appeal.SafeDate, appeal.Printed, appeal.ActBy));
    }

    [Fact]
    public void T12_the_later_of_notice_and_certificate_is_the_time_to_appeal()
    {
        var appeal = Appeal((ClockEvent.DecisionNoticeSent, new(2026, 3, 17)), (ClockEvent.MediationCertificateIssued, new(2026, 4, 24)));
        Assert.Equal((new DateOnly(2026, 5, 26), new DateOnly(2026, 5, 24), new DateOnly(2026, 5, 23), new DateOnly(2026, 5, 18)), (appeal.Due, appeal.SafeDate, appeal.Printed, appeal.GaveWay!.Due));
        Assert.Equal(new DateOnly(2026, 5, 18), Appeal((ClockEvent.DecisionNoticeSent, new(2026, 3, 17)), (ClockEvent.MediationCertificateIssued, new(2026, 4, 1))).Due);
    }

    [Fact]
    public void The_right_to_appeal_has_not_passed_before_the_last_lawful_day_on_any_day_of_thirty_years()
    {
        for (var notice = new DateOnly(2014, 9, 1); notice.Year < 2045; notice = notice.AddDays(1))
        {
            // a certificate of the same day, which ends first: without one a later certificate could still give a month
            var appeal = Appeal((ClockEvent.DecisionNoticeSent, notice), (ClockEvent.MediationCertificateIssued, notice));
            for (var day = appeal.CalendarDate; day <= appeal.Due; day = day.AddDays(1))
            {
                if (appeal.Status(day, null) is null or RagStatus.Overdue || appeal.Explain(day, null, []).Contains("has passed", StringComparison.Ordinal)) { Assert.Fail($"Notice of {notice:yyyy-MM-dd}: called gone on {day:yyyy-MM-dd}."); }
            }

            if (appeal.Status(appeal.Due.AddDays(1), null) is not null || !appeal.Explain(appeal.Due.AddDays(1), null, []).Contains("That time has passed.", StringComparison.Ordinal)) { Assert.Fail($"Notice of {notice:yyyy-MM-dd}: not called gone after {appeal.Due:yyyy-MM-dd}."); }
        }
    }

    [Theory]
    [InlineData("2026-01-16", "2026-01-23", "2026-01-19", "2026-01-19")] // done on the Friday after the agreement of Monday 12 January
    [InlineData("2026-01-19", "2026-01-26", "2026-01-19", "2026-01-19")] // done on the last day of the week from the agreement
    [InlineData("2026-01-26", "2026-02-02", null, "2026-02-02")] // done when that week was over: no day before the event is safe
    [InlineData("2026-01-12", "2026-01-19", null, "2026-01-19")] // done at once: both readings give one day
    public void The_week_to_tell_the_authority_runs_from_doing_what_was_agreed_and_the_week_from_the_agreement_is_the_safe_one(string done, string due, string? safe, string actBy)
    {
        var reading = StatutoryClock.For(OriginRoute.HealthMediation, new((ClockEvent.HealthAgreed, new(2026, 1, 12)), (ClockEvent.HealthAgreementDone, Day.Of(done))));
        var told = Assert.Single(reading.Deadlines, d => d.Kind == DeadlineKind.MediationAgreementTold);
        Assert.Equal((Day.Of(due), safe is null ? null : Day.Of(safe), Day.Of(actBy)), (told.Due, told.SafeDate, told.ActBy));
        Assert.Equal(safe is not null, told.Explain().Contains("The careful reading counts from 12 January 2026, the day of the agreement about health: the safe date is 19 January 2026.", StringComparison.Ordinal));
        Assert.Equal(done == "2026-01-26", told.Explain().Contains("The careful reading counts from 12 January 2026, the day of the agreement about health, and ended on 19 January 2026.", StringComparison.Ordinal));
        Assert.DoesNotContain("which is earlier", told.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_day_of_the_agreement_the_careful_reading_is_still_named()
    {
        var told = Assert.Single(StatutoryClock.For(OriginRoute.HealthMediation, new((ClockEvent.HealthAgreementDone, new(2026, 1, 26)))).Deadlines);
        Assert.Null(told.SafeDate);
        Assert.Contains("The careful reading counts from the day of the agreement about health, which is earlier.", told.Explain(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-06", "2026-05-01")] // Friday: the move is on the Wednesday after
    [InlineData("2026-04-13", "2026-05-03")] // the move is on a Sunday, to be transferred on that day
    public void No_day_to_act_by_is_before_the_move(string aware, string moved)
    {
        var transfer = Assert.Single(StatutoryClock.For(OriginRoute.TransferFromAnotherAuthority, new((ClockEvent.MovedArea, Day.Of(moved)), (ClockEvent.OldAuthorityLearnedOfMove, Day.Of(aware)))).Deadlines);
        Assert.True(transfer.ActBy >= Day.Of(moved) && transfer.LastWorkingDay >= Day.Of(moved));
        Assert.DoesNotContain("act by", Assert.Single(StatutoryClock.For(OriginRoute.TransferFromAnotherAuthority, new((ClockEvent.MovedArea, new(2026, 5, 3)))).Deadlines).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_events_that_give_one_day_are_not_called_two_dates()
    {
        var facts = new ClockFacts((ClockEvent.ReviewMeeting, new(2026, 5, 14)), (ClockEvent.AmendmentNoticeSent, new(2026, 6, 11)));
        var plan = Assert.Single(StatutoryClock.For(OriginRoute.AnnualReview, facts).Deadlines, d => d.Kind == DeadlineKind.AmendedPlan);
        Assert.Null(plan.GaveWay);
        Assert.DoesNotContain("of two dates", plan.Explain(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-04-30", false)]
    [InlineData("2020-05-01", true)]
    [InlineData("2020-09-25", true)]
    [InlineData("2020-09-26", false)]
    public void A_limit_that_was_due_in_the_time_of_SI_2020_471_says_so_and_keeps_its_date(string due, bool says)
    {
        var health = StatutoryClock.ForHealthAdvice(Day.Of(due).AddDays(-42));
        Assert.Equal(Day.Of(due), health.Due);
        Assert.Equal(says, health.Explain().Contains("(SI 2020/471)", StringComparison.Ordinal));
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
        Assert.Equal(Day.Of(due), Assert.Single(StatutoryClock.For(OriginRoute.TransferFromAnotherAuthority, facts).Deadlines, d => d.Kind == DeadlineKind.PlanTransfer).Due);
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

    [Fact]
    public void Once_the_notice_of_changes_is_sent_the_amended_plan_is_a_duty_like_any_other()
    {
        var meeting = (ClockEvent.ReviewMeeting, Day.Of("2026-05-14"));
        Deadline Plan(params (ClockEvent, DateOnly)[] days) => StatutoryClock.For(OriginRoute.AnnualReview, new ClockFacts(days)).Deadlines.Single(d => d.Kind == DeadlineKind.AmendedPlan);

        Assert.Null(Plan(meeting).Status(Day.Of("2026-11-30"), null));
        var sent = Plan(meeting, (ClockEvent.AmendmentNoticeSent, Day.Of("2026-06-11")));
        Assert.Equal(RagStatus.Overdue, sent.Status(Day.Of("2026-11-30"), null));
        Assert.DoesNotContain("nothing is owed", sent.Explain(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-17", "2026-11-01", "2026-11-01")] // the family's 15 days run to Saturday the 31st: on Friday the plan would be unlawful
    [InlineData("2026-10-01", "2026-11-01", "2026-10-30")]
    public void No_day_to_act_by_cuts_the_familys_time_to_comment_short(string served, string due, string actBy)
    {
        var plan = StatutoryClock.For(OriginRoute.Section36Request, new ClockFacts([(ClockEvent.RequestReceived, Day.Of("2026-06-14")), (ClockEvent.DraftPlanServed, Day.Of(served))])).Deadlines.Single(d => d.Kind == DeadlineKind.FinalPlan);

        Assert.Equal((Day.Of(due), Day.Of(actBy)), (plan.Due, plan.ActBy));
    }

    [Theory]
    [InlineData(OriginRoute.Section36Request, ClockEvent.RequestReceived, "2026-07-18", ClockEvent.DraftPlanServed, "2026-11-25", DeadlineKind.FinalPlan)]
    [InlineData(OriginRoute.TribunalOrderedPlan, ClockEvent.PlanOrdered, "2026-10-01", ClockEvent.DraftPlanServed, "2026-12-10", DeadlineKind.FinalPlan)]
    [InlineData(OriginRoute.AnnualReview, ClockEvent.ReviewMeeting, "2026-09-14", ClockEvent.AmendmentNoticeServed, "2026-11-24", DeadlineKind.AmendedPlan)]
    public void A_date_inside_the_familys_time_to_comment_names_no_day_to_act_by_and_says_that_it_cannot_be_kept(OriginRoute route, ClockEvent began, string on, ClockEvent served, string servedOn, DeadlineKind kind)
    {
        var reading = StatutoryClock.For(route, new ClockFacts([(began, Day.Of(on)), (served, Day.Of(servedOn))]));
        var plan = reading.Deadlines.Single(d => d.Kind == kind);
        var until = reading.Deadlines.Single(d => d.Kind == plan.Rule.After).Due;

        Assert.True(plan.CannotBeKept);
        Assert.Equal((plan.Due, plan.Due), (plan.ActBy, plan.LastWorkingDay));
        Assert.Contains($"The family has until the end of {DeadlineWords.Day(until)} to comment, so this date cannot be kept any more.", plan.Explain(), StringComparison.Ordinal);
        Assert.DoesNotContain("act by", plan.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_local_date_inside_the_familys_time_to_comment_is_not_aimed_for()
    {
        Deadline Plan(string served) => StatutoryClock.For(OriginRoute.Section36Request, new ClockFacts([(ClockEvent.RequestReceived, Day.Of("2026-06-14")), (ClockEvent.DraftPlanServed, Day.Of(served))]), new(DayOneConvention.DayOfReceiptCounts)).Deadlines.Single(d => d.Kind == DeadlineKind.FinalPlan);

        Assert.Equal(Day.Of("2026-10-31"), Plan("2026-10-16").LocalDue);
        Assert.Null(Plan("2026-10-17").LocalDue);
    }

    [Theory]
    [InlineData("2026-11-28", "2026-11-30", false, "13 December 2026 is not a working day, and before 13 December 2026 the family still has time to comment.")]
    [InlineData("2026-11-29", "2026-11-30", true, "The family has until the end of 13 December 2026 to comment, so this date cannot be kept any more.")]
    [InlineData(null, "2026-12-20", false, "7 days overdue")]
    [InlineData(null, "2026-11-26", false, "13 December 2026 is not a working day, so act by 11 December 2026.")]
    [InlineData(null, "2026-11-29", true, "The family must have 15 days for the draft, which it does not have: this date cannot be kept any more.")]
    public void The_final_plan_of_a_case_goes_by_the_draft_that_the_family_has_or_does_not_have(string? served, string today, bool cannotBeKept, string words)
    {
        var plan = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, Day.Of("2026-07-26")).GivenDraft(served is null ? null : Day.Of(served), Day.Of(today)).FinalPlan!;

        Assert.Equal(cannotBeKept, plan.CannotBeKept);
        Assert.Contains(words, plan.Explain(Day.Of(today), null, []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-01", "2026-10-05", false)] // the family widens it: the authority arranges the one mediation
    [InlineData("2026-10-01", "2026-10-01", false)]
    [InlineData("2026-10-05", "2026-10-01", true)]
    public void Of_a_mediation_that_was_widened_or_narrowed_the_later_wish_tells_who_arranges_it(string health, string mixed, bool byBoard)
    {
        var reading = StatutoryClock.For(OriginRoute.HealthMediation, new((ClockEvent.HealthMediationWanted, Day.Of(health)), (ClockEvent.MixedMediationWanted, Day.Of(mixed)), (ClockEvent.IcbToldOfMediation, new(2026, 10, 6))));

        Assert.Equal(byBoard, reading.Deadlines.Any(d => d.Rule.Key == "mediation-by-icb"));
    }

    [Theory]
    [InlineData("2026-10-08", "2026-10-05", null, "mediation-by-icb, mediation-issues-health")] // narrowed to health
    [InlineData("2026-10-01", null, "2026-10-05", "mediation-without-health")] // narrowed to the rest
    [InlineData(null, "2026-10-01", "2026-10-05", "mediation-without-health")]
    [InlineData(null, "2026-10-05", "2026-10-01", "mediation-by-authority, mediation-issues-mixed")] // widened
    [InlineData("2026-10-02", "2026-10-01", "2026-10-05", "mediation-without-health")]
    [InlineData("2026-10-05", "2026-10-01", "2026-10-02", "mediation-by-icb, mediation-issues-health")]
    [InlineData("2026-10-05", "2026-10-05", "2026-10-05", "mediation-by-authority, mediation-issues-mixed")]
    [InlineData("2026-10-05", null, "2026-10-05", "mediation-by-icb, mediation-issues-health, mediation-without-health")] // nobody can tell
    public void Of_several_wishes_for_mediation_only_what_the_latest_asks_for_is_owed(string? health, string? mixed, string? other, string owed)
    {
        var wishes = new[] { (ClockEvent.HealthMediationWanted, health), (ClockEvent.MixedMediationWanted, mixed), (ClockEvent.OtherMediationWanted, other), (ClockEvent.IcbToldOfMediation, "2026-10-09") };
        var reading = StatutoryClock.For(OriginRoute.HealthMediation, new([.. wishes.Where(w => w.Item2 is not null).Select(w => (w.Item1, Day.Of(w.Item2!)))]));

        Assert.Equal(owed, string.Join(", ", reading.Deadlines.Select(d => d.Rule.Key).Where(k => k.StartsWith("mediation-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(ClockEvent.HealthMediationWanted, "2026-10-12", "")]
    [InlineData(ClockEvent.MixedMediationWanted, "2026-10-12", "")]
    [InlineData(ClockEvent.OtherMediationWanted, "2026-10-12", "")]
    [InlineData(ClockEvent.MixedMediationWanted, "2026-09-30", "mediation-by-authority, mediation-issues-mixed")] // wanted after all
    public void Who_wants_no_mediation_any_more_is_owed_none(ClockEvent wanted, string declined, string owed)
    {
        var reading = StatutoryClock.For(OriginRoute.HealthMediation, new((wanted, new(2026, 10, 1)), (ClockEvent.IcbToldOfMediation, new(2026, 10, 5)), (ClockEvent.MediationDeclined, Day.Of(declined)), (ClockEvent.MediationCertificateIssued, new(2026, 10, 13))));

        Assert.Equal(owed, string.Join(", ", reading.Deadlines.Select(d => d.Rule.Key).Where(k => k.StartsWith("mediation-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_notice_of_changes_is_the_decision_to_amend_and_ends_the_review()
    {
        var reading = StatutoryClock.For(OriginRoute.AnnualReview, new((ClockEvent.PlanMadeOrReviewed, new(2025, 11, 1)), (ClockEvent.ReviewMeeting, new(2026, 9, 10)), (ClockEvent.AmendmentNoticeSent, new(2026, 10, 5))));

        Assert.All(reading.Deadlines.Where(d => d.Kind is DeadlineKind.ReviewDecision or DeadlineKind.YearlyReview or DeadlineKind.AmendmentNotice), d => Assert.Equal(ClockEvent.AmendmentNoticeSent, d.Rule.DoneBy));
    }

    [Fact]
    public void A_plan_sent_inside_the_familys_time_to_comment_says_so()
    {
        var plan = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, new(2026, 7, 26)).GivenDraft(new(2026, 11, 28), new(2026, 11, 30)).FinalPlan!;

        const string Cut = "It was sent before the family's time to comment had ended, which ran to the end of 12 December 2026.";
        Assert.Contains(Cut, plan.Explain(new(2026, 12, 20), new(2026, 11, 30), []), StringComparison.Ordinal);
        Assert.DoesNotContain(Cut, plan.Explain(new(2026, 12, 20), new(2026, 12, 13), []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ClockEvent.PhaseTransfer, "2027-02-14", "2027-02-15")] // before 15 February
    [InlineData(ClockEvent.MoveToPost16, "2027-03-30", "2027-03-31")] // before 31 March
    public void A_plan_that_must_be_ready_before_a_day_is_late_on_that_day(ClockEvent moved, string due, string named)
    {
        var plan = Assert.Single(StatutoryClock.For(OriginRoute.AnnualReview, new((moved, new(2027, 9, 1)))).Deadlines);

        Assert.Equal((Day.Of(due), RagStatus.DueSoon, RagStatus.Overdue), (plan.Due, plan.Status(Day.Of(due), null), plan.Status(Day.Of(named), null)));
        Assert.Null(plan.SafeDate);
        Assert.StartsWith($"Before {Day.Of(named):d MMMM} in the year of 1 September 2027", plan.Explain(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("certificate-not-arranged", ClockEvent.MediationCertificateIssued)]
    [InlineData("certificate-declined", ClockEvent.MediationCertificateIssued)]
    [InlineData("certificate-held", ClockEvent.MediationCertificateIssued)]
    [InlineData("mediation-by-icb", ClockEvent.MediationHeld)]
    [InlineData("mediation-by-authority", ClockEvent.MediationHeld)]
    [InlineData("mediation-without-health", ClockEvent.MediationHeld)]
    public void A_certificate_that_was_issued_and_a_mediation_that_was_held_are_done(string key, ClockEvent done) =>
        Assert.Equal(done, Assert.Single(StatutoryRules.All, r => r.Key == key).DoneBy);

    [Theory]
    [InlineData(null, true, null)] // nobody said what it is about: no duty of the board that is sure to be there
    [InlineData(ClockEvent.HealthMediationWanted, true, RagStatus.Overdue)]
    [InlineData(ClockEvent.MixedMediationWanted, false, null)] // regulation 36: the authority arranges it
    public void The_board_arranges_mediation_about_health_alone(ClockEvent? wanted, bool isOfTheBoard, RagStatus? late)
    {
        List<(ClockEvent, DateOnly)> days = [(ClockEvent.IcbToldOfMediation, new(2026, 10, 2)), .. wanted is { } e ? [(e, new DateOnly(2026, 10, 1))] : Array.Empty<(ClockEvent, DateOnly)>()];
        var reading = StatutoryClock.For(OriginRoute.HealthMediation, new ClockFacts(days));

        var board = reading.Deadlines.SingleOrDefault(d => d.Rule.Key == "mediation-by-icb");
        Assert.Equal(isOfTheBoard, board is not null);
        Assert.Equal(late, board?.Status(new DateOnly(2026, 11, 30), null));
        Assert.Equal(board is not null && wanted is null, board?.Explain().Contains("If the mediation is about health only, the integrated care board must arrange mediation", StringComparison.Ordinal) ?? false);
        Assert.Equal(wanted == ClockEvent.MixedMediationWanted, reading.Deadlines.Any(d => d.Rule.Key == "mediation-by-authority"));
        // and nobody is asked for a day that would start it
        Assert.Equal(wanted != ClockEvent.MixedMediationWanted, StatutoryClock.For(OriginRoute.HealthMediation, new ClockFacts(days.Skip(1))).Awaited.Any(r => r.Key == "mediation-by-icb"));
    }

    [Theory]
    [InlineData("recommendation-response", true)]
    [InlineData("recommendation-copied", true)]
    [InlineData("health-advice", true)]
    [InlineData("mediation-by-icb", true)]
    [InlineData("review-yearly", false)] // the Act
    [InlineData("appeal-response", false)] // the Tribunal's Rules
    [InlineData("mediation-contact", false)] // a right of the family
    [InlineData("draft-plan-comments", false)] // a least time
    [InlineData("early-information", false)] // no law
    public void SI_2020_471_stands_beside_the_limits_of_the_two_instruments_that_it_relaxed(string key, bool says)
    {
        var rule = Assert.Single(StatutoryRules.All, r => r.Key == key);

        // whatever its source is called
        Assert.All(new[] { rule, rule with { Citation = "somewhere" } }, r => Assert.Equal(says, new Deadline(r.Kind, new(2020, 6, 1), new(2020, 6, 24), r).Explain().Contains("(SI 2020/471)", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(OriginRoute.AppealWithHealthIssues, ClockEvent.MediationCertificateIssued, ClockEvent.DecisionNoticeSent, DeadlineKind.AppealToTribunal, "2 months from the day the decision notice was sent")]
    [InlineData(OriginRoute.AppealWithHealthIssues, ClockEvent.DecisionNoticeSent, ClockEvent.MediationCertificateIssued, DeadlineKind.AppealToTribunal, "1 month from the day of the mediation certificate")]
    [InlineData(OriginRoute.TransferFromAnotherAuthority, ClockEvent.MovedArea, ClockEvent.OldAuthorityLearnedOfMove, DeadlineKind.PlanTransfer, "15 working days beginning with the day the old local authority became aware of the move")]
    [InlineData(OriginRoute.TransferFromAnotherAuthority, ClockEvent.OldIcbLearnedOfMove, ClockEvent.MovedBoard, DeadlineKind.CommissionerChangeNotice, "the day of the move to the new integrated care board")]
    [InlineData(OriginRoute.TransferFromAnotherAuthority, ClockEvent.PlanTransferred, ClockEvent.PlanMadeOrReviewed, DeadlineKind.ReviewAfterTransfer, "12 months beginning with the day the plan was made or last reviewed")]
    public void Nothing_is_gone_or_late_before_both_days_of_a_later_of_two_dates_are_known(OriginRoute route, ClockEvent known, ClockEvent unknown, DeadlineKind kind, string other)
    {
        Deadline Of(params (ClockEvent, DateOnly)[] days) => StatutoryClock.For(route, new ClockFacts(days)).Deadlines.Single(d => d.Kind == kind);
        var alone = Of((known, new(2024, 10, 4)));
        var late = alone.Due.AddDays(25);

        Assert.Null(alone.Status(late, null));
        Assert.Null(alone.Status(late, late));
        Assert.Equal(RagStatus.DueSoon, alone.Status(alone.Due, null));
        Assert.Contains($"If it is later, another date counts: {other}. That day is not known here.", alone.Explain(), StringComparison.Ordinal);
        Assert.Contains("That day has passed; a later one may count.", alone.Explain(late, null, []), StringComparison.Ordinal);
        Assert.DoesNotMatch("overdue|time has passed|late\\.", alone.Explain(late, null, []) + alone.Explain(late, late, []));
        Assert.DoesNotMatch("ago|overdue|late$", DeadlineStatus.Words(alone, late, null) + DeadlineStatus.Words(alone, late, late));

        var both = Of((known, new(2024, 10, 4)), (unknown, new(2024, 10, 2)));
        Assert.Null(both.OrLater);
        Assert.DoesNotContain("not known here", both.Explain(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Ends today")]
    [InlineData(1, "Ends tomorrow")]
    [InlineData(5, "Ends in 5 days")]
    [InlineData(40, "Ends in 40 days")]
    [InlineData(-3, "Passed 3 days ago")]
    public void A_right_of_the_family_ends_and_is_never_due(int daysLeft, string words)
    {
        var appeal = Appeal((ClockEvent.DecisionNoticeSent, new(2026, 3, 17)), (ClockEvent.MediationCertificateIssued, new(2026, 3, 20)));

        Assert.Equal(words, DeadlineStatus.Words(appeal, appeal.Due.AddDays(-daysLeft), null));
    }

    [Theory]
    [InlineData(OriginRoute.TribunalOrderedPlan, ClockEvent.AmendmentOrdered, "Plan amended as ordered")]
    [InlineData(OriginRoute.TribunalOrderedPlan, ClockEvent.AmendmentConceded, "Plan amended after giving way")]
    [InlineData(OriginRoute.TribunalOrderedPlan, ClockEvent.SchoolChangeOrdered, "School or college changed as ordered")]
    [InlineData(OriginRoute.TribunalOrderedPlan, ClockEvent.SchoolChangeConceded, "School or college changed after giving way")]
    [InlineData(OriginRoute.HealthMediation, ClockEvent.AmendmentAgreed, "Plan amended as agreed")]
    [InlineData(OriginRoute.HealthMediation, ClockEvent.SchoolChangeAgreed, "School or college changed as agreed")]
    [InlineData(OriginRoute.HealthMediation, ClockEvent.AssessmentAgreed, "Notice that it will assess")]
    [InlineData(OriginRoute.TribunalOrderedAssessment, ClockEvent.AssessmentOrdered, "Notice that it will assess")]
    [InlineData(OriginRoute.Reassessment, ClockEvent.ReassessmentRequested, "Decision whether to re-assess")]
    [InlineData(OriginRoute.Section36Request, ClockEvent.RequestReceived, "Decision whether to assess")]
    public void A_deadline_is_called_what_its_route_makes_of_it_and_the_question_for_its_day_calls_it_so_too(OriginRoute route, ClockEvent began, string name)
    {
        Assert.Equal(name, DeadlineNames.Of(StatutoryClock.For(route, new((began, new(2026, 3, 2)))).Deadlines[0]));
        Assert.StartsWith($"Starts: {char.ToLowerInvariant(name[0])}{name[1..]}", WhatIfWords.HintOf(began, [.. StatutoryClock.For(route, new ClockFacts()).Awaited]), StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_agreement_on_a_plan_the_family_has_its_15_days_too() =>
        Assert.Equal(new DateOnly(2026, 3, 30), StatutoryClock.For(OriginRoute.HealthMediation, new((ClockEvent.PlanAgreed, new(2026, 1, 12)), (ClockEvent.DraftPlanServed, new(2026, 3, 15)))).Deadlines.Single(d => d.Kind == DeadlineKind.FinalPlan).NotBefore);
}
