namespace DcoPortal.Casework.Data;

internal static class Migrator
{
    /// <summary>Applies the migrations of the configured database.</summary>
    public static async Task MigrateAsync(PortalDbFactory dbs, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        await db.Database.MigrateAsync(ct);
        // readers do not wait for a writer; kept in the database file, so once is enough
        if (db.Database.IsSqlite()) { await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", ct); }
    }
}
