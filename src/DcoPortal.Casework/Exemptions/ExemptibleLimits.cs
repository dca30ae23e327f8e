using DcoPortal.Casework.Assessments;

namespace DcoPortal.Casework.Exemptions;

/// <summary>On which limits the authority's exemption may be recorded.</summary>
internal static class ExemptibleLimits
{
    /// <summary>Why the authority may not record one, or null when it may. A missed limit may be explained after the event: the SEN2 return asks.</summary>
    public static string? Refusal(AuthorityLimit limit) =>
        !limit.Applies ? "This time limit no longer binds the authority on this assessment, so there is nothing to be exempt from."
        : ExemptionRules.GroundsFor(limit.Deadline).Count == 0 ? "No exemption is listed for this time limit."
        : null;
}
