namespace DcoPortal.Casework.Ties;

/// <summary>
/// The one way to read a case that became part of another: no list, figure or search finds it. The person's row scope holds here
/// as everywhere; only the filter that hides merged cases is left out.
/// </summary>
public sealed class MergedCases(PortalDb db)
{
    /// <summary>The merged cases in the person's scope.</summary>
    public IQueryable<Assessment> Rows => db.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).Where(a => a.MergedIntoId != null);

    /// <summary>Whether a reference is of a case that became part of another.</summary>
    public Task<bool> IsOneAsync(string reference, CancellationToken ct) => Rows.AnyAsync(a => a.Reference == reference, ct);
}
