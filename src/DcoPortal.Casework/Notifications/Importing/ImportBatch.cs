namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>A spreadsheet of notifications, from upload to import. Its bytes are in the document store.</summary>
public sealed class ImportBatch
{
    public Guid Id { get; set; }

    /// <summary>The authority whose cases it holds; null for the tracker of a DCO service, whose rows each name theirs.</summary>
    public Guid? LocalAuthorityId { get; set; }
    public Guid IcbId { get; set; }
    public Guid UploadedByUserId { get; set; }
    public required string UploadedByName { get; set; }
    public required string FileName { get; set; }
    /// <summary>The day the file, or what it holds, arrived at health, where the DCO service imports it for the authority; null where the authority does (Europe/London).</summary>
    public DateOnly? ArrivedOn { get; set; }

    /// <summary>How it arrived, where the DCO service said so.</summary>
    public ArrivalWay? ArrivedBy { get; set; }

    /// <summary>Whether the DCO service imports it for the authority.</summary>
    public bool IsByHealth => ArrivedOn is not null;

    /// <summary>Whether it is the tracker of a DCO service: cases under way of several authorities, with what was asked of services and answered.</summary>
    public bool IsTracker => LocalAuthorityId is null;

    /// <summary>Where the bytes are, or empty once they were deleted.</summary>
    public required string StorageKey { get; set; }
    public DateTime UploadedUtc { get; set; }

    /// <summary>Longest text of the choices, in characters: something may be said of every row, with the case beside which it stood.</summary>
    public const int ChoicesLength = 500_000;

    /// <summary>What a person said about how it is to be read, as text of a <see cref="Reading.ReadingChoices"/>; null when nothing was asked.</summary>
    public string? Choices { get; set; }

    /// <summary>When a person confirmed that the good rows are to be imported, UTC.</summary>
    public DateTime? ConfirmedUtc { get; set; }

    /// <summary>The person who confirmed: the import is done in this person's name.</summary>
    public Guid? ConfirmedByUserId { get; set; }

    /// <summary>When a worker claimed it, UTC; another worker replaces one that died after a time.</summary>
    public DateTime? ClaimedUtc { get; set; }
    public DateTime? FinishedUtc { get; set; }
    public int RowsTotal { get; set; }
    public int RowsDone { get; set; }
    public int RowsImported { get; set; }

    /// <summary>The rows that were added to a case, by their number, once it is done: nothing else tells them from rows that were there already.</summary>
    public int[] AddedLines { get; set; } = [];

    /// <summary>Rows passed over: there already, or left out after a look.</summary>
    public int RowsSkipped { get; set; }

    /// <summary>Rows that were to be looked at when it was done, and of which nobody has said anything.</summary>
    public int RowsUnanswered { get; set; }
    public int RowsRefused { get; set; }

    /// <summary>Why nothing was imported, in words, or null.</summary>
    public string? Failure { get; set; }
    public Guid Version { get; set; }
}
