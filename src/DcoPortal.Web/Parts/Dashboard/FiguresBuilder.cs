using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Platform.Ui.Charts;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>Who reads, and what they may open.</summary>
/// <param name="IsBoard">Whether they see no small number.</param>
/// <param name="OpensRequests">Whether they may open a list of requests.</param>
/// <param name="OpensAssessments">Whether they may open a list of assessments.</param>
/// <param name="SeesReports">Whether they see what the board reported.</param>
internal sealed record FigureReader(bool IsBoard, bool OpensRequests, bool OpensAssessments, bool SeesReports);

/// <summary>Makes the page of what was counted: words, links and drawings, each figure as the reader may see it.</summary>
internal sealed class FiguresBuilder(FigureChoice choice, FigureCounts counts, FigureNames names, FigureReader reader, DateOnly today)
{
    private readonly FigureSights _sights = new(counts, reader.IsBoard);
    private readonly IReadOnlyDictionary<string, int> _now = SmallNumbers.Row(counts.Data.Months);
    private readonly IReadOnlyDictionary<string, int> _before = SmallNumbers.Row(counts.Before);

    public FiguresModel Build()
    {
        var sight = _sights.Now;
        var share = FigureShare.Of(_now, sight.Share);
        var (steps, asked) = (Steps(), Asked());
        var rows = new FigureTable(choice, counts, names, reader, _sights);
        var outcomes = Outcomes();
        var causes = Causes();
        var reasons = Reasons();
        var missed = Figure(_now[SmallNumbers.Missed], sight.Share, FigureLinks.Missed(counts.Period, choice.Filters), "all that was not in time");
        var plans = PlanWords.Count(counts.Data.Plans);
        List<PlanPart> plansShown = !reader.IsBoard || counts.Period.Kind == PeriodKind.Quarter ? [.. PlanWords.Shown(plans, _sights.MayShow)] : [];
        return new()
        {
            Today = today,
            Choice = choice,
            Period = counts.Period,
            About = "",
            HidesSmallNumbers = reader.IsBoard,
            Headline = share.Text,
            Share = share.Percent,
            HeadlineOf = share.IsShown ? $"{FigureShare.Number(share.Part)} of {FigureShare.Number(share.Whole)}" : share.IsNone ? "nothing fell due" : "not shown",
            WithoutExcused = sight.ShowsAlone(AdviceOutcome.Excused) && _now[nameof(AdviceOutcome.Excused)] > 0 ? new FigureShare(share.Part, share.Whole - _now[nameof(AdviceOutcome.Excused)], true).Text : null,
            Missed = missed,
            Total = Figure(_now[SmallNumbers.Total], sight.All, FigureLinks.List(counts.Period, null, choice.Filters), "all that fell due"),
            Story =
            [
                FigureStory.HowItWent(counts.Period, share, FigureShare.Of(_before, _sights.Of(counts.Period.Before).Share), outcomes.FirstOrDefault(o => o.Outcomes is [AdviceOutcome.NilReturn])?.Now ?? new FigureText("", null, ""), reader.IsBoard),
                .. share.IsNone ? [] : new[] { FigureStory.Why(counts.Period, reader.IsBoard, missed, reasons, causes, [.. outcomes.Where(o => AdviceOutcomes.Missed.Contains(o.Outcomes[0]))], rows.Most()), FigureStory.WhereTimeGoes(counts.Period, reader.IsBoard, asked, steps, causes, missed) },
            ],
            Outcomes = outcomes,
            Beside = [.. AdviceOutcomes.Beside.Select(o => (o, Figure(_now[$"{o}"], !reader.IsBoard || (_sights.HasParts && !SmallNumbers.IsSmall(_now[$"{o}"])), FigureLinks.List(counts.Period, o, choice.Filters), o.Label())))],
            Bar = sight.IsWhole ? Bar(_now) : [],
            BarBefore = _sights.Of(counts.Period.Before).IsWhole ? Bar(_before) : [],
            Causes = causes,
            Reasons = reasons,
            Most = rows.Most(),
            Plans = [.. plansShown.Select(p => new PartLine(p.Label(), new FigureText(FigureShare.Number(plans[p]), reader.OpensAssessments && plans[p] > 0 ? FigureLinks.Plans(counts.Period, p, choice.Filters) : null, p.Label()) { Number = plans[p] }))],
            PlanDays = plansShown.Contains(PlanPart.LateWithAdviceLate) ? PlanWords.Days(counts.Data.Plans) : null,
            NotGivenDays = NotGivenDays(),
            Trend = FigureTrend.Chart(choice, counts, _sights, today),
            TrendTogether = FigureTrend.Together(choice, counts, _sights, today),
            TrendRows = FigureTrend.Rows(choice, counts, _sights, today),
            Rows = rows.Rows(),
            RowsHaveOutcomes = rows.HasOutcomes,
            NoRows = rows.Why,
            NoDays = _sights.HasDays ? null
                : counts.Period.Kind == PeriodKind.Quarter ? "There is too little to show without a child being recognised." : "Not shown, because few children are behind it, and their days could point to one. Choose a quarter.",
            Steps = [asked, .. steps],
            Funnel = Funnel(),
            Reported = counts.Reported is { } reported ? ReportedWords.Of(reported, counts.Current, reader.IsBoard) : ReportedWords.NotYet(counts.Period, today, reader.SeesReports),
        };
    }

    private List<OutcomeLine> Outcomes()
    {
        var missed = _sights.Now.Missed.Count > 0 ? _sights.Now.Missed : [AdviceOutcomes.Missed];
        return [Line([AdviceOutcome.InTime]), .. missed.Select(Line), Line([AdviceOutcome.NilReturn])];
    }

    private OutcomeLine Line(IReadOnlyList<AdviceOutcome> outcomes)
    {
        var one = outcomes.Count == 1 ? outcomes[0] : (AdviceOutcome?)null;
        var name = one?.Label() ?? (outcomes.Count == AdviceOutcomes.Missed.Count ? "Not in time" : string.Join(" or ", outcomes.Select((o, n) => n == 0 ? o.Label() : o.Label().ToLower(UkText.Culture))));
        return new(outcomes, name, one?.Meaning() ?? "shown together, because one of them is too small to show",
            Figure(outcomes.Sum(o => _now[$"{o}"]), Shows(_sights.Now, outcomes), one is { } o ? FigureLinks.List(counts.Period, o, choice.Filters) : null, name),
            Figure(outcomes.Sum(o => _before[$"{o}"]), Shows(_sights.Of(counts.Period.Before), outcomes), one is { } p ? FigureLinks.List(counts.Period.Before, p, choice.Filters) : null, $"{name}, {counts.Period.Before.Name}"),
            one is { } of && of != AdviceOutcome.NotGivenClosed && _sights.Now.Shows(of) ? Parts(of) : []);
    }

    // a sum is shown where its parts are, alone or in wholes that lie within it
    private static bool Shows(PeriodSight sight, IReadOnlyList<AdviceOutcome> outcomes) =>
        sight.Share && (outcomes.Count == AdviceOutcomes.Missed.Count || (outcomes is [var one] && sight.Shows(one)) || (sight.Missed.Count > 0 && outcomes.All(o => sight.Missed.Any(g => g.Contains(o) && g.All(outcomes.Contains)))));

    private IReadOnlyList<PartLine> Parts(AdviceOutcome outcome)
    {
        var details = counts.Data.Details.Where(d => d.Outcome == outcome).GroupBy(FigureParts.Name)
            .Select(g => (Name: g.Key, Order: g.Min(FigureParts.Order), Count: g.Sum(d => d.Count), Any: g.First())).OrderBy(g => g.Order).ThenByDescending(g => g.Count).ThenBy(g => g.Name, StringComparer.Ordinal).ToList();
        return [.. _sights.Parts(details, d => d.Count).Select(g => new PartLine(
            string.Join(" or ", g.Select((d, n) => n == 0 ? d.Name : d.Name.ToLower(UkText.Culture))),
            Figure(g.Sum(d => d.Count), true, g.Count == 1 ? FigureLinks.List(counts.Period, outcome, choice.Filters, FigureParts.Words(g[0].Any)) : null, $"{outcome.Label()}: {g[0].Name}")))];
    }

    private IReadOnlyList<CauseLine> Causes()
    {
        if (!_sights.HasParts || _now[SmallNumbers.Missed] == 0) { return []; }
        return [.. _sights.Parts(counts.Data.Causes, c => c.Count).Select(g => new CauseLine([.. g.Select(c => c.Cause)],
            string.Join(" or ", g.Select(c => c.Cause.Phrase())), string.Join(" or ", g.Select(c => c.Cause.Owner()).Distinct()),
            Figure(g.Sum(c => c.Count), true, g.Count == 1 ? FigureLinks.Missed(counts.Period, choice.Filters, g[0].Cause) : null, $"not in time, most days {g[0].Cause.Phrase()}")))];
    }

    // what was reported before reasons were recorded has none; and all of them together say nothing
    private List<ReasonLine> Reasons()
    {
        var missed = _now[SmallNumbers.Missed];
        if (!_sights.HasParts || missed == 0 || counts.Data.Reasons.Count == 0) { return []; }
        List<ReasonLine> lines = [.. _sights.Parts(counts.Data.Reasons, r => r.Count).OrderBy(g => g.Any(r => r.Reason is null)).ThenBy(g => g.Count > 1).ThenByDescending(g => g.Sum(r => r.Count)).Select(g => Line([.. g.Select(r => r.Reason)], g.Sum(r => r.Count)))];
        return lines.Exists(l => l.Reasons.Count > 1 && l.Figure.Number == missed) ? [] : lines;
        ReasonLine Line(IReadOnlyList<LateReason?> reasons, int count) => new(reasons, FigureWords.Phrase(reasons),
            Figure(count, true, reasons is [var one] ? FigureLinks.Missed(counts.Period, choice.Filters, one) : null, $"not in time, {FigureWords.Phrase(reasons)}"));
    }

    private FigureText Figure(int count, bool isShown, string? href, string what) =>
        new(isShown ? FigureShare.Number(count) : FigureShare.NotShown, reader.OpensRequests && isShown && count > 0 ? href : null, what) { Number = isShown ? count : null };

    private static IReadOnlyList<int> Bar(IReadOnlyDictionary<string, int> from) => [.. AdviceOutcomes.Counted.Select(o => from[$"{o}"])];

    private StepLine Asked()
    {
        var days = counts.Data.Asked.Counts();
        return Step("All together", "from telling health to the advice", "from the day health was told until the local authority had the advice; what was not given never came, and nil returns are left out", days, "was not given");
    }

    private IReadOnlyList<StepLine> Steps() => [.. Enum.GetValues<FigureStep>().Select(s => Step(s.Label(), s.Owner(), s.Definition(), counts.Data.Steps[s].Counts(), "went no further"))];

    private StepLine Step(string name, string owner, string definition, DayCounts days, string never) =>
        new(name, owner, definition, Said(days, 50), Said(days, 90), (days.Never * 10 > days.All && _sights.MaySayDays(days.All, 90)) || (days.Percentile(50) is null && _sights.MaySayDays(days.All, 50)) ? (days.All == 0 ? "" : never) : "");

    // the longest wait is one child's, so a board member reads of the half alone
    private string? NotGivenDays()
    {
        var days = counts.Data.NotGiven.Counts();
        return !_sights.HasParts || Said(days, 50) is not { } half ? null
            : $"Half: {UkText.Days(half)} or fewer{(reader.IsBoard ? "" : $"; the longest: {UkText.Days(days.Percentile(100)!.Value)}")}. Counted to the day it was closed, or to the day of these figures where it is still awaited.";
    }

    private int? Said(DayCounts days, int percent) => _sights.MaySayDays(days.All, percent) ? days.Percentile(percent) : null;

    private IReadOnlyList<(string, int)> Funnel()
    {
        var f = counts.Data.Funnel;
        return f.Due == 0 || !_sights.ShowsFunnel ? []
            : [("Fell due", f.Due), ("Sent to a service", f.Asked), ("Opened by the service", f.Opened), ("Answered, and not sent back for more", f.Answered), ("Returned to the local authority", f.Returned), ("Advice, and in time", f.InTime)];
    }
}
