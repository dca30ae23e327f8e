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

    /// <summary>The same limits once the final plan was issued, which is kept when the integrated care board has it too.</summary>
    /// <param name="toHealthOn">The day on which health was sent it, or null (Europe/London).</param>
    public AssessmentDeadlines PlanIssued(DateOnly? toHealthOn) => this with { FinalPlan = FinalPlan?.ToldBoard(toHealthOn) };

    /// <summary>The same limits once the family was told that no plan is needed, which is kept when the integrated care board was told too.</summary>
    /// <param name="toHealthOn">The day on which health was told, or null (Europe/London).</param>
    public AssessmentDeadlines NoPlanSaid(DateOnly? toHealthOn) => this with { NoPlanNotice = NoPlanNotice?.ToldBoard(toHealthOn) };

    /// <summary>The same limits, with the time that the family must have with the draft plan before the final plan.</summary>
    /// <param name="servedOn">The day the draft was served on the family, Europe/London; null before, when it could be served today at the earliest.</param>
    /// <param name="today">Today in Europe/London.</param>
    public AssessmentDeadlines GivenDraft(DateOnly? servedOn, DateOnly today)
    {
        if (FinalPlan is not { Rule.After: { } kind } plan) { return this; }
        if (servedOn is not { } served) { return this with { FinalPlan = plan.GivenToday(today) }; }
        var limit = StatutoryRules.For(kind, null, served).Limit;
        return this with { FinalPlan = plan.After(new(limit.DueFrom(served), limit.Words, HasBegun: true)) };
    }
}
