using DcoPortal.Casework.Access;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Data;

public sealed class SqliteStatisticsTests
{
    [SqliteFact]
    public async Task Every_index_of_a_table_of_cases_has_a_line_and_every_line_an_index()
    {
        using var app = new PortalApp();
        await using var connection = await OpenAsync(app);
        var indexes = await RowsAsync(connection, "SELECT tbl_name || ' ' || name FROM sqlite_master WHERE type = 'index' AND (sql IS NULL OR sql NOT LIKE '% WHERE %') ORDER BY 1");
        var all = await RowsAsync(connection, "SELECT tbl_name || ' ' || name FROM sqlite_master WHERE type = 'index' ORDER BY 1");
        var tables = SqliteStatistics.Shipped.Select(l => l.Table).ToHashSet();
        var lines = SqliteStatistics.Shipped.Where(l => l.Index.Length > 0).Select(l => $"{l.Table} {l.Index}").ToHashSet();

        Assert.DoesNotContain(indexes, i => tables.Contains(i.Split(' ')[0]) && !lines.Contains(i));
        Assert.Empty(lines.Except(all));
        Assert.Empty(new[] { "Assessments", "AdviceRequests", "AuditEntries", "Emails", "Documents", "Notes", "CarriedAnswers" }.Except(tables));
    }

    [SqliteFact]
    public async Task A_new_database_reads_the_requests_of_a_few_cases_by_the_case_and_not_by_the_board()
    {
        using var app = new PortalApp();
        await using var connection = await OpenAsync(app);

        var plan = await RowsAsync(connection, "EXPLAIN QUERY PLAN SELECT * FROM AdviceRequests WHERE IcbId = 'A' AND AssessmentId IN ('1','2','3','4','5','6','7','8','9','10','11','12','13','14','15','16','17','18','19','20')", 3);

        Assert.Contains(plan, s => s.Contains("IX_AdviceRequests_AssessmentId_DuplicateKey (AssessmentId=?)", StringComparison.Ordinal));
    }

    [SqliteFact]
    public async Task What_somebody_else_put_there_is_put_right_by_the_next_migration()
    {
        using var app = new PortalApp();
        await using (var other = await OpenAsync(app)) { await RowsAsync(other, "ANALYZE"); }

        await Migrator.MigrateAsync(app.Services.GetRequiredService<PortalDbFactory>(), CancellationToken.None);

        await using var connection = await OpenAsync(app);
        Assert.Equal(SqliteStatistics.Shipped.Select(l => $"{l.Table} {l.Index} {l.Rows}").Order(StringComparer.Ordinal),
            (await RowsAsync(connection, "SELECT tbl || ' ' || coalesce(idx, '') || ' ' || stat FROM sqlite_stat1 WHERE tbl <> '__EFMigrationsHistory'")).Order(StringComparer.Ordinal));
    }

    private static async Task<SqliteConnection> OpenAsync(PortalApp app)
    {
        var connection = new SqliteConnection($"{app.ConnectionString};Pooling=False");
        _ = app.Services;
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string sql, int column = 0)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        List<string> rows = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) { rows.Add(reader.GetString(column)); }
        return rows;
    }
}
