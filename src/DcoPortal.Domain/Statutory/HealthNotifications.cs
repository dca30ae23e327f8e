namespace DcoPortal.Domain.Statutory;

/// <summary>Which of the moments at which health must be told are done, missing or still to come.</summary>
public static class HealthNotifications
{
    /// <summary>
    /// The moments in order. After a plan the no-plan moment is left out, after "no plan" the plan's, and after a refusal to assess
    /// both. Regulations 4 and 5 are about whether to assess, so an order and a re-assessment have none of their moments; a
    /// re-assessment has no notice that no plan is needed either.
    /// </summary>
    /// <param name="facts">What happened, and when health was told.</param>
    /// <param name="refusedToAssess">Whether the decision was not to assess.</param>
    public static IReadOnlyList<HealthNotification> For(HealthNotificationFacts facts, bool refusedToAssess = false)
    {
        ArgumentNullException.ThrowIfNull(facts);
        List<HealthNotification> moments = [];
        void Add(HealthNotificationMoment moment, DateOnly? happened, DateOnly? told, DateOnly? dueOn = null)
        {
            if (CitationOf(moment, facts.StartedBy) is { } citation) { moments.Add(Of(moment, happened, told, citation) with { DueOn = dueOn }); }
        }

        Add(HealthNotificationMoment.UnderConsideration, facts.UnderConsiderationOn, facts.ToldUnderConsiderationOn);
        Add(HealthNotificationMoment.DecisionMade, facts.DecidedOn, facts.ToldDecisionOn);
        if (!refusedToAssess && facts.FinalPlanIssuedOn is null) { Add(HealthNotificationMoment.NoPlanNeeded, facts.NoPlanNotifiedOn, facts.ToldNoPlanOn); }
        if (!refusedToAssess && facts.NoPlanNotifiedOn is null) { Add(HealthNotificationMoment.FinalPlanIssued, facts.FinalPlanIssuedOn, facts.ToldFinalPlanOn, facts.FinalPlanDueOn); }
        return moments;
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
    /// <param name="refusedToAssess">Whether the decision was not to assess.</param>
    public static IReadOnlyList<HealthNotification> MissingFrom(HealthNotificationFacts facts, bool refusedToAssess = false) =>
        [.. For(facts, refusedToAssess).Where(m => m.State == HealthNotificationState.Missing)];

    private static HealthNotification Of(HealthNotificationMoment moment, DateOnly? happened, DateOnly? told, string citation) => new(
        moment,
        told is not null ? HealthNotificationState.Told : happened is not null ? HealthNotificationState.Missing : HealthNotificationState.NotYetDue,
        happened, told, citation);
}
