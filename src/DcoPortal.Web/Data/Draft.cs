namespace DcoPortal.Web.Data;

/// <summary>What somebody is typing in a form of several steps. Its own table, so that drafts never leak into lists and counts.</summary>
public sealed class Draft
{
    public Guid Id { get; set; }
    public Guid UserId { get; set; }

    /// <summary>Which form, such as "notification".</summary>
    public required string Kind { get; set; }
    public required string Json { get; set; }
    public DateTime SavedUtc { get; set; }
    public Guid Version { get; set; }
}

/// <summary>The next number of a local authority's references in a year.</summary>
public sealed class ReferenceCounter
{
    public Guid LocalAuthorityId { get; set; }
    public int Year { get; set; }
    public int Next { get; set; }
    public Guid Version { get; set; }
}

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
