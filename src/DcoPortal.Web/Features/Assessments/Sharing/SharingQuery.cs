using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Assessments.Sharing;

/// <summary>A family's wish as it stands.</summary>
public sealed record SharingFacts(CaseKeys Keys, Guid Version, ChildBanner Child, SharingWish Wish, bool IsYoungPerson);

/// <summary>Reads <see cref="SharingFacts"/>.</summary>
public sealed class SharingQuery(PortalDb db, UkClock clock)
{
    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<SharingFacts?> ForAsync(string reference, CancellationToken ct)
    {
        var found = await (
            from a in db.Assessments.AsNoTracking()
            join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id
            where a.Reference == reference
            select new { Assessment = a, Authority = la.Name }).SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.Assessment.Keys, found.Assessment.Version, AssessmentBanner.Of(found.Assessment, found.Authority, clock.Today), found.Assessment.Family.Wish,
            CompulsorySchoolAge.IsYoungPerson(found.Assessment.Child.DateOfBirth, clock.Today));
    }
}
