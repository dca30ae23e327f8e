using AngleSharp.Html.Parser;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Platform.Ui;

/// <summary>The rules that every test keeps which opens a page, and that views draw their tables by the kit.</summary>
public class PageRulesTests
{
    [Theory]
    [InlineData("<table><tbody><tr><th scope=row>A</th></tr></tbody></table>", "a table has no caption")]
    [InlineData("<table><caption>Some</caption><tbody><tr><td>A</td></tr></tbody></table>", "has a row without a header: A")]
    [InlineData("<a href=/a>Change</a> <a href=/b>Change</a>", "links sound alike and lead to different places: “CHANGE” to /a and /b")]
    [InlineData("<input id=a aria-describedby=b><span class=nhsuk-error-message id=c>Enter it</span>", "an error belongs to no field and no group: Enter it")]
    public void A_page_that_breaks_a_rule_is_found(string html, string fault) => Assert.Contains(fault, Assert.Single(Faults(html)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<table><caption>Some</caption><thead><tr><th scope=col>A</th></tr></thead><tbody><tr><th scope=row>A</th></tr></tbody></table>")]
    [InlineData("<a href=/a>Change <span>name</span></a> <a href=/b>Change <span>age</span></a> <a href=/b>Change age</a>")]
    public void A_page_that_keeps_the_rules_passes(string html) => Assert.Empty(Faults(html));

    [Fact]
    public void No_view_draws_a_table_by_hand()
    {
        var byHand = from view in Repository.Sources(".cshtml")
                     where view.Text.Contains("<table", StringComparison.Ordinal)
                     select view.Path;

        Assert.Empty(byHand);
    }

    [Fact]
    public async Task A_table_of_the_kit_has_a_caption_row_headers_and_on_a_phone_the_headings_in_its_rows()
    {
        using var app = new PortalApp();
        await app.AssessmentAsync();

        var home = await (await app.SignInAsync(TestWorld.Administrator)).GetAsync("/");

        Assert.Equal("What to do first: what is most overdue, then what is due next", home.Find("table > caption").TextContent);
        Assert.Equal(["row", "rowheader"], home.All("tbody tr:first-child th").SelectMany(h => new[] { h.GetAttribute("scope"), h.GetAttribute("role") }));
        Assert.Equal(["About", "Who", "When", "Act"], home.All("tbody tr:first-child td").Select(c => c.GetAttribute("data-label")));
    }

    private static IEnumerable<string> Faults(string html) => PageRules.FaultsOf(new HtmlParser().ParseDocument(html));
}
