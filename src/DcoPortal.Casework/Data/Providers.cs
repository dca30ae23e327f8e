using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DcoPortal.Casework.Data;

/// <summary>The portal's data on SQLite, the embedded default.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options, AccessScope scope) : PortalDb(options, scope);

/// <summary>The portal's data on SQL Server, for production.</summary>
public sealed class SqlServerPortalDb(DbContextOptions<SqlServerPortalDb> options, AccessScope scope) : PortalDb(options, scope);

internal static class ProviderOptions
{
    public static DbContextOptionsBuilder UsePortalSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(Patient(connectionString)).ReplaceService<IModelCacheKeyFactory, ScopedModelCache>();

    // SQLite saves one at a time: a save waits this long behind a large import, unless the connection string says otherwise
    private static string Patient(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Default Timeout")) { settings.DefaultTimeout = 45; }
        return settings.ToString();
    }

    public static DbContextOptionsBuilder UsePortalSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, x => x.EnableRetryOnFailure()).ReplaceService<IModelCacheKeyFactory, ScopedModelCache>();
}

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) =>
        new((DbContextOptions<SqlitePortalDb>)new DbContextOptionsBuilder<SqlitePortalDb>().UsePortalSqlite("Data Source=design.db").Options, AccessScope.System);
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerPortalDb>
{
    public SqlServerPortalDb CreateDbContext(string[] args) =>
        new((DbContextOptions<SqlServerPortalDb>)new DbContextOptionsBuilder<SqlServerPortalDb>().UsePortalSqlServer("Server=none").Options, AccessScope.System);
}
