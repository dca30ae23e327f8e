namespace DcoPortal.Casework.Lists;

/// <summary>Filters of a list under a name that one person gave them. Nobody else sees it, and no child is named in it: the words of a search are left out.</summary>
public sealed class SavedView
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 60;

    /// <summary>Longest filters, in characters.</summary>
    public const int QueryLength = 1000;

    /// <summary>The most views of one list.</summary>
    public const int Most = 20;

    public Guid Id { get; set; }
    public Guid UserId { get; set; }

    /// <summary>The list, by its key in <see cref="ViewLists"/>.</summary>
    public required string List { get; set; }
    public required string Name { get; set; }

    /// <summary>The name without regard to case: unique for each person and list.</summary>
    public required string NameKey { get; set; }

    /// <summary>The filters, as they stand in an address.</summary>
    public required string Query { get; set; }

    /// <summary>Whether the list opens with it.</summary>
    public bool IsDefault { get; set; }
    public DateTime SavedUtc { get; set; }
    public Guid Version { get; set; }
}
