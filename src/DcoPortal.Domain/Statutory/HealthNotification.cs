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
    /// <summary>The limit by which health must have been told, where the law sets one; else null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>One sentence without the law behind it: told, missing since when, or not yet due.</summary>
    public string Explain() => State switch
    {
        HealthNotificationState.Told => Moment == HealthNotificationMoment.FinalPlanIssued ? $"Health was sent the final plan on {DeadlineWords.Day(ToldOn!.Value)}{Late}." : $"Health was told on {DeadlineWords.Day(ToldOn!.Value)} {What}.",
        HealthNotificationState.Missing => $"Health has not been {(Moment == HealthNotificationMoment.FinalPlanIssued ? "sent the final plan" : $"told {What}")}, which is owed since {DeadlineWords.Day(HappenedOn!.Value)}.",
        _ => Moment switch
        {
            HealthNotificationMoment.UnderConsideration => "Health must be told when the local authority considers whether to assess.",
            HealthNotificationMoment.DecisionMade => "Health must be told whether the local authority will assess, once it has decided.",
            HealthNotificationMoment.NoPlanNeeded => "Health must be told if no plan is needed.",
            _ => "Health must be sent the final plan, when there is one.",
        },
    };

    private string Late => ToldOn > DueOn ? $", {DeadlineWords.Days(ToldOn.Value.DayNumber - DueOn.Value.DayNumber)} late" : "";

    private string What => Moment switch
    {
        HealthNotificationMoment.UnderConsideration => "that the local authority is considering whether to assess",
        HealthNotificationMoment.DecisionMade => "whether the local authority will assess",
        _ => "that no plan is needed",
    };
}
