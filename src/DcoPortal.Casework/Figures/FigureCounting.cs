using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Counts what fell due. What it reads of a request is days and codes, in one range of due dates of the index of figures; what it returns is numbers.</summary>
/// <param name="db">What the reader may count.</param>
/// <param name="dbs">Makes another context in the same reach, to read beside it.</param>
/// <param name="reach">That reach.</param>
public sealed class FigureCounting(PortalDb db, PortalDbFactory dbs, AccessScope reach)
{
    /// <summary>All the counts of a period as the requests stand, with the cuts that are asked for: the requests are read once.</summary>
    public async Task<FigureData> ReadAsync(FigureFilters filters, FigurePeriod period, IReadOnlyCollection<FigureCut> cuts, DateOnly today, CancellationToken ct)
    {
        var rows = await Rows(filters, period, cuts).ToListAsync(ct);
        return new FigureTally(rows, today).Count(cuts, await PlansAsync(filters, period, ct));
    }

    /// <summary>The same, and every month of a range around the period. SQLite reads on the thread that asks, so what a year does not need its rows for is read beside them.</summary>
    public async Task<(FigureData Data, IReadOnlyList<FigureCell> Months)> ReadAroundAsync(FigureFilters filters, FigurePeriod range, FigurePeriod period, IReadOnlyCollection<FigureCut> cuts, DateOnly today, CancellationToken ct)
    {
        var beside = Task.Run(async () =>
        {
            await using var other = dbs.Create(reach);
            var count = new FigureCounting(other, dbs, reach);
            return (Plans: await count.PlansAsync(filters, period, ct), Before: await count.ByMonthAsync(filters, range with { To = period.From.AddDays(-1) }, today, ct), After: await count.ByMonthAsync(filters, range with { From = period.To.AddDays(1) }, today, ct));
        }, ct);
        var rows = Rows(filters, period, cuts).ToListAsync(ct);
        await Task.WhenAll(beside, rows);
        var (plans, before, after) = await beside;
        var data = new FigureTally(await rows, today).Count(cuts, plans);
        return (data, [.. before, .. data.Months, .. after]);
    }

    /// <summary>By month and outcome, also the outcomes beside the total. The database groups by day, which is the order of its index; a month of each date would be made and sorted anew.</summary>
    public async Task<IReadOnlyList<FigureCell>> ByMonthAsync(FigureFilters filters, FigurePeriod period, DateOnly today, CancellationToken ct)
    {
        var days = await Due(filters, period).GroupBy(OutcomeOfDay.Of(AdviceOutcomes.Number(today))).Select(g => new { g.Key.DueOn, g.Key.Outcome, Count = g.Count() }).ToListAsync(ct);
        return [.. days.GroupBy(d => (FigurePeriod.MonthOf(d.DueOn).Word, d.Outcome)).Select(g => new FigureCell(g.Key.Word, (AdviceOutcome)g.Key.Outcome, g.Sum(d => d.Count)))];
    }

    /// <summary>What of the board was reported and begins in a range of days.</summary>
    public Task<IReadOnlyDictionary<string, ReportedPeriod>> ReportedAsync(DateOnly from, DateOnly to, CancellationToken ct) => db.ReportedAsync(from, to, ct);

    /// <summary>Plans issued in a period, by how late they were and how late the last health advice for them was.</summary>
    public async Task<IReadOnlyList<PlanCount>> PlansAsync(FigureFilters filters, FigurePeriod period, CancellationToken ct)
    {
        var plans = await new PlanList { Period = period, Of = filters }.Facts(db.Assessments.AsNoTracking(), db).GroupBy(p => new { p.DaysLate, p.HealthDays, p.Lacking }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return [.. plans.Select(g => new PlanCount(g.Key.DaysLate, g.Key.HealthDays, g.Key.Lacking, g.Count))];
    }

    private IQueryable<AdviceRequest> Due(FigureFilters filters, FigurePeriod period) => filters.Apply(FigureList.DueIn(db.AdviceRequests.AsNoTracking(), period), db);

    // a service no longer sees the case of a request that was closed: it stays in the figures as "not stated".
    // ages are the database's, as those of the lists are, so that a birthday on 29 February falls alike
    private IQueryable<FigureRow> Rows(FigureFilters filters, FigurePeriod period, IReadOnlyCollection<FigureCut> cuts)
    {
        var (withAuthority, withBoard, withNeed, withRoute, withAge) = (cuts.Contains(FigureCut.Authority), cuts.Contains(FigureCut.Board), cuts.Contains(FigureCut.Need), cuts.Contains(FigureCut.Route), cuts.Contains(FigureCut.Age));
        return
            from r in Due(filters, period)
            join a in db.Assessments on r.AssessmentId equals a.Id into cases
            from a in cases.DefaultIfEmpty()
            select new FigureRow
            {
                Provider = r.ProviderId,
                Service = r.ServiceId,
                Received = r.ReceivedByHealthOn.DayNumber,
                Due = r.DueOn.DayNumber,
                Asked = r.AskedOn == null ? null : r.AskedOn.Value.DayNumber,
                Opened = r.OpenedOn == null ? null : r.OpenedOn.Value.DayNumber,
                Answered = r.AnsweredOn == null ? null : r.AnsweredOn.Value.DayNumber,
                Became = r.Became,
                BecameAt = r.BecameOn == null ? null : r.BecameOn.Value.DayNumber,
                CaseEnded = r.CaseEndedOn == null ? null : r.CaseEndedOn.Value.DayNumber,
                IsInstead = r.InsteadOfId != null,
                Ground = r.ExcusedBy,
                Nil = r.FirstNilReason,
                Reason = r.LateReason,
                Stage = r.Became == Became.Nothing ? r.Stage : null,
                Authority = withAuthority ? r.LocalAuthorityId : null,
                Board = withBoard ? r.IcbId : null,
                Decided = a.DecidedOn == null ? null : a.DecidedOn.Value.DayNumber,
                Need = withNeed ? a.PrimaryNeed : null,
                StartedBy = withRoute ? (ClockEvent?)a.StartedBy : null,
                Age = !withAge || a == null ? -1
                    : a.Child.DateOfBirth.AddYears(5) > r.DueOn ? (int)AgeGroup.Under5
                    : a.Child.DateOfBirth.AddYears(11) > r.DueOn ? (int)AgeGroup.From5To10
                    : a.Child.DateOfBirth.AddYears(16) > r.DueOn ? (int)AgeGroup.From11To15
                    : a.Child.DateOfBirth.AddYears(20) > r.DueOn ? (int)AgeGroup.From16To19
                    : (int)AgeGroup.From20,
            };
    }
}
