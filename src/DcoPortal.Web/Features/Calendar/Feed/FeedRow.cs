namespace DcoPortal.Web.Features.Calendar.Feed;

/// <summary>One open deadline as the database holds it. References and days only: nothing of a child is read.</summary>
internal sealed class FeedRow
{
    /// <summary>The request, or the assessment for a deadline of the whole case.</summary>
    public Guid Id { get; init; }

    public required string Reference { get; init; }
    public Guid LocalAuthorityId { get; init; }
    public Guid IcbId { get; init; }

    /// <summary>The due date (Europe/London).</summary>
    public DateOnly Due { get; init; }

    /// <summary>The day it is counted from (Europe/London).</summary>
    public DateOnly Anchor { get; init; }

    /// <summary>The limit of the whole case; not used for a request.</summary>
    public DeadlineKind Limit { get; init; }

    /// <summary>How the assessment began, for a limit of the authority.</summary>
    public ClockEvent StartedBy { get; init; }

    /// <summary>The day of the decision to assess, for a limit of the authority: a re-assessment's plan is counted from it (Europe/London).</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>The day the draft plan was served, for the final plan (Europe/London).</summary>
    public DateOnly? DraftServedOn { get; init; }

    /// <summary>The kind of request, for a request.</summary>
    public AdviceKind Advice { get; init; }

    /// <summary>What is wanted by that day beside what was returned; null for a due date.</summary>
    public AnswerKind? More { get; init; }

    /// <summary>Open requests that share this deadline; 0 for a limit of the authority.</summary>
    public int Requests { get; init; }

    /// <summary>Whether the row is one request, with a page of its own.</summary>
    public bool IsOneRequest { get; init; }

    /// <summary>Whether health's advice is due and nobody is asked for it.</summary>
    public bool IsUnasked => Requests == 0 && Limit == DeadlineKind.HealthAdvice;
}
