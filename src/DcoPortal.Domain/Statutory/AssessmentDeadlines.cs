namespace DcoPortal.Domain.Statutory;

/// <summary>The local authority's limits for one assessment, as far as they are known. Health has its own limit: neither moves the other.</summary>
/// <param name="DecisionToAssess">By when it says whether it will assess (6 weeks, regulation 5(1); 15 days for a re-assessment), or that it will (2 weeks of an order); null where it decided by itself.</param>
/// <param name="NoPlanNotice">16 weeks, regulation 10(1), or 10 weeks of an order; null for a re-assessment, which has no such limit.</param>
/// <param name="FinalPlan">20 weeks, regulation 13(2), or 14 weeks; null for a re-assessment until the family is told, because it is counted from that day.</param>
public sealed record AssessmentDeadlines(Deadline? DecisionToAssess, Deadline? NoPlanNotice, Deadline? FinalPlan)
{
    /// <summary>The limit of a kind, or null when there is none or it is not known yet.</summary>
    public Deadline? Of(DeadlineKind kind) => kind switch
    {
        DeadlineKind.DecisionToAssess => DecisionToAssess,
        DeadlineKind.NoPlanNotice => NoPlanNotice,
        DeadlineKind.FinalPlan => FinalPlan,
        _ => null,
    };
}
