namespace DcoPortal.Domain.Statutory;

/// <summary>What has to be done by a deadline, and so who has to do it.</summary>
public enum DeadlineKind
{
    /// <summary>The authority says whether it will assess: 6 weeks (SI 2014/1530 regulation 5(1)).</summary>
    DecisionToAssess,

    /// <summary>Health supplies its advice: 6 weeks from the day health received the request (regulation 8(1)).</summary>
    HealthAdvice,

    /// <summary>Health supplies what it already holds, before the decision: a local target of 2 weeks, not law.</summary>
    EarlyInformation,

    /// <summary>The authority says that no plan is needed: 16 weeks (regulation 10(1)).</summary>
    NoPlanNotice,

    /// <summary>The authority sends the final plan: 20 weeks (regulation 13(2)).</summary>
    FinalPlan,
}
