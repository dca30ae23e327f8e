namespace DcoPortal.Domain.Statutory.Forecasting;

/// <summary>Why there is or is not an expected date.</summary>
public enum ForecastBasis
{
    /// <summary>There is enough history.</summary>
    History,

    /// <summary>The service has given fewer answers lately than <see cref="ServiceHistory.FewestAnswers"/>.</summary>
    NotEnoughHistory,

    /// <summary>The request has waited longer than nearly all of the service's answers lately took, so they say nothing about it.</summary>
    LongerThanHistory,

    /// <summary>Some of the service's answers took as long as the request has waited, but too few to say when it comes.</summary>
    FewTookThatLong,

    /// <summary>A later day than the pace of the service makes was promised, or recorded with an exemption.</summary>
    Recorded,
}

/// <summary>When one outstanding request may be answered, from the time its service has lately taken, and never before the day that was recorded for it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Basis">Whether there is enough history.</param>
/// <param name="ExpectedOn">The middle date (median), or the day that was recorded where that is later, Europe/London; null without a basis.</param>
/// <param name="SlowOn">The date by which three in four such answers come, Europe/London; null without a basis, and where it rests on a recorded day alone.</param>
/// <param name="BasedOn">The basis, in words that stand alone: "median of 12 answers by Physiotherapy in the last 6 months".</param>
public sealed record ExpectedAnswer(OutstandingRequest Request, ForecastBasis Basis, DateOnly? ExpectedOn, DateOnly? SlowOn, string BasedOn);
