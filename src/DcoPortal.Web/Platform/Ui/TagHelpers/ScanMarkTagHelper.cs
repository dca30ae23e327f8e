using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Says beside a document in a list that it is a scan, which nobody can search or have read aloud, and what of it shows nothing or shows more than its page; nothing for other files.</summary>
[HtmlTargetElement("scan-mark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScanMarkTagHelper : TagHelper
{
    /// <summary>Whether it is a scan.</summary>
    public bool IsScan { get; set; }

    /// <summary>What else to know of it, in a few words; blank when nothing.</summary>
    public string? Notice { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var scan = Html.When(IsScan, $"<strong class=\"nhsuk-tag nhsuk-tag--grey dco-scan\">Scan: no text in it</strong>");
        var gap = Html.When(!string.IsNullOrEmpty(Notice), $"<strong class=\"nhsuk-tag nhsuk-tag--grey dco-scan dco-gap\">{Notice}</strong>");
        if (!IsScan && string.IsNullOrEmpty(Notice)) { output.SuppressOutput(); }
        else { output.Become(Html.Of($"{scan} {gap}")); }
    }
}
