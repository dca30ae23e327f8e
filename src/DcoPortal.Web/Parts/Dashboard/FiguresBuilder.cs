using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Platform.Ui.Charts;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>Makes the page of what was counted: words, links and drawings, each figure as the reader may see it.</summary>
internal sealed class FiguresBuilder(FigureChoice choice, FigureCounts counts, FigureNames names, bool isBoard, DateOnly today, bool mayOpenLists)
{
    private readonly FigureSights _sights = new(counts, isBoard);
    private readonly IReadOnlyDictionary<string, int> _now = SmallNumbers.Row(counts.Data.Months);
    private readonly IReadOnlyDictionary<string, int> _before = SmallNumbers.Row(counts.Before);

    private string Word => counts.Period.Word;

    public FiguresModel Build()
    {
        var share = _sights.Totals.Share(Word, _now);
        var steps = Steps();
        var rows = Rows(out var why);
        return new()
        {
            Today = today,
            Choice = choice,
            Period = counts.Period,
            About = "",
            HidesSmallNumbers = isBoard,
            Headline = share.Text,
            Share = share.Percent,
            HeadlineOf = share.IsShown ? $"{FigureSight.Number(share.Part)} of {FigureSight.Number(share.Whole)}, without nil returns" : share.IsNone ? "nothing fell due" : "too few to show",
            WithoutExcused = _sights.Totals.ShareWithoutExcused(Word, _now).Text,
            Total = Figure(Word, SmallNumbers.Total, _now, null, choice.Filters, "all that fell due"),
            Story = Story(share, steps),
            Outcomes = [.. AdviceOutcomes.Counted.Select(Line)],
            Beside = [.. AdviceOutcomes.Beside.Select(o => (o, Figure(Word, $"{o}", _now, o, choice.Filters, o.Label())))],
            Bar = Bar(Word, _now),
            BarBefore = Bar(counts.Period.Before.Word, _before),
            Trend = new($"In time, last {(choice.Quarters ? "8 quarters" : "13 months")}", [.. TrendPoints().Select(p => new RunPoint(p.Period.Name, MarkOf(p.Period), p.Share.Percent, p.Period.Word == Word))]),
            TrendRows = [.. TrendPoints().Select(p => (p.Period.Name.Length > 0 ? $"{char.ToUpperInvariant(p.Period.Name[0])}{p.Period.Name[1..]}" : "", p.Share.IsShown ? FigureSight.Number(p.Share.Part) : p.Share.Text, p.Share.IsShown ? FigureSight.Number(p.Share.Whole) : p.Share.Text, p.Share.Text))],
            Rows = rows,
            NoRows = why,
            Steps = [Asked(), .. steps],
            Funnel = Funnel(),
            FunnelOf = counts.Funnel.Of.Name,
            Reported = counts.Reported is null ? null : ReportedWords.Of(counts.Reported, _now, _sights.Totals, isBoard),
        };
    }

    private List<(string, string)> Story(FigureShare share, IReadOnlyList<StepLine> steps)
    {
        List<(string, string)> story = [FigureStory.HowItWent(counts.Period, share, _sights.Totals.Share(counts.Period.Before.Word, _before))];
        AdviceOutcome[] missed = [AdviceOutcome.Late, AdviceOutcome.NotGivenOpen, AdviceOutcome.NotGivenClosed, AdviceOutcome.Excused];
        if (share.IsShown)
        {
            story.Add(Array.TrueForAll(missed, o => _sights.Totals.Shows(Word, o))
                ? FigureStory.Why([.. missed.Select(o => (o, _now[$"{o}"]))], Most())
                : FigureStory.WhyInAll(share.Whole - share.Part, [.. missed.Where(o => _sights.Totals.Shows(Word, o)).Select(o => (o, _now[$"{o}"]))], Most()));
        }
        if (!share.IsNone) { story.Add(FigureStory.WhereTimeGoes(Asked(), steps)); }
        if ((!isBoard || counts.Period.Kind == PeriodKind.Quarter) && FigureStory.Plans(counts.Data.Plans, isBoard) is { } plans) { story.Add(plans); }
        return story;
    }

    // the provider with most that was not in time, where every one is shown: the most of some would be a guess
    private (string Name, int Missed, int Of)? Most()
    {
        if (_sights.Cut(FigureCut.Provider, names) is not { } sight || choice.Filters.Provider is not null || choice.Filters.Service is not null) { return null; }
        var shares = ByRow(FigureCut.Provider).Select(r => (Name: names.Of(FigureCut.Provider, r.Key), Share: sight.Share(r.Key, r.Counts))).ToList();
        if (shares.Count < 2 || shares.Exists(s => s.Share is { IsShown: false, IsNone: false })) { return null; }
        var worst = shares.Where(s => s.Share.IsShown).OrderByDescending(s => s.Share.Whole - s.Share.Part).ThenBy(s => s.Name, StringComparer.Ordinal).FirstOrDefault();
        return worst.Share is { } share && share.Whole > share.Part ? (worst.Name, share.Whole - share.Part, share.Whole) : null;
    }

    private OutcomeLine Line(AdviceOutcome outcome)
    {
        var details = counts.Data.Details.Where(d => d.Outcome == outcome && outcome != AdviceOutcome.NotGivenClosed)
            .GroupBy(FigureParts.Name).Select(g => (Name: g.Key, Order: g.Min(FigureParts.Order), Count: g.Sum(d => d.Count), Any: g.First())).OrderBy(g => g.Order).ThenByDescending(g => g.Count).ToList();
        var shown = _sights.Parts(outcome, details.ToDictionary(d => d.Name, d => d.Count));
        return new(outcome, Figure(Word, $"{outcome}", _now, outcome, choice.Filters, outcome.Label()), Figure(counts.Period.Before.Word, $"{outcome}", _before, outcome, choice.Filters, $"{outcome.Label()}, {counts.Period.Before.Name}", counts.Period.Before),
            shown is null ? [] : [.. details.Select(d => (d.Name, shown(d.Name)
                ? new FigureText(FigureSight.Number(d.Count), mayOpenLists ? FigureLinks.List(counts.Period, outcome, choice.Filters, FigureParts.Words(d.Any)) : null, $"{outcome.Label()}: {d.Name}") { Number = d.Count }
                : new FigureText(FigureSight.HiddenText)))]);
    }

    private IReadOnlyList<FigureTableRow>? Rows(out string? why)
    {
        why = null;
        if (_sights.Cut(choice.Cut, names) is not { } sight)
        {
            why = counts.Period.Kind == PeriodKind.Quarter ? "There are too few to show in this way without a child being recognised." : "Figures by provider and the like are shown for quarters alone, because a year less its quarters could name a child.";
            return null;
        }
        return [.. ByRow(choice.Cut).Select(r => (Row: r, Name: names.Of(choice.Cut, r.Key), Share: sight.Share(r.Key, r.Counts)))
            .OrderBy(r => r.Share.Percent ?? 101).ThenByDescending(r => r.Share.IsShown ? r.Share.Whole : 0).ThenBy(r => r.Name, StringComparer.Ordinal)
            .Select(r => new FigureTableRow(r.Name, r.Share.Percent, r.Share.TextOf,
            [
                Figure(r.Row.Key, SmallNumbers.Total, r.Row.Counts, null, choice.Filters.With(choice.Cut, r.Row.Key), $"{r.Name}, all that fell due", null, sight),
                .. AdviceOutcomes.Counted.Select(o => Figure(r.Row.Key, $"{o}", r.Row.Counts, o, choice.Filters.With(choice.Cut, r.Row.Key), $"{r.Name}, {o.Label()}", null, sight)),
            ]))];
    }

    // rows in which nothing fell due say nothing
    private IEnumerable<(string Key, IReadOnlyDictionary<string, int> Counts)> ByRow(FigureCut cut) => counts.Data.Cuts.TryGetValue(cut, out var cells)
        ? cells.GroupBy(c => c.Key).Select(g => (g.Key, SmallNumbers.Row(g))).Where(r => r.Item2[SmallNumbers.Total] > 0)
        : [];

    private FigureText Figure(string row, string column, IReadOnlyDictionary<string, int> from, AdviceOutcome? outcome, FigureFilters filters, string what, FigurePeriod? period = null, FigureSight? sight = null)
    {
        var (count, seen) = (from[column], sight ?? _sights.Totals);
        return new(seen.Text(row, column, count), mayOpenLists && count > 0 ? FigureLinks.List(period ?? counts.Period, outcome, filters) : null, what) { Number = seen.Shows(row, column) ? count : null };
    }

    private IReadOnlyList<int> Bar(string row, IReadOnlyDictionary<string, int> from) => _sights.Totals.ShowsAll(row) ? [.. AdviceOutcomes.Counted.Select(o => from[$"{o}"])] : [];

    private IEnumerable<(FigurePeriod Period, FigureShare Share)> TrendPoints() =>
        FigureCounts.Trend(FigureCounts.LastMonth(counts.Period, today), choice.Quarters).Select(p => (p, _sights.Totals.Share(p.Word, SmallNumbers.Row(FigureCounts.Of(counts.Months, p)))));

    private StepLine Asked()
    {
        var days = counts.Data.Asked.Counts();
        var never = days.All == 0 ? "" : days.Never * 10 > days.All ? "more than 1 in 10 was not given" : "";
        return Step("Asking to advice", "All of health", days, "From the day health received the request to the day the local authority had the advice. What was not given counts as never; nil returns are left out.", never);
    }

    private IReadOnlyList<StepLine> Steps() => [.. Enum.GetValues<FigureStep>().Select(s => Step(s.Label(), s.Owner(), counts.Data.Steps[s].Counts(), s.Definition(), ""))];

    private StepLine Step(string name, string owner, DayCounts days, string definition, string never)
    {
        // a median of four children is about four children
        if (isBoard && days.All < BoardMemberFigures.SmallestShown) { return new(name, owner, null, null, "", definition); }
        return new(name, owner, days.Percentile(50), days.Percentile(90), never, definition);
    }

    private IReadOnlyList<(string, int)> Funnel()
    {
        var f = counts.Funnel.Counts;
        if (f.Due == 0) { return []; }
        // its steps add to the outcomes, so it is shown where all of these are; otherwise those that are shown anyway
        if (isBoard && !_sights.Totals.ShowsAll(Word))
        {
            var share = _sights.Totals.Share(Word, _now);
            return share.IsShown && _sights.Totals.Shows(Word, SmallNumbers.Total) ? [("Fell due", f.Due), ("No nil return", share.Whole), ("Advice in time", share.Part)] : [];
        }
        (string Name, int Count)[] steps = [("Fell due", f.Due), ("Asked", f.Asked), ("Opened", f.Opened), ("Answered", f.Answered), ("Returned", f.Returned), ("Advice in time", f.InTime)];
        if (!isBoard) { return steps; }
        List<(string Name, int Count)> shown = [steps[0]];
        foreach (var step in steps[1..]) { if (shown[^1].Count - step.Count is 0 or >= BoardMemberFigures.SmallestShown) { shown.Add(step); } }
        return shown;
    }

    private static string MarkOf(FigurePeriod period) => period.Kind == PeriodKind.Quarter
        ? $"{period.From.ToString("MMM", UkText.Culture)[..3]} {period.From.Year % 100:00}" : period.From.ToString("MMM", UkText.Culture)[..3];
}
