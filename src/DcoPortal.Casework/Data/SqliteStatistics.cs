using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace DcoPortal.Casework.Data;

/// <summary>
/// Gives SQLite's planner the statistics of ten boards' ten years, which are part of the program: it reads a new database and a full one by the same indexes. Those that SQLite
/// sampled took a board's 200,000 requests for 201 and read them all for one page; writers waited for the sample, and open connections never learned of it. SQL Server keeps its own.
/// </summary>
internal static class SqliteStatistics
{
    /// <summary>Table, index and what SQLite keeps of it: how many rows, then how many have the same first column, the same first two, and so on.</summary>
    public static IReadOnlyList<(string Table, string Index, string Rows)> Shipped { get; } = Read();

    /// <summary>Puts them into the database, unless it has them.</summary>
    public static async Task ApplyAsync(PortalDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite()) { return; }
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            // makes SQLite's own table of statistics, and reads one row
            await RunAsync(connection, "ANALYZE \"__EFMigrationsHistory\"", ct);
            if ((await StoredAsync(connection, ct)).SetEquals(Shipped)) { return; }
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await RunAsync(connection, "DELETE FROM sqlite_stat1", ct);
            foreach (var (table, index, rows) in Shipped) { await InsertAsync(connection, table, index, rows, ct); }
            await transaction.CommitAsync(ct);
            // a connection reads them when it is opened
            SqliteConnection.ClearPool(connection);
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }

    private static List<(string, string, string)> Read()
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("SqliteStatistics.tsv")!);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').Split('\t')).Select(f => (f[0], f[1], f[2]))];
    }

    private static async Task<HashSet<(string, string, string)>> StoredAsync(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT tbl, coalesce(idx, ''), stat FROM sqlite_stat1 WHERE tbl <> '__EFMigrationsHistory'";
        await using DbDataReader reader = await command.ExecuteReaderAsync(ct);
        HashSet<(string, string, string)> all = [];
        while (await reader.ReadAsync(ct)) { all.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2))); }
        return all;
    }

    private static async Task InsertAsync(SqliteConnection connection, string table, string index, string rows, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($table, nullif($index, ''), $rows)";
        command.Parameters.AddWithValue("$table", table);
        command.Parameters.AddWithValue("$index", index);
        command.Parameters.AddWithValue("$rows", rows);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
