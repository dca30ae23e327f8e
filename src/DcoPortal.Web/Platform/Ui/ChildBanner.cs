namespace DcoPortal.Web.Platform.Ui;

/// <summary>The child or young person of a record, at the top of each of its pages.</summary>
public sealed record ChildBanner
{
    /// <summary>The assessment's reference, for example LCC-26-00042.</summary>
    public required string Reference { get; init; }

    /// <summary>The local authority's name.</summary>
    public required string AuthorityName { get; init; }

    /// <summary>The child's or young person's name.</summary>
    public required string ChildName { get; init; }

    /// <summary>Date of birth.</summary>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>Today in Europe/London, for the age.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Ten digits, or null when it is not known.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>School or other setting.</summary>
    public string? Setting { get; init; }

    /// <summary>Primary need in words.</summary>
    public string? PrimaryNeed { get; init; }

    /// <summary>The day the clock started, or null.</summary>
    public DateOnly? RequestReceived { get; init; }

    /// <summary>The label of that day.</summary>
    public string StartLabel { get; init; } = "Request received";
}
