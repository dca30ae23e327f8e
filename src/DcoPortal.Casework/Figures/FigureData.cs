using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>How many took so many days, as it is kept.</summary>
/// <param name="Days">Days, and how many took them.</param>
/// <param name="Never">How many have not come.</param>
public sealed record KeptDays(IReadOnlyList<DayCount> Days, int Never)
{
    /// <summary>The same, to take percentiles of.</summary>
    public DayCounts Counts() => new(Days.Select(d => (d.Days, d.Count)), Never);
}

/// <summary>How many took this number of days.</summary>
public sealed record DayCount(int Days, int Count);

/// <summary>How far the requests of a month came on their way, each step among those before it.</summary>
/// <param name="Due">All that fell due.</param>
/// <param name="Asked">Of these, sent to a service.</param>
/// <param name="Opened">Of these, opened.</param>
/// <param name="Answered">Of these, answered, and the answer was not sent back.</param>
/// <param name="Returned">Of these, returned to the authority, advice or nil.</param>
/// <param name="InTime">Of these, advice in time.</param>
/// <param name="Fewest">The fewest that came equally far with one outcome: what differences of these steps and the outcomes could come down to.</param>
public sealed record FigureFunnel(int Due, int Asked, int Opened, int Answered, int Returned, int InTime, int Fewest);

/// <summary>All the counts of one period: read from the requests as they stand, or kept from the day they were reported.</summary>
public sealed record FigureData
{
    /// <summary>By month and outcome.</summary>
    public required IReadOnlyList<FigureCell> Months { get; init; }

    /// <summary>By the rows of each cut that was read.</summary>
    public required IReadOnlyDictionary<FigureCut, IReadOnlyList<FigureCell>> Cuts { get; init; }

    /// <summary>What outcomes are made of.</summary>
    public required IReadOnlyList<FigureDetail> Details { get; init; }

    /// <summary>Where the days went of what was not in time.</summary>
    public required IReadOnlyList<CauseCount> Causes { get; init; }

    /// <summary>Why it was not in time, as it was said. Empty in what was reported before reasons were recorded.</summary>
    public IReadOnlyList<ReasonCount> Reasons { get; init; } = [];

    /// <summary>Days from asking health to the advice.</summary>
    public required KeptDays Asked { get; init; }

    /// <summary>Days past the due date of what was not given, until it was closed or the figures were read. Empty in what was reported before this was counted.</summary>
    public KeptDays NotGiven { get; init; } = new([], 0);

    /// <summary>Days of each step.</summary>
    public required IReadOnlyDictionary<FigureStep, KeptDays> Steps { get; init; }

    /// <summary>Plans issued.</summary>
    public required IReadOnlyList<PlanCount> Plans { get; init; }

    /// <summary>How far they came.</summary>
    public required FigureFunnel Funnel { get; init; }

    /// <summary>How many of an outcome.</summary>
    public int Count(AdviceOutcome outcome) => Months.Where(c => c.Outcome == outcome).Sum(c => c.Count);

    /// <summary>How many fell due.</summary>
    public int Total => Months.Where(c => c.Outcome.IsCounted()).Sum(c => c.Count);
}
