using System.Text.Json;
using DcoPortal.Benchmarks.Counting;
using DcoPortal.Benchmarks.Portal;

namespace DcoPortal.Benchmarks.Pages;

/// <summary>Asks a portal that counts what each page asked of the database.</summary>
internal sealed class PageCounter(RunningServer portal)
{
    /// <summary>For each visit in turn.</summary>
    public async Task<IReadOnlyList<QueryCounts>> CountAsync(IReadOnlyList<PageVisit> visits)
    {
        using var walk = new PageWalk(portal.Url);
        List<QueryCounts> counted = [];
        foreach (var visit in visits) { counted.Add(await CountAsync(await walk.PrepareAsync(visit), visit)); }
        return counted;
    }

    private static async Task<QueryCounts> CountAsync(Visitor visitor, PageVisit visit)
    {
        // the first visit may fill what the portal keeps in memory
        await PageWalk.OpenAsync(visitor, visit);
        await TakeAsync(visitor);
        await PageWalk.OpenAsync(visitor, visit);
        return await TakeAsync(visitor);
    }

    private static async Task<QueryCounts> TakeAsync(Visitor visitor) =>
        JsonSerializer.Deserialize<QueryCounts>((await visitor.GetAsync(CountingStartup.Path)).Text, JsonSerializerOptions.Web)!;
}
