namespace DcoPortal.Domain.Statutory;

/// <summary>The lists of exemptions in SI 2014/1530. A body may rely on a ground of the list for its own time limit and on no other.</summary>
public enum ExemptionList
{
    /// <summary>No exemption is listed.</summary>
    None,

    /// <summary>Regulation 5(4): the authority's 6 weeks to decide.</summary>
    Decision,

    /// <summary>Regulation 8(2): the 6 weeks of health or another body asked.</summary>
    HealthAdvice,

    /// <summary>Regulation 10(4): the authority's 16 weeks.</summary>
    NoPlanNotice,

    /// <summary>Regulation 13(3), which uses 10(4)(a) to (d): the authority's 20 weeks.</summary>
    FinalPlan,

    /// <summary>Regulation 27(3): the authority's 14 weeks after a re-assessment.</summary>
    Reassessment,

    /// <summary>Regulation 44(3): the authority's limits after an order. The text was not seen; the grounds are those of the Tribunal's guide SEND18.</summary>
    TribunalOrder,

    /// <summary>Regulation 45(7): the authority's limits after a concession.</summary>
    TribunalConcession,
}
