using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Parts.Worklist;

/// <summary>One thing of a worklist: one click acts on it.</summary>
public sealed record HomeItem(string Href, string Title, string Detail)
{
    /// <summary>What this person has to do, the verb first; null where the thing waits for somebody else or is only to know of.</summary>
    public string? ToDo { get; init; }

    /// <summary>Whether each hour counts, whatever the dates: a child's information may reach somebody against the family's wish.</summary>
    public bool AtOnce { get; init; }

    /// <summary>Whether it waits for this person and no colleague can do it.</summary>
    public bool OnlyYou { get; init; }

    /// <summary>The word on the button.</summary>
    public string Button { get; init; } = "Open";

    /// <summary>The child it is about, or null.</summary>
    public ChildLine? Child { get; init; }

    /// <summary>Who has it or brought it, or null.</summary>
    public string? Who { get; init; }

    /// <summary>A second line about who has it, or null.</summary>
    public string? WhoNote { get; init; }

    /// <summary>The day it began to wait, or null where it is not known (Europe/London).</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The date to act by, or null (Europe/London).</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The authority's own stricter date, or null. Local, not law (Europe/London).</summary>
    public DateOnly? LocalDueOn { get; init; }

    /// <summary>The date with its rule, so that what is not certain of it is said beside it; or null.</summary>
    public Deadline? Law { get; init; }

    /// <summary>The status, or null where there is none to show.</summary>
    public RagStatus? Status { get; init; }

    /// <summary>Words instead of the status's own, or beside none.</summary>
    public string? Words { get; init; }

    /// <summary>When it is, in words of its own, where it has a day that is neither law nor a target; or null.</summary>
    public string? When { get; init; }

    /// <summary>The problem, in two or three words beside the words; or null.</summary>
    public string? Trouble { get; init; }

    /// <summary>Whether the date is a local target and not law.</summary>
    public bool IsLocalTarget { get; init; }

    /// <summary>Whether an exemption is recorded.</summary>
    public bool HasExemption { get; init; }
}
