namespace DcoPortal.Web.Parts.Worklist;

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

    /// <summary>The problem, in two or three words beside the words; or null.</summary>
    public string? Trouble { get; init; }

    /// <summary>Whether the date is a local target and not law.</summary>
    public bool IsLocalTarget { get; init; }

    /// <summary>Whether an exemption is recorded.</summary>
    public bool HasExemption { get; init; }
}
