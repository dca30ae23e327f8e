using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DcoPortal.Casework.Telemetry;

/// <summary>A span for each query: its text with placeholders, never the values.</summary>
internal sealed class QuerySpans : DbCommandInterceptor
{
    private const int LongestText = 4000;

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Tell(eventData, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => new(Tell(eventData, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Tell(eventData, result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => new(Tell(eventData, result));

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => Tell(eventData, result);

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) => new(Tell(eventData, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Tell(eventData, eventData.Duration, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }

    private static T Tell<T>(CommandExecutedEventData query, T result)
    {
        Tell(query, query.Duration, failure: null);
        return result;
    }

    private static void Tell(CommandEventData query, TimeSpan duration, Exception? failure)
    {
        var text = query.Command.CommandText;
        var verb = text.AsSpan().TrimStart() is var t && t.IndexOfAny(" \r\n") is > 0 and var end ? t[..end].ToString() : "query";
        using var span = PortalTelemetry.StartQuery(verb, query.StartTime);
        if (span is null) { return; }
        span.SetTag("db.system.name", query.Command is Microsoft.Data.SqlClient.SqlCommand ? "microsoft.sql_server" : "sqlite")
            .SetTag("db.query.text", text.Length > LongestText ? text[..LongestText] : text);
        PortalTelemetry.Outcome(span, failure);
        span.SetEndTime(query.StartTime.UtcDateTime + duration);
    }
}
