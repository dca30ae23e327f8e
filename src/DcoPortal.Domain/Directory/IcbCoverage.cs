namespace DcoPortal.Domain.Directory;

/// <summary>Says that a local authority lies, in whole or part, in an integrated care board's area.</summary>
public sealed class IcbCoverage
{
    /// <summary>The board.</summary>
    public Guid IcbId { get; set; }

    /// <summary>The authority.</summary>
    public Guid LocalAuthorityId { get; set; }

    /// <summary>Whether the authority's notifications go to this board unless the authority says otherwise.</summary>
    public bool IsDefault { get; set; }
}
