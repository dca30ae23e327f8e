using DcoPortal.Domain.Statutory;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>One figure at the top, with the list behind it.</summary>
public sealed record HomeTile(string Label, string Value, string Href, string Colour, string? Note = null);

/// <summary>One thing to do: one click acts on it.</summary>
public sealed record HomeItem(string Href, string Title, string Detail)
{
    /// <summary>The date to act by, or null (Europe/London).</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The authority's own stricter date, or null. Local, not law (Europe/London).</summary>
    public DateOnly? LocalDueOn { get; init; }

    /// <summary>The status, or null where there is none to show.</summary>
    public RagStatus? Status { get; init; }

    /// <summary>Words instead of the status's own, or beside none.</summary>
    public string? Words { get; init; }

    /// <summary>What is wrong, in two or three words beside the words; or null.</summary>
    public string? Trouble { get; init; }

    /// <summary>Whether the date is a local target and not law.</summary>
    public bool IsLocalTarget { get; init; }

    /// <summary>Whether an exemption is recorded.</summary>
    public bool HasExemption { get; init; }
}

/// <summary>One part of a worklist, the most urgent first.</summary>
public sealed record HomeSection(string Heading, IReadOnlyList<HomeItem> Items, string Empty)
{
    /// <summary>Where the rest is, or null.</summary>
    public string? SeeAll { get; init; }

    /// <summary>Whether there is more than is shown.</summary>
    public bool HasMore { get; init; }
}

/// <summary>A person's worklist: what needs them today.</summary>
public sealed record HomePage
{
    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Figures, or none.</summary>
    public IReadOnlyList<HomeTile> Tiles { get; init; } = [];

    /// <summary>The parts.</summary>
    public IReadOnlyList<HomeSection> Sections { get; init; } = [];

    /// <summary>The quick action, or null.</summary>
    public (string Text, string Href)? Action { get; init; }

    /// <summary>A sentence instead of a list, or null.</summary>
    public string? Lead { get; init; }

    /// <summary>How many rows name a child: written to the read log.</summary>
    public int Children { get; init; }
}
