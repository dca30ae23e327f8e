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

        var first = text[..(text.IndexOf($"({rule.Citation}).", StringComparison.Ordinal) + rule.Citation.Length + 3)];

        Assert.Contains("2 March 2026", first, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", first.Replace(rule.Citation, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_explanation_opens_on_demand_and_its_link_says_of_what()
    {
        var why = await _runner.Run(new WhyDateTagHelper { Text = "Six weeks from then. It is the duty of all.", What = "Plan" });

        Assert.StartsWith("<details class=\"nhsuk-details dco-why\"><summary", why, StringComparison.Ordinal);
        Assert.Contains("Why this date<span class=\"nhsuk-u-visually-hidden\">: Plan</span>", why, StringComparison.Ordinal);
        Assert.Contains("<div class=\"nhsuk-details__text\">Six weeks from then. It is the duty of all.</div>", why, StringComparison.Ordinal);
        Assert.Equal("", await _runner.Run(new WhyDateTagHelper()));
    }
}
