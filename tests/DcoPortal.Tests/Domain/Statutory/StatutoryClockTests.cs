using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class StatutoryClockTests
{
    public static TheoryData<string> Ids => [.. StatutoryVector.All.Select(v => v.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Each_worked_example_gives_its_dates_on_both_routes(string id)
    {
        var v = StatutoryVector.All.Single(x => x.Id == id);
        foreach (var start in new[] { ClockEvent.RequestReceived, ClockEvent.BecameResponsible })
        {
            var la = StatutoryClock.ForAssessment(start, v.Anchor);
            Assert.Equal((v.Decision6w, v.NoPlan16w, v.Final20w), (la.DecisionToAssess!.Due, la.NoPlanNotice!.Due, la.FinalPlan!.Due));
        }

        var health = StatutoryClock.ForHealthAdvice(v.HealthAsked);
        Assert.Equal(v.HealthDue, health.Due);
        Assert.Equal(v.HealthLastWorkingDay, health.LastWorkingDay);
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_set_of_clocks_gives_the_same_dates_as_the_single_ones(string id)
    {
        var v = StatutoryVector.All.Single(x => x.Id == id);
        var reading = StatutoryClock.For(OriginRoute.Section36Request,
            new((ClockEvent.RequestReceived, v.Anchor), (ClockEvent.HealthReceivedRequest, v.HealthAsked)));
        Assert.Equal([(DeadlineKind.DecisionToAssess, v.Decision6w), (DeadlineKind.HealthAdvice, v.HealthDue), (DeadlineKind.NoPlanNotice, v.NoPlan16w), (DeadlineKind.FinalPlan, v.Final20w)],
            reading.Deadlines.OrderBy(d => d.Kind).Select(d => (d.Kind, d.Due)).OrderBy(d => Array.IndexOf(InOrder, d.Kind)));
        Assert.Equal([ClockEvent.DraftPlanServed, ClockEvent.HealthReceivedEarlyRequest], reading.AwaitedEvents);
    }

    private static readonly DeadlineKind[] InOrder = [DeadlineKind.DecisionToAssess, DeadlineKind.HealthAdvice, DeadlineKind.NoPlanNotice, DeadlineKind.FinalPlan];

    [Fact]
    public void There_are_fifteen_worked_examples() => Assert.Equal(15, StatutoryVector.All.Count);

    [Fact]
    public void C01_with_day_one_counted_locally_is_a_day_earlier_and_the_statutory_date_stands()
    {
        var la = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, new(2026, 3, 2), null, new ClockSettings(DayOneConvention.DayOfReceiptCounts));
        Assert.Equal((new DateOnly(2026, 4, 13), new DateOnly(2026, 4, 12)), (la.DecisionToAssess!.Due, la.DecisionToAssess!.LocalDue));
        Assert.Equal((new DateOnly(2026, 7, 20), new DateOnly(2026, 7, 19)), (la.FinalPlan!.Due, la.FinalPlan!.LocalDue));
    }

    [Fact]
    public void C09_a_request_received_after_midnight_in_summer_is_counted_from_its_day_in_London()
    {
        var received = new DateTime(2026, 6, 30, 23, 30, 0, DateTimeKind.Utc);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(received, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")));
        var la = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, day);
        Assert.Equal((new DateOnly(2026, 8, 12), new DateOnly(2026, 11, 18)), (la.DecisionToAssess!.Due, la.FinalPlan!.Due));
    }

    [Fact]
    public void T13_six_weeks_across_the_autumn_clock_change_are_42_days_and_1009_hours()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var due = StatutoryClock.ForHealthAdvice(new(2026, 9, 13)).Due;
        Assert.Equal(new DateOnly(2026, 10, 25), due);
        DateTime Utc(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new(23, 30)), london);
        Assert.Equal(1009, (Utc(due) - Utc(new(2026, 9, 13))).TotalHours);
        // what adding 1,008 hours would have given: the evening before the half hour is up
        Assert.NotEqual(due.ToDateTime(new(23, 30)), TimeZoneInfo.ConvertTimeFromUtc(Utc(new(2026, 9, 13)).AddHours(1008), london));
    }

    [Fact]
    public void A_request_received_on_a_leap_day_is_due_on_the_statutory_date() =>
        Assert.Equal(new DateOnly(2024, 4, 11), StatutoryClock.ForAssessment(ClockEvent.RequestReceived, new(2024, 2, 29)).DecisionToAssess!.Due);

    [Fact]
    public void Early_information_is_a_local_target_of_two_weeks()
    {
        var deadline = StatutoryClock.ForEarlyInformation(new(2026, 3, 2));
        Assert.Equal(new DateOnly(2026, 3, 16), deadline.Due);
        Assert.False(deadline.Rule.IsStatutory);
    }

    [Fact]
    public void An_event_that_begins_no_assessment_is_refused() => Assert.All(Enum.GetValues<ClockEvent>(), start =>
    {
        if (AssessmentStarts.All.Contains(start)) { Assert.Contains(AssessmentStarts.RouteOf(start), OriginRoutes.OfAssessments); }
        else { Assert.Throws<ArgumentOutOfRangeException>(() => StatutoryClock.ForAssessment(start, new(2026, 3, 2))); }
    });

    [Fact]
    public void Nothing_known_leaves_every_clock_of_the_route_awaited() => Assert.All(Enum.GetValues<OriginRoute>(), route =>
    {
        var reading = StatutoryClock.For(route, new ClockFacts());
        Assert.Empty(reading.Deadlines);
        Assert.NotEmpty(reading.Awaited);
        Assert.All(reading.Awaited, r => Assert.Contains(route, r.Routes));
    });

    [Fact]
    public void An_event_given_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ClockFacts((ClockEvent.RequestReceived, new(2026, 1, 1)), (ClockEvent.RequestReceived, new(2026, 1, 2))));

    [Fact]
    public void A_move_of_one_day_moves_only_the_clocks_that_run_from_it()
    {
        var before = new ClockFacts((ClockEvent.RequestReceived, new(2026, 3, 2)), (ClockEvent.HealthReceivedRequest, new(2026, 4, 13)));
        var after = before.With(ClockEvent.RequestReceived, new(2026, 3, 9));
        var pairs = StatutoryClock.For(OriginRoute.Section36Request, before).Deadlines.Join(StatutoryClock.For(OriginRoute.Section36Request, after).Deadlines, d => d.Kind, d => d.Kind, (b, a) => (b.Kind, a.Due.DayNumber - b.Due.DayNumber));
        Assert.All(pairs, p => Assert.Equal(p.Kind == DeadlineKind.HealthAdvice ? 0 : 7, p.Item2));
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
}
