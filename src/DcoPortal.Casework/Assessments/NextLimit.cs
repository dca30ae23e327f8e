namespace DcoPortal.Casework.Assessments;

/// <summary>The authority's next limit, or the one it met or missed at the end. None when the request was withdrawn or the child moved away.</summary>
/// <param name="Name">"Decision", "No plan", "Plan" or "None".</param>
/// <param name="Due">The day it is due, or null (Europe/London).</param>
/// <param name="DoneOn">The day it was met, or null (Europe/London).</param>
public sealed record NextLimit(string Name, DateOnly? Due, DateOnly? DoneOn)
{
    /// <summary>Makes it of the columns that a list reads.</summary>
    public static NextLimit Of(AssessmentDecision? decision, DateOnly? decidedOn, AssessmentOutcome? outcome, DateOnly? outcomeOn, DateOnly? decideBy, DateOnly? refuseBy, DateOnly? planBy) => (decision, outcome) switch
    {
        (_, AssessmentOutcome.PlanIssued) => new("Plan", planBy, outcomeOn),
        (_, AssessmentOutcome.NoPlan) => new("No plan", refuseBy, outcomeOn),
        (_, { }) => new("None", null, null),
        (AssessmentDecision.DoNotAssess, _) => new("Decision", decideBy, decidedOn),
        (null, _) => new("Decision", decideBy, null),
        _ => new("Plan", planBy, null),
    };
}
