namespace DcoPortal.Domain.Statutory;

/// <summary>Whether the day of the event is counted: the words of the Regulations decide.</summary>
public enum CountingConvention
{
    /// <summary>"Within 6 weeks of": the day of the event is left out (Marren v Dawson Bentley [1961] 2 QB 135).</summary>
    Of,

    /// <summary>"15 days beginning with": the day of the event is the first day counted.</summary>
    BeginningWith,

    /// <summary>"At least 2 weeks before": counted back from the event, whose own day is left out.</summary>
    Before,
}
