namespace DcoPortal.Domain.Statutory.Forecasting;

/// <summary>Whether a date can be kept.</summary>
public enum Outlook
{
    /// <summary>Even at the pace of the slowest quarter it is kept.</summary>
    OnCourse,

    /// <summary>At the usual pace it is kept; at the pace of the slowest quarter it is not.</summary>
    Tight,

    /// <summary>It can still be kept, but at the usual pace it is not.</summary>
    ExpectedLate,

    /// <summary>It cannot be kept any more, even if every answer came today.</summary>
    OutOfReach,

    /// <summary>There is not enough history to say.</summary>
    NotEnoughHistory,
}

/// <summary>The forecast for one of the authority's dates.</summary>
/// <param name="Deadline">The no-plan notice or the final plan.</param>
/// <param name="Outlook">Whether it can be kept.</param>
/// <param name="ExpectedOn">When it may be ready, Europe/London; null when there is not enough history.</param>
/// <param name="Words">The forecast in one to three sentences, with what it is based on.</param>
public sealed record Milestone(Deadline Deadline, Outlook Outlook, DateOnly? ExpectedOn, string Words)
{
    /// <summary>Whether it could still be kept if every answer came today.</summary>
    public bool IsStillReachable => Outlook != Outlook.OutOfReach;
}
