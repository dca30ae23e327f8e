using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>One figure at the top, with the list behind it.</summary>
public sealed record HomeTile(string Label, string Value, string Href, string Colour, string? Note = null);

/// <summary>A person's worklist: what they must do today.</summary>
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

    /// <summary>How many rows name a child, for the read log.</summary>
    public int Children { get; init; }
}
