namespace DcoPortal.Casework.Jobs;

/// <summary>When a piece of background work last ran, and which instance runs it now. One row for each kind of work.</summary>
public sealed class JobState
{
    public required string Name { get; set; }

    /// <summary>When the work was last finished, UTC.</summary>
    public DateTime? LastDoneUtc { get; set; }

    /// <summary>The last London day the work was done for.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>How much was done on that day.</summary>
    public int LastCount { get; set; }

    /// <summary>The instance that runs it, until <see cref="LeaseUntilUtc"/>.</summary>
    public string? Holder { get; set; }
    public DateTime? LeaseUntilUtc { get; set; }

    /// <summary>Why it last failed, or null.</summary>
    public string? LastError { get; set; }
    public DateTime? LastFailedUtc { get; set; }
}
