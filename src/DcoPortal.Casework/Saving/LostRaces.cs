using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

// the ban of src/BannedSymbols.txt is for everybody else
#pragma warning disable RS0030

namespace DcoPortal.Casework.Saving;

/// <summary>The one place that knows a lost race: a version that changed, a unique key that was taken, two saves that waited for each other.</summary>
public static class LostRaces
{
    /// <summary>Saves, unless somebody else was quicker.</summary>
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

    /// <summary>Whether a save found a version that somebody else had changed.</summary>
    public static bool IsOvertaken(Exception exception) => exception is DbUpdateConcurrencyException;

    /// <summary>What a worker throws who finds that another one took its work over.</summary>
    public static Exception Overtaken(string why) => new DbUpdateConcurrencyException(why);

    /// <summary>What the database said when a save failed, or null when the failure is of another kind.</summary>
    public static DbException? CauseOf(Exception exception) => exception is DbUpdateException { InnerException: DbException cause } ? cause : null;

    // two saves waited for each other, and SQL Server undid this one
    private static bool GaveWay(DbUpdateException exception) => exception.InnerException is SqlException { Number: 1205 };
}
