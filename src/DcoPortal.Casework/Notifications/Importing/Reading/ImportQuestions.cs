namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>What a person must say before a file can be read, because it can be read in more than one way.</summary>
public abstract record ImportQuestion;

/// <summary>Which sheet holds the notifications.</summary>
public sealed record SheetQuestion(IReadOnlyList<(string Name, int Rows)> Sheets) : ImportQuestion;

/// <summary>Which of our columns theirs are.</summary>
/// <param name="Columns">Their columns.</param>
/// <param name="Missing">Our columns that every file must have and that none of theirs is yet.</param>
public sealed record ColumnsQuestion(IReadOnlyList<ColumnToMatch> Columns, IReadOnlyList<string> Missing) : ImportQuestion;

/// <summary>One of their columns.</summary>
/// <param name="Key">The letters and digits of its heading, by which it is remembered.</param>
/// <param name="Heading">Its heading as it stands.</param>
/// <param name="Column">Ours that it is, or that we guess; null for none.</param>
/// <param name="Samples">Its first two values.</param>
public sealed record ColumnToMatch(string Key, string Heading, string? Column, IReadOnlyList<string> Samples);

/// <summary>Whether the day or the month comes first.</summary>
public sealed record DateOrderQuestion(IReadOnlyList<DateReadTwoWays> Dates) : ImportQuestion;

/// <summary>In which columns Excel has read days as months, where one mixes dates that it took for dates and dates that it left as text.</summary>
/// <param name="Dates">Dates that it took for dates, of every column in which it may have: as they stand, and with day and month exchanged.</param>
/// <param name="Left">One that it left as text, because there is no such month.</param>
public sealed record ExchangedQuestion(IReadOnlyList<DateReadTwoWays> Dates, string Left) : ImportQuestion
{
    /// <summary>Those columns.</summary>
    public IEnumerable<string> Columns => Dates.Select(d => d.Column).Distinct();
}

/// <summary>Whether days are counted from 1900 or from 1904.</summary>
public sealed record EpochQuestion(IReadOnlyList<DateReadTwoWays> Dates) : ImportQuestion;

/// <summary>A date of the file in both of its readings; null where it cannot be read that way.</summary>
public sealed record DateReadTwoWays(int Line, string Column, string Text, DateOnly? First, DateOnly? Second);
