using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>A frame that scrolls sideways by keyboard too, for tables and drawings wider than the screen.</summary>
[HtmlTargetElement("scroll-frame")]
public sealed class ScrollFrameTagHelper : TagHelper
{
    /// <summary>The label for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(Frame(Label, content));
    }

    /// <summary>A group and not a landmark, because it often stands in a section that has its own name. The script takes the tab stop away where nothing scrolls.</summary>
    internal static IHtmlContent Frame(string label, IHtmlContent content) => Html.Of($"<div class=\"dco-scroll\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\">{content}</div>");
}

/// <summary>A column heading that sorts on the server: "name" goes up, "-name" down. Filters are kept, and the list returns to page 1.</summary>
[HtmlTargetElement("sort-header")]
public sealed class SortHeaderTagHelper : TagHelper
{
    /// <summary>The column's name in the query string.</summary>
    public string Name { get; set; } = "";

    /// <summary>The order in force, as the controller understood it: "due" or "-due".</summary>
    public string? Current { get; set; }

    /// <summary>True for figures.</summary>
    public bool Numeric { get; set; }

    /// <summary>Name of the query parameter.</summary>
    public string Parameter { get; set; } = "sort";

    /// <summary>The view being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var direction = Current == Name ? "ascending" : Current == "-" + Name ? "descending" : null;
        if (TableParts.Of(context) is { } table)
        {
            table.Cell++;
            table.Headings.Add(TableCellTagHelper.Words(content.GetContent()));
        }
        var href = QueryLinks.With(ViewContext.HttpContext.Request, (Parameter, Current == Name ? "-" + Name : Name), ("page", null));
        output.Become(Html.Of($"<th class=\"{Html.Classes("nhsuk-table__header", Numeric ? "dco-number" : null, Html.Class(output.Attributes))}\" scope=\"col\" data-sort{Html.Attribute("role", TableParts.Of(context) is { Stacks: true } ? "columnheader" : null)}{Html.Attribute("aria-sort", direction)}><a class=\"nhsuk-link\" href=\"{href}\">{content}</a></th>"));
    }
}

/// <summary>
/// A filter form with "Apply filters" and one button that clears them all. It posts, so that a searched name never stands in an address:
/// the handler saves the filters and redirects to the list; a pressed clear button sends clear=true.
/// </summary>
[HtmlTargetElement("filter-panel")]
public sealed class FilterPanelTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The address the form is sent to; this page unless given.</summary>
    public string? Action { get; set; }

    /// <summary>"post" (default), or "get" for filters that hold no name of a person.</summary>
    public string Method { get; set; } = "post";

    /// <summary>With get: the address of "Clear filters"; this page with ?clear=true unless given.</summary>
    public string? ClearHref { get; set; }

    /// <summary>The heading.</summary>
    public string Heading { get; set; } = "Search and filter";

    /// <summary>The view being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        var action = Action ?? request.PathBase + request.Path;
        var posts = Method == "post";
        var clear = posts
            ? Html.Of($"<button class=\"nhsuk-button nhsuk-button--secondary nhsuk-button--small\" data-module=\"nhsuk-button\" type=\"submit\" name=\"clear\" value=\"true\">Clear filters</button>")
            : Html.Of($"<a class=\"nhsuk-button nhsuk-button--secondary nhsuk-button--small\" data-module=\"nhsuk-button\" href=\"{ClearHref ?? action + "?clear=true"}\" role=\"button\" draggable=\"false\">Clear filters</a>");
        var token = posts ? generator.GenerateAntiforgery(ViewContext) ?? Html.Nothing : Html.Nothing;
        output.Become(Html.Of($"<form class=\"dco-filters\" method=\"{Method}\" action=\"{action}\" role=\"search\" aria-label=\"{Heading}\" novalidate><h2 class=\"nhsuk-heading-s\">{Heading}</h2><div class=\"dco-filters__fields\">{fields}</div><div class=\"dco-buttons\"><button class=\"nhsuk-button nhsuk-button--small\" data-module=\"nhsuk-button\" type=\"submit\">Apply filters</button>{clear}</div>{token}</form>"));
    }
}

/// <summary>Shown when a list has no rows: its content says what to do.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>The heading, for example "No requests match these filters".</summary>
    public string Heading { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(Html.Of($"<div class=\"dco-empty\"><h2 class=\"nhsuk-heading-s\">{Heading}</h2>{content}</div>"));
    }
}

/// <summary>One part of a share bar.</summary>
/// <param name="CssClass">The class that sets its colour.</param>
/// <param name="Count">Its figure; negative counts as none.</param>
public sealed record SharePart(string CssClass, int Count)
{
    /// <summary>The part of one status, in that status's colour.</summary>
    public SharePart(RagStatus status, int count) : this(StatusVocabulary.Of(status).CssClass, count) { }

    /// <summary>Prepared and not sent, in the colour of that box.</summary>
    public static SharePart ToSend(int count) => new(StatusVocabulary.ToSendClass, count);

    /// <summary>Early information past its local target, not overdue.</summary>
    public static SharePart PastTarget(int count) => new(StatusVocabulary.PastTarget.CssClass, count);

    /// <summary>With a professional against no date, in the colour of that box.</summary>
    public static SharePart NoDate(int count) => new(StatusVocabulary.NoDateClass, count);

    /// <summary>Answered and not yet returned, in the colour of that box.</summary>
    public static SharePart ToCheck(int count) => new(StatusVocabulary.ToCheckClass, count);
}

/// <summary>A bar in parts. The table beside it has the figures, so screen readers skip the bar unless it has a label.</summary>
[HtmlTargetElement("share-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShareBarTagHelper : TagHelper
{
    /// <summary>The parts from left to right.</summary>
    public IReadOnlyList<SharePart> Parts { get; set; } = [];

    /// <summary>Words for screen readers where no table has the figures.</summary>
    public string? Label { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var total = Parts.Sum(p => Math.Max(0, p.Count));
        var x = 0d;
        var bars = new HtmlContentBuilder();
        foreach (var part in Parts.Where(p => p.Count > 0))
        {
            var width = 100d * part.Count / total;
            bars.AppendHtml(Html.Of($"<rect class=\"{part.CssClass}\" x=\"{Number(x)}\" y=\"0\" width=\"{Number(width)}\" height=\"20\"/>"));
            x += width;
        }
        var voice = Label is null ? Html.Of($" aria-hidden=\"true\"") : Html.Of($" role=\"img\" aria-label=\"{Label}\"");
        output.Become(Html.Of($"<svg class=\"dco-share\" viewBox=\"0 0 100 20\" preserveAspectRatio=\"none\" focusable=\"false\"{voice}>{bars}</svg>"));
    }

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
