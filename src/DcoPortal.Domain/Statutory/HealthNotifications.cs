namespace DcoPortal.Domain.Statutory;

/// <summary>Which of the moments at which health must be told are done, missing or still to come.</summary>
public static class HealthNotifications
{
    /// <summary>The moments in order. After a plan the no-plan moment is left out, after "no plan" the plan's, and after a refusal to assess both.</summary>
    /// <param name="facts">What happened, and when health was told.</param>
    /// <param name="refusedToAssess">Whether the decision was not to assess.</param>
    public static IReadOnlyList<HealthNotification> For(HealthNotificationFacts facts, bool refusedToAssess = false)
    {
        ArgumentNullException.ThrowIfNull(facts);
        List<HealthNotification> moments =
        [
            Of(HealthNotificationMoment.UnderConsideration, facts.UnderConsiderationOn, facts.ToldUnderConsiderationOn),
            Of(HealthNotificationMoment.DecisionMade, facts.DecidedOn, facts.ToldDecisionOn),
        ];
        if (!refusedToAssess && facts.FinalPlanIssuedOn is null) { moments.Add(Of(HealthNotificationMoment.NoPlanNeeded, facts.NoPlanNotifiedOn, facts.ToldNoPlanOn)); }
        if (!refusedToAssess && facts.NoPlanNotifiedOn is null) { moments.Add(Of(HealthNotificationMoment.FinalPlanIssued, facts.FinalPlanIssuedOn, facts.ToldFinalPlanOn)); }
        return moments;
    }

    /// <summary>The moments that happened and were not told: those to flag to the authority.</summary>
    /// <param name="facts">What happened, and when health was told.</param>
    /// <param name="refusedToAssess">Whether the decision was not to assess.</param>
    public static IReadOnlyList<HealthNotification> MissingFrom(HealthNotificationFacts facts, bool refusedToAssess = false) =>
        [.. For(facts, refusedToAssess).Where(m => m.State == HealthNotificationState.Missing)];

    private static HealthNotification Of(HealthNotificationMoment moment, DateOnly? happened, DateOnly? told) => new(
        moment,
        told is not null ? HealthNotificationState.Told : happened is not null ? HealthNotificationState.Missing : HealthNotificationState.NotYetDue,
        happened, told);
}
