namespace DcoPortal.Casework.Assessments;

/// <summary>The one predicate of triage, for its list and for the worklist.</summary>
public static class TriageRows
{
    /// <summary>Open assessments that the DCO service has not dealt with in their present state.</summary>
    public static IQueryable<Assessment> InTriage(this IQueryable<Assessment> assessments) =>
        assessments.StillOpen().Where(a => a.TriagedUtc == null);
}
