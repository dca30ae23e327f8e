using DcoPortal.Web.Parts.Dashboard;

namespace DcoPortal.Tests.Features.Dashboard;

public sealed class HiddenFiguresTests
{
    private const int Smallest = 5;

    [Fact]
    public void A_small_part_takes_another_with_it_so_that_the_total_does_not_tell()
    {
        var figures = new Dictionary<string, int> { ["total"] = 21, ["a"] = 3, ["b"] = 8, ["c"] = 10, ["d"] = 0 };

        var hidden = HiddenFigures.Of(figures, [new("total", ["a", "b", "c", "d"])], Smallest);

        Assert.Equal(["a", "b"], hidden.Order());
    }

    [Fact]
    public void Two_small_parts_that_come_to_less_than_the_limit_take_a_third()
    {
        var figures = new Dictionary<string, int> { ["total"] = 12, ["a"] = 1, ["b"] = 1, ["c"] = 10 };

        Assert.Equal(["a", "b", "c"], HiddenFigures.Of(figures, [new("total", ["a", "b", "c"])], Smallest).Order());
    }

    [Fact]
    public void A_small_total_is_not_told_by_its_parts_and_figures_that_are_large_or_nought_stay()
    {
        var small = new Dictionary<string, int> { ["total"] = 4, ["a"] = 4, ["b"] = 0 };
        var large = new Dictionary<string, int> { ["total"] = 16, ["a"] = 9, ["b"] = 7, ["c"] = 0 };

        Assert.Equal(["a", "total"], HiddenFigures.Of(small, [new("total", ["a", "b"])], Smallest).Order());
        Assert.Empty(HiddenFigures.Of(large, [new("total", ["a", "b", "c"])], Smallest));
    }

    [Fact]
    public void No_row_or_column_of_any_table_gives_a_small_number_away()
    {
        var random = new Random(20261122);
        for (var n = 0; n < 300; n++)
        {
            int rows = random.Next(1, 7), columns = random.Next(2, 6);
            var figures = new Dictionary<string, int>();
            var sums = new List<FigureSum>();
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < columns; c++) { figures[$"{r}:{c}"] = random.Next(0, 12); }
                figures[$"{r}:sum"] = Enumerable.Range(0, columns).Sum(c => figures[$"{r}:{c}"]);
                sums.Add(new($"{r}:sum", [.. Enumerable.Range(0, columns).Select(c => $"{r}:{c}")]));
            }
            foreach (var c in Enumerable.Range(0, columns).Select(c => $"{c}").Append("sum"))
            {
                figures[$"all:{c}"] = Enumerable.Range(0, rows).Sum(r => figures[$"{r}:{c}"]);
                sums.Add(new($"all:{c}", [.. Enumerable.Range(0, rows).Select(r => $"{r}:{c}")]));
            }

            var hidden = HiddenFigures.Of(figures, sums, Smallest);

            Assert.All(figures.Where(f => f.Value is > 0 and < Smallest), f => Assert.Contains(f.Key, hidden));
            Assert.All(sums, sum =>
            {
                var parts = sum.Parts.Where(hidden.Contains).ToList();
                if (hidden.Contains(sum.Total)) { Assert.True(parts.Count > 0 || figures[sum.Total] == 0, $"{sum.Total} can be added up"); }
                else if (parts.Count > 0) { Assert.True(parts.Count > 1 && parts.Sum(p => figures[p]) >= Smallest, $"the rest of {sum.Total} tells"); }
            });
        }
    }
}
