using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

/// <summary>Every rule on every day from 2014 to 2040, against a second count that knows nothing of the first.</summary>
public sealed class EveryDayTests
{
    private static readonly DateOnly First = new(2014, 1, 1);
    private static readonly DateOnly Last = new(2040, 12, 31);

    // the lengths are written out again, so that a slip in the data is as visible as one in the arithmetic
    private static readonly Dictionary<string, (int Length, TimeUnit Unit, CountingConvention Counting)> Expected = new()
    {
        ["decision-request"] = (6, TimeUnit.Weeks, CountingConvention.Of),
        ["decision-responsibility"] = (6, TimeUnit.Weeks, CountingConvention.Of),
        ["no-plan-request"] = (16, TimeUnit.Weeks, CountingConvention.Of),
        ["no-plan-responsibility"] = (16, TimeUnit.Weeks, CountingConvention.Of),
        ["final-plan-request"] = (20, TimeUnit.Weeks, CountingConvention.Of),
        ["final-plan-responsibility"] = (20, TimeUnit.Weeks, CountingConvention.Of),
        ["health-advice"] = (6, TimeUnit.Weeks, CountingConvention.Of),
        ["draft-plan-comments"] = (15, TimeUnit.Days, CountingConvention.BeginningWith),
        ["early-information"] = (2, TimeUnit.Weeks, CountingConvention.Of),
        ["internal-turnaround"] = (28, TimeUnit.Days, CountingConvention.Of),
        ["decision-reassessment"] = (15, TimeUnit.Days, CountingConvention.Of),
        ["final-plan-reassessment"] = (14, TimeUnit.Weeks, CountingConvention.Of),
        ["assess-order"] = (2, TimeUnit.Weeks, CountingConvention.Of),
        ["no-plan-order"] = (10, TimeUnit.Weeks, CountingConvention.Of),
        ["final-plan-order"] = (14, TimeUnit.Weeks, CountingConvention.Of),
        ["assess-concession"] = (2, TimeUnit.Weeks, CountingConvention.Of),
        ["no-plan-concession"] = (10, TimeUnit.Weeks, CountingConvention.Of),
        ["final-plan-concession"] = (14, TimeUnit.Weeks, CountingConvention.Of),
        ["make-plan-draft-order"] = (5, TimeUnit.Weeks, CountingConvention.Of),
        ["make-plan-final-order"] = (11, TimeUnit.Weeks, CountingConvention.Of),
        ["make-plan-draft-concession"] = (5, TimeUnit.Weeks, CountingConvention.Of),
        ["make-plan-final-concession"] = (11, TimeUnit.Weeks, CountingConvention.Of),
        ["amend-plan-order"] = (5, TimeUnit.Weeks, CountingConvention.Of),
        ["amend-plan-concession"] = (5, TimeUnit.Weeks, CountingConvention.Of),
        ["change-school-order"] = (2, TimeUnit.Weeks, CountingConvention.Of),
        ["plan-transfer-on-move"] = (0, TimeUnit.Days, CountingConvention.Of),
        ["plan-transfer-when-aware"] = (15, TimeUnit.WorkingDays, CountingConvention.BeginningWith),
        ["transfer-notice"] = (6, TimeUnit.Weeks, CountingConvention.Of),
        ["commissioner-change"] = (15, TimeUnit.WorkingDays, CountingConvention.Of),
        ["review-papers"] = (2, TimeUnit.Weeks, CountingConvention.Before),
        ["review-report"] = (2, TimeUnit.Weeks, CountingConvention.Of),
        ["review-decision"] = (4, TimeUnit.Weeks, CountingConvention.Of),
        ["amendment-notice"] = (4, TimeUnit.Weeks, CountingConvention.Of),
        ["amended-plan-of-meeting"] = (12, TimeUnit.Weeks, CountingConvention.Of),
        ["amended-plan-of-notice"] = (8, TimeUnit.Weeks, CountingConvention.Of),
        ["mediation-contact"] = (2, TimeUnit.Months, CountingConvention.Of),
        ["mediation-issues"] = (3, TimeUnit.WorkingDays, CountingConvention.Of),
        ["mediation-by-icb"] = (30, TimeUnit.Days, CountingConvention.Of),
        ["mediation-by-authority"] = (30, TimeUnit.Days, CountingConvention.Of),
        ["certificate-not-arranged"] = (3, TimeUnit.WorkingDays, CountingConvention.Of),
        ["certificate-declined"] = (3, TimeUnit.WorkingDays, CountingConvention.Of),
        ["appeal-of-notice"] = (2, TimeUnit.Months, CountingConvention.Of),
        ["appeal-of-certificate"] = (1, TimeUnit.Months, CountingConvention.Of),
        ["appeal-response"] = (30, TimeUnit.TribunalWorkingDays, CountingConvention.Of),
        ["hearing-bundle"] = (10, TimeUnit.TribunalWorkingDays, CountingConvention.Before),
        ["recommendation-response"] = (5, TimeUnit.Weeks, CountingConvention.Of),
        ["recommendation-copied"] = (1, TimeUnit.Weeks, CountingConvention.Of),
    };

    [Fact]
    public void Every_rule_is_in_the_second_list_and_the_other_way_round() =>
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), StatutoryRules.All.Select(r => r.Key).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_on_every_day_is_due_when_a_walk_through_the_calendar_says_so()
    {
        Parallel.ForEach(StatutoryRules.All, rule =>
        {
            var (length, unit, counting) = Expected[rule.Key];
            for (var day = First; day <= Last; day = day.AddDays(1))
            {
                var due = NaiveCounter.Due(length, unit, counting, day);
                if (rule.DueFrom(day) != due) { Assert.Fail($"{rule.Key} from {day:yyyy-MM-dd}: {rule.DueFrom(day):yyyy-MM-dd}, but walking gives {due:yyyy-MM-dd}."); }
            }
        });
    }

    [Fact]
    public void Every_deadline_of_every_route_on_every_day_is_the_rule_s_and_its_day_to_act_by_is_the_last_working_day_before()
    {
        var settings = new ClockSettings(DayOneConvention.DayOfReceiptCounts, internalTurnaroundDays: 28);
        Parallel.ForEach(Enum.GetValues<OriginRoute>(), route =>
        {
            for (var day = First; day <= Last; day = day.AddDays(3))
            {
                var facts = new ClockFacts(Enum.GetValues<ClockEvent>().Select(e => (e, day)));
                var reading = StatutoryClock.For(route, facts, settings);
                if (reading.Awaited.Count > 0) { Assert.Fail($"{route} awaits {reading.Awaited[0].Key} although every day is known."); }
                foreach (var deadline in reading.Deadlines)
                {
                    var (length, unit, counting) = Expected[deadline.Rule.Key];
                    var due = NaiveCounter.Due(length, unit, counting, day);
                    if (deadline.Due != due) { Assert.Fail($"{deadline.Rule.Key} from {day:yyyy-MM-dd} is {deadline.Due:yyyy-MM-dd}, not {due:yyyy-MM-dd}."); }
                    if (deadline.LastWorkingDay != NaiveCounter.LastWorkingDay(due)) { Assert.Fail($"{deadline.Rule.Key}: the last working day before {due:yyyy-MM-dd} is not {deadline.LastWorkingDay:yyyy-MM-dd}."); }
                    if (deadline.LocalDue is { } local && local != NaiveCounter.Due(length, unit, CountingConvention.BeginningWith, day)) { Assert.Fail($"{deadline.Rule.Key} from {day:yyyy-MM-dd}: the local date is {local:yyyy-MM-dd}."); }
                    if (deadline.LocalDue >= due || deadline.ActBy > deadline.LastWorkingDay) { Assert.Fail($"{deadline.Rule.Key} from {day:yyyy-MM-dd}: a local date is later than the law."); }
                }
            }
        });
    }

    [Fact]
    public void Limits_in_weeks_end_on_the_weekday_they_began_on_whatever_the_clocks_do()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            var la = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, day);
            Assert.Equal((42, 112, 140), (la.DecisionToAssess!.Due.DayNumber - day.DayNumber, la.NoPlanNotice!.Due.DayNumber - day.DayNumber, la.FinalPlan!.Due.DayNumber - day.DayNumber));
            Assert.Equal(42, StatutoryClock.ForHealthAdvice(day).Due.DayNumber - day.DayNumber);
        }
    }

    [Fact]
    public void No_due_date_goes_back_when_its_day_goes_forward()
    {
        foreach (var rule in StatutoryRules.All)
        {
            var previous = rule.DueFrom(First);
            for (var day = First.AddDays(1); day <= Last; day = day.AddDays(1))
            {
                var due = rule.DueFrom(day);
                if (due < previous) { Assert.Fail($"{rule.Key} goes back at {day:yyyy-MM-dd}."); }
                previous = due;
            }
        }
    }
}
