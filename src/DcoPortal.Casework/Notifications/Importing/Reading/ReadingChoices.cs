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

/// <summary>What was said of a row, and beside which case or row it stood then; null beside none.</summary>
public sealed record RowSaid(RowAnswer Answer, string? Beside);

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

    /// <summary>Whether the columns were matched for an earlier file: headings of our own names go before that.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>Whether the columns are to be matched by a person, whatever was remembered.</summary>
    public bool MatchAnew { get; init; }

    /// <summary>Which part of a date comes first.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>Whether days are counted from 1904, as older Macs do.</summary>
    public bool? CountsFrom1904 { get; init; }

    /// <summary>The columns in which Excel has exchanged day and month of what it took for dates.</summary>
    public IReadOnlyList<string>? ExchangedIn { get; init; }

    /// <summary>What a person said of rows that would be passed over, by their number.</summary>
    public IReadOnlyDictionary<int, RowSaid> Rows { get; init; } = new Dictionary<int, RowSaid>();

    /// <summary>The rows that a person has left out on a page which asked of them, by their number.</summary>
    public IReadOnlyList<int> LeftOut { get; init; } = [];

    /// <summary>What was said of a row while it stood beside a case: of another case nothing is said yet.</summary>
    public RowAnswer Of(int line, string? beside) => Rows.TryGetValue(line, out var said) && said.Beside == beside ? said.Answer : RowAnswer.LeaveOut;

    /// <summary>The choices with other answers for some rows.</summary>
    /// <param name="answers">What was said.</param>
    /// <param name="leftOut">The rows of the same page that stay left out: what a colleague has said of one meanwhile stands.</param>
    public ReadingChoices With(IReadOnlyDictionary<int, RowSaid> answers, IReadOnlyCollection<int>? leftOut = null)
    {
        var rows = Rows.Where(r => !answers.ContainsKey(r.Key)).Concat(answers.Where(a => a.Value.Answer != RowAnswer.LeaveOut)).OrderBy(r => r.Key).ToDictionary();
        return this with { Rows = rows, LeftOut = [.. LeftOut.Concat(leftOut ?? []).Concat(answers.Keys).Where(l => !rows.ContainsKey(l)).Distinct().Order()] };
    }

    /// <summary>What goes for the next file too: not that a column of our own name was left out of this one.</summary>
    public ReadingChoices ToRemember() => this with { IsRemembered = true, Columns = Columns?.Where(c => c.Value.Length > 0 || ColumnNames.Sure(c.Key) is null).ToDictionary() };

    /// <summary>As stored with an import.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Json);

    /// <summary>As stored, read again.</summary>
    public static ReadingChoices Of(string? text) => string.IsNullOrEmpty(text) ? None : JsonSerializer.Deserialize<ReadingChoices>(text, Json) ?? None;
}
