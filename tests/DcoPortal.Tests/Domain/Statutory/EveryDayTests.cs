using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

/// <summary>Every rule on every day from 2014 to 2040, against a second count that knows nothing of the first.</summary>
public sealed class EveryDayTests
{
    private static readonly DateOnly First = new(2014, 1, 1);
    private static readonly DateOnly Last = new(2040, 12, 31);

    [Fact]
    public void Every_rule_is_in_the_second_list_and_the_other_way_round() =>
        Assert.Equal(NaiveLaw.All.Keys.Order(StringComparer.Ordinal), StatutoryRules.All.Select(r => r.Key).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_on_every_day_is_due_when_a_walk_through_the_calendar_says_so()
    {
        Parallel.ForEach(StatutoryRules.All, rule =>
        {
            var law = NaiveLaw.All[rule.Key];
            for (var day = First; day <= Last; day = day.AddDays(1))
            {
                var due = law.Due(day);
                if (rule.DueFrom(day) != due) { Assert.Fail($"{rule.Key} from {day:yyyy-MM-dd}: {rule.DueFrom(day):yyyy-MM-dd}, but walking gives {due:yyyy-MM-dd}."); }
            }
        });
    }

    [Fact]
    public void Every_route_gives_the_dates_of_the_second_engine_whatever_days_are_known()
    {
        Parallel.ForEach(Enum.GetValues<OriginRoute>(), route =>
        {
            var events = Enum.GetValues<ClockEvent>();
            for (var day = First; day <= Last; day = day.AddDays(3))
            {
                // the days of the events lie apart, and on every third day some are not known
                var days = events.Select((e, i) => (e, On: day.AddDays(i * 11 % 40), IsKnown: day.DayNumber % 9 != 0 || (i + day.DayNumber) % 4 != 0)).Where(x => x.IsKnown).ToDictionary(x => x.e, x => x.On);
                var found = StatutoryClock.For(route, new ClockFacts(days), new ClockSettings(internalTurnaroundDays: 28)).Deadlines;
                var expected = NaiveLaw.Dates(route, days);
                var differs = found.Where(d => !expected.TryGetValue(d.Rule.Key, out var due) || due != d.Due).Select(d => $"{d.Rule.Key} {d.Due:yyyy-MM-dd}").ToList();
                if (differs.Count > 0 || found.Count != expected.Count) { Assert.Fail($"{route} on {day:yyyy-MM-dd}: {string.Join(", ", differs)}; {found.Count} dates, the second engine has {expected.Count}."); }
            }
        });
    }

    [Fact]
    public void Every_day_to_act_by_is_a_working_day_before_the_date_on_which_the_act_is_lawful()
    {
        var settings = new ClockSettings(DayOneConvention.DayOfReceiptCounts, internalTurnaroundDays: 28);
        Parallel.ForEach(Enum.GetValues<OriginRoute>(), route =>
        {
            for (var day = First; day <= Last; day = day.AddDays(3))
            {
                foreach (var deadline in StatutoryClock.For(route, new ClockFacts(Enum.GetValues<ClockEvent>().Select(e => (e, day))), settings).Deadlines)
                {
                    var key = deadline.Rule.Key;
                    if (deadline.LastWorkingDay != NaiveCounter.LastWorkingDay(deadline.Due) && deadline.LastWorkingDay != deadline.Due) { Assert.Fail($"{key}: the last working day before {deadline.Due:yyyy-MM-dd} is not {deadline.LastWorkingDay:yyyy-MM-dd}."); }
                    if (deadline.LocalDue is { } local && local != NaiveCounter.Due(NaiveLaw.All[key].Length, deadline.Rule.Limit.Unit, CountingConvention.BeginningWith, day)) { Assert.Fail($"{key} from {day:yyyy-MM-dd}: the local date is {local:yyyy-MM-dd}."); }
                    if (deadline.LocalDue >= deadline.Due || deadline.ActBy > deadline.Due || deadline.SafeDate > deadline.Due) { Assert.Fail($"{key} from {day:yyyy-MM-dd}: a stricter date is later than the law."); }
                    if (deadline.Rule.Limit.Counting != CountingConvention.Before && deadline.ActBy < day) { Assert.Fail($"{key} from {day:yyyy-MM-dd}: act by {deadline.ActBy:yyyy-MM-dd} is before the event."); }
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
