using DcoPortal.Casework.Clock;

namespace DcoPortal.Casework.Assessments;

/// <summary>The authority's next limit, or the one it met or missed at the end.</summary>
/// <param name="Kind">The limit; null when the request was withdrawn or the child moved away.</param>
/// <param name="Due">The day it is due, or null (Europe/London).</param>
/// <param name="DoneOn">The day it was met, or null (Europe/London).</param>
public sealed record NextLimit(DeadlineKind? Kind, DateOnly? Due, DateOnly? DoneOn)
{
    /// <summary>What the board must have too, once the plan was issued or the family told that none is needed; else null.</summary>
    public BoardCopy? Copy { get; private init; }

    /// <summary>Whether it binds the authority still: a plan does until the board has it too.</summary>
    public bool IsOwed => Kind is not null && BoardCopy.KeptOn(Copy, DoneOn) is null;

    /// <summary>How it stands, or null where there is no date.</summary>
    /// <param name="light">The day, and what counts as due soon.</param>
    public RagStatus? Status(TrafficLight light) => Due is { } due ? light.Of(due, BoardCopy.KeptOn(Copy, DoneOn)) : null;

    /// <summary>The name of its deadline, or "None".</summary>
    public string Name => Kind is { } kind ? DeadlineNames.Of(kind) : "None";

    /// <summary>Makes it of the columns that a list reads.</summary>
    public static NextLimit Of(ClockEvent startedBy, DateOnly startedOn, AssessmentDecision? decision, DateOnly? decidedOn, AssessmentOutcome? outcome, DateOnly? outcomeOn, DateOnly? decideBy, DateOnly? refuseBy, DateOnly? planBy, DateOnly? toHealthOn) => (decision, outcome) switch
    {
        (_, AssessmentOutcome.PlanIssued) => new(DeadlineKind.FinalPlan, planBy, outcomeOn) { Copy = new(toHealthOn) },
        // a re-assessment has no limit for saying that no plan is needed
        (_, AssessmentOutcome.NoPlan) => StatutoryRules.Of(DeadlineKind.NoPlanNotice, startedBy, startedOn) is not { } rule ? new(null, null, null)
            : new(DeadlineKind.NoPlanNotice, refuseBy, outcomeOn) { Copy = rule.TellsBoard ? new(toHealthOn) : null },
        (_, { }) => new(null, null, null),
        (AssessmentDecision.DoNotAssess, _) => new(DeadlineKind.DecisionToAssess, decideBy, decidedOn),
        (null, _) => new(DeadlineKind.DecisionToAssess, decideBy, null),
        _ => new(DeadlineKind.FinalPlan, planBy, null),
    };

    /// <summary>Its deadline among those of the law, or null.</summary>
    public Deadline? In(AssessmentDeadlines law) => Kind switch
    {
        DeadlineKind.FinalPlan => law.FinalPlan is { } plan ? plan with { Copy = Copy } : null,
        DeadlineKind.NoPlanNotice => law.NoPlanNotice is { } notice ? notice with { Copy = Copy } : null,
        DeadlineKind.DecisionToAssess => law.DecisionToAssess,
        _ => null,
    };
}
