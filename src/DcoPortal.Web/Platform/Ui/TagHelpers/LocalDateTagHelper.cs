using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>An organisation's own date beside the statutory one, marked so that no reader takes it for law. Draws nothing when there is none.</summary>
[HtmlTargetElement("local-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LocalDateTagHelper : TagHelper
{
    /// <summary>The local date, or null.</summary>
    public DateOnly? On { get; set; }

    /// <summary>What is due on that day, when it is not the duty beside it: "answer the DCO service by".</summary>
    public string? What { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (On is not { } day)
        {
            output.SuppressOutput();
            return;
        }
        output.Become(Html.Of($"<span class=\"dco-local\"><strong class=\"nhsuk-tag nhsuk-tag--grey\">Local</strong> {(What is null ? "" : What + " ")}<span class=\"dco-nowrap\">{UkText.LongDate(day)}</span></span>"));
    }
}
