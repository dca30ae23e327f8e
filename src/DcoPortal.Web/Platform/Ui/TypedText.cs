using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>Something that somebody typed or chose on a form.</summary>
/// <param name="Label">What the form calls it; null where it has no name.</param>
/// <param name="Text">What was typed or chosen.</param>
public sealed partial record TypedText(string? Label, string Text)
{
    // a form holds a form, which holds a form
    private const int Deepest = 3;

    /// <summary>What people typed of the fields of a form: what has a name on the form, and any other sentence. Versions and ids would confuse them.</summary>
    /// <param name="fields">The fields as sent.</param>
    /// <param name="labels">The names of the fields, without the numbers of rows; null where the form is not known.</param>
    public static IReadOnlyList<TypedText> Of(IEnumerable<KeyValuePair<string, string>> fields, IReadOnlyDictionary<string, string>? labels) =>
        [.. fields.GroupBy(f => DatePart().Replace(f.Key, "")).SelectMany(g => labels?.GetValueOrDefault(Row().Replace(g.Key, "")) is { } label
            ? Said(g).Select(text => new TypedText(label, text))
            : g.Select(f => f.Value.Trim()).Where(v => v.Contains(' ') && v.Length > 2).Select(text => new TypedText(null, text))).Distinct()];

    /// <summary>What the fields of the forms of an action are called.</summary>
    public static IReadOnlyDictionary<string, string> LabelsOf(ActionDescriptor? action, IModelMetadataProvider metadata)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var form in action?.Parameters.Select(p => metadata.GetMetadataForType(p.ParameterType)).Where(IsForm) ?? []) { Add(labels, form, "", 0); }
        return labels;
    }

    private static void Add(Dictionary<string, string> labels, ModelMetadata form, string prefix, int depth)
    {
        foreach (var property in form.Properties.Where(p => p.IsBindingAllowed && p.PropertyName is not null))
        {
            var key = prefix + property.PropertyName;
            if (property.DisplayName is { } name) { labels.TryAdd(key, name); }
            var inner = property.ElementMetadata ?? property;
            if (IsForm(inner) && inner.ModelType != typeof(DateInput) && depth < Deepest) { Add(labels, inner, key + ".", depth + 1); }
        }
    }

    private static bool IsForm(ModelMetadata type) => type.IsComplexType && type.ModelType.Assembly == typeof(TypedText).Assembly;

    // the three boxes of a date are one text
    private static IEnumerable<string> Said(IGrouping<string, KeyValuePair<string, string>> field)
    {
        var values = field.Select(f => (f.Key, Value: f.Value.Trim())).Where(f => f.Value.Length > 0 && f.Value != "false" && !IsId(f.Value)).ToList();
        if (values.Count > 0 && values.TrueForAll(f => f.Key != field.Key)) { return [string.Join(' ', values.Select(f => f.Value))]; }
        return values.Select(f => f.Value == "true" ? "Yes" : f.Value);
    }

    private static bool IsId(string value) => Guid.TryParse(value.Split(':')[^1], out _);

    [GeneratedRegex(@"\.(Day|Month|Year)\z")]
    private static partial Regex DatePart();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Row();
}
