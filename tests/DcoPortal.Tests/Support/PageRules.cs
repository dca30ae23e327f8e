using AngleSharp.Dom;

namespace DcoPortal.Tests.Support;

/// <summary>What holds on every page, whichever test comes by: tables say what they show, links that lead to different places sound different, and an error is said with its field.</summary>
public static class PageRules
{
    /// <summary>A sentence for each fault of a page.</summary>
    public static IEnumerable<string> FaultsOf(IDocument page, bool checksLinks = true) =>
        Tables(page).Concat(checksLinks ? Links(page) : []).Concat(Errors(page));

    private static IEnumerable<string> Tables(IDocument page)
    {
        foreach (var table in page.QuerySelectorAll("table"))
        {
            var caption = Words(table.QuerySelector("caption"));
            if (caption.Length == 0) { yield return $"a table has no caption: {Words(table.QuerySelector("thead"))}"; }
            var nameless = table.QuerySelectorAll("tbody tr").FirstOrDefault(row => row.QuerySelector("th[scope=row], th[scope=rowgroup]") is null);
            if (nameless is not null) { yield return $"the table “{caption}” has a row without a header: {Words(nameless)}"; }
        }
    }

    private static IEnumerable<string> Links(IDocument page) =>
        from link in page.QuerySelectorAll("a[href]")
        group link.GetAttribute("href") by Name(link).ToUpperInvariant() into alike
        let places = alike.Distinct().ToList()
        where places.Count > 1
        select $"links sound alike and lead to different places: “{alike.Key}” to {string.Join(" and ", places.Take(3))}";

    private static IEnumerable<string> Errors(IDocument page) =>
        from error in page.QuerySelectorAll(".nhsuk-error-message")
        where error.Id is null || page.QuerySelector($"[aria-describedby~='{error.Id}']") is null
        select $"an error belongs to no field and no group: {Words(error)}";

    private static string Name(IElement link) => link.GetAttribute("aria-label") ?? Words(link);

    private static string Words(IElement? element) => string.Join(' ', element?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);
}
