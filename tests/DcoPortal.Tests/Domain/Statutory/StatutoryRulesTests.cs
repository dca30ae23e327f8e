using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class StatutoryRulesTests
{
    private static readonly StatutoryRule Old = new(DeadlineKind.HealthAdvice, 6, "old", new(2014, 9, 1), new(2029, 8, 31), true, null, "x");
    private static readonly StatutoryRule New = Old with { Weeks = 5, Citation = "new", EffectiveFrom = new(2029, 9, 1), EffectiveUntil = null };

    [Theory]
    [InlineData("2014-01-01", "old")]
    [InlineData("2029-08-31", "old")]
    [InlineData("2029-09-01", "new")]
    [InlineData("2040-01-01", "new")]
    public void A_change_of_law_governs_the_anchors_from_its_first_day(string anchor, string citation) =>
        Assert.Equal(citation, StatutoryRules.Pick([New, Old], DeadlineKind.HealthAdvice, null, Day.Of(anchor)).Citation);

    [Fact]
    public void A_repealed_rule_with_nothing_after_it_is_refused() =>
        Assert.Throws<ArgumentException>(() => StatutoryRules.Pick([Old], DeadlineKind.HealthAdvice, null, new(2030, 1, 1)));

    [Fact]
    public void The_authoritys_limits_need_a_route() =>
        Assert.Throws<ArgumentException>(() => StatutoryRules.For(DeadlineKind.FinalPlan, null, new(2026, 1, 1)));

    [Theory]
    [InlineData(DeadlineKind.DecisionToAssess, "regulation 5(1)")]
    [InlineData(DeadlineKind.HealthAdvice, "regulation 8(1)")]
    [InlineData(DeadlineKind.NoPlanNotice, "regulation 10(1)")]
    [InlineData(DeadlineKind.FinalPlan, "regulation 13(2)")]
    public void Every_limit_cites_its_regulation_on_every_route(DeadlineKind kind, string citation) =>
        Assert.All(Enum.GetValues<OriginRoute>(), route => Assert.Equal(citation, StatutoryRules.For(kind, route, new(2026, 1, 1)).Citation));

    [Fact]
    public void No_two_versions_of_a_rule_overlap() =>
        Assert.All(StatutoryRules.All.GroupBy(r => (r.Kind, r.Route)), versions =>
        {
            var inOrder = versions.OrderBy(r => r.EffectiveFrom).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.EffectiveUntil < pair.Second.EffectiveFrom));
        });
}
