using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace DcoPortal.Benchmarks.Counting;

/// <summary>What SQLite itself counts of the statements of a connection. Microsoft.Data.Sqlite has no way to ask, so the library is asked.</summary>
internal static class SqliteSteps
{
    private const string Library = "e_sqlite3";
    private const int FullScanStep = 1;
    private const int VirtualMachineStep = 4;

    /// <summary>The steps and the rows scanned since the last look.</summary>
    public static (long Steps, long Scanned) Take(DbConnection? connection)
    {
        if (connection is not SqliteConnection { Handle: { } handle }) { return default; }
        var (steps, scanned) = (0L, 0L);
        for (var statement = NextStatement(handle.DangerousGetHandle(), 0); statement != 0; statement = NextStatement(handle.DangerousGetHandle(), statement))
        {
            steps += StatementStatus(statement, VirtualMachineStep, 1);
            scanned += StatementStatus(statement, FullScanStep, 1);
        }
        return (steps, scanned);
    }

    [DllImport(Library, EntryPoint = "sqlite3_next_stmt", ExactSpelling = true)]
    private static extern nint NextStatement(nint database, nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_stmt_status", ExactSpelling = true)]
    private static extern int StatementStatus(nint statement, int what, int reset);
}
