using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DcoPortal.Tests.Platform.Ui;

/// <summary>The markup that the design system's own package says is right, and a comparison that ignores white space and attribute order.</summary>
internal static class DesignSystemFixtures
{
    static readonly Lazy<string> Components = new(() =>
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcoPortal.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "src/DcoPortal.Web/node_modules/nhsuk-frontend/dist/nhsuk/components");
    });

    /// <summary>The expected markup. Some names are used twice, for the large and the small variant: the first is meant.</summary>
    public static string Html(string component, string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Components.Value, component, "fixtures.json")));
        return file.RootElement.GetProperty("fixtures").EnumerateArray()
            .First(f => f.GetProperty("name").GetString() == name).GetProperty("html").GetString()!;
    }

    public static void AssertSame(string expected, string actual) => Assert.Equal(Normal(expected), Normal(actual));

    public static string Normal(string html)
    {
        var document = new HtmlParser().ParseDocument($"<body>{html}</body>");
        var text = new StringBuilder();
        foreach (var node in document.Body!.ChildNodes)
            Write(node, 0, text);
        return text.ToString();
    }

    static void Write(INode node, int depth, StringBuilder text)
    {
        var indent = new string(' ', depth * 2);
        if (node is IElement element)
        {
            var attributes = element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a =>
                a.Name == "class" ? $" class=\"{string.Join(' ', element.ClassList.Order(StringComparer.Ordinal))}\"" : $" {a.Name}=\"{a.Value}\"");
            text.AppendLine(string.Concat(indent, "<", element.LocalName, string.Concat(attributes), ">"));
            foreach (var child in element.ChildNodes)
                Write(child, depth + 1, text);
        }
        else if (node is IText { Data: var data } && !string.IsNullOrWhiteSpace(data))
        {
            text.AppendLine(indent + string.Join(' ', data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }
    }
}
