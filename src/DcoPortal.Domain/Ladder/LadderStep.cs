namespace DcoPortal.Domain.Ladder;

/// <summary>A step of the chase ladder, from the gentlest to the last. Taken once for a request; Acknowledge once for each asking.</summary>
public enum LadderStep
{
    /// <summary>The service has not acknowledged the request.</summary>
    Acknowledge,

    /// <summary>Half of the time has gone.</summary>
    Halfway,

    /// <summary>The first reminder before the due date.</summary>
    FirstReminder,

    /// <summary>The second reminder before the due date.</summary>
    SecondReminder,

    /// <summary>The last reminder before the due date.</summary>
    LastReminder,

    /// <summary>The advice is due today.</summary>
    DueToday,

    /// <summary>The service lead is told.</summary>
    ServiceLead,

    /// <summary>The Designated Clinical Officer is told.</summary>
    DesignatedClinicalOfficer,

    /// <summary>The provider's SEND lead is told.</summary>
    ProviderLead,

    /// <summary>The integrated care board's SEND lead is told.</summary>
    IcbLead,
}

/// <summary>The reader of a step's email. No reader gets two steps about one request on one day.</summary>
public enum LadderAudience
{
    /// <summary>The holder of the request: the professional, their cover, or the service.</summary>
    Holder,

    /// <summary>The people who lead the service.</summary>
    ServiceLead,

    /// <summary>The DCO service.</summary>
    DcoService,

    /// <summary>The provider's SEND lead.</summary>
    ProviderLead,

    /// <summary>The board's SEND lead.</summary>
    IcbLead,
}

/// <summary>What a step's number of days means.</summary>
public enum LadderTiming
{
    /// <summary>Working days after the request was sent, or sent back for more.</summary>
    WorkingDaysAfterAsking,

    /// <summary>Half of the days between receipt by health and the due date: no number.</summary>
    HalfOfTheTime,

    /// <summary>Days before the due date.</summary>
    DaysBeforeDue,

    /// <summary>The due date: no number.</summary>
    OnTheDueDate,

    /// <summary>Working days after the due date; 0 is the due date.</summary>
    WorkingDaysAfterDue,
}

/// <summary>What is always true of each step.</summary>
public static class LadderSteps
{
    /// <summary>Every step, in the order of the ladder.</summary>
    public static IReadOnlyList<LadderStep> All { get; } = Enum.GetValues<LadderStep>();

    /// <summary>The reader of the step's email.</summary>
    public static LadderAudience Audience(this LadderStep step) => step switch
    {
        LadderStep.ServiceLead => LadderAudience.ServiceLead,
        LadderStep.DesignatedClinicalOfficer => LadderAudience.DcoService,
        LadderStep.ProviderLead => LadderAudience.ProviderLead,
        LadderStep.IcbLead => LadderAudience.IcbLead,
        _ => LadderAudience.Holder,
    };

    /// <summary>What the step's number means.</summary>
    public static LadderTiming Timing(this LadderStep step) => step switch
    {
        LadderStep.Acknowledge => LadderTiming.WorkingDaysAfterAsking,
        LadderStep.Halfway => LadderTiming.HalfOfTheTime,
        LadderStep.DueToday => LadderTiming.OnTheDueDate,
        LadderStep.FirstReminder or LadderStep.SecondReminder or LadderStep.LastReminder or LadderStep.ServiceLead => LadderTiming.DaysBeforeDue,
        _ => LadderTiming.WorkingDaysAfterDue,
    };

    /// <summary>Whether the step goes to a person above the holder. Early information is never escalated: its target is local.</summary>
    public static bool IsEscalation(this LadderStep step) => step.Audience() != LadderAudience.Holder;

    /// <summary>The step in words, such as "First reminder".</summary>
    public static string Label(this LadderStep step) => step switch
    {
        LadderStep.Acknowledge => "Ask to acknowledge",
        LadderStep.Halfway => "Halfway note",
        LadderStep.FirstReminder => "First reminder",
        LadderStep.SecondReminder => "Second reminder",
        LadderStep.LastReminder => "Last reminder",
        LadderStep.DueToday => "Due today",
        LadderStep.ServiceLead => "Tell the service lead",
        LadderStep.DesignatedClinicalOfficer => "Tell the DCO",
        LadderStep.ProviderLead => "Tell the provider’s SEND lead",
        LadderStep.IcbLead => "Tell the ICB’s SEND lead",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The step inside a sentence, such as "tell the provider’s SEND lead".</summary>
    public static string InSentence(this LadderStep step) => char.ToLowerInvariant(step.Label()[0]) + step.Label()[1..];
}
