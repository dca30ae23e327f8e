namespace DcoPortal.Domain.Statutory;

// reviews of a plan (section 44, regulations 18 to 22)
public static partial class StatutoryRules
{
    private static StatutoryRule[] OfReviews =>
    [
        new()
        {
            Key = "review-yearly",
            Kind = DeadlineKind.YearlyReview,
            Holder = DutyHolder.LocalAuthority,
            Duty = "review the plan",
            Limit = new(12, TimeUnit.Months, CountingConvention.BeginningWith),
            StartsFrom = ClockEvent.PlanMadeOrReviewed,
            Citation = "section 44(1) of the Children and Families Act 2014",
            Routes = [OriginRoute.AnnualReview],
            Next = "the next 12 months begin with the day of that review",
        },
        new()
        {
            Key = "review-papers",
            Kind = DeadlineKind.ReviewPapers,
            Holder = DutyHolder.ReviewOrganiser,
            Duty = "ask for the reports and send them to everyone invited",
            Limit = new(2, TimeUnit.Weeks, CountingConvention.Before),
            StartsFrom = ClockEvent.ReviewMeeting,
            Citation = "regulation 20",
            Routes = [OriginRoute.AnnualReview],
            Next = "the review meeting",
            Note = "The limit is as local offers print it; the paragraph was not read.",
        },
        new()
        {
            Key = "review-report",
            Kind = DeadlineKind.ReviewReport,
            Holder = DutyHolder.Setting,
            Duty = "send the report of the meeting",
            Limit = new(2, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.ReviewMeeting,
            Citation = "regulation 20",
            Routes = [OriginRoute.AnnualReview],
            Next = "the local authority decides to keep, amend or cease the plan",
            Note = "The limit is as local offers print it; the paragraph was not read.",
        },
        new()
        {
            Key = "review-decision",
            Kind = DeadlineKind.ReviewDecision,
            Holder = DutyHolder.LocalAuthority,
            Duty = "tell the parent or young person whether it will keep, amend or cease the plan,",
            Limit = new(4, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.ReviewMeeting,
            Citation = "regulation 20",
            Routes = [OriginRoute.AnnualReview],
            Next = "the plan stands, ends, or is amended",
            Note = "As R (L) v Devon [2022] EWHC 493 (Admin) reads the Regulations.",
        },
        new()
        {
            Key = "amendment-notice",
            Kind = DeadlineKind.AmendmentNotice,
            Holder = DutyHolder.LocalAuthority,
            Duty = "send notice of the changes that it proposes,",
            OnlyIf = "it proposes to change the plan",
            Limit = new(4, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.ReviewMeeting,
            DoneBy = ClockEvent.AmendmentNoticeSent,
            Citation = "regulation 22(2)(a)",
            Routes = [OriginRoute.AnnualReview],
            Next = "the family comments, and the amended plan follows",
            Besides = "Where the plan stays as it is or ends, nothing is owed by this day.",
            Note = "As R (L) v Devon [2022] EWHC 493 (Admin) reads the Regulations.",
        },
        new()
        {
            Key = "amendment-comments",
            Kind = DeadlineKind.AmendmentComments,
            Holder = DutyHolder.LocalAuthority,
            Duty = "give the parent or young person time to comment on the changes and to ask for a school or college",
            Limit = new(15, TimeUnit.Days, CountingConvention.BeginningWith),
            StartsFrom = ClockEvent.AmendmentNoticeServed,
            Citation = "regulation 22(2)(c)",
            Routes = [OriginRoute.AnnualReview],
            Next = "the local authority considers the comments and sends the amended plan",
            IsLeastTime = true,
        },
        new()
        {
            Key = "amended-plan-of-meeting",
            Kind = DeadlineKind.AmendedPlan,
            Holder = DutyHolder.LocalAuthority,
            Duty = "send the final amended plan, or say that it will not change it after all,",
            OnlyIf = "it proposes to change the plan",
            Limit = new(12, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.ReviewMeeting,
            Citation = "regulations 20 and 22",
            Routes = [OriginRoute.AnnualReview],
            Next = "the amended plan is reviewed within a year",
            WhenSeveral = WhenSeveral.EarlierCounts,
            Besides = "Where the plan stays as it is or ends, nothing is owed by this day.",
            Note = "As R (L) v Devon [2022] EWHC 493 (Admin) reads the Regulations. Four weeks for the notice and eight from it.",
        },
        new()
        {
            Key = "amended-plan-of-notice",
            Kind = DeadlineKind.AmendedPlan,
            Holder = DutyHolder.LocalAuthority,
            Duty = "send the final amended plan, or say that it will not change it after all,",
            Limit = new(8, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.AmendmentNoticeSent,
            Citation = "regulation 22(3) and (4)",
            Routes = [OriginRoute.AnnualReview],
            Next = "the amended plan is reviewed within a year",
            WhenSeveral = WhenSeveral.EarlierCounts,
            Note = "As R (L) v Devon [2022] EWHC 493 (Admin) reads the Regulations.",
        },
        new()
        {
            Key = "phase-transfer",
            Kind = DeadlineKind.PhaseTransfer,
            Holder = DutyHolder.LocalAuthority,
            Duty = "review the plan and send it amended, with the next school named,",
            Limit = TimeLimit.OnDay(2, 15),
            StartsFrom = ClockEvent.PhaseTransfer,
            Citation = "regulation 18(1)(b)",
            Routes = [OriginRoute.AnnualReview],
            Next = "the family can appeal about the school before the move",
            SafeDaysEarlier = 1,
        },
        new()
        {
            Key = "phase-transfer-to-post-16",
            Kind = DeadlineKind.PhaseTransfer,
            Holder = DutyHolder.LocalAuthority,
            Duty = "review the plan and send it amended, with the college named,",
            Limit = TimeLimit.OnDay(3, 31),
            StartsFrom = ClockEvent.MoveToPost16,
            Citation = "regulation 18(1)(a)",
            Routes = [OriginRoute.AnnualReview],
            Next = "the family can appeal about the college before the move",
            SafeDaysEarlier = 1,
        },
        new()
        {
            Key = "phase-transfer-between-post-16",
            Kind = DeadlineKind.PhaseTransfer,
            Holder = DutyHolder.LocalAuthority,
            Duty = "review the plan and send it amended, with the next college named,",
            Limit = new(5, TimeUnit.Months, CountingConvention.Before),
            StartsFrom = ClockEvent.MoveBetweenPost16,
            Citation = "regulation 18(2)",
            Routes = [OriginRoute.AnnualReview],
            Next = "the family can appeal about the college before the move",
        },
    ];
}
