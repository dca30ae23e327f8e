using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Explains a date on demand, with the law behind it. A print shows it.</summary>
[HtmlTargetElement("why-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhyDateTagHelper : TagHelper
{
    /// <summary>The whole explanation, in sentences.</summary>
    public string? Text { get; set; }

    /// <summary>What is due, for screen readers: "Final plan".</summary>
    public string? What { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Text))
        {
            output.SuppressOutput();
            return;
        }
        var of = Html.When(!string.IsNullOrEmpty(What), $"<span class=\"nhsuk-u-visually-hidden\">: {What}</span>");
        output.Become(Html.Of($"<details class=\"nhsuk-details dco-why\"><summary class=\"nhsuk-details__summary\"><span class=\"nhsuk-details__summary-text\">Why this date{of}</span></summary><div class=\"nhsuk-details__text\">{Text}</div></details>"));
    }
}
