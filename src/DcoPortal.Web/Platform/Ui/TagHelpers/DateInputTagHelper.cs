using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Three boxes for a <see cref="DateInput"/>. An error on the property, or on its Day, Month or Year, marks the boxes that are wrong.</summary>
[HtmlTargetElement("nhs-date-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateInputTagHelper : FieldTagHelper
{
    /// <summary>"bday" adds bday-day, bday-month and bday-year for browsers to fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The value when there is no model property.</summary>
    public DateInput? Value { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (id, typed) = (FieldId, Typed());
        var error = ErrorText ?? FirstError(FieldName + ".Day") ?? FirstError(FieldName + ".Month") ?? FirstError(FieldName + ".Year");
        var faulty = Faulty(error, typed);
        Register($"{id}_{(faulty.HasFlag(DateParts.Day) || faulty == DateParts.None ? "Day" : faulty.HasFlag(DateParts.Month) ? "Month" : "Year")}");
        foreach (var part in new[] { "Day", "Month", "Year" })
            Register($"{id}_{part}", $"{FieldName}.{part}");
        var boxes = Html.Join([
            Box("Day", 2, typed.Day, faulty.HasFlag(DateParts.Day)),
            Box("Month", 2, typed.Month, faulty.HasFlag(DateParts.Month)),
            Box("Year", 4, typed.Year, faulty.HasFlag(DateParts.Year))]);
        var fieldset = Html.Of($"<fieldset class=\"nhsuk-fieldset\" role=\"group\"{Html.Attribute("aria-describedby", DescribedBy(id, error))}>{LegendHtml()}{HintHtml(id)}{ErrorHtml(id, error)}<div class=\"nhsuk-date-input\" id=\"{id}\">{boxes}</div></fieldset>");
        output.Become(Html.Of($"<div class=\"{GroupClass(error)}\">{fieldset}</div>"));
    }

    internal override bool IsFilled => !Typed().IsEmpty;

    DateInput Typed()
    {
        var states = ViewContext.ViewData.ModelState;
        if (!states.ContainsKey(FieldName + ".Day"))
            return For?.Model as DateInput ?? Value ?? new DateInput();
        return new DateInput
        {
            Day = states.GetValueOrDefault(FieldName + ".Day")?.AttemptedValue,
            Month = states.GetValueOrDefault(FieldName + ".Month")?.AttemptedValue,
            Year = states.GetValueOrDefault(FieldName + ".Year")?.AttemptedValue,
        };
    }

    DateParts Faulty(string? error, DateInput typed)
    {
        if (error is null)
            return DateParts.None;
        var marked = (FirstError(FieldName + ".Day") is null ? 0 : DateParts.Day)
            | (FirstError(FieldName + ".Month") is null ? 0 : DateParts.Month)
            | (FirstError(FieldName + ".Year") is null ? 0 : DateParts.Year);
        return marked == DateParts.None ? typed.Faulty : marked;
    }

    IHtmlContent Box(string part, int width, string? value, bool wrong)
    {
        var id = $"{FieldId}_{part}";
        var complete = Autocomplete == "bday" ? $"bday-{part.ToLowerInvariant()}" : null;
        return Html.Of($"<div class=\"nhsuk-date-input__item\"><div class=\"{GroupClass(wrong ? "" : null)}\"><label class=\"nhsuk-label nhsuk-date-input__label\" for=\"{id}\">{part}</label><input class=\"{Html.Classes("nhsuk-input", wrong ? "nhsuk-input--error" : null, $"nhsuk-input--width-{width}", "nhsuk-date-input__input")}\" id=\"{id}\" name=\"{FieldName}.{part}\" type=\"text\"{Html.Attribute("value", string.IsNullOrEmpty(value) ? null : value)}{Html.Attribute("autocomplete", complete)} inputmode=\"numeric\"></div></div>");
    }
}
