namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>A total beside its parts: a reader who sees all but one of them can compute that one.</summary>
internal sealed record FigureSum(string Total, IReadOnlyList<string> Parts);

/// <summary>
/// The figures hidden from people who may see no small number: every figure from 1 to one below the limit, and as many others
/// as it takes that no sum on the page reveals one of them, or a group of them smaller than the limit.
/// </summary>
internal static class HiddenFigures
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    /// <summary>The names of the hidden figures.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyDictionary<string, int> figures, IReadOnlyList<FigureSum> sums, int smallest) => Beside(figures, sums, smallest, None, None)!;

    /// <summary>The names of the hidden figures where others were shown or hidden before, on another page, and must stay so.</summary>
    /// <param name="figures">All figures.</param>
    /// <param name="sums">What adds up to what.</param>
    /// <param name="smallest">The smallest number that may be seen.</param>
    /// <param name="hiddenBefore">Those that were hidden before.</param>
    /// <param name="shownBefore">Those that were shown before.</param>
    /// <returns>Null where no choice of the others hides every small number: then none of them may be shown.</returns>
    public static IReadOnlySet<string>? Beside(IReadOnlyDictionary<string, int> figures, IReadOnlyList<FigureSum> sums, int smallest, IReadOnlySet<string> hiddenBefore, IReadOnlySet<string> shownBefore)
    {
        var hidden = figures.Where(f => f.Value > 0 && f.Value < smallest && !shownBefore.Contains(f.Key)).Select(f => f.Key).Concat(hiddenBefore).ToHashSet(StringComparer.Ordinal);
        bool Free(string name) => !hidden.Contains(name) && !shownBefore.Contains(name) && figures[name] > 0;
        // each round hides one more figure, or the loop ends
        while (sums.FirstOrDefault(s => !IsSafe(s, figures, hidden, smallest) && (s.Parts.Any(Free) || Free(s.Total))) is { } unsafeSum)
        {
            // the smallest other part costs the reader least; a nought would protect nothing
            hidden.Add(unsafeSum.Parts.Where(Free).OrderBy(p => figures[p]).ThenBy(p => p, StringComparer.Ordinal).FirstOrDefault() ?? unsafeSum.Total);
        }
        return shownBefore.Count > 0 && !sums.All(s => IsSafe(s, figures, hidden, smallest)) ? null : hidden;
    }

    private static bool IsSafe(FigureSum sum, IReadOnlyDictionary<string, int> figures, HashSet<string> hidden, int smallest)
    {
        var parts = sum.Parts.Where(hidden.Contains).ToList();
        return hidden.Contains(sum.Total) ? parts.Count > 0 || figures[sum.Total] == 0 : parts.Count == 0 || (parts.Count > 1 && parts.Sum(p => figures[p]) >= smallest);
    }
}
