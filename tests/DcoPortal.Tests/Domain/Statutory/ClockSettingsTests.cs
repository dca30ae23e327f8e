using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class ClockSettingsTests
{
    private static readonly ClockSettings Strict = new(DayOneConvention.DayOfReceiptCounts);

    [Fact]
    public void Out_of_range_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockSettings((DayOneConvention)9));
        foreach (var days in new[] { 0, 43, -1 }) { Assert.Throws<ArgumentOutOfRangeException>(() => new ClockSettings(earlyInformationDays: days)); }
        foreach (var days in new[] { 0, 42, -5 }) { Assert.Throws<ArgumentOutOfRangeException>(() => new ClockSettings(internalTurnaroundDays: days)); }
        foreach (var days in new[] { 14, 99 }) { Assert.Throws<ArgumentOutOfRangeException>(() => new ClockSettings(draftingDays: days)); }
        Assert.Equal(ClockSettings.Default, new ClockSettings(DayOneConvention.StatutoryDayExcluded, 14, null, 28));
    }

    [Fact]
    public void A_local_date_is_one_day_earlier_and_the_law_stands() => Assert.All(Enumerable.Range(0, 800), i =>
    {
        var day = new DateOnly(2026, 1, 1).AddDays(i);
        var (law, local) = (StatutoryClock.ForHealthAdvice(day), StatutoryClock.ForHealthAdvice(day, Strict));
        Assert.Equal(law.Due, local.Due);
        Assert.Equal(law.Due.AddDays(-1), local.LocalDue);
        Assert.Null(law.LocalDue);
    });

    [Fact]
    public void A_familys_time_and_the_boards_are_never_shortened_by_an_authoritys_habit()
    {
        var facts = new ClockFacts(Enum.GetValues<ClockEvent>().Select(e => (e, new DateOnly(2026, 5, 6))));
        var others = Enum.GetValues<OriginRoute>().SelectMany(r => StatutoryClock.For(r, facts, Strict).Deadlines)
            .Where(d => d.Rule.Holder is DutyHolder.Family or DutyHolder.Icb or DutyHolder.MediationAdviser or DutyHolder.TribunalParty || d.Rule.IsLeastTime || !d.Rule.IsStatutory);
        Assert.NotEmpty(others);
        Assert.All(others, d => Assert.Null(d.LocalDue));
    }

    [Fact]
    public void Local_targets_take_the_days_that_are_set_and_are_marked_local()
    {
        var settings = new ClockSettings(earlyInformationDays: 10, internalTurnaroundDays: 21);
        var early = StatutoryClock.ForEarlyInformation(new(2026, 3, 2), settings);
        var inside = StatutoryClock.ForInternalTurnaround(new(2026, 3, 2), settings)!;
        Assert.Equal((new DateOnly(2026, 3, 12), false, "10 days"), (early.Due, early.Rule.IsStatutory, early.Rule.Limit.Words));
        Assert.Equal((new DateOnly(2026, 3, 23), false, "3 weeks"), (inside.Due, inside.Rule.IsStatutory, inside.Rule.Limit.Words));
        Assert.Contains("local target, not law", inside.Explain(), StringComparison.Ordinal);
        Assert.Null(StatutoryClock.ForInternalTurnaround(new(2026, 3, 2), ClockSettings.Default));
        Assert.DoesNotContain(StatutoryClock.For(OriginRoute.Section36Request, new ClockFacts()).Awaited, r => r.Kind == DeadlineKind.InternalTurnaround);
    }

    [Fact]
    public void Settings_move_no_statutory_date_on_any_route()
    {
        var facts = new ClockFacts(Enum.GetValues<ClockEvent>().Select(e => (e, new DateOnly(2026, 11, 13))));
        var settings = new ClockSettings(DayOneConvention.DayOfReceiptCounts, 7, 14, 42);
        Assert.All(Enum.GetValues<OriginRoute>(), route => Assert.Equal(
            StatutoryClock.For(route, facts).Deadlines.Where(d => d.Rule.IsStatutory).Select(d => (d.Rule.Key, d.Due)),
            StatutoryClock.For(route, facts, settings).Deadlines.Where(d => d.Rule.IsStatutory).Select(d => (d.Rule.Key, d.Due))));
    }
}
