using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>A drop-down. With data-autocomplete it becomes a type-ahead where script runs.</summary>
[HtmlTargetElement("nhs-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>The choices; their Group becomes an optgroup.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>A first, empty choice, for example "Select a service".</summary>
    public string? EmptyText { get; set; }

    /// <summary>The chosen value when there is no model property.</summary>
    public string? Value { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var (id, error) = (FieldId, ErrorText);
        var items = Items.ToList();
        var selected = CurrentValues(Value ?? (For is null ? items.Find(i => i.Selected)?.Value : null));
        var options = Html.Join(items.GroupBy(i => i.Group?.Name).Select(g => g.Key is null
            ? Html.Join(g.Select(i => Option(i, selected)))
            : Html.Of($"<optgroup label=\"{g.Key}\">{Html.Join(g.Select(i => Option(i, selected)))}</optgroup>")));
        var empty = Html.When(EmptyText is not null, $"<option value=\"\">{EmptyText}</option>");
        var select = Html.Of($"<select class=\"{Html.Classes("nhsuk-select", error is null ? null : "nhsuk-select--error", Html.Class(output.Attributes))}\" id=\"{id}\" name=\"{FieldName}\"{Html.Attribute("aria-describedby", DescribedBy(id, error))}{Html.Rest(output.Attributes)}>{empty}{options}</select>");
        output.Become(Html.Of($"<div class=\"{GroupClass(error)}\">{LabelHtml(id)}{HintHtml(id)}{ErrorHtml(id, error)}{select}</div>"));
    }

    static IHtmlContent Option(SelectListItem item, IReadOnlyList<string> selected)
    {
        var value = item.Value ?? item.Text;
        return Html.Of($"<option value=\"{value}\"{Html.Flag("selected", selected.Contains(value, StringComparer.OrdinalIgnoreCase))}{Html.Flag("disabled", item.Disabled)}>{item.Text}</option>");
    }
}
