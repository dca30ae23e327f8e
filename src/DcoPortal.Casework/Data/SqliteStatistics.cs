namespace DcoPortal.Casework.Data;

/// <summary>
/// Keeps SQLite's statistics of its indexes. Without them its planner takes a whole board's rows for as few as one
/// assessment's, and reads the board. SQL Server keeps its own.
/// </summary>
internal sealed partial class SqliteStatistics(PortalDbFactory databases, TimeProvider time, ILogger<SqliteStatistics> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do { await RefreshAsync(stoppingToken); }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        try
        {
            await using var db = databases.Create(AccessScope.System);
            // a sample of each index of the tables that grew: writers wait for it, so it must be short whatever the size
            if (db.Database.IsSqlite()) { await db.Database.ExecuteSqlAsync($"PRAGMA analysis_limit=200; PRAGMA optimize=0x10002", ct); }
        }
        catch (Exception e) when (e is not OperationCanceledException) { LogFailed(e.GetType().Name); }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database's statistics could not be refreshed: {Error}")]
    private partial void LogFailed(string error);
}
