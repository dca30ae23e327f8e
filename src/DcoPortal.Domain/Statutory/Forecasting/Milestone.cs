namespace DcoPortal.Domain.Statutory.Forecasting;

/// <summary>Whether a date can be kept.</summary>
public enum Outlook
{
    /// <summary>The date is kept even at the pace of the slowest quarter.</summary>
    OnCourse,

    /// <summary>The date is kept at the usual pace, but not at the pace of the slowest quarter.</summary>
    Tight,

    /// <summary>The date can still be kept, but not at the usual pace.</summary>
    ExpectedLate,

    /// <summary>The law does not allow the date any more: it has passed, or the family's time to comment would end after it.</summary>
    OutOfReach,

    /// <summary>There is not enough history to say.</summary>
    NotEnoughHistory,

    /// <summary>Nobody has advice, and the Designated Clinical Officer has yet to say what follows.</summary>
    WaitsForDco,
}

/// <summary>The forecast for one of the authority's dates.</summary>
/// <param name="Deadline">The final plan.</param>
/// <param name="Outlook">Whether it can be kept.</param>
/// <param name="ExpectedOn">When the work may be ready, Europe/London; null when there is not enough history.</param>
/// <param name="Words">The forecast in one to three sentences, with what it is based on.</param>
public sealed record Milestone(Deadline Deadline, Outlook Outlook, DateOnly? ExpectedOn, string Words)
{
    /// <summary>Whether the law still allows the date.</summary>
    public bool IsStillReachable => Outlook != Outlook.OutOfReach;
}
