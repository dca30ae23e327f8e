using DcoPortal.Benchmarks.Portal;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Benchmarks.Data;

/// <summary>The database of a portal that does not run.</summary>
internal static class PortalDatabase
{
    /// <summary>Its rows, all of them, as the portal's own model has them.</summary>
    public static PortalDb Model(PortalData data) =>
        new SqlitePortalDb((DbContextOptions<SqlitePortalDb>)new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(Connection(data)).Options, AccessScope.System);

    public static SqliteConnection Open(PortalData data)
    {
        var connection = new SqliteConnection(Connection(data));
        connection.Open();
        return connection;
    }

    // without a pool: the file is copied and renamed
    private static string Connection(PortalData data) => new SqliteConnectionStringBuilder { DataSource = data.Database, Pooling = false, DefaultTimeout = 0 }.ToString();
}
