namespace DcoPortal.Domain.Assessments;

// a request that reached health outside the portal, which the DCO service records for the authority
public sealed partial class Assessment
{
    /// <summary>Whether the DCO service recorded it for the authority. The day it arrived is then <see cref="NotifiedOn"/>, the moment it was recorded <see cref="NotifiedUtc"/>.</summary>
    public bool IsRecordedByHealth { get; private set; }

    /// <summary>How it arrived, where the DCO service said so.</summary>
    public ArrivalWay? ArrivedBy { get; private set; }

    /// <summary>Marks it as recorded by the DCO service.</summary>
    public void RecordedByHealth(ArrivalWay? arrivedBy) => (IsRecordedByHealth, ArrivedBy) = (true, arrivedBy);

    /// <summary>Corrects the day on which the authority's request arrived. Where it was the request for advice too, health's 6 weeks are counted anew by <see cref="CorrectAdviceReceipt"/>.</summary>
    /// <exception cref="DomainRuleException">The authority recorded it itself, or the day is before the clock started, after health was told of the decision or in the future.</exception>
    public void CorrectArrival(DateOnly on, DateOnly today)
    {
        if (!IsRecordedByHealth) { throw new DomainRuleException("The authority recorded this itself, so it arrived on that day."); }
        if (on < RequestReceivedOn) { throw new DomainRuleException($"It cannot have arrived before {StartWords}."); }
        if (on > HealthToldOfDecisionOn) { throw new DomainRuleException("It cannot have arrived after health was told of the decision."); }
        if (on > today) { throw new DomainRuleException("The day it arrived cannot be in the future."); }
        NotifiedOn = on;
    }
}
