using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>A box for several lines; with max-length it counts characters (it warns, it does not cut).</summary>
[HtmlTargetElement("nhs-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    /// <summary>Visible lines.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>Characters allowed; shows the count when above zero; of a long text what remains is said from three quarters on.</summary>
    public int MaxLength { get; set; }

    /// <summary>Value when there is no model property.</summary>
    public string? Value { get; set; }

    private const int LongText = 1000;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var (id, error, counts) = (FieldId, ErrorText, MaxLength > 0);
        var classes = Html.Classes("nhsuk-textarea", error is null ? null : "nhsuk-textarea--error", counts ? "nhsuk-js-character-count" : null, Html.Class(output.Attributes));
        var describedBy = DescribedBy(id, error, counts ? $"{id}-info" : null);
        // browsers swallow the first line break inside a textarea, so a value that starts with one gets another
        var value = CurrentValue(Value) ?? "";
        if (value.StartsWith('\n') || value.StartsWith('\r'))
            value = "\n" + value;
        var area = Html.Of($"<textarea class=\"{classes}\" id=\"{id}\" name=\"{FieldName}\" rows=\"{Rows}\"{Html.Attribute("aria-describedby", describedBy)}{Html.Rest(output.Attributes)}>{value}</textarea>");
        var limit = MaxLength.ToString(CultureInfo.InvariantCulture);
        var count = Html.When(counts, $"<div class=\"nhsuk-hint nhsuk-character-count__message\" id=\"{id}-info\">You can enter up to {limit} characters</div>");
        var module = Html.When(counts, $" data-module=\"nhsuk-character-count\" data-maxlength=\"{limit}\"{Html.When(MaxLength >= LongText, $" data-threshold=\"75\"")}");
        output.Become(Html.Of($"<div class=\"{GroupClass(error, counts ? "nhsuk-character-count" : null)}\"{module}>{LabelHtml(id)}{HintHtml(id)}{ErrorHtml(id, error)}{area}{count}</div>"));
    }
}
