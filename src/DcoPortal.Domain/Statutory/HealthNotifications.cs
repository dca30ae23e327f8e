namespace DcoPortal.Domain.Statutory;

/// <summary>Which of the moments at which health must be told are done, missing or still to come.</summary>
public static class HealthNotifications
{
    /// <summary>
    /// The moments in order. After a plan, or once a plan is needed, the no-plan moment is left out, after "no plan" the plan's, and of
    /// a case that has ended whatever had not come by then. Regulations 4 and 5 are about whether to assess, so an order and a re-assessment have none of their moments; a
    /// re-assessment has no notice that no plan is needed either.
    /// </summary>
    /// <param name="facts">What happened, and when health was told.</param>
    public static IReadOnlyList<HealthNotification> For(HealthNotificationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        List<HealthNotification> moments = [];
        void Add(HealthNotificationMoment moment, DateOnly? happened, DateOnly? told, DateOnly? dueOn = null)
        {
            if (CitationOf(moment, facts.StartedBy) is { } citation) { moments.Add(Of(moment, happened, told, citation) with { DueOn = dueOn }); }
        }

        Add(HealthNotificationMoment.UnderConsideration, facts.UnderConsiderationOn, facts.ToldUnderConsiderationOn);
        Add(HealthNotificationMoment.DecisionMade, facts.DecidedOn, facts.ToldDecisionOn);
        if ((!facts.PlanNeeded || facts.NoPlanNotifiedOn is not null) && facts.FinalPlanIssuedOn is null) { Add(HealthNotificationMoment.NoPlanNeeded, facts.NoPlanNotifiedOn, facts.ToldNoPlanOn, facts.NoPlanDueOn); }
        if (facts.NoPlanNotifiedOn is null) { Add(HealthNotificationMoment.FinalPlanIssued, facts.FinalPlanIssuedOn, facts.ToldFinalPlanOn, facts.FinalPlanDueOn); }
        if (facts.HasEnded || facts.RefusedToAssess) { moments.RemoveAll(m => m.State == HealthNotificationState.NotYetDue); }
        return [.. moments.Select(m => AgainstDecision(m, facts))];
    }

    /// <summary>The regulation by which health must be told at a moment: "regulation 13(2)(c)"; null where there is no such moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="startedBy">How the assessment began.</param>
    public static string? CitationOf(HealthNotificationMoment moment, ClockEvent startedBy) => (moment, startedBy) switch
    {
        // regulations 44(2)(b)(i) and 45(3A)(a) name only the parent or young person
        (HealthNotificationMoment.NoPlanNeeded, ClockEvent.AssessmentOrdered or ClockEvent.AssessmentConceded) => "regulation 10(2)",
        (HealthNotificationMoment.FinalPlanIssued, ClockEvent.AssessmentOrdered) => "regulation 44(2)(b)(ii) with 13(2)(c)",
        (HealthNotificationMoment.FinalPlanIssued, ClockEvent.AssessmentConceded) => "regulation 45(3A)(b) with 13(2)(c)",
        (HealthNotificationMoment.FinalPlanIssued, ClockEvent.ReassessmentRequested or ClockEvent.ReassessmentNotified) => "regulation 27(2)",
        (HealthNotificationMoment.UnderConsideration, ClockEvent.RequestReceived or ClockEvent.BecameResponsible) => "regulation 4(2)",
        (HealthNotificationMoment.DecisionMade, ClockEvent.RequestReceived or ClockEvent.BecameResponsible) => "regulation 5(2)",
        (HealthNotificationMoment.NoPlanNeeded, ClockEvent.RequestReceived or ClockEvent.BecameResponsible) => "regulation 10(2)",
        (HealthNotificationMoment.FinalPlanIssued, ClockEvent.RequestReceived or ClockEvent.BecameResponsible) => "regulation 13(2)(c)",
        _ => null,
    };

    /// <summary>The moments at which health was not told, for the page to show the authority.</summary>
    /// <param name="facts">What happened, and when health was told.</param>
    public static IReadOnlyList<HealthNotification> MissingFrom(HealthNotificationFacts facts) =>
        [.. For(facts).Where(m => m.State == HealthNotificationState.Missing)];

    private static HealthNotification Of(HealthNotificationMoment moment, DateOnly? happened, DateOnly? told, string citation) => new(
        moment,
        told is not null ? HealthNotificationState.Told : happened is not null ? HealthNotificationState.Missing : HealthNotificationState.NotYetDue,
        happened, told, citation);

    // who is told of a decision is not told that it is being considered
    private static HealthNotification AgainstDecision(HealthNotification moment, HealthNotificationFacts facts) =>
        moment is { Moment: HealthNotificationMoment.UnderConsideration, ToldOn: { } told } && facts.DecidedOn is { } decided && (told > decided || IsOfOneDay(told, decided, facts.ToldDecisionOn))
            ? moment with { State = told > decided ? HealthNotificationState.NotBeforeDecision : moment.State, Decision = new(decided, facts.RefusedToAssess, facts.ToldDecisionOn == told) }
            : moment with { PlanNeeded = facts.PlanNeeded };

    // days do not say which of the two came first; health that heard of the decision later was told while it was open
    private static bool IsOfOneDay(DateOnly told, DateOnly decided, DateOnly? toldDecision) => told == decided && !(toldDecision > told);
}
