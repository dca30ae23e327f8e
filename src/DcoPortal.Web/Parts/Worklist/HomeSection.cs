namespace DcoPortal.Web.Parts.Worklist;

/// <summary>One part of a worklist, the most urgent first.</summary>
public sealed record HomeSection(string Heading, IReadOnlyList<HomeItem> Items, string Empty)
{
    /// <summary>The address of the whole list, or null.</summary>
    public string? SeeAll { get; init; }

    /// <summary>Whether there are more rows than are shown.</summary>
    public bool HasMore { get; init; }
}
