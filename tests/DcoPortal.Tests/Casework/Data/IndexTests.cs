using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using DcoPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Data;

/// <summary>
/// The lists, tiles and records of every role, asked of the database's planner: none may read a large table from end to end.
/// SQLite's planner stands in for SQL Server's; both can only use an index that is there and a condition that fits it.
/// </summary>
public sealed partial class IndexTests
{
    private static readonly string[] LargeTables = ["Assessments", "AdviceRequests", "AdviceResponses", "AuditEntries", "Emails", "Documents", "InvolvedProfessionals", "Exemptions", "Drafts"];

    private static readonly (string Person, string[] Pages)[] Walks =
    [
        (TestWorld.Caseworker, ["/", "/assessments", "/assessments?mark=plan-overdue", "/assessments?mark=plan-due", "/assessments?owner=me", "/assessments?owner=nobody", "/?cases=mine", "/advice-requests?box=PastTarget", "/advice-requests?box=Returned&sort=-returned", "/advice-requests", "/advice-requests?box=Overdue", "/assessments/{reference}", "/assessments/{reference}/activity"]),
        (TestWorld.Manager, ["/", "/dashboard", "/dashboard/by?by=need&trend=quarters", "/assessments?plans=2026-Q3&part=LateWithAdviceLate", "/dashboard/now", "/assessments/import", "/admin/users"]),
        (TestWorld.Administrator, ["/", "/triage", "/chase", "/chase?show=NotDelivered", "/check", "/dashboard", "/dashboard/by?by=need&trend=quarters", "/assessments?plans=2026-Q3&part=LateWithAdviceLate", "/dashboard/now", "/assessments", "/assessments?mark=health-late", "/advice-requests?box=DueSoon", "/advice-requests?work=MayObject", "/assessments/{reference}", "/assessments/{reference}/request-advice", "/assessments/{reference}/return", "/admin/emails"]),
        (TestWorld.Clinician, ["/", "/advice-requests", "/advice-requests/{request}", "/advice-requests/{request}/respond"]),
        (TestWorld.Lead, ["/", "/advice-requests", "/dashboard", "/dashboard/by?by=need&trend=quarters", "/dashboard/now"]),
        (TestWorld.SystemAdministrator, ["/", "/admin/audit", "/admin/emails"]),
    ];

    [SqliteFact]
    public async Task No_page_reads_a_large_table_from_end_to_end()
    {
        using var app = new RecordingApp();
        var keys = await app.AssessmentAsync();
        var request = await app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        foreach (var (person, pages) in Walks)
        {
            var browser = await app.SignInAsync(person);
            foreach (var page in pages)
            {
                app.Page = $"{person} {page}";
                var path = page.Replace("{reference}", keys.Reference, StringComparison.Ordinal).Replace("{request}", $"{request}", StringComparison.Ordinal);
                Assert.True((await browser.GetAsync(path)).Response.IsSuccessStatusCode, $"{person} {path}");
            }
        }

        var scans = await ScansAsync(app);

        Assert.NotEmpty(app.Asked);
        Assert.True(scans.Count == 0, string.Join("\n", scans));
    }

    [SqliteFact]
    public async Task An_email_that_repeats_another_is_found_by_its_index_however_few_there_are()
    {
        using var app = new RecordingApp();
        var request = await app.RequestAsync(await app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await app.SignInAsync(TestWorld.Administrator);
        app.Page = "chase";
        await administrator.GetAsync($"/advice-requests/{request}/chase");
        var (sql, (_, parameters)) = Assert.Single(app.Asked, q => q.Key.Contains("RepeatsId", StringComparison.Ordinal) && q.Key.Contains("\"Note\"", StringComparison.Ordinal));

        await using var connection = new SqliteConnection($"{app.ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using var fill = connection.CreateCommand();
        fill.CommandText = """
            INSERT INTO Emails (Id, UniqueKey, Template, "To", Subject, Body, Path, QueuedUtc, Attempts, IsForHolder, IcbId)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            SELECT printf('00000000-0000-0000-0000-%012d', i), 'k' || i, 'advice-request-sent', 'a@nhs.test', 's', 'b', '/', '2026-11-01 10:00:00', 1, 0, (SELECT IcbId FROM AdviceRequests LIMIT 1) FROM n;
            ANALYZE;
            """;
        await fill.ExecuteNonQueryAsync();
        await using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in parameters) { explain.Parameters.AddWithValue(name, value ?? DBNull.Value); }
        var steps = new List<string>();
        await using (var plan = await explain.ExecuteReaderAsync()) { while (await plan.ReadAsync()) { steps.Add(plan.GetString(3)); } }

        Assert.True(steps.Exists(s => s.Contains("IX_Emails_RepeatsId", StringComparison.Ordinal)), string.Join('\n', steps));
    }

    private static async Task<IReadOnlyList<string>> ScansAsync(RecordingApp app)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "portal.db")};Pooling=False");
        await connection.OpenAsync();
        foreach (var (sql, (page, parameters)) in app.Asked)
        {
            await using var explain = connection.CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + sql;
            foreach (var (name, value) in parameters) { explain.Parameters.AddWithValue(name, value ?? DBNull.Value); }
            var aliases = Alias().Matches(sql).ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value);
            await using var plan = await explain.ExecuteReaderAsync();
            while (await plan.ReadAsync())
            {
                var step = plan.GetString(3);
                var scanned = step.StartsWith("SCAN ", StringComparison.Ordinal) ? step.Split(' ')[1] : null;
                if (scanned is not null && aliases[scanned].Any(t => LargeTables.Contains(t))) { found.Add($"{page}: {step}: {sql[..Math.Min(sql.Length, 600)]}"); }
            }
        }
        return [.. found];
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Alias();

    /// <summary>Keeps each different query with one set of its parameters and the page that asked it.</summary>
    private sealed class RecordingApp : PortalApp
    {
        public ConcurrentDictionary<string, (string Page, (string, object?)[] Parameters)> Asked { get; } = new();

        public string? Page { get; set; }

        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IInterceptor>(new Recorder(this));

        private sealed class Recorder(RecordingApp app) : DbCommandInterceptor
        {
            public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
            {
                if (app.Page is { } page && command.CommandText.Contains("SELECT", StringComparison.Ordinal) && !command.CommandText.StartsWith("INSERT", StringComparison.Ordinal))
                {
                    app.Asked.TryAdd(command.CommandText, (page, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
                }
                return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
            }
        }
    }
}
