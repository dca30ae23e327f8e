using DcoPortal.Casework.Accounts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Says on a form of the DCO service that nobody of the case's authority can sign in and read what it sends; nothing where somebody can.</summary>
[HtmlTargetElement("nobody-reads", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NobodyReadsTagHelper(WhoCanSignIn people, AccessScope scope) : TagHelper
{
    /// <summary>The case.</summary>
    public string Reference { get; set; } = "";

    /// <summary>The view, whose request may be aborted.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = scope.Kind == ScopeKind.DcoService ? await people.NobodyReadsAsync(Reference, View.HttpContext.RequestAborted) : null;
        if (words is null) { output.SuppressOutput(); }
        else { output.Become(Html.Of($"<div class=\"nhsuk-inset-text\"><span class=\"nhsuk-u-visually-hidden\">Information: </span><p>{words}</p></div>")); }
    }
}
