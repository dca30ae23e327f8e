using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Counts the rows of a period, which were read once: every figure of it comes from the same rows.</summary>
internal sealed class FigureTally
{
    private readonly IReadOnlyList<(FigureRow Row, AdviceOutcome Outcome)> _all;
    private readonly IReadOnlyList<(FigureRow Row, AdviceOutcome Outcome)> _counted;
    private readonly DateOnly _today;

    public FigureTally(IEnumerable<FigureRow> rows, DateOnly today)
    {
        _today = today;
        _all = [.. rows.Select(r => (r, r.Outcome(today)))];
        _counted = [.. _all.Where(r => r.Outcome.IsCounted())];
    }

    public FigureData Count(IEnumerable<FigureCut> cuts, IReadOnlyList<PlanCount> plans) => new()
    {
        Months = [.. _all.CountBy(r => (r.Row.DueOn.Year, r.Row.DueOn.Month, r.Outcome)).Select(g => new FigureCell($"{g.Key.Year:0000}-{g.Key.Month:00}", g.Key.Outcome, g.Value))],
        Cuts = cuts.Distinct().ToDictionary(c => c, By),
        Details = Details(),
        Causes = Causes(),
        Reasons = Reasons(),
        Asked = Asked(),
        NotGiven = NotGiven(),
        Steps = Enum.GetValues<FigureStep>().ToDictionary(s => s, s => Days(r => Step(s, r)) with { Never = _counted.Count(r => IsStuck(s, r.Row)) }),
        Plans = plans,
        Funnel = Funnel(),
    };

    private IReadOnlyList<FigureCell> By(FigureCut cut) => cut is FigureCut.Need or FigureCut.Age or FigureCut.Route ? Cells(cut) : Organisations(cut);

    // an id becomes a word once for its row, not once for each request
    private IReadOnlyList<FigureCell> Organisations(FigureCut cut) =>
        [.. _all.CountBy(r => (Id: r.Row.Organisation(cut), r.Outcome)).Select(g => new FigureCell($"{g.Key.Id}", g.Key.Outcome, g.Value))];

    private IReadOnlyList<FigureCell> Cells(FigureCut cut) => [.. _all.CountBy(r => (Key: r.Row.Key(cut), r.Outcome)).Select(g => new FigureCell(g.Key.Key, g.Key.Outcome, g.Value))];

    private IReadOnlyList<FigureDetail> Details() =>
        [.. _counted.Where(r => r.Outcome != AdviceOutcome.InTime).GroupBy(r => Detail(r.Row, r.Outcome)).Select(g => g.Key with { Count = g.Count() })];

    private static FigureDetail Detail(FigureRow row, AdviceOutcome outcome) => new(outcome,
        outcome == AdviceOutcome.Late ? LateBands.Of(row.BecameOn!.Value.DayNumber - row.DueOn.DayNumber) : null,
        outcome == AdviceOutcome.NilReturn ? row.Nil : null,
        outcome == AdviceOutcome.Excused ? row.Ground : null,
        outcome == AdviceOutcome.NotGivenOpen ? (row.Stage == RequestStage.ToReturn ? RequestStage.ToCheck : row.Stage) : null, 0);

    private IReadOnlyList<CauseCount> Causes()
    {
        var days = _counted.Where(r => AdviceOutcomes.Missed.Contains(r.Outcome)).Select(r => DelayCauses.Days(r.Row.ReceivedOn, r.Row.AskedOn, r.Row.OpenedOn, r.Row.AnsweredOn, r.Row.BecameOn ?? _today)).ToList();
        var counts = days.CountBy(DelayCauses.Of).ToDictionary();
        return [.. Enum.GetValues<DelayCause>().Select(c => new CauseCount(c, counts.GetValueOrDefault(c), days.Sum(d => d.Of(c))))];
    }

    // every reason and none, in their order, so that a part that is nought is known to be nought
    private IReadOnlyList<ReasonCount> Reasons()
    {
        var missed = _counted.Where(r => AdviceOutcomes.Missed.Contains(r.Outcome)).ToLookup(r => r.Row.Reason);
        return [.. Enum.GetValues<LateReason>().Select(r => (LateReason?)r).Append(null).Select(r => new ReasonCount(r, missed[r].Count()))];
    }

    // what was not given never came; nil returns are left out
    private KeptDays Asked()
    {
        var advice = _counted.Where(r => r.Row.Became != Became.NilReturn).ToList();
        return Days(r => r.Became == Became.Advice ? (r.ReceivedOn, r.BecameOn) : (null, null)) with { Never = advice.Count(r => r.Row.Became != Became.Advice) };
    }

    // what is still awaited has waited until today
    private KeptDays NotGiven() =>
        new([.. _counted.Where(r => r.Outcome is AdviceOutcome.NotGivenOpen or AdviceOutcome.NotGivenClosed).CountBy(r => (r.Row.BecameOn ?? _today).DayNumber - r.Row.DueOn.DayNumber).OrderBy(d => d.Key).Select(d => new DayCount(d.Key, d.Value))], 0);

    private static (DateOnly? From, DateOnly? To) Step(FigureStep step, FigureRow r) => step switch
    {
        FigureStep.DecisionToHealth => (r.DecidedOn, r.ReceivedOn),
        FigureStep.HealthToAsked => (r.ReceivedOn, r.AskedOn),
        FigureStep.AskedToOpened => (r.AskedOn, r.OpenedOn),
        FigureStep.OpenedToAnswered => (r.OpenedOn, r.AnsweredOn),
        _ => r.Became is Became.Advice or Became.NilReturn ? (r.AnsweredOn, r.BecameOn) : (null, null),
    };

    // what came to a step and never got through it is its worst case
    private static bool IsStuck(FigureStep step, FigureRow r) => r.Became is not (Became.Advice or Became.NilReturn) && step switch
    {
        FigureStep.HealthToAsked => r.AskedOn is null && r.AnsweredOn is null,
        FigureStep.AskedToOpened => r is { AskedOn: not null, OpenedOn: null, AnsweredOn: null },
        FigureStep.OpenedToAnswered => r is { OpenedOn: not null, AnsweredOn: null },
        FigureStep.AnsweredToReturned => r.AnsweredOn is not null,
        _ => false,
    };

    // days that run backwards, after a correction, say nothing of a step
    private KeptDays Days(Func<FigureRow, (DateOnly? From, DateOnly? To)> step) =>
        new([.. _counted.Select(r => step(r.Row)).Where(d => d.From <= d.To).CountBy(d => d.To!.Value.DayNumber - d.From!.Value.DayNumber).OrderBy(d => d.Key).Select(d => new DayCount(d.Key, d.Value))], 0);

    private FigureFunnel Funnel()
    {
        var far = _counted.CountBy(r => (Steps: StepsOf(r.Row, r.Outcome), r.Outcome)).ToList();
        int From(int steps) => far.Where(f => f.Key.Steps >= steps).Sum(f => f.Value);
        return new(From(0), From(1), From(2), From(3), From(4), From(5), far.Select(f => f.Value).DefaultIfEmpty().Min());
    }

    // what came by another route was not opened here, and was read by somebody all the same
    private static int StepsOf(FigureRow r, AdviceOutcome outcome) =>
        r.AskedOn is null ? 0 : r.OpenedOn is null && r.AnsweredOn is null ? 1 : r.AnsweredOn is null ? 2 : r.Became is not (Became.Advice or Became.NilReturn) ? 3 : outcome != AdviceOutcome.InTime ? 4 : 5;
}
