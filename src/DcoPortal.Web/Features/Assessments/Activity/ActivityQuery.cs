using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Assessments.Activity;

/// <summary>Reads the audit trail of one assessment.</summary>
public sealed class ActivityQuery(PortalDb db, UkClock clock, CurrentPerson person)
{
    private const int PageSize = 50;

    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<ActivityModel?> ForAsync(string reference, string? show, int page, CancellationToken ct)
    {
        var found = await (
            from a in db.Assessments.AsNoTracking()
            where a.Reference == reference
            join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id
            select new { Assessment = a, Authority = la.Name }).SingleOrDefaultAsync(ct);
        if (found is null) { return null; }
        show = show is "views" or "all" ? show : "changes";
        var id = found.Assessment.Id;
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.AssessmentId == id).ShownTo(person.Scope.Kind);
        if (show != "all")
        {
            var reads = show == "views";
            entries = entries.Where(e => e.IsRead == reads);
        }
        var total = await entries.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        var lines = await entries.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(ct);
        return new ActivityModel
        {
            Keys = found.Assessment.Keys,
            Child = AssessmentBanner.Of(found.Assessment, found.Authority, clock.Today),
            Show = show,
            List = new([.. lines.Select(Line)], page, PageSize, total),
        };
    }

    private ActivityLine Line(AuditEntry e)
    {
        var kind = person.Scope.Kind;
        var detail = AuthorityView.ShowsDetail(e.Fact, kind);
        return new(e.ActionId, e.AtUtc, AuthorityView.Sentence(e.Fact, e.Sentence, kind), detail ? FactWords.Of(e.Fact, e.Before) : null, detail ? FactWords.Of(e.Fact, e.After) : null, detail ? e.Reason : null,
            e.IsRead, e.ActorName, e.ActorRole, e.ActorOrganisation);
    }
}
