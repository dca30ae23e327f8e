using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.Triage;

/// <summary>What the triage list is narrowed to.</summary>
public sealed class TriageFilters
{
    /// <summary>One local authority, or all.</summary>
    public Guid? Authority { get; set; }

    /// <summary>"decided", "undecided", or both.</summary>
    public string? Decision { get; set; }
}

/// <summary>New notifications, oldest clock first.</summary>
public sealed record TriagePage(ListPage<TriageRow> List, TriageFilters Filters, IReadOnlyList<SelectListItem> Authorities, DateOnly Today)
{
    /// <summary>Whether anything is narrowed.</summary>
    public bool IsFiltered => Filters.Authority is not null || !string.IsNullOrEmpty(Filters.Decision);
}

/// <summary>One notification to be dealt with.</summary>
public sealed record TriageRow
{
    /// <summary>The assessment.</summary>
    public required string Reference { get; init; }

    /// <summary>The child's name.</summary>
    public required string ChildName { get; init; }

    /// <summary>Age today, in words.</summary>
    public required string Age { get; init; }

    /// <summary>The local authority.</summary>
    public required string Authority { get; init; }

    /// <summary>How it began.</summary>
    public required ClockEvent StartedBy { get; init; }

    /// <summary>How far its clock is, such as "Week 3 of 20".</summary>
    public required string Position { get; init; }

    /// <summary>The day the clock started (Europe/London).</summary>
    public required DateOnly RequestReceivedOn { get; init; }

    /// <summary>The decision, or null while under consideration.</summary>
    public AssessmentDecision? Decision { get; init; }

    /// <summary>When the authority's decision is due, or was; null where it decided by itself.</summary>
    public required Deadline? DecisionDue { get; init; }

    /// <summary>Where the authority's decision stands.</summary>
    public required RagStatus? DecisionStatus { get; init; }

    /// <summary>Health's due date once regulation 8 runs, or null.</summary>
    public Deadline? HealthDue { get; init; }

    /// <summary>Professionals and services that the authority named.</summary>
    public required int Named { get; init; }

    /// <summary>Of those, found in the directory.</summary>
    public required int Matched { get; init; }

    /// <summary>Requests prepared and not sent.</summary>
    public required int Prepared { get; init; }

    /// <summary>What the notification lacks, in words.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
