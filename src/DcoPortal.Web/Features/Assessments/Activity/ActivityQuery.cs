using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Assessments.Activity;

/// <summary>Reads the audit trail of one assessment.</summary>
public sealed class ActivityQuery(PortalDb db, CaseQuery cases, CurrentPerson person)
{
    private const int PageSize = 50;

    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<ActivityModel?> ForAsync(string reference, string? show, int page, CancellationToken ct)
    {
        if (await cases.FindAlsoMergedAsync(reference, ct) is not var (assessment, child)) { return null; }
        show = show is "views" or "all" ? show : "changes";
        var id = assessment.Id;
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
            Keys = assessment.Keys,
            Child = child,
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
