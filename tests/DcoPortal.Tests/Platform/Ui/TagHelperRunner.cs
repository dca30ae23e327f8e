using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Tests.Platform.Ui;

/// <summary>Runs one tag helper, with its children, outside a view.</summary>
internal sealed class TagHelperRunner
{
    public ViewContext View { get; } = new()
    {
        HttpContext = new DefaultHttpContext(),
        ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
    };

    readonly Dictionary<object, object> items = [];

    public async Task<string> Run(TagHelper helper, string content = "", TagHelper[]? children = null, params (string Name, object? Value)[] attributes)
    {
        var list = new TagHelperAttributeList(attributes.Select(a => a.Value is null
            ? new TagHelperAttribute(a.Name)
            : new TagHelperAttribute(a.Name, a.Value)));
        var context = new TagHelperContext("x", list, items, "123456789");
        var output = new TagHelperOutput("x", list, async (_, _) =>
        {
            var inner = new DefaultTagHelperContent();
            inner.AppendHtml(content);
            foreach (var child in children ?? [])
                inner.AppendHtml(await new TagHelperRunner(items).Run(child, child is ContentOf c ? c.Content : ""));
            return inner;
        });
        if (helper is ContentOf wrapped)
            helper = wrapped.Helper;
        await helper.ProcessAsync(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public TagHelperRunner()
    {
    }

    TagHelperRunner(Dictionary<object, object> items) => this.items = items;

    /// <summary>A child with content of its own.</summary>
    internal sealed class ContentOf(TagHelper helper, string content) : TagHelper
    {
        public TagHelper Helper => helper;

        public string Content => content;
    }
}
