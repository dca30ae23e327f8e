using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Says beside a document in a list that it is a scan, which nobody can search or have read aloud; nothing for other files.</summary>
[HtmlTargetElement("scan-mark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScanMarkTagHelper : TagHelper
{
    /// <summary>Whether it is.</summary>
    public bool IsScan { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!IsScan) { output.SuppressOutput(); return; }
        output.Become(Html.Of($"<strong class=\"nhsuk-tag nhsuk-tag--grey dco-scan\">Scan: no text in it</strong>"));
    }
}
