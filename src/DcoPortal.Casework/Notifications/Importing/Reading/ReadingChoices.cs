using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>Which part of a date comes first.</summary>
public enum DateOrder
{
    /// <summary>05/03 is 5 March.</summary>
    DayFirst,

    /// <summary>05/03 is 3 May.</summary>
    MonthFirst,
}

/// <summary>What a person says of a row that stands beside a case.</summary>
public enum RowAnswer
{
    /// <summary>Nothing yet: it is left out.</summary>
    LeaveOut,

    /// <summary>It is another child or another request: it is imported as a case of its own.</summary>
    Another,

    /// <summary>It is the same child and request: what it says is added to that case.</summary>
    Same,
}

/// <summary>What a person said about a file where it can be read in more than one way. Null, or absent: not said yet.</summary>
public sealed record ReadingChoices
{
    /// <summary>Nothing said yet.</summary>
    public static readonly ReadingChoices None = new();

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The sheet with the notifications.</summary>
    public string? Sheet { get; init; }

    /// <summary>Our column for each heading, by the letters and digits of the heading; empty where the column is to be left out.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    /// <summary>Which part of a date comes first.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>Whether days are counted from 1904, as older Macs do.</summary>
    public bool? CountsFrom1904 { get; init; }

    /// <summary>Rows that were passed over and are taken after all, by their number: another child, or another request.</summary>
    public IReadOnlyList<int> Taken { get; init; } = [];

    /// <summary>Rows of which a person has said that they are the case beside which they stand, by their number: what they say is added to it.</summary>
    public IReadOnlyList<int> Same { get; init; } = [];

    /// <summary>What was said of each row.</summary>
    public IReadOnlyDictionary<int, RowAnswer> Rows() =>
        Taken.Select(line => (line, RowAnswer.Another)).Concat(Same.Select(line => (line, RowAnswer.Same))).ToDictionary(r => r.line, r => r.Item2);

    /// <summary>The choices with other answers for some rows.</summary>
    public ReadingChoices With(IReadOnlyDictionary<int, RowAnswer> answers)
    {
        IReadOnlyList<int> Lines(IEnumerable<int> before, RowAnswer answer) => [.. before.Except(answers.Keys).Concat(answers.Where(a => a.Value == answer).Select(a => a.Key)).Order()];
        return this with { Taken = Lines(Taken, RowAnswer.Another), Same = Lines(Same, RowAnswer.Same) };
    }

    /// <summary>As stored with an import.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Json);

    /// <summary>As stored, read again.</summary>
    public static ReadingChoices Of(string? text) => string.IsNullOrEmpty(text) ? None : JsonSerializer.Deserialize<ReadingChoices>(text, Json) ?? None;
}
