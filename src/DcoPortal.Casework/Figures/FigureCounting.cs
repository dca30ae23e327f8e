using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Counts what fell due: grouped counts, never a row. Each query reads one range of due dates of the index of figures.</summary>
public sealed class FigureCounting(PortalDb db)
{
    /// <summary>By month and outcome, also the outcomes beside the total.</summary>
    public async Task<IReadOnlyList<FigureCell>> ByMonthAsync(FigureFilters filters, FigurePeriod period, DateOnly today, CancellationToken ct) =>
        [.. (await Rows(filters, period, today).GroupBy(r => new { r.DueOn.Year, r.DueOn.Month, r.Outcome })
            .Select(g => new { g.Key.Year, g.Key.Month, g.Key.Outcome, Count = g.Count() }).ToListAsync(ct))
            .Select(g => new FigureCell($"{g.Year:0000}-{g.Month:00}", (AdviceOutcome)g.Outcome, g.Count))];

    /// <summary>By the rows of a cut and outcome.</summary>
    public async Task<IReadOnlyList<FigureCell>> ByAsync(FigureCut cut, FigureFilters filters, FigurePeriod period, DateOnly today, CancellationToken ct)
    {
        var rows = Rows(filters, period, today);
        return cut switch
        {
            FigureCut.Provider => Cells(await rows.GroupBy(r => new { Key = r.Provider, r.Outcome }).Select(g => new Group<Guid>(g.Key.Key, g.Key.Outcome, g.Count())).ToListAsync(ct)),
            FigureCut.Service => Cells(await rows.GroupBy(r => new { Key = r.Service, r.Outcome }).Select(g => new Group<Guid>(g.Key.Key, g.Key.Outcome, g.Count())).ToListAsync(ct)),
            FigureCut.Authority => Cells(await rows.GroupBy(r => new { Key = r.Authority, r.Outcome }).Select(g => new Group<Guid>(g.Key.Key, g.Key.Outcome, g.Count())).ToListAsync(ct)),
            FigureCut.Board => Cells(await rows.GroupBy(r => new { Key = r.Board, r.Outcome }).Select(g => new Group<Guid>(g.Key.Key, g.Key.Outcome, g.Count())).ToListAsync(ct)),
            FigureCut.Need => Cells(await OfCases(rows).GroupBy(x => new { Key = x.Need, x.Outcome }).Select(g => new Group<string?>(g.Key.Key, g.Key.Outcome, g.Count())).ToListAsync(ct)),
            FigureCut.Age => Cells((await OfCases(rows).GroupBy(x => new { x.Age, x.Outcome }).Select(g => new { g.Key.Age, g.Key.Outcome, Count = g.Count() }).ToListAsync(ct))
                .Select(g => new Group<string?>(g.Age < 0 ? null : $"{(AgeGroup)g.Age}", g.Outcome, g.Count))),
            _ => Cells((await OfCases(rows).GroupBy(x => new { x.StartedBy, x.Outcome }).Select(g => new { g.Key.StartedBy, g.Key.Outcome, Count = g.Count() }).ToListAsync(ct))
                .Select(g => new Group<string?>(g.StartedBy is { } start ? $"{AssessmentStarts.RouteOf(start)}" : null, g.Outcome, g.Count))),
        };
    }

    /// <summary>What outcomes are made of: how late, why nil, which ground, where the open ones stand.</summary>
    public async Task<IReadOnlyList<FigureDetail>> DetailsAsync(FigureFilters filters, FigurePeriod period, DateOnly today, CancellationToken ct)
    {
        var groups = await Rows(filters, period, today).Where(r => r.Outcome > (int)AdviceOutcome.InTime && r.Outcome <= (int)AdviceOutcome.NilReturn)
            .GroupBy(r => new { r.Outcome, r.Band, r.Nil, r.Ground, r.Stage }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return [.. groups.Select(g => (Outcome: (AdviceOutcome)g.Key.Outcome, g.Key, g.Count)).GroupBy(g => new FigureDetail(g.Outcome,
            g.Outcome == AdviceOutcome.Late ? (LateBand)g.Key.Band : null,
            g.Outcome == AdviceOutcome.NilReturn ? g.Key.Nil : null,
            g.Outcome == AdviceOutcome.Excused ? g.Key.Ground : null,
            g.Outcome == AdviceOutcome.NotGivenOpen ? (g.Key.Stage == RequestStage.ToReturn ? RequestStage.ToCheck : g.Key.Stage) : null, 0)).Select(g => g.Key with { Count = g.Sum(x => x.Count) })];
    }

    /// <summary>Days from the day health received the request to the day the authority had the advice. What was not given never came; nil returns are left out.</summary>
    public async Task<KeptDays> AskedToAdviceAsync(FigureFilters filters, FigurePeriod period, DateOnly today, CancellationToken ct)
    {
        var counted = Counted(filters, period, today).Where(r => r.Became != Became.NilReturn);
        var given = await counted.Where(r => r.Became == Became.Advice).GroupBy(r => r.BecameOn!.Value.DayNumber - r.ReceivedByHealthOn.DayNumber).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return new([.. given.Select(g => new DayCount(g.Key, g.Count))], await counted.CountAsync(r => r.Became != Became.Advice, ct));
    }

    /// <summary>Days of one step, of the requests that have made it.</summary>
    public async Task<KeptDays> StepAsync(FigureStep step, FigureFilters filters, FigurePeriod period, DateOnly today, CancellationToken ct)
    {
        var counted = Counted(filters, period, today);
        var days = step switch
        {
            FigureStep.DecisionToHealth => from r in counted
                                           join a in db.Assessments on r.AssessmentId equals a.Id
                                           where a.DecidedOn <= r.ReceivedByHealthOn
                                           select r.ReceivedByHealthOn.DayNumber - a.DecidedOn!.Value.DayNumber,
            FigureStep.HealthToAsked => counted.Where(r => r.AskedOn >= r.ReceivedByHealthOn).Select(r => r.AskedOn!.Value.DayNumber - r.ReceivedByHealthOn.DayNumber),
            FigureStep.AskedToOpened => counted.Where(r => r.OpenedOn >= r.AskedOn).Select(r => r.OpenedOn!.Value.DayNumber - r.AskedOn!.Value.DayNumber),
            FigureStep.OpenedToAnswered => counted.Where(r => r.AnsweredOn >= r.OpenedOn).Select(r => r.AnsweredOn!.Value.DayNumber - r.OpenedOn!.Value.DayNumber),
            _ => counted.Where(r => (r.Became == Became.Advice || r.Became == Became.NilReturn) && r.BecameOn >= r.AnsweredOn).Select(r => r.BecameOn!.Value.DayNumber - r.AnsweredOn!.Value.DayNumber),
        };
        return new([.. (await days.GroupBy(d => d).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).Select(g => new DayCount(g.Key, g.Count))], 0);
    }

    /// <summary>The quarters of the board that were reported and begin in a range of days.</summary>
    public Task<IReadOnlyDictionary<string, ReportedQuarter>> ReportedAsync(DateOnly from, DateOnly to, CancellationToken ct) => db.ReportedAsync(from, to, ct);

    /// <summary>How far they came: in one query, so that each step is among the one before.</summary>
    public async Task<FigureFunnel> FunnelAsync(FigureFilters filters, FigurePeriod period, DateOnly today, CancellationToken ct) =>
        await Counted(filters, period, today).GroupBy(_ => 1).Select(g => new FigureFunnel(
            g.Count(),
            g.Count(r => r.AskedOn != null),
            // what came by another route was not opened here, and was read by somebody all the same
            g.Count(r => r.AskedOn != null && (r.OpenedOn != null || r.AnsweredOn != null)),
            g.Count(r => r.AskedOn != null && r.AnsweredOn != null),
            g.Count(r => r.AskedOn != null && r.AnsweredOn != null && (r.Became == Became.Advice || r.Became == Became.NilReturn)),
            g.Count(r => r.AskedOn != null && r.AnsweredOn != null && r.Became == Became.Advice && r.BecameOn <= r.DueOn)))
            .SingleOrDefaultAsync(ct) ?? new(0, 0, 0, 0, 0, 0);

    /// <summary>Plans issued in a period, by how late they were and how late the last health advice for them was.</summary>
    public async Task<IReadOnlyList<PlanCount>> PlansAsync(FigureFilters filters, FigurePeriod period, CancellationToken ct)
    {
        var (from, to) = (period.From, period.To);
        var plans = PlansOf(filters).Where(a => a.OutcomeOn >= from && a.OutcomeOn <= to && a.Outcome == AssessmentOutcome.PlanIssued);
        // advice that came after the plan, or never, held the plan up no longer than to the day of the plan; what a plan lacks is the twin of LackingAdvice
        var counted = from a in plans
                      select new
                      {
                          DaysLate = a.FinalPlanDueOn == null ? 0 : a.OutcomeOn!.Value.DayNumber - a.FinalPlanDueOn.Value.DayNumber,
                          HealthDays = filters.Apply(db.AdviceRequests, db).Where(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.ExcusedBy == null
                              && (r.Became == Became.Advice || r.Became == Became.Closed) && r.BecameOn > r.DueOn && r.DueOn < a.OutcomeOn)
                              .Max(r => (int?)(r.BecameOn > a.OutcomeOn ? a.OutcomeOn!.Value.DayNumber - r.DueOn.DayNumber : r.BecameOn!.Value.DayNumber - r.DueOn.DayNumber)) ?? 0,
                          Lacking = db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.Became == Became.Closed && (r.BecameOn > r.DueOn || r.BecameOn >= a.OutcomeOn)),
                      };
        return [.. (await counted.GroupBy(p => new { p.DaysLate, p.HealthDays, p.Lacking }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            .Select(g => new PlanCount(g.Key.DaysLate, g.Key.HealthDays, g.Key.Lacking, g.Count))];
    }

    private IQueryable<Assessment> PlansOf(FigureFilters filters)
    {
        var plans = db.Assessments.AsNoTracking();
        if (filters.Authority is { } authority) { plans = plans.Where(a => a.LocalAuthorityId == authority); }
        if (filters.Board is { } board) { plans = plans.Where(a => a.IcbId == board); }
        if (filters with { Authority = null, Board = null } is { Any: true } rest)
        {
            var asked = rest.Apply(db.AdviceRequests, db);
            plans = plans.Where(a => asked.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory));
        }
        return plans;
    }

    private IQueryable<AdviceRequest> Counted(FigureFilters filters, FigurePeriod period, DateOnly today) =>
        filters.Apply(FigureList.DueIn(db.AdviceRequests.AsNoTracking(), period), db).Where(AdviceOutcomes.AreCounted(today));

    private IQueryable<FigureRow> Rows(FigureFilters filters, FigurePeriod period, DateOnly today) =>
        filters.Apply(FigureList.DueIn(db.AdviceRequests.AsNoTracking(), period), db).Select(FigureRow.Of(today));

    // a service no longer sees the case of a request that was closed: it stays in the figures as "not stated"
    private IQueryable<CaseRow> OfCases(IQueryable<FigureRow> rows) =>
        from r in rows
        join a in db.Assessments on r.Assessment equals a.Id into cases
        from a in cases.DefaultIfEmpty()
        select new CaseRow
        {
            Outcome = r.Outcome,
            Need = a.PrimaryNeed,
            StartedBy = (ClockEvent?)a.StartedBy,
            Age = a == null ? -1
                : a.Child.DateOfBirth.AddYears(5) > r.DueOn ? (int)AgeGroup.Under5
                : a.Child.DateOfBirth.AddYears(11) > r.DueOn ? (int)AgeGroup.From5To10
                : a.Child.DateOfBirth.AddYears(16) > r.DueOn ? (int)AgeGroup.From11To15
                : a.Child.DateOfBirth.AddYears(20) > r.DueOn ? (int)AgeGroup.From16To19
                : (int)AgeGroup.From20,
        };

    private static IReadOnlyList<FigureCell> Cells<T>(IEnumerable<Group<T>> groups) =>
        [.. groups.GroupBy(g => (Key: g.Key?.ToString() is { Length: > 0 } key ? key : FigureFilters.None, g.Outcome)).Select(g => new FigureCell(g.Key.Key, (AdviceOutcome)g.Key.Outcome, g.Sum(x => x.Count)))];

    private sealed record Group<T>(T Key, int Outcome, int Count);

    private sealed class CaseRow
    {
        public int Outcome { get; init; }
        public string? Need { get; init; }
        public ClockEvent? StartedBy { get; init; }
        public int Age { get; init; }
    }
}
