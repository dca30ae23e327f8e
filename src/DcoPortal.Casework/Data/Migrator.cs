namespace DcoPortal.Casework.Data;

internal static class Migrator
{
    /// <summary>Applies the migrations of the configured database.</summary>
    public static async Task MigrateAsync(PortalDbFactory dbs, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        await db.Database.MigrateAsync(ct);
        // with WAL readers do not wait for a writer; SQLite keeps the mode in the database file, so setting it once is enough
        if (db.Database.IsSqlite()) { await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", ct); }
        await SqliteStatistics.ApplyAsync(db, ct);
    }
}
