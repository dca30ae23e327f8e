using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Explains a date: the first sentence, and the rest on demand. A print shows all of it.</summary>
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
        var (first, rest) = Split(Text);
        var of = Html.When(!string.IsNullOrEmpty(What), $"<span class=\"nhsuk-u-visually-hidden\">: {What}</span>");
        output.Become(Html.Of($"{first}{Html.When(rest.Length > 0, $" <details class=\"nhsuk-details dco-why\"><summary class=\"nhsuk-details__summary\"><span class=\"nhsuk-details__summary-text\">Why this date{of}</span></summary><div class=\"nhsuk-details__text\">{rest}</div></details>")}"));
    }

    /// <summary>The first sentence, and the sentences after it; empty when there are none.</summary>
    internal static (string First, string Others) Split(string text)
    {
        for (var end = text.IndexOf(". ", StringComparison.Ordinal); end >= 0; end = text.IndexOf(". ", end + 1, StringComparison.Ordinal))
        {
            // a full stop ends a sentence only when a capital or a number follows
            if (char.IsUpper(text[end + 2]) || char.IsDigit(text[end + 2])) { return (text[..(end + 1)], text[(end + 2)..]); }
        }
        return (text, "");
    }
}
