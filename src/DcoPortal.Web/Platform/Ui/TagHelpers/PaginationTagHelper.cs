using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Numbered pages that keep the rest of the query string. Draws nothing for a single page.</summary>
[HtmlTargetElement("nhs-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int PageCount { get; set; } = 1;

    /// <summary>Name of the query parameter.</summary>
    public string Parameter { get; set; } = "page";

    /// <summary>The view being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (PageCount <= 1)
        {
            output.SuppressOutput();
            return;
        }
        var previous = Html.When(Page > 1, $"<a href=\"{Href(Page - 1)}\" class=\"nhsuk-pagination__previous\" rel=\"prev\">{ArrowLeft}<span class=\"nhsuk-pagination__title\">Previous<span class=\"nhsuk-u-visually-hidden\"> page</span></span></a>");
        var next = Html.When(Page < PageCount, $"<a href=\"{Href(Page + 1)}\" class=\"nhsuk-pagination__next\" rel=\"next\"><span class=\"nhsuk-pagination__title\">Next<span class=\"nhsuk-u-visually-hidden\"> page</span></span>{ArrowRight}</a>");
        output.Become(Html.Of($"<nav class=\"nhsuk-pagination nhsuk-pagination--numbered\" role=\"navigation\" aria-label=\"Pagination\">{previous}<ul class=\"nhsuk-pagination__list\">{Html.Join(Shown().Select(Item))}</ul>{next}</nav>"));
    }

    /// <summary>First, last, two either side of the current; 0 stands for a gap.</summary>
    IEnumerable<int> Shown()
    {
        var pages = Enumerable.Range(1, PageCount).Where(p => p == 1 || p == PageCount || Math.Abs(p - Page) <= 2);
        var last = 0;
        foreach (var page in pages)
        {
            if (page - last > 1)
                yield return 0;
            yield return last = page;
        }
    }

    IHtmlContent Item(int page) => page == 0
        ? Html.Of($"<li class=\"nhsuk-pagination__item nhsuk-pagination__item--ellipsis\">&ctdot;</li>")
        : Html.Of($"<li class=\"{Html.Classes("nhsuk-pagination__item", page == Page ? "nhsuk-pagination__item--current" : null)}\"><a class=\"nhsuk-pagination__link\" href=\"{Href(page)}\" aria-label=\"Page {page}\"{Html.Attribute("aria-current", page == Page ? "page" : null)}>{page}</a></li>");

    string Href(int page) => QueryLinks.With(ViewContext.HttpContext.Request, (Parameter, page.ToString(CultureInfo.InvariantCulture)));

    static readonly HtmlString ArrowLeft = new("<svg class=\"nhsuk-icon nhsuk-icon--arrow-left\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" width=\"16\" height=\"16\" focusable=\"false\" aria-hidden=\"true\"><path d=\"M10.7 6.3c.4.4.4 1 0 1.4L7.4 11H19a1 1 0 0 1 0 2H7.4l3.3 3.3c.4.4.4 1 0 1.4a1 1 0 0 1-1.4 0l-5-5A1 1 0 0 1 4 12c0-.3.1-.5.3-.7l5-5a1 1 0 0 1 1.4 0Z\"/></svg>");

    static readonly HtmlString ArrowRight = new("<svg class=\"nhsuk-icon nhsuk-icon--arrow-right\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" width=\"16\" height=\"16\" focusable=\"false\" aria-hidden=\"true\"><path d=\"m14.7 6.3 5 5c.2.2.3.4.3.7 0 .3-.1.5-.3.7l-5 5a1 1 0 0 1-1.4-1.4l3.3-3.3H5a1 1 0 0 1 0-2h11.6l-3.3-3.3a1 1 0 1 1 1.4-1.4Z\"/></svg>");
}
