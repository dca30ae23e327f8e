using Microsoft.Data.Sqlite;

namespace DcoPortal.Benchmarks.Data;

/// <summary>The indexes of the database, away while rows come in by the million.</summary>
internal sealed class Indexes(SqliteConnection connection)
{
    private readonly IReadOnlyList<(string Name, string Sql)> _all = connection.Rows(Sqlite.Indexes, r => (r.GetString(0), r.GetString(1)));

    public void Drop()
    {
        foreach (var (name, _) in _all) { connection.Run($"DROP INDEX {Sqlite.Quoted(name)}"); }
    }

    public void Make()
    {
        foreach (var (_, sql) in _all) { connection.Run(sql); }
    }
}
