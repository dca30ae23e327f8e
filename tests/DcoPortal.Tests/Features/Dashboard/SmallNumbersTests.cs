using DcoPortal.Domain.Figures;
using DcoPortal.Web.Parts.Dashboard;

namespace DcoPortal.Tests.Features.Dashboard;

public sealed class SmallNumbersTests
{
    [Fact]
    public void What_is_large_or_nought_stands_alone_in_its_order() =>
        Assert.Equal(["a", "b", "c"], Joined(("a", 7), ("b", 0), ("c", 6)));

    [Fact]
    public void A_small_number_joins_the_smallest_other_that_is_not_nought() =>
        Assert.Equal(["c", "d", "a+b"], Joined(("a", 3), ("b", 8), ("c", 10), ("d", 0)));

    [Fact]
    public void Small_numbers_that_are_large_enough_together_need_no_other() =>
        Assert.Equal(["c", "a+b"], Joined(("a", 3), ("b", 4), ("c", 10)));

    [Fact]
    public void Small_numbers_that_stay_small_together_take_a_third() =>
        Assert.Equal(["a+b+c"], Joined(("a", 1), ("b", 1), ("c", 10)));

    [Fact]
    public void Too_few_in_all_are_not_shown() => Assert.Empty(Joined(("a", 1), ("b", 2)));

    [Fact]
    public void Every_number_of_a_whole_is_nought_or_large_enough()
    {
        var random = new Random(20261129);
        for (var n = 0; n < 300; n++)
        {
            List<(int Key, int[] Numbers)> parts = [.. Enumerable.Range(0, random.Next(1, 9)).Select(k => (k, new[] { random.Next(0, 12), random.Next(0, 12) }))];

            var shown = SmallNumbers.Together(parts, p => p.Numbers);

            Assert.All(shown, whole => Assert.DoesNotContain(Enumerable.Range(0, 2).Select(c => whole.Sum(p => p.Numbers[c])), SmallNumbers.IsSmall));
            if (shown.Count > 0) { Assert.Equal(parts.Select(p => p.Key), shown.SelectMany(w => w).Select(p => p.Key).Order()); }
        }
    }

    [Fact]
    public void A_quarter_with_fewer_than_five_in_time_or_not_in_time_says_nothing_and_few_nil_returns_leave_the_share()
    {
        var quarter = FigurePeriod.Parse("2026-Q3")!;
        PeriodSight Sight(int inTime, int late, int nil) => new BoardPeriods([new("2026-07", AdviceOutcome.InTime, inTime), new("2026-08", AdviceOutcome.Late, late), new("2026-08", AdviceOutcome.NilReturn, nil)]).Of(quarter);

        Assert.Equal((true, true), (Sight(20, 6, 5).Share, Sight(20, 6, 5).All));
        Assert.Equal((true, false), (Sight(20, 6, 2).Share, Sight(20, 6, 2).All));
        Assert.False(Sight(20, 3, 5).Share);
        Assert.False(Sight(2, 30, 5).Share);
    }

    private static IEnumerable<string> Joined(params (string Name, int Count)[] parts) => SmallNumbers.Together(parts, p => [p.Count]).Select(w => string.Join('+', w.Select(p => p.Name)));
}
