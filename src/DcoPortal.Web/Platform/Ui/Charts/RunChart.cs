namespace DcoPortal.Web.Platform.Ui.Charts;

/// <summary>One point of a run chart.</summary>
/// <param name="Name">The whole name, such as "November 2026".</param>
/// <param name="Mark">As it stands under the axis, such as "Nov".</param>
/// <param name="Percent">0 to 100, or null where there is nothing, or nothing to show.</param>
/// <param name="IsChosen">Whether the page is about it.</param>
/// <param name="IsRunning">Whether its time is not over: it says "so far".</param>
public sealed record RunPoint(string Name, string Mark, double? Percent, bool IsChosen = false, bool IsRunning = false);

/// <summary>Shares over time with their median: half of the points lie above it and half below.</summary>
public sealed record RunChart(string Title, IReadOnlyList<RunPoint> Points)
{
    /// <summary>So many points in a row on one side of the median are no chance: the rule that the NHS uses for run charts.</summary>
    public const int Shift = 6;

    /// <summary>The median of the points that are shown; null where there are fewer than three.</summary>
    public double? Median
    {
        get
        {
            var shown = Points.Select(p => p.Percent).OfType<double>().Order().ToList();
            return shown.Count < 3 ? null : (shown[(shown.Count - 1) / 2] + shown[shown.Count / 2]) / 2;
        }
    }

    /// <summary>What the run says in a sentence, or null: a shift at its end.</summary>
    public string? Signal
    {
        get
        {
            if (Median is not { } median) { return null; }
            // points on the median belong to neither side
            var sides = Points.Select(p => p.Percent).OfType<double>().Where(p => Math.Abs(p - median) > 0.01).Select(p => p > median).Reverse().ToList();
            var run = sides.TakeWhile(s => s == sides[0]).Count();
            return run >= Shift ? $"The last {run} are all {(sides[0] ? "above" : "below")} the median: a lasting change, not chance." : null;
        }
    }
}
