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

    /// <summary>Health was told with the decision or after it, and no notice before it is recorded. Nothing can mend that.</summary>
    NotBeforeDecision,
}

/// <summary>The decision that a notice before it came too late for, or on whose day it came. Days are civil dates in Europe/London.</summary>
/// <param name="On">The day of the decision.</param>
/// <param name="IsRefusal">Whether it was not to assess.</param>
/// <param name="WasToldThen">Whether health was told of it on the day of the notification.</param>
public sealed record DecisionBeforeNotice(DateOnly On, bool IsRefusal, bool WasToldThen);

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

    /// <summary>The decision, where the notice that it was being considered came after it, or on its day.</summary>
    public DecisionBeforeNotice? Decision { get; init; }

    /// <summary>Whether it is recorded that a plan is needed.</summary>
    public bool PlanNeeded { get; init; }

    /// <summary>Whether the duty was not met: not yet, or not in its time.</summary>
    public bool IsMissed => State is HealthNotificationState.Missing or HealthNotificationState.NotBeforeDecision;

    /// <summary>What is to be said without the law behind it: told, missing since when, not before the decision, or not yet due.</summary>
    public string Explain() => State switch
    {
        HealthNotificationState.Told when Decision is { } decided => $"Health was told on {DeadlineWords.Day(ToldOn!.Value)}, the day of the decision {ToDo(decided)}.",
        // a decision that was told with it may have been taken back since: what stands is that health was told of the case
        HealthNotificationState.Told when Moment == HealthNotificationMoment.UnderConsideration => $"Health was told of the case on {DeadlineWords.Day(ToldOn!.Value)}.",
        HealthNotificationState.Told => Moment == HealthNotificationMoment.FinalPlanIssued ? $"Health was sent the final plan on {DeadlineWords.Day(ToldOn!.Value)}{Late}." : $"Health was told on {DeadlineWords.Day(ToldOn!.Value)} {What}{Late}.",
        HealthNotificationState.Missing => $"Health has not been {(Moment == HealthNotificationMoment.FinalPlanIssued ? "sent the final plan" : $"told {What}")}, which is owed since {DeadlineWords.Day(HappenedOn!.Value)}.",
        HealthNotificationState.NotBeforeDecision => NotBefore(Decision!, ToldOn!.Value),
        _ => Moment switch
        {
            HealthNotificationMoment.UnderConsideration => "Health must be told when the local authority considers whether to assess.",
            HealthNotificationMoment.DecisionMade => "Health must be told whether the local authority will assess, once it has decided.",
            HealthNotificationMoment.NoPlanNeeded => "Health must be told if no plan is needed.",
            _ when PlanNeeded => "Health must be sent the final plan.",
            _ => "Health must be sent the final plan, when there is one.",
        },
    };

    private string Late => ToldOn > DueOn ? $", {DeadlineWords.Days(ToldOn.Value.DayNumber - DueOn.Value.DayNumber)} late" : "";

    private static string NotBefore(DecisionBeforeNotice decision, DateOnly told)
    {
        var made = $"the decision {ToDo(decision)}";
        var day = DeadlineWords.Day(told);
        return $"Health was told {(decision.WasToldThen ? $"on {day} of {made} of" : $"of the request on {day}, after {made} of")} {DeadlineWords.Day(decision.On)}. No notice before the decision is recorded here.";
    }

    private static string ToDo(DecisionBeforeNotice decision) => decision.IsRefusal ? "not to assess" : "to assess";

    private string What => Moment switch
    {
        HealthNotificationMoment.UnderConsideration => "that the local authority is considering whether to assess",
        HealthNotificationMoment.DecisionMade => "whether the local authority will assess",
        _ => "that no plan is needed",
    };
}
