using Microsoft.Data.Sqlite;

namespace DcoPortal.Benchmarks.Data;

/// <summary>Statements without parameters.</summary>
internal static class SqlRunner
{
    public static int Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public static T Value<T>(this SqliteConnection connection, string sql) => connection.Rows(sql, r => r.GetFieldValue<T>(0))[0];

    public static IReadOnlyList<T> Rows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) { rows.Add(row(reader)); }
        return rows;
    }
}
