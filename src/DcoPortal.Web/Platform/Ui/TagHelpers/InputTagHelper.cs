using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>A one-line text box. Attributes it does not know (autocomplete, inputmode, spellcheck, data-*) go on the input.</summary>
[HtmlTargetElement("nhs-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InputTagHelper : FieldTagHelper
{
    /// <summary>"text" (default), "email", "tel", "password", "search". A password is never shown again.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Width in characters (2, 3, 4, 5, 10, 20, 30) or a utility: "full", "two-thirds", "one-half", "one-third", "one-quarter".</summary>
    public string? Width { get; set; }

    /// <summary>Value when there is no model property.</summary>
    public string? Value { get; set; }

    /// <summary>Text in front of the box, for example "£".</summary>
    public string? Prefix { get; set; }

    /// <summary>Text after the box, for example "days".</summary>
    public string? Suffix { get; set; }

    /// <summary>True for codes and numbers read digit by digit, such as an NHS number.</summary>
    public bool Code { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var (id, error) = (FieldId, ErrorText);
        var width = Width is null ? null : Width.All(char.IsAsciiDigit) ? $"nhsuk-input--width-{Width}" : $"nhsuk-u-width-{Width}";
        var classes = Html.Classes("nhsuk-input", Code ? "nhsuk-input--code" : null, error is null ? null : "nhsuk-input--error", width, Html.Class(output.Attributes));
        var value = Type == "password" ? null : CurrentValue(Value) is { Length: > 0 } text ? text : null;
        var input = Html.Of($"<input class=\"{classes}\" id=\"{id}\" name=\"{FieldName}\" type=\"{Type}\"{Html.Attribute("spellcheck", Code ? "false" : null)}{Html.Attribute("value", value)}{Html.Attribute("aria-describedby", DescribedBy(id, error))}{Html.Rest(output.Attributes)}>");
        if (Prefix is not null || Suffix is not null)
        {
            var before = Html.When(Prefix is not null, $"<div class=\"nhsuk-input-wrapper__prefix\" aria-hidden=\"true\">{Prefix}</div>");
            var after = Html.When(Suffix is not null, $"<div class=\"nhsuk-input-wrapper__suffix\" aria-hidden=\"true\">{Suffix}</div>");
            input = Html.Of($"<div class=\"nhsuk-input-wrapper\">{before}{input}{after}</div>");
        }
        output.Become(Html.Of($"<div class=\"{GroupClass(error)}\">{LabelHtml(id)}{HintHtml(id)}{ErrorHtml(id, error)}{input}</div>"));
    }
}
