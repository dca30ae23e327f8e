using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class StatutoryClockTests
{
    public static TheoryData<string> Ids => [.. StatutoryVector.All.Select(v => v.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Each_worked_example_gives_its_dates_on_both_routes(string id)
    {
        var v = StatutoryVector.All.Single(x => x.Id == id);
        foreach (var route in Enum.GetValues<OriginRoute>())
        {
            var la = StatutoryClock.ForAssessment(route, v.Anchor);
            Assert.Equal((v.Decision6w, v.NoPlan16w, v.Final20w), (la.DecisionToAssess.Due, la.NoPlanNotice.Due, la.FinalPlan.Due));
        }

        var health = StatutoryClock.ForHealthAdvice(v.HealthAsked);
        Assert.Equal(v.HealthDue, health.Due);
        Assert.Equal(v.HealthLastWorkingDay, health.LastWorkingDay);
    }

    [Fact]
    public void There_are_fifteen_worked_examples() => Assert.Equal(15, StatutoryVector.All.Count);

    [Fact]
    public void A_request_received_on_a_leap_day_is_due_on_the_statutory_date() =>
        Assert.Equal(new DateOnly(2024, 4, 11), StatutoryClock.ForAssessment(OriginRoute.Section36Request, new(2024, 2, 29)).DecisionToAssess.Due);

    [Fact]
    public void Early_information_is_a_local_target_of_two_weeks()
    {
        var deadline = StatutoryClock.ForEarlyInformation(new(2026, 3, 2));
        Assert.Equal(new DateOnly(2026, 3, 16), deadline.Due);
        Assert.False(deadline.Rule.IsStatutory);
    }

    [Fact]
    public void Every_date_from_2014_to_2040_is_due_exactly_its_weeks_later_and_never_earlier_than_the_day_before_it()
    {
        List<DateOnly> previous = [];
        for (var day = new DateOnly(2014, 1, 1); day <= new DateOnly(2040, 12, 31); day = day.AddDays(1))
        {
            List<DateOnly> dues = [];
            foreach (var (deadline, weeks) in Everything(day))
            {
                Assert.Equal(7 * weeks, deadline.Due.DayNumber - day.DayNumber);
                Assert.Equal(day.DayOfWeek, deadline.Due.DayOfWeek);
                Assert.True(deadline.LastWorkingDay <= deadline.Due);
                Assert.True(EnglandBankHolidays.IsWorkingDay(deadline.LastWorkingDay));
                for (var d = deadline.LastWorkingDay.AddDays(1); d <= deadline.Due; d = d.AddDays(1)) Assert.False(EnglandBankHolidays.IsWorkingDay(d));
                dues.Add(deadline.Due);
            }

            if (previous.Count > 0) Assert.All(previous.Zip(dues), pair => Assert.True(pair.First < pair.Second));
            previous = dues;
        }
    }

    [Theory]
    [InlineData("2026-09-07", "2026-09-06", 0)]
    [InlineData("2026-09-07", "2026-09-07", 1)]
    [InlineData("2026-09-07", "2026-09-14", 1)]
    [InlineData("2026-09-07", "2026-09-15", 2)]
    [InlineData("2026-09-07", "2026-11-21", 11)]
    [InlineData("2026-09-07", "2027-01-25", 20)]
    [InlineData("2026-09-07", "2027-01-26", 21)]
    public void The_due_date_is_the_last_day_of_its_week(string anchor, string today, int week) =>
        Assert.Equal(week, StatutoryClock.WeekOf(Day.Of(anchor), Day.Of(today)));

    private static IEnumerable<(Deadline, int)> Everything(DateOnly day)
    {
        foreach (var route in Enum.GetValues<OriginRoute>())
        {
            var la = StatutoryClock.ForAssessment(route, day);
            yield return (la.DecisionToAssess, 6);
            yield return (la.NoPlanNotice, 16);
            yield return (la.FinalPlan, 20);
        }

        yield return (StatutoryClock.ForHealthAdvice(day), 6);
        yield return (StatutoryClock.ForEarlyInformation(day), 2);
    }
}
