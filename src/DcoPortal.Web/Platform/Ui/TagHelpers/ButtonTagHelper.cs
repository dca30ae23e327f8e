using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>A button, or with href a link that looks like one. A submit button ignores the second click of a double click.</summary>
[HtmlTargetElement("nhs-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary>"secondary", "warning", "reverse", or null for the page's main action.</summary>
    public string? Variant { get; set; }

    /// <summary>True for a small button.</summary>
    public bool Small { get; set; }

    /// <summary>Makes it a link.</summary>
    public string? Href { get; set; }

    /// <summary>"submit" (default), "button" or "reset".</summary>
    public string Type { get; set; } = "submit";

    /// <summary>Set false where a second click is meant.</summary>
    public bool PreventDoubleClick { get; set; } = true;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var classes = Html.Classes("nhsuk-button", Variant is null ? null : $"nhsuk-button--{Variant}", Small ? "nhsuk-button--small" : null, Html.Class(output.Attributes));
        var rest = Html.Rest(output.Attributes);
        output.Become(Href is not null
            ? Html.Of($"<a class=\"{classes}\" data-module=\"nhsuk-button\" href=\"{Href}\" role=\"button\" draggable=\"false\"{rest}>{content}</a>")
            : Html.Of($"<button class=\"{classes}\" data-module=\"nhsuk-button\"{Html.Attribute("data-prevent-double-click", PreventDoubleClick && Type == "submit" ? "true" : null)} type=\"{Type}\"{rest}>{content}</button>"));
    }
}
