using System.Data.Common;
using System.Globalization;

namespace DcoPortal.Benchmarks.Counting;

/// <summary>A parameter, as the text or number that SQLite was given; neither for nothing.</summary>
internal sealed record SentValue(string Name, string? Text, long? Number);

/// <summary>A command that was sent, so that it can be sent again without the portal.</summary>
internal sealed record SentCommand(string Sql, IReadOnlyList<SentValue> Values)
{
    public bool IsWrite => !Sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) && !Sql.TrimStart().StartsWith("WITH", StringComparison.OrdinalIgnoreCase);

    public static SentCommand Of(DbCommand command) => new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => Value(p.ParameterName, p.Value))]);

    private static SentValue Value(string name, object? value) => value switch
    {
        null or DBNull => new(name, null, null),
        string text => new(name, text, null),
        Guid id => new(name, id.ToString().ToUpperInvariant(), null),
        DateOnly day => new(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null),
        DateTime at => new(name, at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), null),
        _ => new(name, null, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };
}
