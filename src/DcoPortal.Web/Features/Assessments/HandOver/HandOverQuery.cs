using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Assessments.HandOver;

/// <summary>Reads what the forms of handing over show.</summary>
public sealed class HandOverQuery(PortalDb db, CaseOwners owners, CaseOwnerName names, CurrentPerson person, UkClock clock)
{
    /// <summary>Fills in the form of one case.</summary>
    /// <returns>False when the person has no such case.</returns>
    public async Task<bool> FillAsync(HandOverForm form, string reference, CancellationToken ct)
    {
        var found = await (from a in db.Assessments.AsNoTracking() where a.Reference == reference join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id select new { Assessment = a, la.Name }).SingleOrDefaultAsync(ct);
        if (found is null) { return false; }
        form.Keys = found.Assessment.Keys;
        form.Child = AssessmentBanner.Of(found.Assessment, found.Name, clock.Today);
        form.Wishes = WishesToRead.Of([found.Assessment]);
        form.Owner = found.Assessment.OwnerUserId?.ToString() ?? CaseOwnerChoices.Nobody;
        form.Now = await names.OfAsync(found.Assessment, ct);
        form.People = CaseOwnerChoices.ToGive([.. (await owners.AllAsync(ct)).Where(c => c.UserId != found.Assessment.OwnerUserId)], person.Scope.UserId);
        return true;
    }

    /// <summary>Fills in the form of all cases of a person.</summary>
    public async Task FillAsync(HandOverAllForm form, CancellationToken ct)
    {
        var all = await owners.AllAsync(ct);
        var nobodys = await db.Assessments.In(AssessmentMark.Open, db, clock.Today).CountAsync(a => a.OwnerUserId == null, ct);
        form.Having = CaseOwnerChoices.Having(all, nobodys);
        form.People = CaseOwnerChoices.ToGive(all, person.Scope.UserId);
    }
}
