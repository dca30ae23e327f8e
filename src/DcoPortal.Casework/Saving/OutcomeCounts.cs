using DcoPortal.Domain;

namespace DcoPortal.Casework.Saving;

internal static class OutcomeCounts
{
    /// <summary>How much was done, for work that nobody waits for.</summary>
    /// <exception cref="DomainRuleException">A rule refused it: somebody has to look.</exception>
    /// <exception cref="InvalidOperationException">Others were quicker each time: the job tries it again.</exception>
    public static int Count(this Outcome<int> outcome) => outcome.Kind switch
    {
        OutcomeKind.Refused => throw new DomainRuleException(outcome.Of.Rule!),
        OutcomeKind.ChangedMeanwhile => throw new InvalidOperationException("Somebody else changed it each time. It is tried again."),
        _ => outcome.Value,
    };
}
