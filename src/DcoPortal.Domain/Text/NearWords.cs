namespace DcoPortal.Domain.Text;

/// <summary>Whether two words may be one that somebody misspelt.</summary>
public static class NearWords
{
    private const int Shortest = 4;

    // in a long word two slips still leave it one that is meant
    private const int LongFrom = 8;

    private const int ShortestOfTwo = 5;

    /// <summary>Whether one letter more, less, changed or exchanged makes one of the other; of long words two. A figure in a word tells it from another.</summary>
    /// <param name="one">A normalised word.</param>
    /// <param name="other">Another.</param>
    public static bool AreNear(string one, string other)
    {
        if (one == other) { return true; }
        var shorter = Math.Min(one.Length, other.Length);
        var most = shorter >= LongFrom ? 2 : 1;
        return shorter >= Shortest && Math.Abs(one.Length - other.Length) <= most && !one.Any(char.IsDigit) && !other.Any(char.IsDigit) && Distance(one, other) <= most;
    }

    /// <summary>Whether two slips make one of the other, where the words are long enough, or begin alike, to be told from chance.</summary>
    /// <param name="one">A normalised word without figures.</param>
    /// <param name="other">Another.</param>
    public static bool AreTwoSlipsApart(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        return (shorter > ShortestOfTwo || (shorter == ShortestOfTwo && one[0] == other[0])) && Math.Abs(one.Length - other.Length) <= 2 && Distance(one, other) <= 2;
    }

    private static int Distance(string one, string other)
    {
        var (before, last, now) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray(), new int[other.Length + 1]);
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) { now[j] = Math.Min(now[j], before[j - 2] + 1); }
            }
            (before, last, now) = (last, now, before);
        }
        return last[other.Length];
    }
}
