namespace DcoPortal.Domain.Statutory;

/// <summary>The local authority's three limits for one assessment. Health's own is separate: neither moves the other.</summary>
/// <param name="DecisionToAssess">6 weeks, regulation 5(1).</param>
/// <param name="NoPlanNotice">16 weeks, regulation 10(1).</param>
/// <param name="FinalPlan">20 weeks, regulation 13(2).</param>
public sealed record AssessmentDeadlines(Deadline DecisionToAssess, Deadline NoPlanNotice, Deadline FinalPlan);
