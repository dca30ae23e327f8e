namespace DcoPortal.Domain.Statutory;

/// <summary>Whether health was told at one of the moments.</summary>
public enum HealthNotificationState
{
    /// <summary>The event that health must be told of has not happened.</summary>
    NotYetDue,

    /// <summary>The event happened and health has not been told.</summary>
    Missing,

    /// <summary>Health was told.</summary>
    Told,
}

/// <summary>One moment at which health must be told, and whether it was. Days are civil dates in Europe/London.</summary>
/// <param name="Moment">Which moment.</param>
/// <param name="State">Whether health was told.</param>
/// <param name="HappenedOn">The day of the event that health must be told of, or null.</param>
/// <param name="ToldOn">The day health was told, or null.</param>
/// <param name="Citation">The source: "regulation 4(2)".</param>
public sealed record HealthNotification(HealthNotificationMoment Moment, HealthNotificationState State, DateOnly? HappenedOn, DateOnly? ToldOn, string Citation)
{
    /// <summary>What health must be told, in words that follow "health must be told".</summary>
    public string What => Moment switch
    {
        HealthNotificationMoment.UnderConsideration => "that the local authority is considering whether to assess",
        HealthNotificationMoment.DecisionMade => "whether the local authority will assess",
        HealthNotificationMoment.NoPlanNeeded => "that no plan is needed",
        HealthNotificationMoment.FinalPlanIssued => "of the final plan, by being sent it",
        _ => throw new InvalidOperationException($"{Moment} is no moment."),
    };

    /// <summary>One sentence without the law behind it: told, missing since when, or not yet due.</summary>
    public string Explain() => State switch
    {
        HealthNotificationState.Told => $"Health was told on {DeadlineWords.Day(ToldOn!.Value)} {What}.",
        HealthNotificationState.Missing => $"Health has not been told {What}, which is owed since {DeadlineWords.Day(HappenedOn!.Value)}.",
        _ => $"Health must be told {What}, once it is so.",
    };
}
