using AngleSharp.Html.Parser;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Support;

/// <summary>The HTML as the server sent it: kept for the Nu HTML checker, which the test command runs once over all of it, and looked through for the rules of every page.</summary>
public static class Markup
{
    private static readonly HtmlParser Parser = new();

    /// <summary>A sentence for each rule that the page breaks.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IResponse page, string folder, string name, bool checksLinks)
    {
        var html = await page.TextAsync();
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.html"), html);
        return [.. PageRules.FaultsOf(Parser.ParseDocument(html), checksLinks)];
    }
}
