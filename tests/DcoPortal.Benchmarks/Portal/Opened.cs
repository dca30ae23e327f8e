using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DcoPortal.Benchmarks.Portal;

/// <summary>A page that was opened.</summary>
internal sealed record Opened(string Path, IHtmlDocument Document)
{
    /// <summary>The first element of a selector.</summary>
    public IElement Find(string selector) => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"{Path} has no {selector}");

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>What is wrong, as the page says it.</summary>
    public string Errors => string.Join("; ", All(".nhsuk-error-summary__list li").Select(e => e.TextContent.Trim()));
}
