namespace DcoPortal.Casework.Directory;

/// <summary>What a person searches the directory for.</summary>
public sealed class DirectoryFilters
{
    /// <summary>Part of a name or address.</summary>
    public string? Q { get; set; }

    /// <summary>A provider.</summary>
    public Guid? Provider { get; set; }

    /// <summary>A service.</summary>
    public Guid? Service { get; set; }

    /// <summary>Whether entries that are no longer in use are found as well.</summary>
    public bool Inactive { get; set; }

    /// <summary>The search as a LIKE pattern, with its own wildcards taken literally; null when there is none.</summary>
    public static string? Pattern(string? q) => string.IsNullOrWhiteSpace(q)
        ? null
        : "%" + q.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal) + "%";
}
