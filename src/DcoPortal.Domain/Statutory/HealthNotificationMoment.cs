namespace DcoPortal.Domain.Statutory;

/// <summary>The moments at which the authority must tell health (SI 2014/1530), with the regulation for a request. After an order and for a re-assessment see <see cref="HealthNotifications.CitationOf"/>. The advice request is another thing and comes on top.</summary>
public enum HealthNotificationMoment
{
    /// <summary>The authority is considering whether to assess: regulation 4(2).</summary>
    UnderConsideration,

    /// <summary>The authority has decided to assess or not: regulation 5(2).</summary>
    DecisionMade,

    /// <summary>The authority has told the family that no plan is needed: regulation 10(2).</summary>
    NoPlanNeeded,

    /// <summary>The authority has sent the final plan: regulation 13(2)(c).</summary>
    FinalPlanIssued,
}
