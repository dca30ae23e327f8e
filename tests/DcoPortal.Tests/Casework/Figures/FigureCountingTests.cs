using System.Text.Json;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Figures;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Parts.Dashboard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Figures;

public sealed class FigureCountingTests : IDisposable
{
    private static readonly string[] Periods = ["2026-Q2", "2026-Q3", "2026-Q4", "2026-05", "2026-11", "2025-2026", "2026-2027", "2026-03-15_2026-06-14", "2025-01-01_2026-12-31"];
    private static readonly DateOnly Today = FigureWorld.Today;
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task In_every_period_and_cut_the_parts_add_up_and_every_figure_is_as_long_as_its_list()
    {
        await FigureWorld.MakeAsync(_app, cases: 48);
        await FigureWorld.AskInsteadAsync(_app);
        await CheckAsync("as made");

        // what people do afterwards: outcomes that close requests, closings, nil returns, withdrawals, later answers
        await using (var db = _app.Database())
        {
            var open = await db.Assessments.Where(a => a.Outcome == null).OrderBy(a => a.Reference).ToListAsync();
            foreach (var a in open.Take(8))
            {
                await _app.AsAsync(a.Reference.StartsWith("LCC", StringComparison.Ordinal) ? TestWorld.Caseworker : TestWorld.OtherCaseworker,
                    s => s.GetRequiredService<RecordOutcomeHandler>().HandleAsync(new OutcomeToRecord(a.Reference, AssessmentOutcome.PlanIssued, Today), default));
            }
            await CheckAsync("after outcomes");
            // what ended on an earlier day than it is recorded, before or after something fell due
            foreach (var a in open.Skip(8).Take(12))
            {
                var due = await db.AdviceRequests.Where(r => r.AssessmentId == a.Id).MinAsync(r => r.DueOn);
                await FigureWorld.EndAsync(_app, a.Reference, AssessmentOutcome.Withdrawn, due.AddDays(a.Reference[^1] % 2 == 0 ? -4 : 4) is var on && on > Today ? Today : on);
            }
            await CheckAsync("after outcomes of an earlier day");
            var requests = await db.AdviceRequests.AsNoTracking().Where(r => r.Stage == RequestStage.WithService).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync();
            await AsDcoAsync(requests[0], r => r.Close("Not needed", FigureWorld.Noon(Today)));
            await AsDcoAsync(requests[1], r => r.WithdrawRequest("By mistake", "The service", FigureWorld.Noon(Today)));
            await AsDcoAsync(requests[2], r => { r.SubmitNilReturn(ReplyCode.Discharged, null, FigureWorld.Noon(Today), Today, "Joan"); r.Accept(FigureWorld.Noon(Today)); r.ReturnToAuthority(FigureWorld.Noon(Today), Today); });
            await AsDcoAsync(requests[3], r => { r.Submit(FigureWorld.Noon(Today), Today, "Joan"); r.Accept(FigureWorld.Noon(Today)); r.ReturnToAuthority(FigureWorld.Noon(Today), Today); });
            await AsDcoAsync(requests[4], r => r.CorrectReceipt(r.ReceivedByHealthOn.AddDays(-40)));
            await AsDcoAsync(requests[0], r => r.Reopen(RequestStage.WithService, "Needed after all", FigureWorld.Noon(Today)));
        }
        await CheckAsync("after closings, withdrawals, nil returns, answers and a corrected day");
    }

    [Fact]
    public async Task An_outcome_makes_no_late_request_vanish()
    {
        await FigureWorld.MakeAsync(_app, cases: 24);
        var period = FigurePeriod.Parse("2025-2026")!;
        var before = await TotalsAsync(period);
        await using (var db = _app.Database())
        {
            foreach (var a in await db.Assessments.Where(a => a.Outcome == null).ToListAsync())
            {
                await _app.AsAsync(a.Reference.StartsWith("LCC", StringComparison.Ordinal) ? TestWorld.Caseworker : TestWorld.OtherCaseworker,
                    s => s.GetRequiredService<RecordOutcomeHandler>().HandleAsync(new OutcomeToRecord(a.Reference, AssessmentOutcome.NoPlan, Today), default));
            }
        }
        var after = await TotalsAsync(period);

        Assert.True(before[AdviceOutcome.NotGivenOpen] > 0);
        Assert.Equal(before[AdviceOutcome.NotGivenOpen] + before[AdviceOutcome.NotGivenClosed], after[AdviceOutcome.NotGivenClosed]);
        Assert.Equal(0, after.GetValueOrDefault(AdviceOutcome.NotGivenOpen));
        Assert.Equal(before.Where(t => t.Key.IsCounted()).Sum(t => t.Value), after.Where(t => t.Key.IsCounted()).Sum(t => t.Value));
    }

    [Fact]
    public async Task A_nil_return_stays_one_until_advice_comes_and_then_counts_on_the_day_of_the_advice()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 6, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r =>
        {
            r.SubmitNilReturn(ReplyCode.NotKnown, null, FigureWorld.Noon(new(2026, 6, 10)), new(2026, 6, 10), "Joan");
            r.Accept(FigureWorld.Noon(new(2026, 6, 11)));
            r.ReturnToAuthority(FigureWorld.Noon(new(2026, 6, 11)), new(2026, 6, 11));
            r.AskForMore(AnswerKind.Version, "The child is known now", new DateOnly(2027, 7, 1), FigureWorld.Noon(new(2026, 6, 20)));
        });
        _app.Time.Set(FigureWorld.Noon(Today));
        var period = FigurePeriod.Parse("2026-07")!;

        Assert.Equal(1, (await TotalsAsync(period))[AdviceOutcome.NilReturn]);
        await AsDcoAsync(id, r => { r.Submit(FigureWorld.Noon(Today), Today, "Joan"); r.Accept(FigureWorld.Noon(Today)); r.ReturnToAuthority(FigureWorld.Noon(Today), Today); });

        var totals = await TotalsAsync(period);
        Assert.Equal((1, 0), (totals[AdviceOutcome.Late], totals.GetValueOrDefault(AdviceOutcome.NilReturn)));
    }

    [Fact]
    public async Task Days_of_each_step_are_those_that_passed_and_what_never_got_through_counts()
    {
        await FigureWorld.MakeAsync(_app, cases: 30);
        await using var db = _app.Database(await FigureWorld.ScopeAsync(_app));
        var period = FigurePeriod.Parse("2025-2026")!;
        var data = await (await CountingAsync(db)).ReadAsync(new(), period, [], Today, default);
        var all = await db.AdviceRequests.AsNoTracking().Where(r => r.DueOn >= period.From && r.DueOn <= period.To).ToListAsync();
        var counted = all.Where(r => AdviceOutcomes.Of(r, Today).IsCounted()).ToList();
        var decided = await db.Assessments.ToDictionaryAsync(a => a.Id, a => a.DecidedOn);

        DayCounts Expected(Func<AdviceRequest, (DateOnly? From, DateOnly? To)> step, Func<AdviceRequest, bool> stuck) =>
            new(counted.Select(step).Where(d => d.From <= d.To).GroupBy(d => d.To!.Value.DayNumber - d.From!.Value.DayNumber).Select(g => (g.Key, g.Count())), counted.Count(r => r.Became is not (Became.Advice or Became.NilReturn) && stuck(r)));
        void Same(FigureStep step, Func<AdviceRequest, (DateOnly? From, DateOnly? To)> days, Func<AdviceRequest, bool> stuck)
        {
            var (expected, actual) = (Expected(days, stuck), data.Steps[step].Counts());
            Assert.True(expected.All > 0, $"{step}");
            Assert.Equal((expected.All, expected.Never, expected.Percentile(50), expected.Percentile(90)), (actual.All, actual.Never, actual.Percentile(50), actual.Percentile(90)));
        }

        Same(FigureStep.DecisionToHealth, r => (decided[r.AssessmentId], r.ReceivedByHealthOn), _ => false);
        Same(FigureStep.HealthToAsked, r => (r.ReceivedByHealthOn, r.AskedOn), r => r.AskedOn is null);
        Same(FigureStep.AskedToOpened, r => (r.AskedOn, r.OpenedOn), r => r.AskedOn is not null && r.OpenedOn is null && r.AnsweredOn is null);
        Same(FigureStep.OpenedToAnswered, r => (r.OpenedOn, r.AnsweredOn), r => r.OpenedOn is not null && r.AnsweredOn is null);
        Same(FigureStep.AnsweredToReturned, r => r.Became is Became.Advice or Became.NilReturn ? (r.AnsweredOn, r.BecameOn) : (null, null), r => r.AnsweredOn is not null);
        var never = counted.Count(r => r.Became is not (Became.Advice or Became.NilReturn));
        var advice = new DayCounts(counted.Where(r => r.Became == Became.Advice).GroupBy(r => r.BecameOn!.Value.DayNumber - r.ReceivedByHealthOn.DayNumber).Select(g => (g.Key, g.Count())), never);
        var asked = data.Asked.Counts();
        Assert.Equal((advice.All, advice.Never, advice.Percentile(50), advice.Percentile(90)), (asked.All, asked.Never, asked.Percentile(50), asked.Percentile(90)));
    }

    [Fact]
    public async Task What_is_read_beside_the_rows_is_what_is_read_alone()
    {
        await FigureWorld.MakeAsync(_app, cases: 30);
        await using var db = _app.Database(await FigureWorld.ScopeAsync(_app));
        var (count, period) = (await CountingAsync(db), FigurePeriod.Parse("2025-2026")!);
        var range = new FigurePeriod(PeriodKind.Free, period.From.AddYears(-1), period.To.AddMonths(2));

        var (data, months) = await count.ReadAroundAsync(new(), range, period, [FigureCut.Service], Today, default);

        Assert.Equal((await count.ByMonthAsync(new(), range, Today, default)).OrderBy(c => (c.Key, c.Outcome)), months.OrderBy(c => (c.Key, c.Outcome)));
        Assert.Equal(JsonSerializer.Serialize(await count.ReadAsync(new(), period, [FigureCut.Service], Today, default)), JsonSerializer.Serialize(data));
        Assert.True(data.Total > 0 && months.Count > data.Months.Count);
    }

    [Fact]
    public async Task Late_plans_are_counted_with_the_days_that_late_advice_explains_at_most()
    {
        await FigureWorld.MakeAsync(_app, cases: 30);
        await FigureWorld.IssuePlansAsync(_app, 20);
        await using var scoped = _app.Database(await FigureWorld.ScopeAsync(_app));
        var requests = (await scoped.AdviceRequests.AsNoTracking().ToListAsync()).ToLookup(r => r.AssessmentId);
        var (lacking, have) = (LackingAdvice.Lacks.Compile(), LackingAdvice.MayHave.Compile());
        int HealthDays(AdviceRequest r) => r is { Kind: AdviceKind.Statutory, IsInstead: false } && (r.Became == Became.Nothing || (r.Became is Became.Advice or Became.Closed or Became.Withdrawn && r.BecameOn > r.DueOn)) && r.DueOn < Today
            ? Math.Min((r.BecameOn ?? Today).DayNumber, Today.DayNumber) - r.DueOn.DayNumber : 0;
        var expected = (await scoped.Assessments.AsNoTracking().Where(a => a.Outcome == AssessmentOutcome.PlanIssued).ToListAsync())
            .GroupBy(a => (a.FinalPlanDueOn is { } due ? Today.DayNumber - due.DayNumber : 0, requests[a.Id].Max(HealthDays), requests[a.Id].Any(lacking) || !requests[a.Id].Any(have)))
            .Select(g => new PlanCount(g.Key.Item1, g.Key.Item2, g.Key.Item3, g.Count())).ToHashSet();

        var plans = await (await CountingAsync(scoped)).PlansAsync(new(), FigurePeriod.MonthOf(Today), default);

        Assert.Contains(expected, p => p is { DaysLate: > 0, HealthDays: > 0 });
        Assert.Contains(expected, p => p.Lacking);
        Assert.Equal(expected, plans.ToHashSet());
    }

    [Fact]
    public async Task Each_that_was_not_in_time_has_one_cause_in_memory_as_in_the_database()
    {
        await FigureWorld.MakeAsync(_app, cases: 40);
        await using var db = _app.Database(await FigureWorld.ScopeAsync(_app));
        var all = await db.AdviceRequests.AsNoTracking().ToListAsync();
        var seen = new HashSet<DelayCause>();
        foreach (var cause in Enum.GetValues<DelayCause>())
        {
            var byDatabase = await db.AdviceRequests.Where(DelayCauses.Are(cause, Today)).Select(r => r.Id).ToListAsync();
            var byHand = all.Where(r => DelayCauses.Of(DelayCauses.Days(r.ReceivedByHealthOn, r.AskedOn, r.OpenedOn, r.AnsweredOn, r.BecameOn ?? Today)) == cause).Select(r => r.Id);
            Assert.Equal(byHand.Order(), byDatabase.Order());
            if (byDatabase.Count > 0) { seen.Add(cause); }
        }
        Assert.True(seen.Count >= 3, string.Join(", ", seen));
    }

    private async Task CheckAsync(string when)
    {
        await using var db = _app.Database(await FigureWorld.ScopeAsync(_app));
        var count = (await CountingAsync(db));
        var all = await db.AdviceRequests.AsNoTracking().ToListAsync();
        var seen = new HashSet<AdviceOutcome>();
        foreach (var period in Periods.Select(p => FigurePeriod.Parse(p)!))
        {
            // by hand, from the rows and the pure definition
            var expected = all.Where(r => r.Kind == AdviceKind.Statutory && r.DueOn >= period.From && r.DueOn <= period.To)
                .GroupBy(r => AdviceOutcomes.Of(r, Today)).ToDictionary(g => g.Key, g => g.Count());
            seen.UnionWith(expected.Keys);
            Assert.Equal(expected.OrderBy(e => e.Key), (await TotalsAsync(period)).OrderBy(e => e.Key));
            var data = await count.ReadAsync(new(), period, Enum.GetValues<FigureCut>(), Today, default);
            // what is counted in memory and what the database groups are one definition
            Assert.Equal((await count.ByMonthAsync(new(), period, Today, default)).OrderBy(c => c.Key).ThenBy(c => c.Outcome), data.Months.OrderBy(c => c.Key).ThenBy(c => c.Outcome));
            foreach (var cut in Enum.GetValues<FigureCut>())
            {
                var cells = data.Cuts[cut];
                foreach (var outcome in expected.Keys)
                {
                    Assert.True(expected[outcome] == cells.Where(c => c.Outcome == outcome).Sum(c => c.Count), $"{when}: {period.Word} by {cut}, {outcome}");
                }
                foreach (var row in cells.Where(c => c.Outcome.IsCounted()).GroupBy(c => c.Key))
                {
                    foreach (var cell in row) { await SameLengthAsync(db, period, cut, row.Key, cell.Outcome, cell.Count, when); }
                    await SameLengthAsync(db, period, cut, row.Key, null, row.Sum(c => c.Count), when);
                }
            }
            foreach (var detail in data.Details)
            {
                var list = new FigureList { Period = period, Outcome = detail.Outcome, Band = detail.Band, Nil = detail.Nil, Ground = detail.Ground, Stage = detail.Stage, Today = Today };
                Assert.Equal(detail.Count, await list.Apply(db.AdviceRequests, db).CountAsync());
            }
            var missed = AdviceOutcomes.Missed.Sum(o => expected.GetValueOrDefault(o));
            Assert.Equal(missed, await new FigureList { Period = period, IsMissed = true, Today = Today }.Apply(db.AdviceRequests, db).CountAsync());
            Assert.Equal(missed, data.Causes.Sum(c => c.Count));
            foreach (var cause in data.Causes)
            {
                Assert.True(cause.Count == await new FigureList { Period = period, Cause = cause.Cause, Today = Today }.Apply(db.AdviceRequests, db).CountAsync(), $"{when}: {period.Word}, {cause}");
            }
            // those without a reason are one of the parts, so that the parts are the whole
            Assert.Equal(missed, data.Reasons.Sum(r => r.Count));
            foreach (var reason in data.Reasons)
            {
                Assert.True(reason.Count == await new FigureList { Period = period, Why = reason.Reason?.ToString() ?? LateReasons.None, Today = Today }.Apply(db.AdviceRequests, db).CountAsync(), $"{when}: {period.Word}, {reason}");
            }
            foreach (var (part, plans) in PlanWords.Count(data.Plans))
            {
                Assert.True(plans == await new PlanList { Period = period, Part = part }.Apply(db.Assessments, db).CountAsync(), $"{when}: {period.Word}, {part}: {plans}");
            }
        }
        if (when == "after outcomes") { Assert.NotEqual(0, await db.Assessments.CountAsync(a => a.Outcome == AssessmentOutcome.PlanIssued)); }
        Assert.Equal(Enum.GetValues<AdviceOutcome>().Where(o => o != AdviceOutcome.Early), seen.Order());
    }

    private static async Task SameLengthAsync(PortalDb db, FigurePeriod period, FigureCut cut, string key, AdviceOutcome? outcome, int figure, string when)
    {
        var row = new FigureFilters().With(cut, key);
        var filters = new RequestFilters { Authority = row.Authority, Provider = row.Provider, Service = row.Service, Behind = new() { Period = period, Outcome = outcome, Of = row, Today = Today } };
        Assert.True(figure == await filters.ApplyButBox(db.AdviceRequests, db, new UkClock(TimeProvider.System)).CountAsync(), $"{when}: {period.Word}, {cut} {key}, {outcome}: {figure}");
    }

    private async Task<Dictionary<AdviceOutcome, int>> TotalsAsync(FigurePeriod period)
    {
        await using var db = _app.Database(await FigureWorld.ScopeAsync(_app));
        return (await (await CountingAsync(db)).ByMonthAsync(new(), period, Today, default)).GroupBy(c => c.Outcome).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
    }

    private async Task<FigureCounting> CountingAsync(PortalDb db) => new(db, _app.Services.GetRequiredService<PortalDbFactory>(), await FigureWorld.ScopeAsync(_app));

    private async Task AsDcoAsync(Guid id, Action<AdviceRequest> change) => await _app.AsAsync(TestWorld.Dco, async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        change(request);
        services.GetRequiredService<DcoPortal.Casework.Audit.AuditTrail>().Record(new DcoPortal.Domain.Facts.AdviceRequested(request.Keys, request.Id, "The service", request.DueOn));
        return await db.SaveChangesAsync();
    });
}
