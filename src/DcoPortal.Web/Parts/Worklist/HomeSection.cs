namespace DcoPortal.Web.Parts.Worklist;

/// <summary>One part of a worklist, the most urgent first.</summary>
public sealed record HomeSection(string Heading, IReadOnlyList<HomeItem> Items, string Empty)
{
    /// <summary>Where the rest is, or null.</summary>
    public string? SeeAll { get; init; }

    /// <summary>Whether there is more than is shown.</summary>
    public bool HasMore { get; init; }
}
