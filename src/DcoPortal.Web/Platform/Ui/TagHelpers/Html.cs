using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>Builds markup from interpolated strings: every value is encoded unless it already is HTML.</summary>
internal static class Html
{
    public static readonly IHtmlContent Nothing = HtmlString.Empty;

    public static IHtmlContent Of(Markup markup) => markup;

    public static IHtmlContent When(bool condition, Markup markup) => condition ? markup : Nothing;

    /// <summary>One attribute with a leading space, or nothing when the value is null.</summary>
    public static IHtmlContent Attribute(string name, string? value) =>
        value is null ? Nothing : Of($" {new HtmlString(name)}=\"{value}\"");

    public static IHtmlContent Flag(string name, bool on) => on ? new HtmlString(" " + name) : Nothing;

    /// <summary>The attributes that the page's author wrote and the tag helper does not know, except "class".</summary>
    public static IHtmlContent Rest(TagHelperAttributeList attributes, params string[] except)
    {
        var all = new HtmlContentBuilder();
        foreach (var attribute in attributes.Where(a => a.Name != "class" && !except.Contains(a.Name)))
        {
            if (attribute.ValueStyle == HtmlAttributeValueStyle.Minimized || attribute.Value is true)
                all.AppendHtml(" " + attribute.Name);
            else if (attribute.Value is not (null or false))
                all.AppendHtml(Of($" {new HtmlString(attribute.Name)}=\"{attribute.Value}\""));
        }
        return all;
    }

    public static string? Class(TagHelperAttributeList attributes) =>
        attributes.TryGetAttribute("class", out var a) ? a.Value?.ToString() : null;

    public static string Classes(params string?[] names) => string.Join(' ', names.Where(n => !string.IsNullOrWhiteSpace(n)));

    public static IHtmlContent Join(IEnumerable<IHtmlContent> parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in parts)
            all.AppendHtml(part);
        return all;
    }

    /// <summary>Replaces the custom element by this markup.</summary>
    public static void Become(this TagHelperOutput output, IHtmlContent markup)
    {
        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(markup);
    }
}
