using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

// src/BannedSymbols.txt bans these exceptions everywhere but in this file
#pragma warning disable RS0030

namespace DcoPortal.Casework.Saving;

/// <summary>The one place that recognises a lost race: a changed version, a unique key that is taken, a deadlock.</summary>
public static class LostRaces
{
    /// <summary>Saves, unless another save was quicker.</summary>
    /// <returns>False when the race was lost: then nothing was saved, and nothing of the attempt is left in the context.</returns>
    public static async Task<bool> TrySaveAsync(this PortalDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (IsOvertaken(e) || IsTaken(e) || GaveWay(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Whether a save was refused because a unique key was taken.</summary>
    public static bool IsTaken(Exception exception) => exception is DbUpdateException { InnerException: DbException cause } && cause switch
    {
        SqliteException s => s.SqliteExtendedErrorCode is 1555 or 2067,
        SqlException s => s.Number is 2601 or 2627,
        _ => false,
    };

    /// <summary>Whether a save found a version that another save had changed.</summary>
    public static bool IsOvertaken(Exception exception) => exception is DbUpdateConcurrencyException;

    /// <summary>The exception of a worker that finds its work taken over by another worker.</summary>
    public static Exception Overtaken(string why) => new DbUpdateConcurrencyException(why);

    /// <summary>The database's error of a failed save, or null when the failure is of another kind.</summary>
    public static DbException? CauseOf(Exception exception) => exception is DbUpdateException { InnerException: DbException cause } ? cause : null;

    // a deadlock: SQL Server undid this save for the sake of the other
    private static bool GaveWay(DbUpdateException exception) => exception.InnerException is SqlException { Number: 1205 };
}
