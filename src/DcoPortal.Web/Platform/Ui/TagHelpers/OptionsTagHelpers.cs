using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>One choice of radios or checkboxes, its content under it. With reveal="true" only the style sheet hides it: a radio may not have aria-expanded.</summary>
[HtmlTargetElement("nhs-option")]
public sealed class OptionTagHelper : TagHelper
{
    /// <summary>The value that is sent.</summary>
    public string Value { get; set; } = "";

    /// <summary>What the user reads.</summary>
    public string Label { get; set; } = "";

    /// <summary>Hint under the choice.</summary>
    public string? Hint { get; set; }

    /// <summary>A word such as "or" between choices; then the other attributes are ignored.</summary>
    public string? Divider { get; set; }

    /// <summary>True for a checkbox that clears the others ("None of these").</summary>
    public bool Exclusive { get; set; }

    /// <summary>True for a choice that cannot be made now.</summary>
    public bool Disabled { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var reveal = content.IsEmptyOrWhiteSpace ? null : content;
        if (context.Items.TryGetValue(typeof(Choice), out var list) && list is List<Choice> choices)
            choices.Add(new Choice(Value, Label, Hint, Divider, Exclusive, Disabled, reveal));
        output.SuppressOutput();
    }
}

internal sealed record Choice(string Value, string Label, string? Hint, string? Divider, bool Exclusive, bool Disabled, IHtmlContent? Reveal);

/// <summary>The base of radios and checkboxes.</summary>
public abstract class OptionsTagHelper : FieldTagHelper
{
    /// <summary>Choices from a list, in front of any nhs-option children.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>True to set the choices side by side (two short ones).</summary>
    public bool Inline { get; set; }

    /// <summary>True for small controls (filters).</summary>
    public bool Small { get; set; }

    internal abstract string Kind { get; }

    internal virtual string? ExtraClass => null;

    internal abstract string InputType { get; }

    internal abstract object? Fallback { get; }

    internal override bool IsFilled => CurrentValues(Fallback).Any(v => v.Length > 0);

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        List<Choice> choices = [.. (Items ?? []).Select(i => new Choice(i.Value ?? i.Text, i.Text, null, null, false, i.Disabled, null))];
        context.Items[typeof(Choice)] = choices;
        await output.GetChildContentAsync();
        var (id, error) = (FieldId, ErrorText);
        var selected = CurrentValues(Fallback ?? (For is null ? Items?.Where(i => i.Selected).Select(i => i.Value).ToArray() : null));
        var group = Html.Of($"<div class=\"{Html.Classes(Kind, Inline ? $"{Kind}--inline" : null, Small ? $"{Kind}--small" : null, ExtraClass, Html.Class(output.Attributes))}\" data-module=\"{Kind}\"{Html.Rest(output.Attributes)}>{Html.Join(choices.Select((c, i) => Item(c, i, id, selected)))}</div>");
        var body = Html.Of($"{HintHtml(id)}{ErrorHtml(id, error)}{group}");
        if (LabelText.Length > 0)
            body = Html.Of($"<fieldset class=\"nhsuk-fieldset\"{Html.Attribute("aria-describedby", DescribedBy(id, error))}>{LegendHtml()}{body}</fieldset>");
        output.Become(Html.Of($"<div class=\"{GroupClass(error)}\">{body}</div>"));
    }

    IHtmlContent Item(Choice choice, int index, string prefix, IReadOnlyList<string> selected)
    {
        if (choice.Divider is not null)
            return Html.Of($"<div class=\"{Kind}__divider\">{choice.Divider}</div>");
        var id = index == 0 ? prefix : $"{prefix}-{index + 1}";
        var isChosen = selected.Contains(choice.Value, StringComparer.OrdinalIgnoreCase);
        var hintId = choice.Hint is null ? null : $"{id}-item-hint";
        var hint = Html.When(hintId is not null, $"<div class=\"nhsuk-hint {Kind}__hint\" id=\"{hintId}\">{choice.Hint}</div>");
        // a single checkbox has no fieldset that could carry its error
        var describedBy = Html.Classes(hintId, LabelText.Length == 0 ? DescribedBy(prefix, ErrorText) : null) is { Length: > 0 } ids ? ids : null;
        var input = Html.Of($"<input class=\"{Kind}__input\" id=\"{id}\" name=\"{FieldName}\" type=\"{InputType}\" value=\"{choice.Value}\"{Html.Flag("checked", isChosen)}{Html.Flag("disabled", choice.Disabled)}{Html.Attribute("data-behaviour", choice.Exclusive ? "exclusive" : null)}{Html.Attribute("aria-describedby", describedBy)}>");
        var reveal = Html.When(choice.Reveal is not null, $"<div class=\"{Kind}__conditional\">{choice.Reveal}</div>");
        return Html.Of($"<div class=\"{Kind}__item\">{input}<label class=\"nhsuk-label {Kind}__label\" for=\"{id}\">{choice.Label}</label>{hint}</div>{reveal}");
    }
}

/// <summary>One choice of several.</summary>
[HtmlTargetElement("nhs-radios")]
public sealed class RadiosTagHelper : OptionsTagHelper
{
    /// <summary>The chosen value when there is no model property.</summary>
    public string? Value { get; set; }

    /// <summary>True to show only the chosen option's content. A browser too old for that shows it all.</summary>
    public bool Reveal { get; set; }

    internal override string Kind => "nhsuk-radios";

    internal override string? ExtraClass => Reveal ? "dco-reveal" : null;

    internal override string InputType => "radio";

    internal override object? Fallback => Value;
}

/// <summary>Any number of choices (a list), or one yes (a bool with a single nhs-option value="true" and label="").</summary>
[HtmlTargetElement("nhs-checkboxes")]
public sealed class CheckboxesTagHelper : OptionsTagHelper
{
    /// <summary>The chosen values when there is no model property.</summary>
    public IEnumerable<string>? Values { get; set; }

    internal override string Kind => "nhsuk-checkboxes";

    internal override string InputType => "checkbox";

    // a single box that is not ticked is a bool that is false, and no answer
    internal override bool IsFilled => CurrentValues(Fallback).Any(v => v.Length > 0 && !v.Equals("false", StringComparison.OrdinalIgnoreCase));

    internal override object? Fallback => Values;
}
