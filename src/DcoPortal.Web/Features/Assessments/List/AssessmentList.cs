using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Figures;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Assessments.List;

/// <summary>The filters of the list. A search may hold a name, so it is kept on the server and never stands in an address.</summary>
public sealed record AssessmentFilters
{
    public AssessmentMark? Mark { get; init; }
    public Guid? Authority { get; init; }
    public OriginRoute? Route { get; init; }
    public string? Need { get; init; }
    public string? Search { get; init; }

    /// <summary>Whose cases, for an authority: "me", "nobody" or an account; null for everybody's.</summary>
    public string? Owner { get; init; }

    /// <summary>The list behind a figure of plans, or null. Only in an address, never saved.</summary>
    public PlanList? Behind { get; init; }

    /// <summary>Whether a filter is set.</summary>
    public bool Any => this != new AssessmentFilters();
}

/// <summary>The filter form as posted.</summary>
public sealed class AssessmentFilterForm
{
    public string? Mark { get; set; }
    public Guid? Authority { get; set; }
    public OriginRoute? Route { get; set; }
    public string? Need { get; set; }
    public string? Search { get; set; }
    public string? Owner { get; set; }
    public bool Clear { get; set; }
}

/// <summary>One assessment of the list.</summary>
public sealed record AssessmentRow
{
    public required string Reference { get; init; }
    public required ChildLine Child { get; init; }
    public required string Authority { get; init; }
    public required string Need { get; init; }

    /// <summary>Whose case it is, for an authority's own people; null when nobody's.</summary>
    public required string? Owner { get; init; }

    /// <summary>Whether the owner cannot sign in any more.</summary>
    public required bool OwnerHasLeft { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required ClockEvent StartedBy { get; init; }
    public required int? Week { get; init; }

    /// <summary>The position of the assessment's clock, such as "Week 3 of 20".</summary>
    public required string Position { get; init; }
    public required string Stage { get; init; }

    /// <summary>Where those stand who were asked.</summary>
    public required AskedCounts Asked { get; init; }
    /// <summary>The date of health that presses more than the authority's next limit, or null.</summary>
    public HealthFirst? HealthFirst { get; init; }
    public required string NextLimit { get; init; }
    public required DateOnly? NextDue { get; init; }
    public required DateOnly? DoneOn { get; init; }

    /// <summary>The next limit with its rule and the authority's own stricter date; null when there is none.</summary>
    public required Deadline? Deadline { get; init; }

    /// <summary>The authority's own stricter date while the limit is not met, or null. Local, not law (Europe/London).</summary>
    public DateOnly? LocalDue => DoneOn is null ? Deadline?.LocalDue : null;

    public required RagStatus? Status { get; init; }

    /// <summary>Whether the limit binds the authority still.</summary>
    public required bool IsOwed { get; init; }

    /// <summary>How the limit stands, in words; null where there is no date.</summary>
    /// <param name="today">Today (Europe/London).</param>
    public string? StatusWords(DateOnly today) => Status is { } status ? Deadline?.SentWords(DoneOn) ?? StatusVocabulary.Words(status, NextDue, DoneOn, today) : null;
    public required bool HasExemption { get; init; }

    /// <summary>How much advice is back, in words.</summary>
    public string Health => Statutory + (Asked is { EarlyAsked: > 0 and var early, EarlyBack: var back } ? $", {EarlyInformation.Counted(back, early)}" : "");

    private string Statutory => Asked.All == 0 ? Asked.EarlyAsked > 0 ? "Not asked for statutory advice" : "Not asked" : $"{Asked.Back} of {Asked.All} back{(Asked.NotGiven > 0 ? $", {Asked.NotGiven} not given" : "")}{(Asked.EndedBefore > 0 ? $", {AskedWords.EndedBefore(Asked.EndedBefore)}" : "")}";
}

/// <summary>Those who were asked for statutory advice, by where they stand: all of the others add up to the first.</summary>
/// <param name="All">All.</param>
/// <param name="Awaited">Open, and nothing was returned.</param>
/// <param name="Back">An answer stands.</param>
/// <param name="Withdrawn">What was returned is withdrawn.</param>
/// <param name="NotGiven">It ended without the answer that was owed.</param>
/// <param name="EndedBefore">It was closed by the due date.</param>
public sealed record AskedCounts(int All = 0, int Awaited = 0, int Back = 0, int Withdrawn = 0, int NotGiven = 0, int EndedBefore = 0)
{
    /// <summary>How many are overdue: of those awaited, and one where nobody is asked any more, or another is still to be asked instead.</summary>
    public int Overdue { get; init; }

    /// <summary>How many are asked for early information, beside them.</summary>
    public int EarlyAsked { get; init; }

    /// <summary>Of these, those whose answer stands.</summary>
    public int EarlyBack { get; init; }

    /// <summary>Early information past its local target: not overdue.</summary>
    public int PastTarget { get; init; }
}

/// <summary>The list page.</summary>
public sealed record AssessmentListPage
{
    public required ListPage<AssessmentRow> List { get; init; }
    public required AssessmentFilters Filters { get; init; }
    public required string Sort { get; init; }
    public required DateOnly Today { get; init; }
    public required bool ShowAuthority { get; init; }

    /// <summary>Whether the list is that of an authority, whose cases have owners that its people see.</summary>
    public required bool ShowOwner { get; init; }

    /// <summary>Whether cases can be ticked to hand them over.</summary>
    public bool Ticks { get; init; }

    /// <summary>The cases that were ticked when the form came back.</summary>
    public IReadOnlyCollection<string> Ticked { get; init; } = [];
    public IReadOnlyList<SelectListItem> Owners { get; init; } = [];
    public IReadOnlyList<SelectListItem> ToGive { get; init; } = [];
    public IReadOnlyList<SelectListItem> Marks { get; init; } = [];
    public IReadOnlyList<SelectListItem> Authorities { get; init; } = [];
    public IReadOnlyList<SelectListItem> Routes { get; init; } = [];
    public IReadOnlyList<SelectListItem> Needs { get; init; } = [];
}
