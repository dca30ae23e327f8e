using DcoPortal.Benchmarks.Bare;
using DcoPortal.Benchmarks.Counting;
using DcoPortal.Benchmarks.Data;
using DcoPortal.Benchmarks.Pages;
using DcoPortal.Benchmarks.Portal;
using DcoPortal.Benchmarks.Report;
using DcoPortal.Benchmarks.Writes;

namespace DcoPortal.Benchmarks;

/// <summary>Measures one size: lets a portal count its queries, then times another, because counting costs time.</summary>
internal sealed class Measurement(BenchmarkOptions options, double size)
{
    // above this a copy takes longer than it is worth, and the few rows that a run adds are lost among the others
    private const long LargestCopied = 8_000_000_000;

    private readonly DateOnly _today = DateOnly.FromDateTime(DateTime.Today);

    public async Task<IReadOnlyList<PageResult>> RunAsync()
    {
        var kept = await KeptData.TenYearsAsync(options.Shape, size, options.Port);
        Console.WriteLine($"\n## {options.Shape.Name}, size {size}\n");
        Console.WriteLine($"{Words(Manifest.Of(kept)!)} {new FileInfo(kept.Database).Length / 1_000_000} MB of SQLite. Load average before: {Machine.Load}.\n");
        // a copy, so that each run finds the same rows; two runs at once have a port each
        var data = new FileInfo(kept.Database).Length > LargestCopied ? kept : kept.Copy(Path.Combine(Repository.Artifacts, $"run-{options.Port}"));
        var visits = await VisitsAsync(data);
        // before anything is written: an answered request has no form any more
        var (counts, bare) = await CountAsync(data, visits);
        var (pages, writes, facts) = await TimeAsync(data, visits, counts);
        Tables.Print(pages);
        Console.WriteLine();
        Tables.Print(writes);
        if (options.Bare) { await PrintBareAsync(data, bare, pages); }
        Console.WriteLine($"\n{facts} Load average after: {Machine.Load}.");
        return pages;
    }

    private async Task<IReadOnlyList<PageVisit>> VisitsAsync(PortalData data)
    {
        await using var db = PortalDatabase.Model(data);
        return PageList.Of(await Subjects.OfAsync(db), _today);
    }

    private async Task<(IReadOnlyList<PageResult> Pages, IReadOnlyList<WriteResult> Writes, string Facts)> TimeAsync(PortalData data, IReadOnlyList<PageVisit> visits, IReadOnlyList<QueryCounts> counts)
    {
        await using var portal = await RunningServer.PortalAsync(data, options.Port);
        var first = portal.Memory;
        Progress.Say($"Timing them, {options.Answers} answers each");
        var pages = await new PageTimer(portal, options.Answers).TimeAsync(visits, counts);
        var writes = await new WriteTimer(portal, data).TimeAsync(_today);
        return (pages, writes, $"From start to the first page: {portal.StartTime.TotalSeconds:0.0} s. Memory: {first / 1_000_000} MB then, {portal.Memory / 1_000_000} MB after everything.");
    }

    private async Task<(IReadOnlyList<QueryCounts> Counts, IReadOnlyList<BarePage> Bare)> CountAsync(PortalData data, IReadOnlyList<PageVisit> visits)
    {
        Progress.Say($"Counting the queries of {visits.Count} pages");
        await using var portal = await RunningServer.PortalAsync(data, options.Port, counts: true);
        return (await new PageCounter(portal).CountAsync(visits), options.Bare ? await BareTimer.LearnAsync(portal, visits) : []);
    }

    private async Task PrintBareAsync(PortalData data, IReadOnlyList<BarePage> pages, IReadOnlyList<PageResult> results)
    {
        Console.WriteLine();
        Tables.Print(await new BareTimer(data, options.Port, options.Answers).TimeAsync(pages, results));
    }

    private static string Words(Manifest made) =>
        $"Made on {made.MadeOn:yyyy-MM-dd}: {made.Assessments:N0} assessments, {made.Requests:N0} requests, {made.Emails:N0} emails, {made.AuditEntries:N0} audit entries.";
}
