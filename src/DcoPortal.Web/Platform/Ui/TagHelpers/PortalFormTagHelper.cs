using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>
/// Every form: the portal shows the errors, not the browser (novalidate), and every POST carries the anti-forgery token,
/// also where the framework leaves it out because the form names its own action.
/// </summary>
[HtmlTargetElement("form")]
public sealed class PortalFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The view being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Runs before the framework's own form tag helper, so that the token is added once.</summary>
    public override int Order => -1100;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!output.Attributes.ContainsName("novalidate"))
            output.Attributes.Add(new TagHelperAttribute("novalidate"));
        var posts = string.Equals(Plain(context, "method"), "post", StringComparison.OrdinalIgnoreCase);
        if (!posts || string.IsNullOrEmpty(Plain(context, "action")) || context.AllAttributes.ContainsName("asp-antiforgery"))
            return;
        if (generator.GenerateAntiforgery(ViewContext) is { } token)
            output.PostContent.AppendHtml(token);
    }

    static string? Plain(TagHelperContext context, string name) =>
        context.AllAttributes.TryGetAttribute(name, out var attribute) ? attribute.Value?.ToString() : null;
}
