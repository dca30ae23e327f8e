namespace DcoPortal.Web.Parts.Worklist;

/// <summary>All of one kind in a worklist, the most urgent first. It shows the first of them.</summary>
public sealed record HomeSection(string Heading, IReadOnlyList<HomeItem> Items, string Empty)
{
    private const int Few = 5;

    /// <summary>The section's id on the page.</summary>
    public string Id => IdOf(Heading);

    /// <summary>The id of a section by its heading, for a link to it.</summary>
    public static string IdOf(string heading) => string.Concat(heading.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));

    /// <summary>The line that it shares with others of its kind, or null for one of its own.</summary>
    public string? Group { get; init; }

    /// <summary>How many there are, shown or not.</summary>
    public int Total { get; init; } = Items.Count;

    /// <summary>Whether there are even more than the total, because nobody counted them.</summary>
    public bool IsAtLeast { get; init; }

    /// <summary>The address of the whole list, or null.</summary>
    public string? SeeAll { get; init; }

    /// <summary>Words at the end of its line instead of those that its rows give, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether there are more than were read.</summary>
    public bool HasMore => Total > Items.Count;

    /// <summary>The rows to show: a few where the whole list is one press away.</summary>
    public IReadOnlyList<HomeItem> Shown => SeeAll is null ? Items : [.. Items.Take(Few)];

    /// <summary>The count in words.</summary>
    public string CountText => IsAtLeast ? $"more than {Items.Count}" : Total.ToString("N0", UkText.Culture);

    /// <summary>How many wait for this person. What is not shown is taken to be as what is shown.</summary>
    public int ToDo => Items.Any(i => i.ToDo is not null) ? Total - Items.Count(i => i.ToDo is null) : 0;
}
