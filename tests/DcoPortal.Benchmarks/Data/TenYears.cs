using System.Diagnostics;
using DcoPortal.Benchmarks.Portal;
using DcoPortal.Benchmarks.Report;
using Microsoft.Data.Sqlite;

namespace DcoPortal.Benchmarks.Data;

/// <summary>Makes ten years of work of the demo's cases: the statements are few, each for all rows of a table.</summary>
internal static class TenYears
{
    public static async Task MakeAsync(PortalData data, BenchmarkShape shape, double size)
    {
        await using var db = PortalDatabase.Model(data);
        var (tables, templates, directories) = (CopiedTable.All(db), await Templates.OfAsync(db), await BoardDirectories.OfAsync(db, shape));
        var clock = Stopwatch.StartNew();
        using var connection = PortalDatabase.Open(data);
        connection.Run(Sqlite.BeforeBulk);
        var indexes = new Indexes(connection);
        indexes.Drop();
        KeepDirectoryIds(connection, tables);
        new FurtherBoards(connection, tables, directories).Add(shape.Boards);
        var copies = CopyList.Write(connection, new CopyPlan(shape, size, templates, directories).Copies());
        Progress.Say($"{copies} cases of {templates.Ended.Count} that ended and {templates.Open.Count} that are open", clock);
        foreach (var table in tables.Where(t => t.CaseColumn is not null)) { Progress.Say($"{new CaseTable(connection, table).Copy()} rows of {table.Name}", clock); }
        indexes.Make();
        Progress.Say("indexes", clock);
        Check(connection);
        connection.Run(Sqlite.AfterBulk);
        Progress.Say("foreign keys looked through", clock);
    }

    private static void KeepDirectoryIds(SqliteConnection connection, IReadOnlyList<CopiedTable> tables)
    {
        connection.Run($"CREATE TEMP TABLE {CaseTable.DirectoryIds} (Id TEXT PRIMARY KEY)");
        foreach (var table in tables.Where(t => t.CaseColumn is null && t is { Key: ["Id"] } && t.Columns.Single(c => c.Name == "Id").Type == typeof(Guid)))
        {
            connection.Run($"INSERT INTO {CaseTable.DirectoryIds} SELECT Id FROM {Sqlite.Quoted(table.Name)}");
        }
    }

    private static void Check(SqliteConnection connection)
    {
        if (connection.Rows(Sqlite.ForeignKeyFaults, r => r.GetString(0)) is { Count: > 0 } faults) { throw new InvalidOperationException(string.Join('\n', faults)); }
    }
}
