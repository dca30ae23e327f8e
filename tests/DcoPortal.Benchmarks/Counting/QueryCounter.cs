using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DcoPortal.Benchmarks.Counting;

/// <summary>Counts commands, the rows that were read of them and the steps of SQLite. One request at a time is asked for while it counts.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<SentCommand> _sent = new();
    private int _queries;
    private long _rows;
    private long _steps;
    private long _scanned;

    /// <summary>The counts since the last look, which begin anew.</summary>
    public QueryCounts Take() => new(Interlocked.Exchange(ref _queries, 0), Interlocked.Exchange(ref _rows, 0), Interlocked.Exchange(ref _steps, 0), Interlocked.Exchange(ref _scanned, 0));

    /// <summary>The commands themselves since the last look.</summary>
    public IReadOnlyList<SentCommand> TakeCommands()
    {
        List<SentCommand> taken = [];
        while (_sent.TryDequeue(out var command)) { taken.Add(command); }
        return taken;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Count(command);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        new(ReaderExecuted(command, eventData, result));

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Interlocked.Add(ref _rows, eventData.ReadCount);
        AddSteps(command);
        return result;
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Executed(command, result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => new(Executed(command, result));

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => Executed(command, result);

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) => new(Executed(command, result));

    private T Executed<T>(DbCommand command, T result)
    {
        Count(command);
        AddSteps(command);
        return result;
    }

    private void Count(DbCommand command)
    {
        Interlocked.Increment(ref _queries);
        _sent.Enqueue(SentCommand.Of(command));
    }

    private void AddSteps(DbCommand command)
    {
        var (steps, scanned) = SqliteSteps.Take(command.Connection);
        Interlocked.Add(ref _steps, steps);
        Interlocked.Add(ref _scanned, scanned);
    }
}
