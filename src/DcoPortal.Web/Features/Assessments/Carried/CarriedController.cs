using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Assessments.Carried;

/// <summary>An answer that came with a case, to read.</summary>
public sealed record CarriedPage(CaseKeys Keys, ChildBanner Child, CarriedGiven Given, IReadOnlyList<CarriedGone> Gone) : IShowsChildRecord
{
    CaseKeys IShowsChildRecord.ShownCase => Keys;
}

/// <summary>Advice that was returned before its case was moved here.</summary>
[Area("Assessments"), Allow(Permission.ViewAssessments)]
public sealed class CarriedController(PortalDb db, CarriedAnswersQuery query, WithdrawnPapersQuery withdrawn, UkClock clock) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("/carried-advice/{id:guid}")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        var found = await (from c in db.CarriedAnswers
                           join a in db.Assessments on c.AssessmentId equals a.Id
                           join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id
                           where c.Id == id
                           select new { Assessment = a, Authority = la.Name }).AsNoTracking().SingleOrDefaultAsync(ct);
        return found is not null && (await query.OfAsync(found.Assessment.Id, ct)).FirstOrDefault(c => c.Row.Id == id) is { } given
            ? View(new CarriedPage(found.Assessment.Keys, AssessmentBanner.Of(found.Assessment, found.Authority, clock.Today), given, [.. (await query.WithdrawnAsync(found.Assessment.Id, ct)).Where(g => g.SourceRequestId == given.Row.SourceRequestId)]))
            // an email or a bookmark still names it
            : await withdrawn.OfCarriedAsync(id, ct) is { } gone ? this.Instead(ErrorPages.ForWithdrawn(gone)) : NotFound();
    }
}
