using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Says beside a document in a list that it is a scan, which nobody can search or have read aloud, and what of it shows nothing; nothing for other files.</summary>
[HtmlTargetElement("scan-mark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScanMarkTagHelper : TagHelper
{
    /// <summary>Whether it is a scan.</summary>
    public bool IsScan { get; set; }

    /// <summary>What of it shows nothing, in a few words; blank where all of it does.</summary>
    public string? NotShown { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var scan = Html.When(IsScan, $"<strong class=\"nhsuk-tag nhsuk-tag--grey dco-scan\">Scan: no text in it</strong>");
        var gap = Html.When(!string.IsNullOrEmpty(NotShown), $"<strong class=\"nhsuk-tag nhsuk-tag--grey dco-scan dco-gap\">{NotShown}</strong>");
        if (!IsScan && string.IsNullOrEmpty(NotShown)) { output.SuppressOutput(); }
        else { output.Become(Html.Of($"{scan} {gap}")); }
    }
}
