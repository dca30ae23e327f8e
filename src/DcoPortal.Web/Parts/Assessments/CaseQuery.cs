using DcoPortal.Casework.Ties;

namespace DcoPortal.Web.Parts.Assessments;

/// <summary>A case with the banner that says whose it is.</summary>
/// <param name="Assessment">The case. Read only: pages show it, handlers load their own.</param>
/// <param name="Child">Its banner.</param>
public sealed record CaseFound(Assessment Assessment, ChildBanner Child);

/// <summary>Reads a case by its reference, for the pages about one case.</summary>
public sealed class CaseQuery(PortalDb db, MergedCases merged, UkClock clock)
{
    /// <summary>Null when the person has no such assessment.</summary>
    public Task<CaseFound?> FindAsync(string reference, CancellationToken ct) => FindAsync(db.Assessments, reference, ct);

    /// <summary>The same, also of a case that became part of another, for the pages that only read.</summary>
    public async Task<CaseFound?> FindAlsoMergedAsync(string reference, CancellationToken ct) => await FindAsync(reference, ct) ?? await FindAsync(merged.Rows, reference, ct);

    private async Task<CaseFound?> FindAsync(IQueryable<Assessment> assessments, string reference, CancellationToken ct)
    {
        var found = await (
            from a in assessments.AsNoTracking()
            join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id
            where a.Reference == reference
            select new { Assessment = a, Authority = la.Name }).SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.Assessment, AssessmentBanner.Of(found.Assessment, found.Authority, clock.Today));
    }
}
