namespace DcoPortal.Domain.Figures;

/// <summary>How many things took how many days, and how many never came: a median that leaves those out would be too good.</summary>
public sealed class DayCounts
{
    private readonly (int Days, int Count)[] _counts;

    /// <summary>The counts, in any order.</summary>
    /// <param name="counts">Days, and how many took them.</param>
    /// <param name="never">How many have not come.</param>
    public DayCounts(IEnumerable<(int Days, int Count)> counts, int never = 0)
    {
        _counts = [.. counts.OrderBy(c => c.Days)];
        Never = never;
        All = _counts.Sum(c => c.Count) + never;
    }

    /// <summary>How many have not come.</summary>
    public int Never { get; }

    /// <summary>How many there are, come or not.</summary>
    public int All { get; }

    /// <summary>The place of a percentile among so many.</summary>
    public static int Rank(int of, int percent) => ((of * percent) + 99) / 100;

    /// <summary>The days within which so many in a hundred came: the nearest rank. Null where too few came, or there are none.</summary>
    /// <param name="percent">1 to 100: 50 is the median.</param>
    public int? Percentile(int percent)
    {
        var rank = Rank(All, percent);
        var seen = 0;
        foreach (var (days, count) in _counts)
        {
            seen += count;
            if (seen >= rank) { return days; }
        }
        return null;
    }
}
