using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Check;

/// <summary>Reads the answers that wait to be checked.</summary>
public sealed class CheckQuery(PortalDb db, ClockSettingsQuery settings, UkClock clock)
{
    private const int PageSize = 25;

    /// <summary>A page of the list.</summary>
    public async Task<CheckListPage> ListAsync(int page, CancellationToken ct)
    {
        var today = clock.Today;
        var waiting = db.AdviceRequests.AsNoTracking().Where(clock.Light.In(RequestBox.ToCheck));
        var total = await waiting.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        var rows = await (from r in waiting
                          join s in db.Services on r.ServiceId equals s.Id
                          join p in db.Providers on r.ProviderId equals p.Id
                          join a in db.LocalAuthorities on r.LocalAuthorityId equals a.Id
                          join c in db.Assessments on r.AssessmentId equals c.Id
                          join h in db.Professionals on r.ProfessionalId equals h.Id into holders
                          from h in holders.DefaultIfEmpty()
                          orderby r.DueOn, r.AssessmentReference, r.Id
                          select new { r, Service = s.Name, Provider = p.ShortName, Authority = a.Name, Holder = h == null ? null : h.FullName, c.Child.KnownAs, c.Child.Forenames, c.Child.LegalSurname, c.Child.DateOfBirth, Setting = c.Setting.Name })
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        List<CheckRow> items = [.. rows.Select(x => new CheckRow(x.r.Id, ChildLine.Of(x.KnownAs, x.Forenames, x.LegalSurname, x.DateOfBirth, x.Setting, x.r.AssessmentReference), x.Holder ?? x.Service, $"{x.Service}, {x.Provider}", x.Authority, x.r.Kind, x.r.DueOn, x.r.DeadlineWith(conventions.For(x.r.LocalAuthorityId)).LocalDue,
            x.r.Deadline.Status(today, null), x.r.HasExemption, x.r.SubmittedOn!.Value, x.r.SubmittedByName ?? "", x.r.NilReason, x.r.SentBackCount, x.r.Stage == RequestStage.ToReturn))];
        return new CheckListPage(new ListPage<CheckRow>(items, page, PageSize, total), today);
    }

    /// <summary>One answer, or null when it is not in scope or was not submitted.</summary>
    public async Task<CheckPage?> LoadAsync(Guid id, SendBackForm? typed, CancellationToken ct)
    {
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.ShownToService, ct);
        if (request is null) { return null; }
        var assessment = await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == request.AssessmentId, ct);
        var names = await (from s in db.Services
                           join p in db.Providers on s.ProviderId equals p.Id
                           from a in db.LocalAuthorities
                           where s.Id == request.ServiceId && a.Id == request.LocalAuthorityId
                           select new { Service = s.Name, Provider = p.ShortName, Authority = a.Name, Holder = db.Professionals.Where(h => h.Id == request.ProfessionalId).Select(h => h.FullName).FirstOrDefault() }).SingleAsync(ct);
        return new CheckPage
        {
            ShownCase = request.Keys,
            Child = AssessmentBanner.Of(assessment, names.Authority, clock.Today),
            Request = request,
            LocalDueOn = request.DeadlineWith((await settings.ConventionsAsync(ct)).For(request.LocalAuthorityId)).LocalDue,
            Asked = names.Holder ?? names.Service,
            Service = $"{names.Service}, {names.Provider}",
            // a draft that was not submitted, or came before a nil return, is shown to the service alone
            Response = request.NilReason is null && request.SubmittedUtc is not null ? await db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) : null,
            Documents = await db.Documents.Where(d => d.AdviceRequestId == id && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && request.SubmittedUtc != null)
                .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Select(d => new CheckDocument(d.Id, d.FileName, d.SizeBytes, d.UploadedUtc, d.UploadedByName)).ToListAsync(ct),
            FamilyViews = assessment.Family.Views,
            AllNil = await AllNil.IsAsync(db, request.AssessmentId, ct),
            Exemptions = await db.Exemptions.AsNoTracking().Where(e => e.AdviceRequestId == id && e.WithdrawnUtc == null).OrderBy(e => e.RecordedOn).ThenBy(e => e.Id).ToListAsync(ct),
            Today = clock.Today,
            Form = typed ?? new SendBackForm { Version = request.Version },
        };
    }
}
