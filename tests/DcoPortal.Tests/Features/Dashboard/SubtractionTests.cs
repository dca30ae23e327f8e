using System.Globalization;
using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Parts.Dashboard;

namespace DcoPortal.Tests.Features.Dashboard;

/// <summary>
/// Somebody keeps every page that a board member can open: each month, quarter and year, each cut of each, both trends. They add and subtract
/// whatever they like, as one system of equations. No number from 1 to 4 may come out, of one row or of two together.
/// </summary>
public sealed class SubtractionTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly FigurePeriod[] Quarters = [.. new[] { "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3" }.Select(w => FigurePeriod.Parse(w)!)];
    private static readonly FigurePeriod Year = FigurePeriod.Parse("2025-2026")!;
    private static readonly FigurePeriod[] Months = [.. Quarters.SelectMany(q => q.EachMonth())];
    private static readonly FigureCut[] Cuts = [FigureCut.Provider, FigureCut.Service, FigureCut.Need, FigureCut.Age];
    private static readonly Guid[] Providers = [.. Enumerable.Range(1, 3).Select(n => new Guid(n, 0, 0, new byte[8]))];
    private static readonly Dictionary<Guid, Guid> ProviderOf = Enumerable.Range(0, 7).ToDictionary(n => new Guid(n + 1, 1, 0, new byte[8]), n => Providers[n % 3]);
    private static readonly LateReason?[] Whys = [null, .. Enum.GetValues<LateReason>().Select(r => (LateReason?)r)];
    private static readonly ReplyCode[] Nils = [ReplyCode.NotKnown, ReplyCode.Discharged, ReplyCode.UniversalOnly];
    private static readonly FigureNames Names = new()
    {
        Providers = Providers.ToDictionary(p => p, p => $"Provider {p}"),
        Services = ProviderOf.Keys.ToDictionary(s => s, s => $"Service {s}"),
        ProviderOf = ProviderOf,
        Authorities = new Dictionary<Guid, string>(),
        Boards = new Dictionary<Guid, string>(),
    };

    private sealed record Request(FigurePeriod Month, Guid Service, string Need, AgeGroup Age, AdviceOutcome Outcome, DelayCause Cause, LateReason? Why, FigureDetail Detail, int Steps);

    [Theory]
    [InlineData(60, 4)]
    [InlineData(150, 4)]
    [InlineData(300, 2)]
    [InlineData(700, 1)]
    public void Nobody_can_subtract_their_way_to_a_small_number_over_all_pages_together(int requests, int seeds)
    {
        var (shares, rows) = (0, 0);
        for (var seed = 0; seed < seeds; seed++)
        {
            var random = new Random((requests * 100) + seed);
            var all = Made(random, requests);
            List<(Func<Request, bool> Of, int Count)> published = [];
            foreach (var period in Quarters.Concat(Months).Append(Year))
            {
                foreach (var cut in Cuts)
                {
                    foreach (var quarters in new[] { false, true })
                    {
                        var page = Page(all, period, cut, quarters);
                        shares += page.Share is null ? 0 : 1;
                        rows += page.Rows?.Count ?? 0;
                        published.AddRange(Published(page));
                    }
                }
            }
            Assert.All(published, p => Assert.Equal(all.Count(p.Of), p.Count));
            Assert.DoesNotContain(published, p => SmallNumbers.IsSmall(p.Count));
            // who reads does not know which kinds of request there are none of, except where a nought says so
            var noughts = published.Where(p => p.Count == 0).Select(p => p.Of).ToList();
            List<Request> possible = [.. all, .. Crossed(random, all, 2 * requests).Where(r => !noughts.Exists(n => n(r)))];
            var known = new Equations(possible.Count);
            foreach (var (of, _) in published) { known.Add(Vector(possible, of)); }
            foreach (var (name, target) in Secrets(all).Where(t => SmallNumbers.IsSmall(all.Count(t.Of))))
            {
                Assert.False(known.Tell(Vector(possible, target)), $"{requests} requests, seed {seed}: {name} is {all.Count(target)} and can be worked out");
            }
        }
        Assert.True(requests < 150 || (shares > 0 && rows > 0), $"{shares} shares and {rows} rows were shown");
    }

    [Fact]
    public void The_attack_finds_what_a_total_gives_away()
    {
        var known = new Equations(3);
        known.Add([1, 1, 1]);
        known.Add([1, 0, 0]);
        Assert.False(known.Tell([0, 1, 0]));

        known.Add([1, 0, 1]);
        Assert.True(known.Tell([0, 1, 0]));
    }

    [Theory]
    [InlineData(9, "2026-Q3", false)] // four of nine would stand on one side
    [InlineData(10, "2026-Q3", true)]
    [InlineData(10, "2026-08", false)] // what a month says could be taken from its quarter
    public void A_board_member_reads_how_long_half_of_what_was_not_given_was_waited_for_and_never_the_longest(int count, string word, bool said)
    {
        var august = FigurePeriod.Parse("2026-08")!;
        var all = Enumerable.Range(0, 60).Select(n => new Request(august, ProviderOf.Keys.First(), "ASD", AgeGroup.From5To10, n < count ? AdviceOutcome.NotGivenClosed : AdviceOutcome.InTime, DelayCause.Answering, null, new(n < count ? AdviceOutcome.NotGivenClosed : AdviceOutcome.InTime, null, null, null, null, 0), 1)).ToList();

        var page = Page(all, FigurePeriod.Parse(word)!, FigureCut.Provider, false);

        Assert.Equal(said, page.NotGivenDays is not null);
        Assert.DoesNotContain("longest", page.NotGivenDays ?? "", StringComparison.Ordinal);
        if (said) { Assert.StartsWith("Half: 5 days or fewer. ", page.NotGivenDays, StringComparison.Ordinal); }
    }

    private static List<Request> Made(Random random, int count)
    {
        T One<T>(IReadOnlyList<T> of) => of[Math.Min(random.Next(of.Count), random.Next(of.Count))];
        AdviceOutcome[] outcomes = [AdviceOutcome.InTime, AdviceOutcome.InTime, AdviceOutcome.Late, .. AdviceOutcomes.Counted, .. AdviceOutcomes.Beside];
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var outcome = One(outcomes);
            var detail = new FigureDetail(outcome, outcome == AdviceOutcome.Late ? One(Enum.GetValues<LateBand>()) : null, outcome == AdviceOutcome.NilReturn ? One(Nils) : null,
                outcome == AdviceOutcome.Excused ? One(Enum.GetValues<ExemptionGround>()) : null, outcome == AdviceOutcome.NotGivenOpen ? RequestStage.WithService : null, 0);
            return new Request(Months[random.Next(Months.Length)], One(ProviderOf.Keys.ToList()), One(new[] { "SLCN", "ASD", "SEMH" }), One(Enum.GetValues<AgeGroup>()), outcome,
                One(Enum.GetValues<DelayCause>()), One(Whys), detail, outcome switch { AdviceOutcome.InTime => 5, AdviceOutcome.Late or AdviceOutcome.NilReturn => 4, _ => random.Next(0, 4) });
        })];
    }

    private static FiguresModel Page(List<Request> all, FigurePeriod period, FigureCut cut, bool quarters)
    {
        var choice = new FigureChoice { Period = period, Cut = cut, Quarters = quarters };
        var months = Cells(all, r => r.Month.Word);
        var own = all.Where(r => period.EachMonth().Contains(r.Month)).ToList();
        var counted = own.Where(r => r.Outcome.IsCounted()).ToList();
        int From(int steps) => counted.Count(r => r.Steps >= steps);
        var data = new FigureData
        {
            Months = FigureCounts.Of(months, period),
            Cuts = Cuts.ToDictionary(c => c, c => Cells(own, r => Key(r, c))),
            Details = [.. counted.GroupBy(r => r.Detail).Select(g => g.Key with { Count = g.Count() })],
            Causes = [.. Enum.GetValues<DelayCause>().Select(c => new CauseCount(c, counted.Count(r => AdviceOutcomes.Missed.Contains(r.Outcome) && r.Cause == c), 1))],
            Reasons = [.. Whys.Select(w => new ReasonCount(w, counted.Count(r => IsMissed(r) && r.Why == w)))],
            Asked = new([], 0),
            NotGiven = new([.. counted.Where(r => r.Outcome is AdviceOutcome.NotGivenOpen or AdviceOutcome.NotGivenClosed).Select((_, n) => new DayCount(n + 1, 1))], 0),
            Steps = Enum.GetValues<FigureStep>().ToDictionary(s => s, _ => new KeptDays([], 0)),
            Plans = [],
            Funnel = new(From(0), From(1), From(2), From(3), From(4), From(5), counted.CountBy(r => (r.Steps, r.Outcome)).Select(g => g.Value).DefaultIfEmpty().Min()),
        };
        var counts = new FigureCounts(period, data, months, FigureCounts.Of(months, period.Before), null, data.Months);
        return new FiguresBuilder(choice, counts, Names, new(IsBoard: true, OpensRequests: false, OpensAssessments: false, SeesReports: true), Today).Build();
    }

    /// <summary>Every number of a page, with the requests that it counts.</summary>
    private static IEnumerable<(Func<Request, bool> Of, int Count)> Published(FiguresModel page)
    {
        Func<Request, bool> In(FigurePeriod period, Func<Request, bool> of) => r => period.EachMonth().Contains(r.Month) && of(r);
        var period = page.Period;
        if (page.Share is not null)
        {
            var of = page.HeadlineOf.Split(' ');
            yield return (In(period, r => r.Outcome == AdviceOutcome.InTime), Number(of[0]));
            yield return (In(period, IsOfShare), Number(of[2]));
        }
        if (page.Missed.Number is { } missed) { yield return (In(period, IsMissed), missed); }
        if (page.Total.Number is { } total) { yield return (In(period, r => r.Outcome.IsCounted()), total); }
        foreach (var line in page.Outcomes)
        {
            if (line.Now.Number is { } now) { yield return (In(period, r => line.Outcomes.Contains(r.Outcome)), now); }
            if (line.Before.Number is { } before) { yield return (In(period.Before, r => line.Outcomes.Contains(r.Outcome)), before); }
            foreach (var part in line.Parts)
            {
                yield return (In(period, r => line.Outcomes.Contains(r.Outcome) && part.Name.Contains(FigureParts.Name(r.Detail), StringComparison.OrdinalIgnoreCase)), part.Figure.Number!.Value);
            }
        }
        foreach (var (outcome, figure) in page.Beside) { if (figure.Number is { } n) { yield return (In(period, r => r.Outcome == outcome), n); } }
        foreach (var cause in page.Causes) { yield return (In(period, r => IsMissed(r) && cause.Causes.Contains(r.Cause)), cause.Figure.Number!.Value); }
        foreach (var reason in page.Reasons) { yield return (In(period, r => IsMissed(r) && reason.Reasons.Contains(r.Why)), reason.Figure.Number!.Value); }
        foreach (var (step, (_, count)) in page.Funnel.Index()) { yield return (In(period, r => r.Outcome.IsCounted() && r.Steps >= step), count); }
        foreach (var row in page.TrendRows.Where(r => r.Share != FigureShare.NotShown))
        {
            var of = (page.Choice.Quarters ? Quarters : Months).Where(p => row.Name.Contains(p.Name, StringComparison.OrdinalIgnoreCase)).SelectMany(p => p.EachMonth()).ToHashSet();
            yield return (r => of.Contains(r.Month) && r.Outcome == AdviceOutcome.InTime, Number(row.InTime));
            yield return (r => of.Contains(r.Month) && IsOfShare(r), Number(row.Of));
        }
        foreach (var row in page.Rows ?? [])
        {
            Func<Request, bool>[] columns = page.RowsHaveOutcomes ? [r => r.Outcome.IsCounted(), .. AdviceOutcomes.Counted.Select(o => (Func<Request, bool>)(r => r.Outcome == o))] : [r => r.Outcome == AdviceOutcome.InTime, IsMissed];
            foreach (var (column, figure) in columns.Zip(row.Figures)) { yield return (In(period, r => row.Keys.Contains(Key(r, page.Choice.Cut)) && column(r)), figure.Number!.Value); }
        }
    }

    /// <summary>What must not come out where it is small: of each period and row, each column, and two neighbours together.</summary>
    private static IEnumerable<(string Name, Func<Request, bool> Of)> Secrets(List<Request> all)
    {
        List<(string, Func<Request, bool>)> columns = [("in time", r => r.Outcome == AdviceOutcome.InTime), ("missed", IsMissed), ("total", r => r.Outcome.IsCounted()), .. AdviceOutcomes.Counted.Skip(1).Concat(AdviceOutcomes.Beside).Select(o => ($"{o}", (Func<Request, bool>)(r => r.Outcome == o)))];
        List<(string Name, Func<Request, bool> Of)> rows = [.. Quarters.Concat(Months).Append(Year).Select(p => (p.Word, (Func<Request, bool>)(r => p.EachMonth().Contains(r.Month))))];
        foreach (var quarter in Quarters)
        {
            foreach (var cut in Cuts)
            {
                var keys = all.Select(r => Key(r, cut)).Distinct().Order(StringComparer.Ordinal).ToList();
                rows.AddRange(keys.Select(k => ($"{quarter.Word} {k}", (Func<Request, bool>)(r => quarter.EachMonth().Contains(r.Month) && Key(r, cut) == k))));
                rows.AddRange(keys.Zip(keys.Skip(1)).Select(two => ($"{quarter.Word} {two}", (Func<Request, bool>)(r => quarter.EachMonth().Contains(r.Month) && (Key(r, cut) == two.First || Key(r, cut) == two.Second)))));
            }
            rows.AddRange(Enum.GetValues<DelayCause>().Select(c => ($"{quarter.Word} {c}", (Func<Request, bool>)(r => quarter.EachMonth().Contains(r.Month) && IsMissed(r) && r.Cause == c))));
            rows.AddRange(Whys.Select(w => ($"{quarter.Word} {w}", (Func<Request, bool>)(r => quarter.EachMonth().Contains(r.Month) && IsMissed(r) && r.Why == w))));
            rows.AddRange(all.Select(r => r.Detail).Distinct().Select(d => ($"{quarter.Word} {d}", (Func<Request, bool>)(r => quarter.EachMonth().Contains(r.Month) && r.Detail == d))));
        }
        return from row in rows from column in columns select ($"{row.Name}, {column.Item1}", (Func<Request, bool>)(r => row.Of(r) && column.Item2(r)));
    }

    private static IEnumerable<Request> Crossed(Random random, List<Request> all, int count)
    {
        Request One() => all[random.Next(all.Count)];
        for (var n = 0; n < count; n++)
        {
            var like = One();
            yield return new(One().Month, One().Service, One().Need, One().Age, like.Outcome, One().Cause, One().Why, like.Detail, like.Steps);
        }
    }

    // each request is an unknown of its own: whoever attacks knows everything about everybody but how many there are
    private static long[] Vector(List<Request> all, Func<Request, bool> of) => [.. all.Select(r => of(r) ? 1L : 0L)];

    private static bool IsMissed(Request r) => AdviceOutcomes.Missed.Contains(r.Outcome);

    private static bool IsOfShare(Request r) => r.Outcome == AdviceOutcome.InTime || IsMissed(r);

    private static string Key(Request r, FigureCut cut) => cut switch { FigureCut.Provider => $"{ProviderOf[r.Service]}", FigureCut.Service => $"{r.Service}", FigureCut.Need => r.Need, _ => $"{r.Age}" };

    private static IReadOnlyList<FigureCell> Cells(IEnumerable<Request> requests, Func<Request, string> key) => [.. requests.GroupBy(r => (Key: key(r), r.Outcome)).Select(g => new FigureCell(g.Key.Key, g.Key.Outcome, g.Count()))];

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>What is known, as equations in row echelon form over a large prime: whatever adding and subtracting can reach.</summary>
    private sealed class Equations(int unknowns)
    {
        private const long Prime = 2_147_483_647;
        private readonly long[]?[] _byPivot = new long[unknowns][];
        private readonly HashSet<string> _added = [];

        public void Add(long[] equation)
        {
            // the same number stands on many pages
            if (!_added.Add(string.Concat(equation))) { return; }
            var pivot = Reduce(equation);
            if (pivot >= 0) { _byPivot[pivot] = Scaled(equation, Inverse(equation[pivot])); }
        }

        public bool Tell(long[] target) => Reduce(target) < 0;

        // takes away what is known; the first unknown that is left, or -1
        private int Reduce(long[] row)
        {
            var first = -1;
            for (var n = 0; n < unknowns; n++)
            {
                if (row[n] == 0) { continue; }
                if (_byPivot[n] is not { } known) { first = first < 0 ? n : first; continue; }
                var times = row[n];
                for (var m = n; m < unknowns; m++) { row[m] = (row[m] + ((Prime - times) * known[m])) % Prime; }
            }
            return first;
        }

        private static long[] Scaled(long[] row, long by) => [.. row.Select(v => v * by % Prime)];

        private static long Inverse(long value)
        {
            long result = 1, power = Prime - 2;
            for (var b = value; power > 0; power >>= 1, b = b * b % Prime) { if ((power & 1) == 1) { result = result * b % Prime; } }
            return result;
        }
    }
}
