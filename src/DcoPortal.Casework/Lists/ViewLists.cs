namespace DcoPortal.Casework.Lists;

/// <summary>A list whose filters can be kept under a name.</summary>
/// <param name="Key">Its stored key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its address.</param>
/// <param name="Permission">Who sees it.</param>
/// <param name="Filters">Its parameters that a view keeps, in order; never the words of a search.</param>
public sealed record ViewList(string Key, string Name, string Address, Permission Permission, IReadOnlyList<string> Filters)
{
    /// <summary>The address of the list without any filter, and without the view that it would open with.</summary>
    public string Everything => $"{Address}?{ViewLists.Everything}=true";

    /// <summary>The filters that the list still knows, of any text; the way to everything when none is left. The list itself drops a value that does not exist.</summary>
    public string Clean(string? query)
    {
        var given = (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Where(p => p.Length == 2)
            .GroupBy(p => Uri.UnescapeDataString(p[0]), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => Uri.UnescapeDataString(g.First()[1].Replace('+', ' ')), StringComparer.OrdinalIgnoreCase);
        var kept = Filters.Where(f => given.GetValueOrDefault(f) is { Length: > 0 and <= 60 }).Select(f => $"{f}={Uri.EscapeDataString(given[f])}").ToList();
        // an order alone is no filter: without the word, the list would add the filters it remembers
        return string.Join('&', kept.TrueForAll(k => k.StartsWith("sort=", StringComparison.Ordinal)) ? [$"{ViewLists.Everything}=true", .. kept] : kept);
    }
}

/// <summary>The lists that have views.</summary>
public static class ViewLists
{
    /// <summary>The parameter that asks for a list without filters.</summary>
    public const string Everything = "everything";

    /// <summary>The assessments.</summary>
    public static readonly ViewList Assessments = new("assessments", "Assessments", Addresses.Assessments, Permission.ViewAssessments, ["mark", "authority", "route", "need", "owner", "sort"]);

    /// <summary>The advice requests.</summary>
    public static readonly ViewList AdviceRequests = new("advice-requests", "Advice requests", Addresses.AdviceRequests, Permission.ViewAdviceRequests, ["box", "provider", "service", "authority", "holder", "sentBack", "work", "owner", "sort"]);

    /// <summary>The traffic lights.</summary>
    public static readonly ViewList TrafficLights = new("traffic-lights", "Traffic lights", Addresses.TrafficLights, Permission.ViewTrafficLights, ["provider"]);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ViewList> All = [Assessments, AdviceRequests, TrafficLights];

    /// <summary>The list of a key, or null.</summary>
    public static ViewList? Find(string? key) => All.FirstOrDefault(l => l.Key == key);
}
