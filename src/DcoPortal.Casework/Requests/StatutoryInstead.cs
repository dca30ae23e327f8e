namespace DcoPortal.Casework.Requests;

/// <summary>Statutory advice in the place of early information that was asked of nobody, or given back, when the authority decided to assess: its kind and due date no longer fit.</summary>
internal static class StatutoryInstead
{
    private const string Why = "Replaced by a request for statutory advice: the authority has decided to assess.";

    /// <summary>Closes the early one in the caller's save; its note and the family's mark go along where the new one has none.</summary>
    public static void Take(AdviceRequest early, AdviceRequest statutory, AuditTrail audit, DateTime utc)
    {
        audit.Record(early.Close(Why, utc)!);
        statutory.Describe(statutory.CoveringNote ?? early.CoveringNote, statutory.RequestedByFamily || early.RequestedByFamily);
    }

    /// <summary>The decision is taken back, and the early one is to be sent again: what was written for the statutory one meanwhile goes along, in the caller's save.</summary>
    /// <param name="statutory">A statutory request that was prepared and not sent.</param>
    /// <param name="reopened">The requests that are open again.</param>
    /// <returns>Whether it had taken the place of one of them.</returns>
    public static bool GiveBack(AdviceRequest statutory, IEnumerable<AdviceRequest> reopened)
    {
        if (reopened.FirstOrDefault(r => r.Kind == AdviceKind.EarlyInformation && r.Stage.IsWithNobody() && TargetOf(r) == TargetOf(statutory)) is not { } early) { return false; }
        early.Describe(statutory.CoveringNote ?? early.CoveringNote, statutory.RequestedByFamily || early.RequestedByFamily);
        return true;
    }

    private static string TargetOf(AdviceRequest request) => request.KeyBeforeEnd[request.KeyBeforeEnd.IndexOf(':', StringComparison.Ordinal)..];
}
