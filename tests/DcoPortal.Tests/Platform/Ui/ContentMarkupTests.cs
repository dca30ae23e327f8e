using DcoPortal.Web.Platform.Ui.TagHelpers;
using static DcoPortal.Tests.Platform.Ui.DesignSystemFixtures;
using ContentOf = DcoPortal.Tests.Platform.Ui.TagHelperRunner.ContentOf;

namespace DcoPortal.Tests.Platform.Ui;

public class ContentMarkupTests
{
    readonly TagHelperRunner runner = new();

    [Fact]
    public async Task A_submit_button_prevents_a_double_click() => AssertSame(
        Html("button", "with double click prevented"), await runner.Run(new ButtonTagHelper(), "Save and continue"));

    [Fact]
    public async Task A_small_warning_button_is_the_design_systems() => AssertSame(
        Html("button", "warning, small"),
        await runner.Run(new ButtonTagHelper { Variant = "warning", Small = true, PreventDoubleClick = false }, "Yes, delete this vaccine"));

    [Fact]
    public async Task A_link_button_is_the_design_systems() => AssertSame(
        Html("button", "as a link"), await runner.Run(new ButtonTagHelper { Href = "#" }, "Link button"));

    [Fact]
    public async Task Details_are_the_design_systems() => AssertSame(
        Html("details", "default"),
        await runner.Run(new DetailsTagHelper { Summary = "How to find your NHS number" }, "You can find your NHS number by logging in to the NHS App or on any document the NHS has sent you."));

    [Fact]
    public async Task A_tag_is_the_design_systems() => AssertSame(
        Html("tag", "colour class"), await runner.Run(new TagTagHelper { Colour = "green" }, "Green"));

    [Fact]
    public async Task A_warning_is_the_design_systems() => AssertSame(
        Html("warning-callout", "with custom heading"),
        await runner.Run(new WarningTagHelper { Heading = "School, nursery or work", HeadingLevel = 3 },
            "<p class=\"nhsuk-card__description\">Stay away from school, nursery or work until all the spots have crusted over. This is usually 5 days after the spots first appeared.</p>"));

    [Fact]
    public async Task An_inset_is_the_design_systems() => AssertSame(
        Html("inset-text", "default"),
        await runner.Run(new InsetTagHelper(), "<p>You can report any suspected side effect using the Yellow Card safety scheme</p>"));

    [Fact]
    public async Task A_summary_list_with_change_links_is_the_design_systems()
    {
        ContentOf Row(string key, string value) => new(new SummaryRowTagHelper { Key = key, ChangeHref = "#/change" }, value);
        AssertSame(Html("summary-list", "with actions"), await runner.Run(new SummaryListTagHelper(), "", [
            Row("Name", "Karen Francis"), Row("Date of birth", "15 March 1984"), Row("Contact information", "73 Roman Rd<br>Leeds<br>LS2 5ZN"),
            Row("Contact details", "<p>07700 900362</p><p>karen.francis@example.com</p>")]));
    }

    [Theory]
    [InlineData("numbered", 2, 3)]
    [InlineData("numbered first page", 1, 3)]
    [InlineData("numbered last page", 3, 3)]
    [InlineData("numbered with many pages", 10, 40)]
    public async Task Pagination_is_the_design_systems(string fixture, int page, int pages)
    {
        runner.View.HttpContext.Request.Path = "/section";
        var html = await runner.Run(new PaginationTagHelper { Page = page, PageCount = pages, ViewContext = runner.View });
        AssertSame(Html("pagination", fixture).Replace("#/section/", "/section?page="), html);
    }

    [Fact]
    public async Task Pagination_keeps_the_filters()
    {
        runner.View.HttpContext.Request.Path = "/advice-requests";
        runner.View.HttpContext.Request.QueryString = new("?status=overdue&status=due-soon&page=2&q=a%26b");
        var html = await runner.Run(new PaginationTagHelper { Page = 2, PageCount = 3, ViewContext = runner.View });
        Assert.Contains("href=\"/advice-requests?status=overdue&amp;status=due-soon&amp;q=a%26b&amp;page=3\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_error_summary_follows_the_order_of_the_fields_and_links_to_them()
    {
        var state = runner.View.ViewData.ModelState;
        state.AddModelError("", "Somebody else changed this");
        state.AddModelError("Second", "Second is wrong");
        state.AddModelError("Born", "Date of birth must include a year");
        await runner.Run(new DateInputTagHelper { Name = "Born", Label = "Born", Value = new() { Day = "1", Month = "2" }, ViewContext = runner.View });
        await runner.Run(new InputTagHelper { Name = "Second", Label = "Second", ViewContext = runner.View });
        AssertSame("""
            <div class="nhsuk-error-summary" data-module="nhsuk-error-summary"><div role="alert"><h2 class="nhsuk-error-summary__heading">There is a problem</h2>
            <div class="nhsuk-error-summary__body"><ul class="nhsuk-list nhsuk-error-summary__list">
            <li><a href="#Born_Year">Date of birth must include a year</a></li><li><a href="#Second">Second is wrong</a></li><li>Somebody else changed this</li>
            </ul></div></div></div>
            """, await runner.Run(new ErrorSummaryTagHelper { ViewContext = runner.View }));
    }

    [Fact]
    public async Task A_valid_page_has_no_error_summary() =>
        Assert.Empty(await runner.Run(new ErrorSummaryTagHelper { ViewContext = runner.View }));
}
