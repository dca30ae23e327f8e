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
}
