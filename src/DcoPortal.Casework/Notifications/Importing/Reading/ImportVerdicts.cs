namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>Whether a row can be imported.</summary>
public enum VerdictKind
{
    /// <summary>It can be imported.</summary>
    Ok,

    /// <summary>It can be imported, but a person should look at it first.</summary>
    Warning,

    /// <summary>It cannot be imported.</summary>
    Error,
}

/// <summary>One thing to say about a row.</summary>
/// <param name="Line">The row's number as a spreadsheet shows it: the headings are row 1 and a cell may hold several lines.</param>
/// <param name="Column">The heading of the cell, or null when it is about the whole row.</param>
/// <param name="Words">What is wrong, in plain words.</param>
/// <param name="IsWarning">True when the row may still be imported.</param>
public sealed record ImportProblem(int Line, string? Column, string Words, bool IsWarning = false)
{
    /// <summary>"Date of birth: missing".</summary>
    public override string ToString() => Column is null ? Words : $"{Column}: {Words}";
}

/// <summary>A row with its verdict.</summary>
/// <param name="Line">The row's number as a spreadsheet shows it.</param>
/// <param name="Result">Whether the row can be imported.</param>
/// <param name="Problems">Everything that is wrong or doubtful, in the order of the columns.</param>
/// <param name="Notification">The values, or null when the row is refused.</param>
/// <param name="RawCells">The cells as they stood, in the order of the headings.</param>
public sealed record ImportRowVerdict(
    int Line, VerdictKind Result, IReadOnlyList<ImportProblem> Problems, ImportedNotification? Notification, IReadOnlyList<string> RawCells)
{
    /// <summary>What the row says that must not be lost with it, whether it is refused or not.</summary>
    public SaidOfChild? Said { get; init; }

    /// <summary>Why its cells may not be those that were meant, in words, or null: a person must look before it goes anywhere.</summary>
    public string? Doubt { get; init; }

    /// <summary>What the workbook says of the row outside its cells, in words: a comment, or that it is struck through.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>What a person must decide before the row is taken, or null.</summary>
    public string? ToDecide { get; init; }

    /// <summary>The problems in one line; for a good row without an NHS number, that this is allowed; otherwise empty.</summary>
    public string Why => Problems.Count > 0 || ToDecide is not null || Doubt is not null ? string.Join("; ", Problems.Select(p => p.ToString()).Append(ToDecide).Append(Doubt).OfType<string>())
        : Notification is { NhsNumber: null } ? "NHS number unknown is allowed"
        : "";
}

/// <summary>Whose row it is, as far as that could be read, and whom the family does not want to know. Personal data.</summary>
/// <param name="Surname">As written, or null.</param>
/// <param name="Forenames">As written, or null.</param>
/// <param name="DateOfBirth">Null where it cannot be read.</param>
/// <param name="NhsNumber">Or null.</param>
/// <param name="Upn">Or null.</param>
/// <param name="AuthorityReference">Or null.</param>
/// <param name="DoNotShareWith">Or null.</param>
public sealed record SaidOfChild(string? Surname, string? Forenames, DateOnly? DateOfBirth, string? NhsNumber, string? Upn, string? AuthorityReference, string? DoNotShareWith);

/// <summary>A whole file, read. <see cref="Failure"/> says why none of it can be used, <see cref="Question"/> what must be said first, or every row has a verdict.</summary>
/// <param name="Failure">One sentence, or null.</param>
/// <param name="Headings">The headings as they stood.</param>
/// <param name="IgnoredHeadings">Those of them that the portal does not know: their cells are not imported.</param>
/// <param name="Rows">Every row that is not blank, in the order of the file.</param>
public sealed record ImportReading(
    string? Failure, IReadOnlyList<string> Headings, IReadOnlyList<string> IgnoredHeadings, IReadOnlyList<ImportRowVerdict> Rows)
{
    /// <summary>What a person must say before the rows can be read, or null.</summary>
    public ImportQuestion? Question { get; init; }

    /// <summary>The index of each of our columns that the file has.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; init; } = new Dictionary<string, int>();

    /// <summary>The numbers of the rows that are totals, and no notifications.</summary>
    public IReadOnlyList<int> PassedOver { get; init; } = [];

    /// <summary>The sheet that was read, where the workbook has others with rows; or null.</summary>
    public string? SheetRead { get; init; }

    /// <summary>The other sheets with notifications, each with its number of rows, in words.</summary>
    public IReadOnlyList<string> SheetsLeft { get; init; } = [];

    /// <summary>Under which name Excel saves a file with such letters, where it is not the usual one; or null.</summary>
    public string? ReadAs { get; init; }

    /// <summary>What else of the file is not read, in sentences.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];

    /// <summary>How many rows stand beneath the headings.</summary>
    public int RowCount { get; init; }

    /// <summary>How many rows have a verdict.</summary>
    public int Count(VerdictKind result) => Rows.Count(r => r.Result == result);

    internal static ImportReading Refused(string sentence) => new(sentence, [], [], []);

    internal static ImportReading Asking(ImportQuestion question, int rows) => new(null, [], [], []) { Question = question, RowCount = rows };
}
