using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>What becomes of a row, the portal's own data considered. Each row has exactly one.</summary>
public enum RowFate
{
    /// <summary>It will be imported.</summary>
    Good,

    /// <summary>It will be imported, and a person should look at it.</summary>
    Warning,

    /// <summary>It may be a child or a request that is there already: it is passed over until a person takes it.</summary>
    LookAt,

    /// <summary>The same request is in the portal already, so the row is passed over unless a person takes it.</summary>
    AlreadyThere,

    /// <summary>It is of a case that another row makes, or that is there already: what it says is added to it. In a tracker, or where a person said so.</summary>
    AddsTo,

    /// <summary>It cannot be imported.</summary>
    Refused,

    /// <summary>It was imported.</summary>
    Imported,
}

/// <summary>One key of a row beside that of the case it may be the same as. Personal data.</summary>
public sealed record ComparedKey(string Label, string Here, string There, bool Differs);

/// <summary>A row and its fate.</summary>
public sealed record PlannedRow
{
    /// <summary>The row as it was read.</summary>
    public required ImportRowVerdict Verdict { get; init; }

    /// <summary>The row's fate.</summary>
    public required RowFate Fate { get; init; }

    /// <summary>What is wrong, doubtful or already there, each with its column, in words.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The reference of the assessment that the row became, or that was there before, or of the same child; null when there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>The name of the case that the row is compared with, or null.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>The row beside that case, key by key; empty when there is none.</summary>
    public IReadOnlyList<ComparedKey> Compared { get; init; } = [];

    /// <summary>Whether it would be passed over, and a person has taken it after all.</summary>
    public bool IsTaken { get; init; }

    /// <summary>Whether a person has said that it is of the case beside which it stands.</summary>
    public bool IsSame { get; init; }

    /// <summary>Whether only name, birth date and day of the request say that it is of that case, and no number or postcode.</summary>
    internal bool IsByNameAlone { get; init; }

    /// <summary>Whether two keys say that it is of that case, and nothing says otherwise.</summary>
    internal bool IsSameRequest { get; init; }

    /// <summary>All that the row says, to be compared with its case; null where it stands beside none.</summary>
    internal SaidOfCase? Said { get; init; }

    /// <summary>What the row says that its case does not, its services apart, in words.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Whether that case runs, so that a person may say so.</summary>
    public bool MayBeSame { get; init; }

    /// <summary>The key of the assessment that the row becomes.</summary>
    public required Guid AssessmentId { get; init; }

    /// <summary>The authority whose case it is, or null where the row names none of the board's.</summary>
    public Guid? AuthorityId { get; init; }

    /// <summary>The row that makes the case to which this one adds, or null where the case is there already.</summary>
    public int? AddsToLine { get; init; }

    /// <summary>The notification that the row holds, or null when refused.</summary>
    public NotificationDetails? Details { get; init; }

    /// <summary>Whether the row is to be imported.</summary>
    public bool IsToImport => Fate is RowFate.Good or RowFate.Warning;

    /// <summary>Whether a person may take the row, though it would be passed over.</summary>
    public bool MayBeTaken => Fate is RowFate.LookAt or RowFate.AlreadyThere || IsTaken || IsSame;
}

/// <summary>A service named in the file that the directory does not have under that name.</summary>
/// <param name="Service">As written, or the person when no service is written.</param>
/// <param name="Provider">As written, or null.</param>
/// <param name="Times">How often the file's rows name it.</param>
public sealed record UnknownService(string Service, string? Provider, int Times);

/// <summary>Every row of a file with what becomes of it.</summary>
public sealed record ImportPlan(ImportReading Reading, IReadOnlyList<PlannedRow> Rows)
{
    /// <summary>How many named professionals and services are in the directory.</summary>
    public int NamedFound { get; init; }

    /// <summary>How many professionals and services the file names.</summary>
    public int Named { get; init; }

    /// <summary>The most frequent of the names that are not in the directory.</summary>
    public IReadOnlyList<UnknownService> NotFound { get; init; } = [];

    /// <summary>How many rows have a fate.</summary>
    public int Count(RowFate fate) => Rows.Count(r => r.Fate == fate);

    /// <summary>How many rows are to be imported.</summary>
    public int ToImport => Rows.Count(r => r.IsToImport);

    /// <summary>How many rows to import were decided some time ago, where the file does not say when health was asked.</summary>
    public int AskedOnUnknownDay { get; init; }

    /// <summary>How many rows come in with a cell that is to be corrected.</summary>
    public int ToCorrect => Rows.Count(r => r is { IsToImport: true, Details.ToCorrect.Count: > 0 });
}
