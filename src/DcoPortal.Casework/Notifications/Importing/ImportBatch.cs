namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>A spreadsheet of notifications, from upload to import. Its bytes are in the document store.</summary>
public sealed class ImportBatch
{
    public Guid Id { get; set; }
    public Guid LocalAuthorityId { get; set; }
    public Guid IcbId { get; set; }
    public Guid UploadedByUserId { get; set; }
    public required string UploadedByName { get; set; }
    public required string FileName { get; set; }
    /// <summary>Where the bytes are, or empty once they were deleted.</summary>
    public required string StorageKey { get; set; }
    public DateTime UploadedUtc { get; set; }

    /// <summary>When somebody asked for the good rows to be imported, UTC.</summary>
    public DateTime? ConfirmedUtc { get; set; }

    /// <summary>Who asked for it: the import is done in this person's name.</summary>
    public Guid? ConfirmedByUserId { get; set; }

    /// <summary>When a worker took it, UTC; a worker that died is replaced after a time.</summary>
    public DateTime? ClaimedUtc { get; set; }
    public DateTime? FinishedUtc { get; set; }
    public int RowsTotal { get; set; }
    public int RowsDone { get; set; }
    public int RowsImported { get; set; }
    public int RowsSkipped { get; set; }
    public int RowsRefused { get; set; }

    /// <summary>Why nothing was imported, in words, or null.</summary>
    public string? Failure { get; set; }
    public Guid Version { get; set; }
}
