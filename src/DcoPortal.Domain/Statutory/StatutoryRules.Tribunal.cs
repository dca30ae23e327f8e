namespace DcoPortal.Domain.Statutory;

// after the SEND Tribunal: the same times run from an order (regulation 44), a concession (regulation 45) and a mediated agreement (regulation 42(2))
public static partial class StatutoryRules
{
    // SI 2015/359 put new paragraphs (3) to (6) into regulation 45
    private static DateOnly Concessions2015 => new(2015, 3, 23);

    private const string CountedFromTheConcession = "As after an order, counted from what the local authority told the Tribunal. Regulation 45 as amended by SI 2015/359.";

    private static StatutoryRule[] OfOrders =>
    [
        .. Assessing("order", ClockEvent.AssessmentOrdered, OriginRoute.TribunalOrderedAssessment, "regulation 44(2)(b)", "regulation 44(2)(b)(i)", "regulation 44(2)(b)(ii)", ExemptionList.TribunalOrder),
        .. MakingAPlan("order", ClockEvent.PlanOrdered, OriginRoute.TribunalOrderedPlan, "regulation 44(2)(c)(i)", "regulation 44(2)(c)(ii)", ExemptionList.TribunalOrder),
        Amending("amend-plan-order", ClockEvent.AmendmentOrdered, OriginRoute.TribunalOrderedPlan, "regulation 44(2)(e)", ExemptionList.TribunalOrder),
        ChangingTheSchool("change-school-order", ClockEvent.SchoolChangeOrdered, OriginRoute.TribunalOrderedPlan, "regulation 44(2)(f)", ExemptionList.TribunalOrder),
        new()
        {
            Key = "reconsider-order",
            Kind = DeadlineKind.Reconsideration,
            Holder = DutyHolder.LocalAuthority,
            Duty = "decide again, and send the draft plan or say that there will be none,",
            Limit = new(2, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.ReconsiderationOrdered,
            Citation = "regulation 44(2)(d)",
            Routes = [OriginRoute.TribunalOrderedPlan],
            Next = "the family comments on the draft, or may appeal again",
            Exemptions = ExemptionList.TribunalOrder,
            IsConfirmed = false,
            Note = "The paragraph was not read: 2 weeks is general knowledge and the shortest time of regulation 44.",
        },
        new()
        {
            Key = "continue-plan-order",
            Kind = DeadlineKind.PlanContinued,
            Holder = DutyHolder.LocalAuthority,
            Duty = "go on with the plan",
            Limit = new(0, TimeUnit.Days, CountingConvention.Of),
            StartsFrom = ClockEvent.PlanContinuationOrdered,
            Citation = "regulation 44(2)",
            Routes = [OriginRoute.TribunalOrderedPlan],
            Next = "the plan is kept up and reviewed every year",
            Besides = "The plan goes on at once, without a gap.",
            Note = "At once, as the Tribunal's guide SEND18 says.",
        },
    ];

    private static StatutoryRule[] OfConcessions =>
    [
        .. Assessing("concession", ClockEvent.AssessmentConceded, OriginRoute.TribunalOrderedAssessment, "regulation 45(3)", "regulation 45(3A)(a)", "regulation 45(3A)(b)", ExemptionList.TribunalConcession).Select(Conceded),
        .. MakingAPlan("concession", ClockEvent.PlanConceded, OriginRoute.TribunalOrderedPlan, "regulation 45(6)", "regulation 45(6)", ExemptionList.TribunalConcession).Select(Conceded),
        Conceded(Amending("amend-plan-concession", ClockEvent.AmendmentConceded, OriginRoute.TribunalOrderedPlan, "regulation 45(4)", ExemptionList.TribunalConcession, "send the amended plan to the parent or young person, the school or college named and the integrated care board")),
        Conceded(ChangingTheSchool("change-school-concession", ClockEvent.SchoolChangeConceded, OriginRoute.TribunalOrderedPlan, "regulation 45(5)", ExemptionList.TribunalConcession)) with
        {
            EffectiveFrom = Commencement,
            Besides = "Where the local authority also gives way on what the plan says, it has 5 weeks for both.",
        },
    ];

    // only what the parties may appeal about has these times; they may agree on others in writing
    private static StatutoryRule[] OfAgreements =>
    [
        .. Assessing("agreement", ClockEvent.AssessmentAgreed, OriginRoute.HealthMediation, "regulation 42(2) with 44(2)(b)", "regulation 42(2) with 44(2)(b)(i)", "regulation 42(2) with 44(2)(b)(ii)", ExemptionList.TribunalOrder).Select(Agreed),
        .. MakingAPlan("agreement", ClockEvent.PlanAgreed, OriginRoute.HealthMediation, "regulation 42(2) with 44(2)(c)(i)", "regulation 42(2) with 44(2)(c)(ii)", ExemptionList.TribunalOrder).Select(Agreed),
        Agreed(Amending("amend-plan-agreement", ClockEvent.AmendmentAgreed, OriginRoute.HealthMediation, "regulation 42(2) with 44(2)(e)", ExemptionList.TribunalOrder)),
        Agreed(ChangingTheSchool("change-school-agreement", ClockEvent.SchoolChangeAgreed, OriginRoute.HealthMediation, "regulation 42(2) with 44(2)(f)", ExemptionList.TribunalOrder)),
    ];

    private static StatutoryRule Conceded(StatutoryRule rule) => rule with { EffectiveFrom = Concessions2015, Note = CountedFromTheConcession };

    private static StatutoryRule Agreed(StatutoryRule rule) => rule with { Besides = rule.Besides is { } more ? $"{more} {AnotherTime}" : AnotherTime };

    private static StatutoryRule[] Assessing(string by, ClockEvent on, OriginRoute route, string notice, string noPlan, string plan, ExemptionList exemptions) =>
    [
        new()
        {
            Key = $"assess-{by}",
            Kind = DeadlineKind.DecisionToAssess,
            Holder = DutyHolder.LocalAuthority,
            Duty = "tell the parent or young person that it will assess,",
            Limit = new(2, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = on,
            Citation = notice,
            Routes = [route],
            Next = "it asks health and the others for advice",
            Exemptions = exemptions,
        },
        new()
        {
            Key = $"no-plan-{by}",
            Kind = DeadlineKind.NoPlanNotice,
            Holder = DutyHolder.LocalAuthority,
            Duty = "tell the parent or young person",
            OnlyIf = NoPlanIsNeeded,
            Limit = new(10, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = on,
            Citation = noPlan,
            Routes = [route],
            Next = "a plan that is needed must be final by week 14",
            Exemptions = exemptions,
            Besides = $"{OnlyWhereNoPlan} The integrated care board and the school are told by regulation 10(2).",
        },
        new()
        {
            Key = $"final-plan-{by}",
            Kind = DeadlineKind.FinalPlan,
            Holder = DutyHolder.LocalAuthority,
            Duty = SendFinalPlan,
            TellsBoard = true,
            After = DeadlineKind.DraftPlanComments,
            Limit = new(14, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = on,
            Citation = plan,
            Routes = [route],
            Next = "the plan is kept up and reviewed every year",
            Exemptions = exemptions,
        },
    ];

    private static StatutoryRule[] MakingAPlan(string by, ClockEvent on, OriginRoute route, string draft, string plan, ExemptionList exemptions) =>
    [
        new()
        {
            Key = $"make-plan-draft-{by}",
            Kind = DeadlineKind.DraftPlan,
            Holder = DutyHolder.LocalAuthority,
            Duty = "send the draft plan",
            Limit = new(5, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = on,
            DoneBy = ClockEvent.DraftPlanServed,
            Citation = draft,
            Routes = [route],
            Next = "the family has at least 15 days to comment on the draft",
            Exemptions = exemptions,
        },
        new()
        {
            Key = $"make-plan-final-{by}",
            Kind = DeadlineKind.FinalPlan,
            Holder = DutyHolder.LocalAuthority,
            Duty = "send the final plan to the parent or young person",
            After = DeadlineKind.DraftPlanComments,
            Limit = new(11, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = on,
            Citation = plan,
            Routes = [route],
            Next = "the plan is kept up and reviewed every year",
            Exemptions = exemptions,
        },
    ];

    private static StatutoryRule Amending(string key, ClockEvent on, OriginRoute route, string citation, ExemptionList exemptions, string duty = "send the amended plan") => new()
    {
        Key = key,
        Kind = DeadlineKind.OrderedAmendment,
        Holder = DutyHolder.LocalAuthority,
        Duty = duty,
        Limit = new(5, TimeUnit.Weeks, CountingConvention.Of),
        StartsFrom = on,
        Citation = citation,
        Routes = [route],
        Next = "the plan is kept up and reviewed every year",
        Exemptions = exemptions,
    };

    private static StatutoryRule ChangingTheSchool(string key, ClockEvent on, OriginRoute route, string citation, ExemptionList exemptions) => new()
    {
        Key = key,
        Kind = DeadlineKind.OrderedAmendment,
        Holder = DutyHolder.LocalAuthority,
        Duty = "send the plan with the school or college changed",
        Limit = new(2, TimeUnit.Weeks, CountingConvention.Of),
        StartsFrom = on,
        Citation = citation,
        Routes = [route],
        Next = "the school or college admits the child or young person",
        Exemptions = exemptions,
    };
}
