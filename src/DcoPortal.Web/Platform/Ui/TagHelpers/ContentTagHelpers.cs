using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Text that opens on demand.</summary>
[HtmlTargetElement("nhs-details")]
public sealed class DetailsTagHelper : TagHelper
{
    /// <summary>The line that is always shown.</summary>
    public string Summary { get; set; } = "";

    /// <summary>True to start open.</summary>
    public bool Open { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(Html.Of($"<details class=\"{Html.Classes("nhsuk-details", Html.Class(output.Attributes))}\"{Html.Flag("open", Open)}{Html.Rest(output.Attributes)}><summary class=\"nhsuk-details__summary\"><span class=\"nhsuk-details__summary-text\">{Summary}</span></summary><div class=\"nhsuk-details__text\">{content}</div></details>"));
    }
}

/// <summary>A short label in colour. The words carry the meaning, never the colour.</summary>
[HtmlTargetElement("nhs-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>"grey", "green", "aqua-green", "blue", "purple", "pink", "red", "orange", "yellow", "white", or null.</summary>
    public string? Colour { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(Html.Of($"<strong class=\"{Html.Classes("nhsuk-tag", Colour is null ? null : $"nhsuk-tag--{Colour}", Html.Class(output.Attributes))}\"{Html.Rest(output.Attributes)}>{content}</strong>"));
    }
}

/// <summary>A warning that must not be missed.</summary>
[HtmlTargetElement("nhs-warning")]
public sealed class WarningTagHelper : TagHelper
{
    /// <summary>The heading; "Important" unless given.</summary>
    public string Heading { get; set; } = "Important";

    /// <summary>1 to 6; 2 unless given.</summary>
    public int HeadingLevel { get; set; } = 2;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var heading = Heading.Contains("Important", StringComparison.OrdinalIgnoreCase)
            ? Html.Of($"{Heading}")
            : Html.Of($"<span role=\"text\"><span class=\"nhsuk-u-visually-hidden\">Important: </span>{Heading}</span>");
        output.Become(Html.Of($"<div class=\"nhsuk-card nhsuk-card--warning\"><div class=\"nhsuk-card__content\"><h{HeadingLevel} class=\"nhsuk-card__heading\">{heading}</h{HeadingLevel}>{content}</div></div>"));
    }
}

/// <summary>A remark set apart from the text.</summary>
[HtmlTargetElement("nhs-inset")]
public sealed class InsetTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(Html.Of($"<div class=\"{Html.Classes("nhsuk-inset-text", Html.Class(output.Attributes))}\"><span class=\"nhsuk-u-visually-hidden\">Information: </span>{content}</div>"));
    }
}
