namespace DcoPortal.Domain.Statutory;

// the assessment (regulations 5, 8, 10 and 13), the local targets beside it, and re-assessment (regulations 25 and 27)
public static partial class StatutoryRules
{
    private const string SendFinalPlan = "send the final plan to the parent or young person, the school or college named and the integrated care board";
    private const string NoPlanIsNeeded = "no plan is needed";
    private const string OnlyWhereNoPlan = "Where a plan is needed nothing is owed by this day, and nothing is late after it.";

    private static StatutoryRule[] OfAssessments =>
    [
        new()
        {
            Key = "decision-request",
            Kind = DeadlineKind.DecisionToAssess,
            Holder = DutyHolder.LocalAuthority,
            Duty = "tell the parent or young person whether it will assess,",
            Limit = new(6, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.RequestReceived,
            Citation = "regulation 5(1)",
            Routes = [OriginRoute.Section36Request],
            Next = "if it will assess, it asks health and the others for advice; health is told either way (regulation 5(2))",
            Exemptions = ExemptionList.Decision,
        },
        new()
        {
            Key = "decision-responsibility",
            Kind = DeadlineKind.DecisionToAssess,
            Holder = DutyHolder.LocalAuthority,
            Duty = "tell the parent or young person whether it will assess,",
            Limit = new(6, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.BecameResponsible,
            Citation = "regulation 5(1)",
            Routes = [OriginRoute.Section24Responsibility],
            Next = "if it will assess, it asks health and the others for advice; health is told either way (regulation 5(2))",
            Exemptions = ExemptionList.Decision,
        },
        new()
        {
            Key = "no-plan-request",
            Kind = DeadlineKind.NoPlanNotice,
            Holder = DutyHolder.LocalAuthority,
            Duty = "tell the parent or young person, the integrated care board and the school or college",
            TellsBoard = true,
            OnlyIf = NoPlanIsNeeded,
            Limit = new(16, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.RequestReceived,
            Citation = "regulation 10(1) and (2)",
            Routes = [OriginRoute.Section36Request],
            Next = "a plan that is needed goes on to its draft and must be final by week 20",
            Exemptions = ExemptionList.NoPlanNotice,
            Besides = OnlyWhereNoPlan,
        },
        new()
        {
            Key = "no-plan-responsibility",
            Kind = DeadlineKind.NoPlanNotice,
            Holder = DutyHolder.LocalAuthority,
            Duty = "tell the parent or young person, the integrated care board and the school or college",
            TellsBoard = true,
            OnlyIf = NoPlanIsNeeded,
            Limit = new(16, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.BecameResponsible,
            Citation = "regulation 10(1) and (2)",
            Routes = [OriginRoute.Section24Responsibility],
            Next = "a plan that is needed goes on to its draft and must be final by week 20",
            Exemptions = ExemptionList.NoPlanNotice,
            Besides = OnlyWhereNoPlan,
        },
        new()
        {
            Key = "final-plan-request",
            Kind = DeadlineKind.FinalPlan,
            Holder = DutyHolder.LocalAuthority,
            Duty = SendFinalPlan,
            TellsBoard = true,
            After = DeadlineKind.DraftPlanComments,
            Limit = new(20, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.RequestReceived,
            Citation = "regulation 13(2)",
            Routes = [OriginRoute.Section36Request],
            Next = "the plan is kept up and reviewed every year",
            Exemptions = ExemptionList.FinalPlan,
        },
        new()
        {
            Key = "final-plan-responsibility",
            Kind = DeadlineKind.FinalPlan,
            Holder = DutyHolder.LocalAuthority,
            Duty = SendFinalPlan,
            TellsBoard = true,
            After = DeadlineKind.DraftPlanComments,
            Limit = new(20, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.BecameResponsible,
            Citation = "regulation 13(2)",
            Routes = [OriginRoute.Section24Responsibility],
            Next = "the plan is kept up and reviewed every year",
            Exemptions = ExemptionList.FinalPlan,
        },
        new()
        {
            Key = "health-advice",
            Kind = DeadlineKind.HealthAdvice,
            Holder = DutyHolder.HealthBody,
            Duty = "give its advice to the local authority",
            Limit = new(6, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.HealthReceivedRequest,
            Citation = "regulation 8(1)",
            Routes = [OriginRoute.Section36Request, OriginRoute.Section24Responsibility, OriginRoute.Reassessment, OriginRoute.TribunalOrderedAssessment],
            Next = "the DCO service checks the advice and returns it to the local authority",
            Exemptions = ExemptionList.HealthAdvice,
            Note = "That they start when the DCO mailbox receives the request, not when a clinician does, is settled by no authority: the earlier day is taken. Regulation 26 applies the limit to a re-assessment.",
        },
        new()
        {
            Key = "draft-plan-comments",
            Kind = DeadlineKind.DraftPlanComments,
            Holder = DutyHolder.LocalAuthority,
            Duty = "give the parent or young person time to comment on the draft plan",
            Limit = new(15, TimeUnit.Days, CountingConvention.BeginningWith),
            StartsFrom = ClockEvent.DraftPlanServed,
            Citation = "regulation 13(1)(a)",
            Routes = [OriginRoute.Section36Request, OriginRoute.Section24Responsibility, OriginRoute.Reassessment, OriginRoute.TribunalOrderedAssessment, OriginRoute.TribunalOrderedPlan, OriginRoute.HealthMediation],
            Next = "the local authority considers the comments and sends the final plan",
            IsLeastTime = true,
        },
    ];

    private static StatutoryRule[] OfLocalTargets =>
    [
        new()
        {
            Key = "early-information",
            Kind = DeadlineKind.EarlyInformation,
            Holder = DutyHolder.HealthBody,
            Duty = "send the information it already holds",
            Limit = new(2, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.HealthReceivedEarlyRequest,
            Citation = "local target, not law",
            Routes = [OriginRoute.Section36Request, OriginRoute.Section24Responsibility],
            Next = "the local authority weighs it, in its decision whether to assess if that is still to come",
            Instrument = Instrument.None,
        },
        new()
        {
            Key = "internal-turnaround",
            Kind = DeadlineKind.InternalTurnaround,
            Holder = DutyHolder.HealthService,
            Duty = "answer the DCO service",
            Limit = new(28, TimeUnit.Days, CountingConvention.Of),
            StartsFrom = ClockEvent.SentToProfessional,
            Citation = "local target, not law",
            Routes = [OriginRoute.Section36Request, OriginRoute.Section24Responsibility, OriginRoute.Reassessment, OriginRoute.TribunalOrderedAssessment],
            Next = "the DCO service checks the answer",
            Instrument = Instrument.None,
        },
    ];

    private static StatutoryRule[] OfReassessments =>
    [
        new()
        {
            Key = "decision-reassessment",
            Kind = DeadlineKind.DecisionToAssess,
            Holder = DutyHolder.LocalAuthority,
            Duty = "tell the parent or young person whether it will re-assess,",
            Limit = new(15, TimeUnit.Days, CountingConvention.Of),
            StartsFrom = ClockEvent.ReassessmentRequested,
            DoneBy = ClockEvent.ReassessmentNotified,
            Citation = "regulation 25(1)",
            Routes = [OriginRoute.Reassessment],
            Next = "if it will re-assess, it asks for advice again where the old advice is not sufficient",
            IsConfirmed = false,
            Note = "Read as 15 calendar days, the day of the request left out.",
        },
        new()
        {
            Key = "final-plan-reassessment",
            Kind = DeadlineKind.FinalPlan,
            Holder = DutyHolder.LocalAuthority,
            Duty = SendFinalPlan,
            TellsBoard = true,
            After = DeadlineKind.DraftPlanComments,
            Limit = new(14, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.ReassessmentNotified,
            Citation = "regulation 27(2)",
            Routes = [OriginRoute.Reassessment],
            Next = "the plan is kept up and reviewed every year",
            Exemptions = ExemptionList.Reassessment,
        },
    ];
}
