using Microsoft.Data.Sqlite;

namespace DcoPortal.Benchmarks.Data;

/// <summary>Boards beside the demo's: each a copy of its directory and accounts, with ids, codes, names and addresses of its own.</summary>
internal sealed class FurtherBoards(SqliteConnection connection, IReadOnlyList<CopiedTable> tables, BoardDirectories directories)
{
    private const string Boards = "Boards";

    // in the order in which they refer to each other; usual teams and ladders stay the demo's own
    private static readonly string[] Copied = ["IntegratedCareBoards", "LocalAuthorities", "IcbCoverages", "Providers", "HealthServices", "Professionals", "Users", "UserServices"];

    // what is found by the whole database, or read by people, and must differ
    private static readonly Dictionary<(string Table, string Column), string> Own = new()
    {
        [("IntegratedCareBoards", "OdsCode")] = "printf('Q%02d', b.Number)",
        [("IntegratedCareBoards", "Name")] = "s.Name || ' ' || b.Number",
        [("IntegratedCareBoards", "DcoInbox")] = "'b' || b.Number || '.' || s.DcoInbox",
        [("LocalAuthorities", "Code")] = "printf('%c%02d', char(64 + s.rowid), b.Number)",
        [("LocalAuthorities", "GssCode")] = "printf('E%02d%06d', s.rowid, b.Number)",
        [("LocalAuthorities", "Name")] = "s.Name || ' ' || b.Number",
        [("LocalAuthorities", "ReferencePrefix")] = "printf('%s%02d', substr(s.ReferencePrefix, 1, 2), b.Number)",
        [("LocalAuthorities", "SendInbox")] = "'b' || b.Number || '.' || s.SendInbox",
        [("Professionals", "Email")] = "'b' || b.Number || '.' || s.Email",
        [("Users", "Email")] = "'b' || b.Number || '.' || s.Email",
        [("Users", "UserName")] = "'b' || b.Number || '.' || s.UserName",
        [("Users", "NormalizedEmail")] = "'B' || b.Number || '.' || s.NormalizedEmail",
        [("Users", "NormalizedUserName")] = "'B' || b.Number || '.' || s.NormalizedUserName",
        [("Users", "CalendarTokenHash")] = "NULL",
    };

    public void Add(int boards)
    {
        connection.Run($"CREATE TEMP TABLE {Boards} (Number INTEGER, Digits TEXT, AuthorityId TEXT)");
        for (var board = 1; board < boards; board++)
        {
            foreach (var authority in directories.Of(board)) { connection.Run($"INSERT INTO {Boards} VALUES ({board}, '{BoardDirectories.Digits(board)}', '{authority.Id.ToString().ToUpperInvariant()}')"); }
        }
        foreach (var name in Copied) { Copy(tables.Single(t => t.Name == name)); }
    }

    private void Copy(CopiedTable table)
    {
        connection.Run($"CREATE TEMP TABLE Of{table.Name} AS SELECT rowid, * FROM {Sqlite.Quoted(table.Name)}");
        var columns = table.Columns.Select(c => (Name: Sqlite.Quoted(c.Name), Value: ValueOf(table, c))).ToList();
        connection.Run($"INSERT INTO {Sqlite.Quoted(table.Name)} ({string.Join(", ", columns.Select(c => c.Name))}) SELECT {string.Join(", ", columns.Select(c => c.Value))} FROM (SELECT DISTINCT Number, Digits FROM {Boards}) b CROSS JOIN Of{table.Name} s WHERE {Belongs(table)}");
        connection.Run($"DROP TABLE temp.Of{table.Name}");
    }

    // a board has not every authority of the demo, and so neither their people
    private static string Belongs(CopiedTable table)
    {
        var column = table.Name == "LocalAuthorities" ? "Id" : table.Columns.FirstOrDefault(c => c.Name == "LocalAuthorityId")?.Name;
        return column is null ? "1" : $"s.{column} IS NULL OR EXISTS (SELECT 1 FROM {Boards} x WHERE x.Number = b.Number AND x.AuthorityId = s.{column})";
    }

    private static string ValueOf(CopiedTable table, CopiedColumn column)
    {
        var value = $"s.{Sqlite.Quoted(column.Name)}";
        if (Own.TryGetValue((table.Name, column.Name), out var own)) { return own; }
        return column.Type == typeof(Guid) && column.Name != "Version" ? Sqlite.Renumbered(value, "b.Digits") : value;
    }
}
