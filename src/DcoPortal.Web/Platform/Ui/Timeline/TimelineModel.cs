namespace DcoPortal.Web.Platform.Ui.Timeline;

/// <summary>The facts of the clock drawing. All days are civil days in Europe/London.</summary>
public sealed record TimelineModel
{
    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Day 0 of the statutory clock.</summary>
    public required DateOnly Anchor { get; init; }

    /// <summary>The day from which weeks are counted, which for a re-assessment is that of its notice; null while days are counted.</summary>
    public required DateOnly? WeeksFrom { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The decision to assess, drawn first; null when there is none to draw.</summary>
    public TimelineRow? Decision { get; init; }

    /// <summary>One row per health request.</summary>
    public IReadOnlyList<TimelineRow> Rows { get; init; } = [];

    /// <summary>The statutory marks, for example weeks 6, 16 and 20 of a request.</summary>
    public IReadOnlyList<TimelineMark> Marks { get; init; } = [];

    /// <summary>The moments at which health had to be told, whether it was told or not yet; numbered as listed.</summary>
    public IReadOnlyList<TimelineMoment> Moments { get; init; } = [];

    /// <summary>Weeks drawn while the date of the plan is not known: 15 days and 14 weeks, the longest that a re-assessment may take.</summary>
    public const int WeeksWithoutPlan = 17;

    /// <summary>Weeks that are always drawn; later dates make the axis longer.</summary>
    public int Weeks { get; init; } = 20;

    /// <summary>True where exemptions are only tried, on the what-if page: nothing is recorded there.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Where today stands on the clock: "week 5"; "day 9" while no week is counted; null before the clock starts.</summary>
    public string? TodayAt => Today < Anchor ? null : WeeksFrom is { } from && from <= Today ? $"week {StatutoryClock.WeekOf(from, Today)}" : $"day {Today.DayNumber - Anchor.DayNumber}";

    /// <summary>The decision, then the requests.</summary>
    public IEnumerable<TimelineRow> AllRows => Decision is null ? Rows : Rows.Prepend(Decision);
}

/// <summary>A vertical line with a name.</summary>
/// <param name="Label">For example "Week 6: decide".</param>
/// <param name="On">Its date.</param>
/// <param name="HasExemption">True when an exemption is recorded beside it: the line has a hatched band, the date unchanged.</param>
public sealed record TimelineMark(string Label, DateOnly On, bool HasExemption = false);

/// <summary>One bar.</summary>
/// <param name="Label">For example "Occupational therapy".</param>
/// <param name="SubLabel">The holder, for example "G Pritchard, LSCFT".</param>
/// <param name="From">The day the row's clock started.</param>
/// <param name="Due">The statutory due date.</param>
/// <param name="DoneOn">The day the work was done, or null.</param>
/// <param name="Status">Its status today.</param>
/// <param name="Note">Words beside the bar; the usual words for the status when null.</param>
/// <param name="HasExemption">True when an exemption is recorded: the bar is hatched, the date unchanged.</param>
/// <param name="LastWorkingDay">The last working day on or before the due date, when it is not the due date itself.</param>
public sealed record TimelineRow(
    string Label, string SubLabel, DateOnly From, DateOnly Due, DateOnly? DoneOn, RagStatus Status,
    string? Note = null, bool HasExemption = false, DateOnly? LastWorkingDay = null)
{
    /// <summary>Whether the due date is a local target and not law: past it, nothing is overdue.</summary>
    public bool IsLocalTarget { get; init; }
}

/// <summary>A moment at which health must be told.</summary>
/// <param name="Number">Its number in the list beside the drawing.</param>
/// <param name="On">The day health was told, or since when it should have been.</param>
/// <param name="IsMissing">Whether health has not been told, or not in time.</param>
/// <param name="Words">The whole sentence.</param>
public sealed record TimelineMoment(int Number, DateOnly On, bool IsMissing, string Words);
