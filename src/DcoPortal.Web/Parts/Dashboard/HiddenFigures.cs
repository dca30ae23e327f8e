namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>A total beside its parts: a reader who sees all but one of them can compute that one.</summary>
internal sealed record FigureSum(string Total, IReadOnlyList<string> Parts);

/// <summary>
/// The figures hidden from people who may see no small number: every figure from 1 to one below the limit, and as many others
/// as it takes that no sum on the page reveals one of them, or a group of them smaller than the limit.
/// </summary>
internal static class HiddenFigures
{
    /// <summary>The names of the hidden figures.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyDictionary<string, int> figures, IReadOnlyList<FigureSum> sums, int smallest)
    {
        var hidden = figures.Where(f => f.Value > 0 && f.Value < smallest).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        // each round hides one more figure, or the loop ends
        while (sums.Select(s => NextOf(s, figures, hidden, smallest)).OfType<string>().FirstOrDefault() is { } next) { hidden.Add(next); }
        return hidden;
    }

    private static string? NextOf(FigureSum sum, IReadOnlyDictionary<string, int> figures, HashSet<string> hidden, int smallest)
    {
        var parts = sum.Parts.Where(hidden.Contains).ToList();
        var total = hidden.Contains(sum.Total);
        if (parts.Count == 0 && !total) { return null; }
        var safe = total ? parts.Count > 0 : parts.Count > 1 && parts.Sum(p => figures[p]) >= smallest;
        if (safe) { return null; }
        // hides the smallest other part, which costs the reader least, before the total; a nought would protect nothing
        return sum.Parts.Where(p => !hidden.Contains(p) && figures[p] > 0).OrderBy(p => figures[p]).ThenBy(p => p, StringComparer.Ordinal).FirstOrDefault()
            ?? (total ? null : sum.Total);
    }
}
