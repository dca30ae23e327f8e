using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>
/// How numbers from 1 to 4 are kept from board members: what has one is put together with others, until the whole is nought or large enough,
/// and only the whole is shown. Nothing is shown as hidden, so there is nothing to subtract: whatever a reader adds up or takes away is made of
/// wholes that they see anyway (ADR 34).
/// </summary>
internal static class SmallNumbers
{
    public const string Total = "Total";

    /// <summary>All that was not in time and is no nil return.</summary>
    public const string Missed = "Missed";

    /// <summary>The two numbers of a share.</summary>
    public static IReadOnlyList<string> OfShare { get; } = [nameof(AdviceOutcome.InTime), Missed];

    /// <summary>Every outcome that is counted.</summary>
    public static IReadOnlyList<string> OfAll { get; } = [.. AdviceOutcomes.Counted.Select(o => $"{o}")];

    /// <summary>Whether a number could name somebody.</summary>
    public static bool IsSmall(int count) => count is > 0 and < BoardMemberFigures.SmallestShown;

    /// <summary>Puts parts together until no whole has a small number.</summary>
    /// <param name="parts">The parts, in the order in which they are shown.</param>
    /// <param name="numbers">The numbers that are shown of a part.</param>
    /// <returns>The parts that can be shown alone, in their order, then those that are shown together. Empty where even all together are too few.</returns>
    public static IReadOnlyList<IReadOnlyList<T>> Together<T>(IReadOnlyList<T> parts, Func<T, IReadOnlyList<int>> numbers)
    {
        var of = parts.Select(p => (Part: p, Numbers: numbers(p))).ToList();
        var together = of.FindAll(p => p.Numbers.Any(IsSmall));
        // the smallest joins first: it is the one that the reader misses least
        var others = new Queue<(T Part, IReadOnlyList<int> Numbers)>(of.Except(together).OrderBy(p => p.Numbers.Sum()).SkipWhile(p => p.Numbers.Sum() == 0));
        while (HasSmall(together) && others.TryDequeue(out var next)) { together.Add(next); }
        if (HasSmall(together)) { return []; }
        var joined = of.Where(together.Contains).Select(p => p.Part).ToList();
        List<IReadOnlyList<T>> alone = [.. of.Where(p => !together.Contains(p)).Select(p => (IReadOnlyList<T>)[p.Part])];
        return joined.Count == 0 ? alone : [.. alone, joined];
    }

    /// <summary>The columns of a row: the outcomes, those not in time together, all together, and those beside.</summary>
    public static IReadOnlyDictionary<string, int> Row(IEnumerable<FigureCell> cells)
    {
        var counts = cells.GroupBy(c => c.Outcome).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        var row = AdviceOutcomes.Counted.Concat(AdviceOutcomes.Beside).ToDictionary(o => $"{o}", o => counts.GetValueOrDefault(o));
        row[Missed] = AdviceOutcomes.Missed.Sum(o => row[$"{o}"]);
        row[Total] = counts.Where(c => c.Key.IsCounted()).Sum(c => c.Value);
        return row;
    }

    private static bool HasSmall<T>(List<(T Part, IReadOnlyList<int> Numbers)> parts) =>
        parts.Count > 0 && Enumerable.Range(0, parts[0].Numbers.Count).Any(n => IsSmall(parts.Sum(p => p.Numbers[n])));
}
