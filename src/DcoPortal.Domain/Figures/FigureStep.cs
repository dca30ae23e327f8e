namespace DcoPortal.Domain.Figures;

/// <summary>The steps on the way of a request, each from the day of one thing to the day of the next.</summary>
public enum FigureStep
{
    /// <summary>From the authority's decision to assess until health was told.</summary>
    DecisionToHealth,

    /// <summary>From health being told until the DCO service asked a service.</summary>
    HealthToAsked,

    /// <summary>From asking until anybody asked opened it.</summary>
    AskedToOpened,

    /// <summary>From opening until the first answer that was not sent back.</summary>
    OpenedToAnswered,

    /// <summary>From that answer until the authority had it.</summary>
    AnsweredToReturned,
}
