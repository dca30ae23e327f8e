namespace DcoPortal.Tests.Support;

/// <summary>A test that reaches into the SQLite file itself, so it is skipped when the tests run on SQL Server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("DCO_TEST_SQLSERVER") is { Length: > 0 }) { Skip = "Reaches into the SQLite file; this run is on SQL Server."; }
    }
}
