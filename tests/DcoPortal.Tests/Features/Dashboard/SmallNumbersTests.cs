using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Parts.Dashboard;

namespace DcoPortal.Tests.Features.Dashboard;

/// <summary>Nobody who puts together all the pages that they may see can subtract their way to a number from 1 to 4.</summary>
public sealed class SmallNumbersTests
{
    private const int Smallest = BoardMemberFigures.SmallestShown;
    private static readonly FigurePeriod Quarter = FigurePeriod.Parse("2026-Q3")!;
    private static readonly string[] OfShare = [nameof(AdviceOutcome.InTime), SmallNumbers.Missed];

    [Fact]
    public void A_quarter_and_the_shares_of_its_months_give_no_small_number_away()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var months = Cells(new Random(seed), [.. Quarter.EachMonth().Select(m => m.Word)], most: 4 + (seed % 20));
            var hidden = SmallNumbers.OfQuarter(Quarter, months);
            var known = Row(Quarter.Word, FigureCounts.Of(months, Quarter)).Concat(Shares(Quarter, months)).ToDictionary();

            Safe(known, hidden, SmallNumbers.InRow(Quarter.Word).Concat(ByMonth(Quarter)), $"seed {seed}");
        }
    }

    [Fact]
    public void An_academic_year_gives_nothing_of_its_quarters_and_months_away()
    {
        var (year, range) = (FigurePeriod.Parse("2025-2026")!, FigurePeriod.Parse("2025-07-01_2026-09-30")!);
        var shown = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var months = Cells(new Random(seed), [.. range.EachMonth().Select(m => m.Word)], most: 6 + (seed % 30));
            List<FigurePeriod> quarters = [.. range.EachMonth().Select(m => FigurePeriod.QuarterOf(m.From)).DistinctBy(q => q.Word)];
            var settled = quarters.SelectMany(q => SmallNumbers.OfQuarter(q, months)).ToHashSet();
            if (SmallNumbers.OfYear(year, months, settled) is not { } hidden) { continue; }
            shown++;
            var known = quarters.Append(year).SelectMany(p => Row(p.Word, FigureCounts.Of(months, p))).Concat(quarters.SelectMany(q => Shares(q, months))).ToDictionary();
            // nobody is shown these halves of a quarter; who subtracts may come to them
            foreach (var (half, of) in new Dictionary<string, string[]> { ["September"] = ["2025-09"], ["summer"] = ["2026-07", "2026-08"] })
            {
                foreach (var (name, count) in Row(half, months.Where(c => of.Contains(c.Key)))) { known[name] = count; }
            }

            Assert.DoesNotContain(hidden, name => quarters.Exists(q => name.StartsWith(q.Word, StringComparison.Ordinal)) && !settled.Contains(name));
            var both = hidden.Union(settled).ToHashSet();
            Safe(known, both, quarters.Append(year).SelectMany(p => SmallNumbers.InRow(p.Word)).Concat(quarters.SelectMany(ByMonth)).Concat(InColumns(known, year.Word, ["September", "2025-Q4", "2026-Q1", "2026-Q2", "summer"])), $"seed {seed}");
        }
        Assert.True(shown > 0, $"Only {shown} years were shown");
    }

    [Fact]
    public void Every_cut_and_the_services_of_every_provider_give_no_small_number_away_beside_the_totals()
    {
        var shown = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            // the services of three providers, whose cells add up to the quarter's
            Dictionary<string, List<string>> own = new() { ["p1"] = ["a", "b", "c"], ["p2"] = ["d", "e", "f", "g"], ["p3"] = ["h", "i"] };
            var services = Cells(random, [.. own.Values.SelectMany(s => s)], most: 3 + (seed % 30));
            var providers = own.SelectMany(p => services.Where(c => p.Value.Contains(c.Key)).GroupBy(c => c.Outcome).Select(g => new FigureCell(p.Key, g.Key, g.Sum(c => c.Count)))).ToList();
            var total = services.GroupBy(c => c.Outcome).Select(g => new FigureCell("2026-07", g.Key, g.Sum(c => c.Count))).ToList();
            var settled = SmallNumbers.OfQuarter(Quarter, total);
            if (SmallNumbers.OfCut(Quarter.Word, total, providers, settled) is not { } ofProviders) { continue; }
            var groups = own.Select(p => new SettledRow(p.Key, [.. providers.Where(c => c.Key == p.Key)], p.Value)).ToList();
            var ofServices = SmallNumbers.OfCut(Quarter.Word, total, services, settled.Union(ofProviders).ToHashSet(), groups);
            shown += ofServices is null ? 0 : 1;

            Assert.DoesNotContain(ofProviders, name => name.StartsWith(Quarter.Word, StringComparison.Ordinal) && !settled.Contains(name));
            var known = Row(Quarter.Word, total).Concat(own.Keys.SelectMany(p => Row(p, providers.Where(c => c.Key == p)))).ToDictionary();
            Safe(known, settled.Union(ofProviders).ToHashSet(), InRows(known).Concat(InColumns(known, Quarter.Word, [.. own.Keys])), $"seed {seed}, providers");
            if (ofServices is null) { continue; }
            foreach (var (name, count) in own.Values.SelectMany(s => s).SelectMany(s => Row(s, services.Where(c => c.Key == s)))) { known[name] = count; }
            var sums = InRows(known).Concat(InColumns(known, Quarter.Word, [.. own.Values.SelectMany(s => s)])).Concat(own.SelectMany(p => InColumns(known, p.Key, p.Value)));
            Safe(known, settled.Union(ofProviders).Union(ofServices).ToHashSet(), sums, $"seed {seed}, services");
        }
        Assert.True(shown > 20, $"only {shown} were shown at all");
    }

    [Fact]
    public void Parts_of_a_shown_figure_hide_one_another_or_are_not_shown()
    {
        Assert.Equal(["a", "b"], SmallNumbers.OfParts("all", new Dictionary<string, int> { ["a"] = 2, ["b"] = 6, ["c"] = 20 }, isHidden: false)!.Order());
        Assert.Empty(SmallNumbers.OfParts("all", new Dictionary<string, int> { ["a"] = 7, ["b"] = 6 }, isHidden: false)!);
        Assert.Null(SmallNumbers.OfParts("all", new Dictionary<string, int> { ["a"] = 2 }, isHidden: true));
        // one part alone is its total, and 2 of 2 cannot be hidden beside it
        Assert.Null(SmallNumbers.OfParts("all", new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, isHidden: false));
    }

    private static void Safe(Dictionary<string, int> figures, IReadOnlySet<string> hidden, IEnumerable<FigureSum> sums, string when)
    {
        Assert.All(figures.Where(f => f.Value is > 0 and < Smallest), f => Assert.True(hidden.Contains(f.Key), $"{when}: {f.Key} is {f.Value}"));
        Assert.All(sums, sum =>
        {
            var parts = sum.Parts.Where(hidden.Contains).ToList();
            if (hidden.Contains(sum.Total)) { Assert.True(parts.Count > 0 || figures[sum.Total] == 0, $"{when}: {sum.Total} can be added up"); }
            else if (parts.Count > 0) { Assert.True(parts.Count > 1 && parts.Sum(p => figures[p]) >= Smallest, $"{when}: the rest of {sum.Total} tells"); }
        });
    }

    private static List<FigureCell> Cells(Random random, IReadOnlyList<string> rows, int most) =>
        [.. from row in rows from outcome in AdviceOutcomes.Counted.Concat(AdviceOutcomes.Beside) let count = Math.Max(0, random.Next(-most / 3, most)) where count > 0 select new FigureCell(row, outcome, count)];

    private static IEnumerable<KeyValuePair<string, int>> Row(string row, IEnumerable<FigureCell> cells) => SmallNumbers.Row(cells).Select(c => KeyValuePair.Create(SmallNumbers.Name(row, c.Key), c.Value));

    private static IEnumerable<FigureSum> InRows(IReadOnlyDictionary<string, int> figures) => figures.Keys.Select(k => k.Split('|')[0]).Distinct().SelectMany(SmallNumbers.InRow);

    private static IEnumerable<KeyValuePair<string, int>> Shares(FigurePeriod quarter, IReadOnlyList<FigureCell> months) =>
        from month in quarter.EachMonth() from column in OfShare select KeyValuePair.Create(SmallNumbers.Name(month.Word, column), SmallNumbers.Row(months.Where(c => c.Key == month.Word))[column]);

    private static IEnumerable<FigureSum> ByMonth(FigurePeriod quarter) =>
        OfShare.Select(column => new FigureSum(SmallNumbers.Name(quarter.Word, column), [.. quarter.EachMonth().Select(m => SmallNumbers.Name(m.Word, column))]));

    private static IEnumerable<FigureSum> InColumns(IReadOnlyDictionary<string, int> figures, string total, IReadOnlyList<string> rows) =>
        figures.Keys.Where(k => k.Split('|')[0] == total).Select(k => k.Split('|')[1]).Select(column => new FigureSum(SmallNumbers.Name(total, column), [.. rows.Select(r => SmallNumbers.Name(r, column))]));
}
