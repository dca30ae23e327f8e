using System.Diagnostics;
using System.Text.Json;
using DcoPortal.Benchmarks.Counting;
using DcoPortal.Benchmarks.Pages;
using DcoPortal.Benchmarks.Portal;
using DcoPortal.Domain.Access;

namespace DcoPortal.Benchmarks.Bare;

/// <summary>A page of the portal beside the bare program with the same SQL.</summary>
internal sealed record BareResult(PageResult Page, string Name, double Median, double Processor);

/// <summary>Times the bare program on the pages that matter most.</summary>
internal sealed class BareTimer(PortalData data, int port, int answers)
{
    private const int Warm = 40;
    private const string WithoutReadLog = ", without the read log";

    private static readonly (Role Who, string Name)[] Chosen =
    [
        (Role.LaCaseworker, "/"), (Role.DcoAdministrator, "/"), (Role.LaCaseworker, "/assessments"), (Role.LaCaseworker, "/assessments/{ref}, open"), (Role.DesignatedClinicalOfficer, "/dashboard?period=(year)"),
    ];

    /// <summary>Learns the SQL from a portal that counts.</summary>
    public static async Task<IReadOnlyList<BarePage>> LearnAsync(RunningServer portal, IReadOnlyList<PageVisit> visits)
    {
        using var walk = new PageWalk(portal.Url);
        List<BarePage> pages = [];
        foreach (var visit in Chosen.Select(c => visits.Single(v => v.Who == c.Who && v.Name == c.Name)))
        {
            var visitor = await walk.PrepareAsync(visit);
            await PageWalk.OpenAsync(visitor, visit);
            await visitor.GetAsync(CountingStartup.Commands);
            await PageWalk.OpenAsync(visitor, visit);
            var sent = JsonSerializer.Deserialize<List<SentCommand>>((await visitor.GetAsync(CountingStartup.Commands)).Text, JsonSerializerOptions.Web)!;
            pages.Add(new(visit.Name, sent));
            if (sent.Exists(c => c.IsWrite)) { pages.Add(new(visit.Name + WithoutReadLog, sent.FindAll(c => !c.IsWrite))); }
        }
        return pages;
    }

    public async Task<IReadOnlyList<BareResult>> TimeAsync(IReadOnlyList<BarePage> pages, IReadOnlyList<PageResult> results)
    {
        var file = Path.Combine(data.Folder, "bare.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(pages));
        var url = RunningServer.Address(port);
        await using var server = await RunningServer.StartAsync(typeof(BareServer).Assembly.Location, [BareServer.Command, data.Database, file, url.ToString()], url, "/0", []);
        using var http = new HttpClient { BaseAddress = url };
        var chosen = new Queue<PageResult>(Chosen.Select(c => results.Single(r => r.Visit.Who == c.Who && r.Visit.Name == c.Name)));
        List<BareResult> timed = [];
        foreach (var (number, page) in pages.Index())
        {
            var of = page.Name.EndsWith(WithoutReadLog, StringComparison.Ordinal) ? timed[^1].Page : chosen.Dequeue();
            timed.Add(await TimeAsync(server, http, $"/{number}", new(of, page.Name, 0, 0)));
        }
        return timed;
    }

    private async Task<BareResult> TimeAsync(RunningServer server, HttpClient http, string path, BareResult of)
    {
        for (var n = 0; n < Warm; n++) { await http.GetByteArrayAsync(new Uri(path, UriKind.Relative)); }
        var before = server.Processor;
        List<double> took = [];
        for (var n = 0; n < answers; n++)
        {
            var clock = Stopwatch.StartNew();
            await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
            took.Add(clock.Elapsed.TotalMilliseconds);
        }
        return of with { Median = took.Order().ElementAt((took.Count - 1) / 2), Processor = (server.Processor - before).TotalMilliseconds / answers };
    }
}
