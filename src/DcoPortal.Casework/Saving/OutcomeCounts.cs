using DcoPortal.Domain;

namespace DcoPortal.Casework.Saving;

internal static class OutcomeCounts
{
    /// <summary>How much a background job did.</summary>
    /// <exception cref="DomainRuleException">A rule refused the work, which an administrator must look at.</exception>
    /// <exception cref="InvalidOperationException">Another save was quicker each time: the job tries again.</exception>
    public static int Count(this Outcome<int> outcome) => outcome.Kind switch
    {
        OutcomeKind.Refused => throw new DomainRuleException(outcome.Of.Rule!),
        OutcomeKind.ChangedMeanwhile => throw new InvalidOperationException("Somebody else changed it each time. It is tried again."),
        _ => outcome.Value,
    };
}
