using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Search.Results;

/// <summary>What a person searched for last. It may be a name, so it is kept on the server and never stands in an address.</summary>
public sealed class Sought
{
    /// <summary>The words as typed.</summary>
    public string? Text { get; set; }
}

/// <summary>One child found, by the assessment or, for a health service, by the request.</summary>
public sealed record ChildHit
{
    /// <summary>The page of the record.</summary>
    public required string Href { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The child, or null where the record may no longer be seen.</summary>
    public ChildLine? Child { get; init; }

    /// <summary>The authority, or the service that was asked.</summary>
    public required string With { get; init; }

    /// <summary>What stands next, in words.</summary>
    public required string Next { get; init; }

    /// <summary>The next date, or null (Europe/London).</summary>
    public DateOnly? Due { get; init; }

    /// <summary>That date with its rule while it is still to be kept, so that what is not certain of it is said beside it; or null.</summary>
    public Deadline? Law { get; init; }

    /// <summary>The day that limit was met, or null (Europe/London).</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>The status of that date, or null where there is none.</summary>
    public RagStatus? Status { get; init; }

    /// <summary>How it stands where one day does not say it all; else null.</summary>
    public string? StatusWords { get; init; }

    /// <summary>Whether the date is a local target and not law.</summary>
    public bool IsLocalTarget { get; init; }
}

/// <summary>One entry of the directory found.</summary>
/// <param name="Href">Its form, for those who keep the directory.</param>
/// <param name="Name">The professional or service.</param>
/// <param name="What">Job title and service, or "Service".</param>
/// <param name="Place">The provider and town.</param>
/// <param name="Email">The professional's address or the service's inbox.</param>
public sealed record DirectoryHit(string Href, string Name, string What, string Place, string Email);

/// <summary>The first hits of one kind.</summary>
public sealed record Hits<T>(IReadOnlyList<T> Shown, bool HasMore);

/// <summary>Cuts what was found.</summary>
internal static class Hits
{
    /// <summary>How many of each kind are shown.</summary>
    public const int Most = 10;

    /// <summary>Of one more row than is shown, which tells whether there are more.</summary>
    public static Hits<T> Of<T>(IReadOnlyList<T> found) => new([.. found.Take(Most)], found.Count > Most);
}

/// <summary>The result page.</summary>
/// <param name="Text">The words searched for, or null when there were none.</param>
/// <param name="Children">The children found, or null for those who may see none.</param>
/// <param name="Directory">The directory's entries found.</param>
/// <param name="Today">Today (Europe/London).</param>
public sealed record SearchPage(string? Text, Hits<ChildHit>? Children, Hits<DirectoryHit> Directory, DateOnly Today)
{
    /// <summary>Whether anything was found.</summary>
    public bool IsEmpty => Directory.Shown.Count == 0 && Children is not { Shown.Count: > 0 };
}
