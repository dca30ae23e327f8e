using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>
/// A part of a form that few need: one line until it is opened, which says how many of its fields are filled in. It is open where
/// one of its fields has an error, and where the address names one (at=Id_Of_The_Field), so that nobody is sent to a closed part.
/// </summary>
[HtmlTargetElement("nhs-fold")]
public sealed class FoldTagHelper : TagHelper
{
    /// <summary>The parameter of an address that names the field to show.</summary>
    public const string At = "at";

    /// <summary>What is inside.</summary>
    public string Summary { get; set; } = "";

    /// <summary>What the line says at its end, instead of how many fields are filled in.</summary>
    public string? Note { get; set; }

    /// <summary>True when script renews the summary with the answers: see data-redraws in Frontend/site.js. The fold then has an id.</summary>
    public bool Redrawn { get; set; }

    /// <summary>True to start open.</summary>
    public bool Open { get; set; }

    /// <summary>The view being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = FieldRegistry.Of(ViewContext.HttpContext);
        var before = fields.Count;
        var content = await output.GetChildContentAsync();
        var inside = fields.After(before);
        var filled = inside.Where(f => f.IsFilled).Select(f => f.Group).Distinct().Count();
        var at = ViewContext.HttpContext.Request.Query[At].ToString();
        var open = Open || inside.Any(f => f.Id == at || ViewContext.ViewData.ModelState.GetValueOrDefault(f.Key)?.Errors.Count > 0);
        var note = Note is null
            ? Html.Of($"<span class=\"dco-fold__note\" data-fold-count>{(filled == 0 ? "Nothing yet" : $"{filled} filled in")}</span>")
            : Html.Of($"<span class=\"dco-fold__note\">{Note}</span>");
        var name = Redrawn
            ? Html.Of($"<span class=\"dco-fold__name\" id=\"{output.Attributes["id"].Value}-name\" data-redrawn>{Summary}</span>")
            : Html.Of($"<span class=\"dco-fold__name\">{Summary}</span>");
        output.Become(Html.Of($"<details class=\"{Html.Classes("dco-fold", Html.Class(output.Attributes))}\"{Html.Flag("open", open)}{Html.Rest(output.Attributes)}><summary class=\"dco-fold__summary\">{name} {note}</summary><div class=\"dco-fold__fields\">{content}</div></details>"));
    }
}
