namespace DcoPortal.Casework.Undoing;

/// <summary>What can be taken back for half a minute. Each kind has its own address, which asks for the permission of the action itself.</summary>
public enum UndoKind
{
    /// <summary>Requests were sent.</summary>
    Send,

    /// <summary>An answer was accepted or sent back.</summary>
    Check,

    /// <summary>A request was closed.</summary>
    Close,

    /// <summary>A request was escalated.</summary>
    Escalate,

    /// <summary>A decision or an outcome was recorded.</summary>
    Record,

    /// <summary>Cases were handed to a colleague.</summary>
    HandOver,
}

/// <summary>All that is needed to take one action back. Kept as a draft of the person who did it, so that nobody else can.</summary>
public sealed record UndoStep
{
    /// <summary>The kind of action.</summary>
    public required UndoKind Kind { get; init; }

    /// <summary>The case.</summary>
    public required CaseKeys Case { get; init; }

    /// <summary>The moves made of requests.</summary>
    public IReadOnlyList<JustMade> Requests { get; init; } = [];

    /// <summary>What was recorded of the assessment, or null.</summary>
    public JustRecorded? Recorded { get; init; }

    /// <summary>The requests that were prepared with it: they go with it.</summary>
    public IReadOnlyList<Guid> Prepared { get; init; } = [];

    /// <summary>The request that was escalated, or null.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>The escalation, or null.</summary>
    public Guid? EscalationId { get; init; }

    /// <summary>The cases that were handed over, and to whom; whose they were before.</summary>
    public IReadOnlyList<JustHanded> Handed { get; init; } = [];

    /// <summary>The emails that wait.</summary>
    public IReadOnlyList<Guid> Emails { get; init; } = [];
}

/// <summary>A case that was handed over.</summary>
/// <param name="AssessmentId">The case.</param>
/// <param name="From">Whose it was, or null.</param>
/// <param name="To">Whose it became, or null.</param>
public sealed record JustHanded(Guid AssessmentId, Guid? From, Guid? To);

/// <summary>What was taken back.</summary>
/// <param name="Steps">The actions.</param>
public sealed record Undone(IReadOnlyList<UndoStep> Steps)
{
    /// <summary>The number of requests that are as they were before.</summary>
    public int Requests => Steps.Sum(s => s.Requests.Count);

    /// <summary>The assessments they belong to.</summary>
    public IReadOnlyList<string> References => [.. Steps.Select(s => s.Case.Reference).Distinct()];
}
