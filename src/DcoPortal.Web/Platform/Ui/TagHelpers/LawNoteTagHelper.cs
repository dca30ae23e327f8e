using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Says beside a date that the text of its regulation was not seen. Draws nothing for all other dates.</summary>
[HtmlTargetElement("law-note", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LawNoteTagHelper : TagHelper
{
    /// <summary>The date and its rule, or null.</summary>
    public Deadline? Deadline { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Deadline is null or { Rule.IsConfirmed: true })
        {
            output.SuppressOutput();
            return;
        }
        output.Become(Html.Of($"<p class=\"dco-law-note dco-muted nhsuk-u-margin-bottom-2\"><strong class=\"nhsuk-tag nhsuk-tag--grey\">Unconfirmed</strong> {StatutoryRule.Unconfirmed}</p>"));
    }
}
