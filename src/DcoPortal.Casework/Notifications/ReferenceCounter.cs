namespace DcoPortal.Casework.Notifications;

/// <summary>The next number of a local authority's references in a year.</summary>
public sealed class ReferenceCounter
{
    public Guid LocalAuthorityId { get; set; }
    public int Year { get; set; }
    public int Next { get; set; }
    public Guid Version { get; set; }
}
