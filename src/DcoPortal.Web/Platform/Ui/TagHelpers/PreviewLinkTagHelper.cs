using DcoPortal.Casework.Documents;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>The link beside a document in a list that shows it in the page; nothing for a file that no browser shows.</summary>
[HtmlTargetElement("preview-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PreviewLinkTagHelper : TagHelper
{
    /// <summary>The document.</summary>
    public Guid Document { get; set; }

    /// <summary>Its file name, said to a screen reader.</summary>
    public string FileName { get; set; } = "";

    /// <summary>What else tells it from a file of the same name elsewhere on the page, such as "from Audiology"; or null.</summary>
    public string? Also { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!ShownInPage.ByName(FileName)) { output.SuppressOutput(); return; }
        var also = string.IsNullOrEmpty(Also) ? "" : $", {Also}";
        output.Become(Html.Of($"<a class=\"dco-nowrap\" href=\"{Addresses.DocumentPreview(Document)}\">Preview<span class=\"nhsuk-u-visually-hidden\"> {FileName}{also}</span></a>"));
    }
}
