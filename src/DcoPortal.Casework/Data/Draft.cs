namespace DcoPortal.Casework.Data;

/// <summary>What a person is typing in a form of several steps. Its own table, so that drafts never leak into lists and counts.</summary>
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
