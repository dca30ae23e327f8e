using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Assessments.Sharing;

/// <summary>A family's wish as it stands, and the linked cases of the child that have another.</summary>
public sealed record SharingFacts(CaseKeys Keys, Guid Version, ChildBanner Child, SharingWish Wish, bool IsYoungPerson, IReadOnlyList<LinkedWish> Linked);

/// <summary>Reads <see cref="SharingFacts"/>.</summary>
public sealed class SharingQuery(CaseQuery cases, PortalDb db, LinkedWishesQuery linked, UkClock clock)
{
    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<SharingFacts?> ForAsync(string reference, CancellationToken ct)
    {
        return await cases.FindAsync(reference, ct) is not var (assessment, child) ? null
            : new(assessment.Keys, assessment.Version, child, assessment.Family.Wish, CompulsorySchoolAge.IsYoungPerson(assessment.Child.DateOfBirth, clock.Today), await linked.OfAsync(assessment, ct));
    }

    /// <summary>The wish of a linked case, to record it here too; null where it is none of the child's.</summary>
    public async Task<SharingWish?> OfLinkedAsync(SharingFacts facts, string reference, CancellationToken ct) => facts.Linked.Any(l => l.Reference == reference)
        ? (await db.Assessments.AsNoTracking().SingleAsync(a => a.Reference == reference, ct)).Family.Wish
        : null;
}
