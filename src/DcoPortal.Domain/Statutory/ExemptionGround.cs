namespace DcoPortal.Domain.Statutory;

/// <summary>The reasons, and the only ones, for which a body need not keep to a time limit (SI 2014/1530 regulations 5(4), 8(2) and 10(4)).</summary>
public enum ExemptionGround
{
    /// <summary>The authority asked a head or principal for advice in the closure window: 5(4)(a), 10(4)(a). Never health.</summary>
    SchoolClosed,

    /// <summary>The authority asked an early-years provider's SEN lead in the closure window: 5(4)(b), 10(4)(b). Never health.</summary>
    EarlyYearsProviderClosed,

    /// <summary>Exceptional circumstances: 8(2)(a) for health; they must be personal for the authority, 5(4)(c), 10(4)(c).</summary>
    ExceptionalCircumstances,

    /// <summary>Absent from the authority's area for 4 continuous weeks or more in the period: 5(4)(d), 8(2)(b), 10(4)(d).</summary>
    AbsentFromArea,

    /// <summary>The child or young person failed to keep an appointment made by health in its 6 weeks: 8(2)(c). Health only.</summary>
    MissedAppointment,
}
