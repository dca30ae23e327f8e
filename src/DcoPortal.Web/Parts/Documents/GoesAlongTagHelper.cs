using DcoPortal.Web.Platform.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Parts.Documents;

/// <summary>
/// Beside a family's wish, the authority's documents that every service asked can open: a wish may mean a paper and no person. Whoever may correct the case takes one
/// out from here. Nothing where there are none.
/// </summary>
[HtmlTargetElement("goes-along", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GoesAlongTagHelper(GoesAlongQuery papers, CurrentPerson person) : TagHelper
{
    private const int Most = 100;

    /// <summary>The case.</summary>
    public Guid Case { get; set; }

    /// <summary>The view, whose request may be aborted.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var files = await papers.OfAsync(Case, Most + 1, View.HttpContext.RequestAborted);
        if (files.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var mayTakeOut = person.May(Permission.CorrectDetails);
        var lines = Html.Join(files.Take(Most).Select(f => Html.Of($"<li><a href=\"{Addresses.Document(f.Id)}\">{f.FileName}</a>{Html.When(mayTakeOut, $" <a href=\"{Addresses.DocumentTakeOut(f.Id)}\">Take it out<span class=\"nhsuk-u-visually-hidden\">: {f.FileName}</span></a>")}</li>")));
        output.Become(Html.Of($"<p>If the wish means a document, and not a person: every service that is asked can open these of the authority.{(mayTakeOut ? " Take out what must not be shared; it can be put back." : "")}</p><ul class=\"nhsuk-list nhsuk-list--bullet\">{lines}{Html.When(files.Count > Most, $"<li>and more, on the page of the case</li>")}</ul>"));
    }
}
