using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Data;

/// <summary>Tells a row that exists already from other trouble.</summary>
internal static class Duplicates
{
    /// <summary>Whether a save was refused because a unique key was taken.</summary>
    public static bool IsDuplicate(this DbUpdateException e) => e.InnerException is DbException cause && IsDuplicate(cause);

    private static bool IsDuplicate(DbException cause) => cause switch
    {
        SqliteException s => s.SqliteExtendedErrorCode is 1555 or 2067,
        SqlException s => s.Number is 2601 or 2627,
        _ => false,
    };
}
