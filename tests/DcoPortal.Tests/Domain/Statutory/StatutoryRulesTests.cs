using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class StatutoryRulesTests
{
    private static readonly StatutoryRule Old = StatutoryRules.For(DeadlineKind.HealthAdvice, null, new(2026, 1, 1)) with { Citation = "old", EffectiveUntil = new(2029, 8, 31) };
    private static readonly StatutoryRule New = Old with { Limit = new(5, TimeUnit.Weeks, CountingConvention.Of), Citation = "new", EffectiveFrom = new(2029, 9, 1), EffectiveUntil = null };

    [Theory]
    [InlineData("2014-01-01", "old")]
    [InlineData("2029-08-31", "old")]
    [InlineData("2029-09-01", "new")]
    [InlineData("2040-01-01", "new")]
    public void A_change_of_law_governs_the_anchors_from_its_first_day(string anchor, string citation) =>
        Assert.Equal(citation, StatutoryRules.Pick([New, Old], DeadlineKind.HealthAdvice, null, Day.Of(anchor)).Citation);

    [Fact]
    public void A_reform_in_September_2029_is_one_more_row_of_data()
    {
        // the same book with health's 6 weeks closed on 31 August 2029 and 10 working days from the next day on
        var reformed = StatutoryRules.All.Select(r => r.Key == "health-advice" ? r with { EffectiveUntil = new(2029, 8, 31) } : r)
            .Append(New with { Limit = new(10, TimeUnit.WorkingDays, CountingConvention.Of), Citation = "section 1 of the Act of 2029" }).ToList();
        Deadline Due(DateOnly received) => Assert.Single(StatutoryClock.For(OriginRoute.Section36Request, new((ClockEvent.HealthReceivedRequest, received)), ClockSettings.Default, reformed).Deadlines);

        Assert.Equal(new DateOnly(2029, 10, 12), Due(new(2029, 8, 31)).Due);
        Assert.Equal(new DateOnly(2029, 9, 14), Due(new(2029, 9, 1)).Due);
        Assert.StartsWith("10 working days from 3 September 2029, the day health received the request (section 1 of the Act of 2029).", Due(new(2029, 9, 3)).Explain(), StringComparison.Ordinal);
        Assert.Contains("regulation 8(1)", Due(new(2029, 8, 31)).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repealed_rule_with_nothing_after_it_is_refused_and_left_out_of_a_set()
    {
        Assert.Throws<ArgumentException>(() => StatutoryRules.Pick([Old], DeadlineKind.HealthAdvice, null, new(2030, 1, 1)));
        var reading = StatutoryClock.For(OriginRoute.Section36Request, new((ClockEvent.HealthReceivedRequest, new(2030, 1, 1))), ClockSettings.Default, [Old]);
        Assert.Empty(reading.Deadlines);
        Assert.Empty(StatutoryClock.For(OriginRoute.Section36Request, new ClockFacts(), ClockSettings.Default, [Old]).Awaited);
    }

    [Fact]
    public void The_authoritys_limits_need_a_route() =>
        Assert.Throws<ArgumentException>(() => StatutoryRules.For(DeadlineKind.FinalPlan, null, new(2026, 1, 1)));

    [Theory]
    [InlineData(DeadlineKind.DecisionToAssess, "regulation 5(1)")]
    [InlineData(DeadlineKind.HealthAdvice, "regulation 8(1)")]
    [InlineData(DeadlineKind.NoPlanNotice, "regulation 10(1) and (2)")]
    [InlineData(DeadlineKind.FinalPlan, "regulation 13(2)")]
    public void Every_core_limit_cites_its_regulation(DeadlineKind kind, string citation) =>
        Assert.All(new[] { OriginRoute.Section36Request, OriginRoute.Section24Responsibility }, route => Assert.Equal(citation, StatutoryRules.For(kind, route, new(2026, 1, 1)).Citation));

    [Fact]
    public void No_two_versions_of_a_rule_overlap() =>
        Assert.All(StatutoryRules.All.GroupBy(r => r.Key), versions =>
        {
            var inOrder = versions.OrderBy(r => r.EffectiveFrom).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.EffectiveUntil < pair.Second.EffectiveFrom));
        });

    [Fact]
    public void Every_rule_is_complete_in_words_and_every_unconfirmed_one_says_how_it_is_treated() => Assert.All(StatutoryRules.All, r =>
    {
        Assert.All(new[] { r.Key, r.Duty, r.Citation, r.Next }, words => Assert.False(string.IsNullOrWhiteSpace(words)));
        Assert.All(new[] { r.Duty, r.Next, r.OnlyIf ?? r.Next }, words => Assert.True(char.IsLower(words[0]) && words[^1] != '.', words));
        Assert.True(r.Besides is null || (char.IsUpper(r.Besides[0]) && r.Besides[^1] == '.'), r.Besides);
        Assert.NotEmpty(r.Routes);
        Assert.True(r.IsConfirmed || r.Note is not null, r.Key);
        Assert.Equal(r.IsStatutory, r.Citation != "local target, not law");
        Assert.StartsWith(r.Instrument switch { Instrument.Regulations2014 => "regulation", Instrument.Recommendations2017 => "SI 2017/1306", Instrument.TribunalRules2008 => "Tribunal Procedure Rules", Instrument.Act2014 => "section", _ => "local target" }, r.Citation, StringComparison.Ordinal);
        Assert.True(r.IsSoOnce is null || r.OnlyIf is not null, r.Key);
        // what puts a duty out is another day than the one that it is measured by
        Assert.All(r.IsNotSoAfter.Select(e => (ClockEvent?)e).Append(r.IsNotSoOnce), e => Assert.NotEqual(r.IsSoOnce ?? r.StartsFrom, e));
        Assert.NotEmpty(ClockEvents.DayOf(r.StartsFrom));
        Assert.NotEmpty(DutyHolders.NameOf(r.Holder));
    });

    [Fact]
    public void Only_the_Tribunals_own_Rules_move_the_end_of_a_time() =>
        Assert.All(StatutoryRules.All, r => Assert.Equal(r.Citation.Contains("rules 12 and 20 (SI 2008/2699)", StringComparison.Ordinal), r.Ending == EndOfTime.TribunalRules));

    [Fact]
    public void A_day_before_the_law_began_is_known_for_every_event_of_a_route()
    {
        Assert.Equal(new DateOnly(2018, 4, 3), StatutoryRules.FirstDayOf(OriginRoute.TribunalRecommendation, ClockEvent.RecommendationMade));
        Assert.Equal(new DateOnly(2014, 9, 1), StatutoryRules.FirstDayOf(OriginRoute.Section36Request, ClockEvent.RequestReceived));
        Assert.Equal(new DateOnly(2015, 3, 23), StatutoryRules.FirstDayOf(OriginRoute.TribunalOrderedAssessment, ClockEvent.AssessmentConceded));
        Assert.Null(StatutoryRules.FirstDayOf(OriginRoute.Section36Request, ClockEvent.SentToProfessional));
    }

    [Fact]
    public void Every_route_kind_and_event_has_a_rule()
    {
        Assert.All(Enum.GetValues<OriginRoute>(), route => Assert.Contains(StatutoryRules.All, r => r.Routes.Contains(route)));
        Assert.All(Enum.GetValues<DeadlineKind>(), kind => Assert.Contains(StatutoryRules.All, r => r.Kind == kind));
        Assert.All(Enum.GetValues<ClockEvent>(), e => Assert.Contains(StatutoryRules.All, r => r.StartsFrom == e));
        Assert.Equal(Enum.GetValues<OriginRoute>().Length, Enum.GetValues<OriginRoute>().Select(OriginRoutes.NameOf).Distinct().Count());
    }

    [Fact]
    public void A_month_beginning_with_a_day_ends_on_the_day_before_the_corresponding_one() =>
        Assert.Equal(new DateOnly(2026, 3, 31), new TimeLimit(1, TimeUnit.Months, CountingConvention.BeginningWith).DueFrom(new(2026, 3, 1)));

    [Theory]
    [InlineData(12, "2024-02-29", "2025-02-28")]
    [InlineData(3, "2026-11-30", "2027-02-28")]
    [InlineData(3, "2026-11-29", "2027-02-28")]
    [InlineData(3, "2026-11-28", "2027-02-27")]
    public void Months_beginning_with_a_day_that_the_last_month_does_not_have_end_with_that_month(int months, string day, string due) =>
        Assert.Equal(Day.Of(due), new TimeLimit(months, TimeUnit.Months, CountingConvention.BeginningWith).DueFrom(Day.Of(day)));

    [Theory]
    [InlineData(1, TimeUnit.Months, "1 month")]
    [InlineData(30, TimeUnit.TribunalWorkingDays, "30 tribunal working days")]
    [InlineData(0, TimeUnit.Days, "the same day")]
    public void A_limit_reads_as_it_is_said(int length, TimeUnit unit, string words) =>
        Assert.Equal(words, new TimeLimit(length, unit, CountingConvention.Of).Words);
}
