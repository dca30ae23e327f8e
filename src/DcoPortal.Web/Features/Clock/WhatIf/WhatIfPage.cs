using DcoPortal.Web.Platform.Ui.Timeline;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Clock.WhatIf;

/// <summary>The page: the question, and every date that follows from what was typed.</summary>
public sealed record WhatIfPage
{
    /// <summary>Today in Europe/London.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The route, or null while it is to be chosen.</summary>
    public OriginRoute? Route { get; init; }

    /// <summary>The days that the route asks for, in the order of the rules.</summary>
    public IReadOnlyList<EventField> Events { get; init; } = [];

    /// <summary>How the authority counts.</summary>
    public DayOneConvention DayOne { get; init; }

    /// <summary>The organisation whose setting the counting comes from, or null.</summary>
    public string? DayOneFrom { get; init; }

    /// <summary>Every deadline, the earliest first.</summary>
    public IReadOnlyList<WhatIfLine> Lines { get; init; } = [];

    /// <summary>Of each wish that a later one took the place of, a sentence that says so: no day that was entered vanishes without a word.</summary>
    public IReadOnlyList<string> Overtaken { get; init; } = [];

    /// <summary>The limits that wait for a day: the event's label, and what its day would start.</summary>
    public IReadOnlyList<EventField> Awaited { get; init; } = [];

    /// <summary>The exemption that is tried.</summary>
    public required ExemptionPart Exemption { get; init; }

    /// <summary>The drawing, for an assessment whose first day is known; or null.</summary>
    public TimelineModel? Timeline { get; init; }

    /// <summary>Whether there are dates to show.</summary>
    public bool HasDates => Lines.Count > 0;
}

/// <summary>One day to enter.</summary>
/// <param name="Event">The label of the field.</param>
/// <param name="Label">The clocks that the day starts.</param>
/// <param name="Hint">What it starts.</param>
/// <param name="Typed">As typed.</param>
public sealed record EventField(ClockEvent Event, string Label, string Hint, DateInput Typed);

/// <summary>One deadline as the page shows it.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="What">What must be done, in a few words.</param>
/// <param name="Whose">The body or person whose duty or right it is.</param>
/// <param name="Status">The status today, or null where there is none.</param>
/// <param name="Words">The status in words.</param>
public sealed record WhatIfLine(Deadline Deadline, string What, string Whose, RagStatus? Status, string Words);

/// <summary>The exemption that is tried: what can be chosen, which facts are asked for, and the verdict.</summary>
public sealed record ExemptionPart
{
    /// <summary>The time limits of the route to choose from.</summary>
    public IReadOnlyList<SelectListItem> Limits { get; init; } = [];

    /// <summary>Reasons to choose from: listed grounds, and reasons on no list.</summary>
    public IReadOnlyList<SelectListItem> Reasons { get; init; } = [];

    /// <summary>The facts of the chosen ground; empty while none is chosen or the ground is not on the limit's list.</summary>
    public IReadOnlyList<ExemptionFact> Facts { get; init; } = [];

    /// <summary>The verdict, or null while there is none.</summary>
    public WhatIfVerdict? Verdict { get; init; }

    /// <summary>Whether a limit or reason was chosen, so that this part of the page stays open.</summary>
    public bool IsTried { get; init; }
}

/// <summary>Whether the exemption may be relied on.</summary>
/// <param name="MayBeReliedOn">Both limbs are met.</param>
/// <param name="Heading">The answer in a few words.</param>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Due">The due date, which stays; or null where no limit was named.</param>
public sealed record WhatIfVerdict(bool MayBeReliedOn, string Heading, string Reason, DateOnly? Due);
