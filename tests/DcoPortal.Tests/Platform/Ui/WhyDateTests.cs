using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Platform.Ui.TagHelpers;

namespace DcoPortal.Tests.Platform.Ui;

public sealed class WhyDateTests
{
    private readonly TagHelperRunner _runner = new();

    public static TheoryData<string> Rules => [.. StatutoryRules.All.Select(r => r.Key).Distinct()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_first_sentence_of_every_rule_says_from_which_day_and_by_which_regulation(string key)
    {
        var rule = StatutoryRules.All.First(r => r.Key == key);
        var anchor = new DateOnly(2026, 3, 2);
        var text = new Deadline(rule.Kind, anchor, rule.Limit.DueFrom(anchor), rule).Explain();

        var (first, others) = WhyDateTagHelper.Split(text);

        Assert.Contains("2 March 2026", first, StringComparison.Ordinal);
        Assert.EndsWith($"({rule.Citation}).", first, StringComparison.Ordinal);
        Assert.Equal(text, $"{first} {others}");
    }

    [Fact]
    public async Task The_rest_opens_on_demand_and_one_sentence_has_nothing_to_open()
    {
        var both = await _runner.Run(new WhyDateTagHelper { Text = "Six weeks from then. It is the duty of all.", What = "Plan" });
        var one = await _runner.Run(new WhyDateTagHelper { Text = "Six weeks from then." });

        Assert.StartsWith("Six weeks from then. <details class=\"nhsuk-details dco-why\"><summary", both, StringComparison.Ordinal);
        Assert.Contains("Why this date<span class=\"nhsuk-u-visually-hidden\">: Plan</span>", both, StringComparison.Ordinal);
        Assert.Contains("<div class=\"nhsuk-details__text\">It is the duty of all.</div>", both, StringComparison.Ordinal);
        Assert.Equal("Six weeks from then.", one);
    }
}
