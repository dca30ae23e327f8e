using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>
/// All errors of the model state, each once, in the order of the fields on the page and linked to them.
/// The layout draws it, after the page's fields have registered themselves; pages need not.
/// </summary>
[HtmlTargetElement("nhs-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The view being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var fields = FieldRegistry.Of(ViewContext.HttpContext);
        var errors = ViewContext.ViewData.ModelState
            .Where(e => e.Value is { Errors.Count: > 0 })
            .Select(e => (Place: fields.Find(e.Key), Text: FieldTagHelper.Words(e.Value!.Errors[0])))
            .OrderBy(e => e.Place.Order)
            .DistinctBy(e => (e.Place.Group, e.Text)) // a date's parts may repeat the sentence of the whole
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        var items = Html.Join(errors.Select(e => e.Place.Id is { } id ? Html.Of($"<li><a href=\"#{id}\">{e.Text}</a></li>") : Html.Of($"<li>{e.Text}</li>")));
        output.Become(Html.Of($"<div class=\"nhsuk-error-summary\" data-module=\"nhsuk-error-summary\"><div role=\"alert\"><h2 class=\"nhsuk-error-summary__heading\">There is a problem</h2><div class=\"nhsuk-error-summary__body\"><ul class=\"nhsuk-list nhsuk-error-summary__list\">{items}</ul></div></div></div>"));
    }
}
