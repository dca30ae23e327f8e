using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Ties;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.Triage;

/// <summary>The filters of the triage list.</summary>
public sealed class TriageFilters
{
    /// <summary>One local authority, or all.</summary>
    public Guid? Authority { get; set; }

    /// <summary>"decided", "undecided", or both.</summary>
    public string? Decision { get; set; }
}

/// <summary>Cases in which it is still open whom to ask, the next legal date first.</summary>
public sealed record TriagePage(ListPage<TriageRow> List, TriageFilters Filters, IReadOnlyList<SelectListItem> Authorities, DateOnly Today)
{
    /// <summary>Whether a filter is set.</summary>
    public bool IsFiltered => Filters.Authority is not null || !string.IsNullOrEmpty(Filters.Decision);
}

/// <summary>One notification that waits in triage.</summary>
public sealed record TriageRow
{
    /// <summary>The assessment.</summary>
    public required string Reference { get; init; }

    /// <summary>The child.</summary>
    public required ChildLine Child { get; init; }

    /// <summary>The local authority.</summary>
    public required string Authority { get; init; }

    /// <summary>How the assessment began.</summary>
    public required ClockEvent StartedBy { get; init; }

    /// <summary>The position of its clock, such as "Week 3 of 20".</summary>
    public required string Position { get; init; }

    /// <summary>The day the clock started (Europe/London).</summary>
    public required DateOnly RequestReceivedOn { get; init; }

    /// <summary>The decision, or null while under consideration.</summary>
    public AssessmentDecision? Decision { get; init; }

    /// <summary>The limit of the authority's decision; null where the decision itself started the clock.</summary>
    public required Deadline? DecisionDue { get; init; }

    /// <summary>The status of the authority's decision.</summary>
    public required RagStatus? DecisionStatus { get; init; }

    /// <summary>The kind and the due date of a request sent now: see <see cref="AskTerms.Seen"/>.</summary>
    public required string Seen { get; init; }

    /// <summary>Health's due date while its advice is awaited, or null.</summary>
    public Deadline? HealthDue { get; init; }

    /// <summary>The date of the final plan, once it is decided to assess: what comes next where no answer of health is awaited.</summary>
    public Deadline? PlanDue { get; init; }

    /// <summary>Professionals and services that the authority named.</summary>
    public required int Named { get; init; }

    /// <summary>How many of those the family asked for (regulation 6(1)(h)).</summary>
    public required int FamilyAsked { get; init; }

    /// <summary>How many of those are in the directory.</summary>
    public required int Matched { get; init; }

    /// <summary>Requests prepared and not sent.</summary>
    public required int Prepared { get; init; }

    /// <summary>How many of the prepared requests can be sent from the list; the rest were given back.</summary>
    public required int Ready { get; init; }

    /// <summary>How many services were asked for early information and not for advice since.</summary>
    public int EarlyOnly { get; init; }

    /// <summary>Answered requests of which more was asked for and stopped for a wish that means nobody there any more.</summary>
    public IReadOnlyList<Guid> ToAskForMore { get; init; } = [];

    /// <summary>How many answers with advice came along with the case: whoever gave one is asked again by a person, or by nobody.</summary>
    public int CameAlong { get; init; }

    /// <summary>Cases of another authority that look like this child's.</summary>
    public IReadOnlyList<CaseElsewhere> Elsewhere { get; init; } = [];

    /// <summary>What the notification lacks, in words.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
