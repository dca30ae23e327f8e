using System.Data.Common;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Data;

/// <summary>The main pages of every role ask the database as often for fifty cases as for five.</summary>
public sealed class QueryCountTests
{
    private static readonly (string Person, string[] Pages)[] Walks =
    [
        (TestWorld.Caseworker, ["/", "/assessments", "/assessments?sort=reference", "/assessments?mark=health-late", "/advice-requests", "/assessments/{reference}", "/assessments/{reference}/activity"]),
        (TestWorld.Administrator, ["/", "/triage", "/chase", "/chase?show=NotDelivered", "/check", "/dashboard", "/dashboard/by?by=age", "/dashboard/now", "/assessments", "/advice-requests", "/advice-requests?box=ToCheck", "/assessments/{reference}/request-advice", "/admin/emails", "/directory/professionals"]),
        (TestWorld.Clinician, ["/", "/advice-requests"]),
        (TestWorld.Lead, ["/", "/advice-requests", "/dashboard", "/dashboard/by?by=age", "/dashboard/now"]),
        (TestWorld.SystemAdministrator, ["/", "/admin/users", "/admin/audit", "/admin/emails"]),
    ];

    [SqliteFact]
    public async Task No_page_asks_more_of_the_database_when_there_are_more_rows()
    {
        using var app = new CountingApp();
        var first = await AddAsync(app, 5);
        var few = await WalkAsync(app, first);
        await AddAsync(app, 45);

        var many = await WalkAsync(app, first);

        Assert.Empty(many.Where(p => p.Value > few[p.Key]).Select(p => $"{p.Key}: {few[p.Key]} for five, {p.Value} for fifty"));
        // the most has the worklist of the DCO service: one for each kind of its work
        Assert.All(many, p => Assert.InRange(p.Value, 1, 28));
    }

    /// <summary>Cases in triage, with a professional, and answered: each list has rows.</summary>
    private static async Task<CaseKeys> AddAsync(PortalApp app, int cases)
    {
        CaseKeys? first = null;
        for (var n = 0; n < cases; n++)
        {
            var received = new DateOnly(2026, 9, 1).AddDays(n % 20);
            var keys = await app.AssessmentAsync(received: received);
            first ??= keys;
            await app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
            var other = await app.AssessmentAsync(received: received);
            await app.RequestAsync(other, TestWorld.OccupationalTherapy, null, r => r.Submit(app.Time.GetUtcNow().UtcDateTime, received.AddDays(60), "Gwen Pritchard"));
            await app.AssessmentAsync(received: received, decision: null);
        }
        return first!;
    }

    private static async Task<Dictionary<string, int>> WalkAsync(CountingApp app, CaseKeys keys)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (person, pages) in Walks)
        {
            var browser = await app.SignInAsync(person);
            foreach (var page in pages)
            {
                var path = page.Replace("{reference}", keys.Reference, StringComparison.Ordinal);
                app.Queries = 0;
                Assert.True((await browser.GetAsync(path)).Response.IsSuccessStatusCode, $"{person} {path}");
                counts[$"{person} {page}"] = app.Queries;
            }
        }
        return counts;
    }

    private sealed class CountingApp : PortalApp
    {
        public int Queries;

        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IInterceptor>(new Counter(this));

        private sealed class Counter(CountingApp app) : DbCommandInterceptor
        {
            public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
            {
                Interlocked.Increment(ref app.Queries);
                return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
            }
        }
    }
}
