namespace DcoPortal.Casework.Directory;

/// <summary>The one way in which a change of a directory entry ends.</summary>
internal static class DirectoryTrail
{
    /// <summary>Records what was and is. An entry that stays as it was was saved before; another person's later version is not overwritten.</summary>
    /// <param name="before">The entry in words as it was, or null for a new one.</param>
    /// <param name="isAsSeen">Whether the stored version is the one that the form was made from.</param>
    public static Outcome RecordEntry(this AuditTrail audit, string entry, Guid id, string? before, string after, bool isAsSeen)
    {
        if (before == after) { return Outcome.Already; }
        if (before is not null && !isAsSeen) { return Outcome.ChangedMeanwhile; }
        audit.Record(new DirectoryChanged(entry, id, before, after));
        return Outcome.Done;
    }
}
