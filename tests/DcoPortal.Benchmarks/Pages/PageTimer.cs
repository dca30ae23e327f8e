using DcoPortal.Benchmarks.Counting;
using DcoPortal.Benchmarks.Portal;

namespace DcoPortal.Benchmarks.Pages;

/// <summary>Times every page of a portal that runs.</summary>
internal sealed class PageTimer(RunningServer portal, int answers)
{
    // the runtime compiles what it finds used twice over, and settles by then
    private const int Rounds = 3;
    private const int Warm = 8;

    public async Task<IReadOnlyList<PageResult>> TimeAsync(IReadOnlyList<PageVisit> visits, IReadOnlyList<QueryCounts> counts)
    {
        using var walk = new PageWalk(portal.Url);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var visit in visits) { await PageWalk.OpenAsync(await walk.PrepareAsync(visit), visit); }
        }
        List<PageResult> results = [];
        foreach (var (visit, asked) in visits.Zip(counts)) { results.Add(await TimeAsync(await walk.PrepareAsync(visit), visit, asked)); }
        return results;
    }

    private async Task<PageResult> TimeAsync(Visitor visitor, PageVisit visit, QueryCounts counts)
    {
        for (var n = 0; n < Warm; n++) { await PageWalk.OpenAsync(visitor, visit); }
        var before = portal.Processor;
        List<Answer> got = [];
        for (var n = 0; n < answers; n++) { got.Add(await PageWalk.OpenAsync(visitor, visit)); }
        var processor = (portal.Processor - before).TotalMilliseconds / answers;
        return new(visit, [.. got.Select(a => a.Took.TotalMilliseconds).Order()], processor, got[^1].Body.Length, got[^1].Zipped()) { Counts = counts };
    }
}
