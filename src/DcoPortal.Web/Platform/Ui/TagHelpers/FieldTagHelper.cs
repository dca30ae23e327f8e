using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>The base of every form field: name, id, label, hint, error and the value to show again.</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The model property; gives name, label (from [Display]), value and errors.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression? For { get; set; }

    /// <summary>Name when there is no model property (for example in a filter form).</summary>
    public string? Name { get; set; }

    /// <summary>Id; worked out from the name unless given.</summary>
    public string? Id { get; set; }

    /// <summary>Label or legend; [Display(Name)] unless given. Empty leaves a group without a fieldset.</summary>
    public string? Label { get; set; }

    /// <summary>Hint under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>Label size: "s" (the default), "m", "l", "xl", or "" for plain text.</summary>
    public string LabelSize { get; set; } = "s";

    /// <summary>True when the label is the page's one h1.</summary>
    public bool LabelIsH1 { get; set; }

    /// <summary>True when the label is only for screen readers, because the page already shows it elsewhere.</summary>
    public bool LabelHidden { get; set; }

    /// <summary>An error to show instead of the model state's.</summary>
    public string? Error { get; set; }

    /// <summary>The view being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    internal string FieldName => Name ?? (For is null
        ? throw new InvalidOperationException("A form field needs for= or name=.")
        : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));

    internal string FieldId => Id ?? TagBuilder.CreateSanitizedId(FieldName, "_");

    internal string LabelText => Label ?? For?.Metadata.GetDisplayName() ?? FieldName;

    internal ModelStateEntry? State => ViewContext.ViewData.ModelState.GetValueOrDefault(FieldName);

    // an attribute that Razor computed to nothing is empty, not null
    internal string? ErrorText => string.IsNullOrEmpty(Error) ? FirstError(FieldName) : Error;

    internal string? FirstError(string key) => ViewContext.ViewData.ModelState.GetValueOrDefault(key)?.Errors is { Count: > 0 } errors
        ? Words(errors[0])
        : null;

    /// <summary>The typed text when the form came back, otherwise the model's value.</summary>
    internal string? CurrentValue(object? fallback = null) =>
        State is { AttemptedValue: not null } state ? state.AttemptedValue : Text(For is null ? fallback : For.Model ?? fallback);

    /// <summary>All selected values, for options.</summary>
    internal IReadOnlyList<string> CurrentValues(object? fallback)
    {
        if (State is { RawValue: not null } state)
            return state.RawValue as string[] ?? [state.AttemptedValue ?? ""];
        return (For is null ? fallback : For.Model ?? fallback) switch
        {
            null => [],
            string text => [text],
            System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Text).OfType<string>()],
            var one => [Text(one)!],
        };
    }

    internal void Register(string? id = null, string? key = null) =>
        FieldRegistry.Of(ViewContext.HttpContext).Add(key ?? FieldName, id ?? FieldId, FieldName, IsFilled);

    /// <summary>Whether something is typed or chosen: a folded part says how many of its fields are.</summary>
    internal virtual bool IsFilled => !string.IsNullOrWhiteSpace(CurrentValue());

    internal IHtmlContent LabelHtml(string id)
    {
        var size = LabelSize is "" ? null : $"nhsuk-label--{LabelSize}";
        var label = Html.Of($"<label class=\"{Html.Classes("nhsuk-label", size, LabelHidden ? "nhsuk-u-visually-hidden" : null)}\" for=\"{id}\">{LabelText}</label>");
        return LabelIsH1 ? Html.Of($"<h1 class=\"nhsuk-label-wrapper\">{label}</h1>") : label;
    }

    internal IHtmlContent LegendHtml()
    {
        var size = LabelSize is "" ? null : $"nhsuk-fieldset__legend--{LabelSize}";
        var text = LabelIsH1 ? Html.Of($"<h1 class=\"nhsuk-fieldset__heading\">{LabelText}</h1>") : Html.Of($"{LabelText}");
        return Html.Of($"<legend class=\"{Html.Classes("nhsuk-fieldset__legend", size, LabelHidden ? "nhsuk-u-visually-hidden" : null)}\">{text}</legend>");
    }

    internal IHtmlContent HintHtml(string id) => Html.When(!string.IsNullOrEmpty(Hint), $"<div class=\"nhsuk-hint\" id=\"{id}-hint\">{Hint}</div>");

    internal static IHtmlContent ErrorHtml(string id, string? error) => Html.When(error is not null,
        $"<span class=\"nhsuk-error-message\" id=\"{id}-error\"><span class=\"nhsuk-u-visually-hidden\">Error: </span>{error}</span>");

    /// <summary>The ids that describe a control, or null when there are none.</summary>
    internal string? DescribedBy(string id, string? error, string? first = null)
    {
        var ids = Html.Classes(first, string.IsNullOrEmpty(Hint) ? null : $"{id}-hint", error is null ? null : $"{id}-error");
        return ids.Length == 0 ? null : ids;
    }

    internal static string GroupClass(string? error, string? extra = null) =>
        Html.Classes("nhsuk-form-group", error is null ? null : "nhsuk-form-group--error", extra);

    /// <summary>An error in words: an exception's own message, from a failed binding, is never shown.</summary>
    internal static string Words(ModelError error) => error.ErrorMessage.Length > 0 ? error.ErrorMessage : "This value is not in the right format";

    internal static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
