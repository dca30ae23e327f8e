namespace DcoPortal.Domain.Statutory;

// one entry for each version of a limit; to change the law, close a version with EffectiveUntil and add the next
public static partial class StatutoryRules
{
    /// <summary>Every version of every limit, in the order they are printed.</summary>
    public static IReadOnlyList<StatutoryRule> All { get; } =
    [
        .. OfAssessments, .. OfLocalTargets, .. OfReassessments, .. OfOrders, .. OfConcessions, .. OfMoves, .. OfReviews, .. OfMediation, .. OfAgreements, .. OfAppeals,
    ];
}
