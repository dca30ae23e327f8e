using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Assessments.Sharing;

/// <summary>A family's wish as it stands.</summary>
public sealed record SharingFacts(CaseKeys Keys, Guid Version, ChildBanner Child, SharingWish Wish, bool IsYoungPerson);

/// <summary>Reads <see cref="SharingFacts"/>.</summary>
public sealed class SharingQuery(CaseQuery cases, UkClock clock)
{
    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<SharingFacts?> ForAsync(string reference, CancellationToken ct)
    {
        return await cases.FindAsync(reference, ct) is not var (assessment, child) ? null
            : new(assessment.Keys, assessment.Version, child, assessment.Family.Wish, CompulsorySchoolAge.IsYoungPerson(assessment.Child.DateOfBirth, clock.Today));
    }
}
