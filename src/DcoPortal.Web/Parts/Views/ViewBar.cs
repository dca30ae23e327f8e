namespace DcoPortal.Web.Parts.Views;

/// <summary>One view above its list.</summary>
public sealed record ViewLink(string Name, string Href, bool IsCurrent);

/// <summary>A person's views above a list, and the form to keep the filters as they are now.</summary>
/// <param name="List">The list.</param>
/// <param name="Links">The views, by name.</param>
/// <param name="Current">The filters as they are now.</param>
/// <param name="IsEverything">Whether nothing is filtered now.</param>
/// <param name="HasSearch">Whether words are searched for, which a view does not keep.</param>
public sealed record ViewBar(ViewList List, IReadOnlyList<ViewLink> Links, string Current, bool IsEverything, bool HasSearch)
{
    /// <summary>Whether there is something to keep that no view is.</summary>
    public bool MaySave => !IsEverything && !Links.Any(l => l.IsCurrent);
}

/// <summary>Reads what stands above a list.</summary>
public sealed class ViewBarQuery(SavedViewsQuery views)
{
    /// <summary>The bar for the filters as they are now.</summary>
    public async Task<ViewBar> ForAsync(ViewList list, IEnumerable<(string Name, string? Value)> filters, bool hasSearch, CancellationToken ct)
    {
        var current = list.Clean(string.Join('&', filters.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}")));
        var all = await views.OfAsync(list, ct);
        return new(list, [.. all.Select(v => (v.Name, Query: list.Clean(v.Query))).Select(v => new ViewLink(v.Name, $"{list.Address}?{v.Query}", v.Query == current && !hasSearch))],
            current, current == list.Clean(null) && !hasSearch, hasSearch);
    }
}
