namespace DcoPortal.Casework.Notifications.Importing.Reading;

// a colour says something to who painted it, and nothing to whoever reads the cells: the rows that have another one than most are named once for the file
internal static class ColouredRows
{
    private const int MostNamed = 10;

    // fewer rows make no pattern
    private const int FewestOfAStripe = 3;

    /// <summary>Which rows are coloured otherwise than most, in words; or null.</summary>
    /// <param name="colours">The colours of a sheet's cells, by line and column.</param>
    /// <param name="lines">The lines of the rows that were read.</param>
    public static string? Told(IReadOnlyDictionary<(int Line, int Column), string> colours, IReadOnlyList<int> lines)
    {
        SortedSet<int> marked = [];
        foreach (var column in colours.Keys.Select(c => c.Column).Distinct())
        {
            string Of(int line) => colours.GetValueOrDefault((line, column)) ?? "";
            var (even, odd, most) = (Stripe(lines.Where(l => l % 2 == 0).Select(Of)), Stripe(lines.Where(l => l % 2 == 1).Select(Of)), Most(lines.Select(Of)));
            marked.UnionWith(lines.Where(l => Of(l) != (even is null || odd is null ? most : l % 2 == 0 ? even : odd)));
        }
        return marked.Count == 0 ? null : $"Colours: {Rows(marked)} coloured otherwise than most. If that says something, such as that a family objects or has withdrawn, look at {(marked.Count == 1 ? "it" : "them")} before you import";
    }

    private static string Rows(SortedSet<int> marked) => marked.Count == 1 ? $"row {marked.Min} is"
        : marked.Count <= MostNamed ? $"rows {string.Join(", ", marked.SkipLast(1))} and {marked.Max} are"
        : $"rows {string.Join(", ", marked.Take(MostNamed))} and {marked.Count - MostNamed} more are";

    // the colour of every second row of a striped list, though some of them are painted over
    private static string? Stripe(IEnumerable<string> colours)
    {
        var all = colours.ToList();
        return all.Count >= FewestOfAStripe && all.CountBy(c => c).MaxBy(c => c.Value) is var most && most.Value * 4 >= all.Count * 3 ? most.Key : null;
    }

    // the colour of a column; of none that most rows have, it is that of paper
    private static string Most(IEnumerable<string> colours)
    {
        var all = colours.ToList();
        return all.CountBy(c => c).MaxBy(c => c.Value) is { Value: >= 2 } most && most.Value * 2 > all.Count ? most.Key : "";
    }
}
