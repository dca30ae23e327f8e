namespace DcoPortal.Domain.Statutory;

/// <summary>The events of an assessment and when health was told of each. Days are civil dates in Europe/London; null until they happen.</summary>
public sealed record HealthNotificationFacts
{
    /// <summary>How the assessment began, which decides the moments and their regulations.</summary>
    public ClockEvent StartedBy { get; init; } = ClockEvent.RequestReceived;

    /// <summary>The day the assessment began.</summary>
    public required DateOnly UnderConsiderationOn { get; init; }

    /// <summary>The day health was notified, before the decision or with it.</summary>
    public DateOnly? ToldUnderConsiderationOn { get; init; }

    /// <summary>The day of the decision to assess or not.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Whether the decision was not to assess.</summary>
    public bool RefusedToAssess { get; init; }

    /// <summary>The day health was told of the decision.</summary>
    public DateOnly? ToldDecisionOn { get; init; }

    /// <summary>Whether it is recorded that a plan is needed.</summary>
    public bool PlanNeeded { get; init; }

    /// <summary>Whether the case has ended, however it did: nothing more is to come then.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The day the family was told that no plan is needed.</summary>
    public DateOnly? NoPlanNotifiedOn { get; init; }

    /// <summary>The day by which health must be told that no plan is needed; null where no limit of law names it (Europe/London).</summary>
    public DateOnly? NoPlanDueOn { get; init; }

    /// <summary>The day health was told that no plan is needed.</summary>
    public DateOnly? ToldNoPlanOn { get; init; }

    /// <summary>The day the final plan was sent to the family.</summary>
    public DateOnly? FinalPlanIssuedOn { get; init; }

    /// <summary>The limit of the final plan, by which health must have it too.</summary>
    public DateOnly? FinalPlanDueOn { get; init; }

    /// <summary>The day health was sent the final plan.</summary>
    public DateOnly? ToldFinalPlanOn { get; init; }
}
