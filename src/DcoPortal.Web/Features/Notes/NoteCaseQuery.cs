using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Notes;

/// <summary>Reads the case that a note is about, under the person's scope.</summary>
public sealed class NoteCaseQuery(PortalDb db, CurrentPerson person, UkClock clock)
{
    /// <summary>The case of a reference, or null.</summary>
    public Task<NoteCase?> OfReferenceAsync(string reference, CancellationToken ct) => OneAsync(db.Assessments.Where(a => a.Reference == reference), ct);

    /// <summary>The case of an id, or null.</summary>
    public Task<NoteCase?> OfIdAsync(Guid id, CancellationToken ct) => OneAsync(db.Assessments.Where(a => a.Id == id), ct);

    private async Task<NoteCase?> OneAsync(IQueryable<Assessment> which, CancellationToken ct)
    {
        var found = await (from a in which.AsNoTracking() join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id select new { Assessment = a, la.Name }).SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.Assessment.Keys, AssessmentBanner.Of(found.Assessment, found.Name, clock.Today), person.Actor.Organisation, clock.Today);
    }
}
