using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Features.Advice.Check;

/// <summary>Reads the answers that wait, by child: the earliest due date first, then who has waited longest.</summary>
public sealed class CheckListQuery(PortalDb db, ClockSettingsQuery settings, UkClock clock, CurrentPerson person)
{
    /// <summary>Children on a page.</summary>
    public const int PageSize = 20;

    private IQueryable<AdviceRequest> In(RequestStage? only) => only is { } stage ? Waiting.Where(r => r.Stage == stage) : Waiting;

    private IQueryable<AdviceRequest> Waiting => db.AdviceRequests.AsNoTracking().Answered();

    /// <summary>A page of whole children: of all, or of those with something to check, or to return.</summary>
    public async Task<CheckListPage> LoadAsync(int page, RequestStage? only, CancellationToken ct)
    {
        var children = await In(only).Select(r => r.AssessmentId).Distinct().CountAsync(ct);
        page = Paging.Nearest(page, children, PageSize);
        var ids = await ByChild(In(only)).Select(g => g.Key.AssessmentId).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var items = ids.Count == 0 ? [] : await ChildrenAsync(ids, only, ct);
        return new(new(items, page, PageSize, children), items.Sum(c => c.Answers.Count), only, clock.Today, person.May(Permission.ReturnAdvice));
    }

    /// <summary>An answer in words, for a message on another's page: "Occupational therapy, LCC-26-00042".</summary>
    public async Task<string> NameOfAsync(Guid id, CancellationToken ct) =>
        await db.AdviceRequests.Where(r => r.Id == id).Join(db.Services, r => r.ServiceId, s => s.Id, (r, s) => s.DistinctName + ", " + r.AssessmentReference).FirstOrDefaultAsync(ct) ?? "Advice";

    /// <summary>The answer to check after this one: of the same child, else of the next child of the list, else from its start; null when nothing is left.</summary>
    public async Task<NextAnswer?> NextAsync(Guid id, CancellationToken ct)
    {
        var child = await db.AdviceRequests.Where(r => r.Id == id).Select(r => r.AssessmentId).SingleOrDefaultAsync(ct);
        var order = await ByChild(Waiting).Select(g => new { g.Key.AssessmentId, Left = g.Count(r => r.Stage == RequestStage.ToCheck && r.Id != id) }).ToListAsync(ct);
        var here = Math.Max(0, order.FindIndex(c => c.AssessmentId == child));
        if (order.Skip(here).Concat(order.Take(here)).FirstOrDefault(c => c.Left > 0) is not { } found) { return null; }
        var next = await Waiting.Where(r => r.AssessmentId == found.AssessmentId && r.Stage == RequestStage.ToCheck && r.Id != id)
            .OrderBy(r => r.DueOn).ThenBy(r => r.SubmittedUtc).ThenBy(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync(ct);
        return next == default ? null : new(next, found.AssessmentId == child);
    }

    private static IQueryable<IGrouping<ChildKey, AdviceRequest>> ByChild(IQueryable<AdviceRequest> answers) => answers
        .GroupBy(r => new ChildKey { AssessmentId = r.AssessmentId, Reference = r.AssessmentReference })
        .OrderBy(g => g.Min(r => r.DueOn)).ThenBy(g => g.Min(r => r.SubmittedUtc)).ThenBy(g => g.Key.Reference);

    private async Task<List<CheckChild>> ChildrenAsync(List<Guid> ids, RequestStage? only, CancellationToken ct)
    {
        // open by its stage: asked for those without an end, the database would read every open request of the board
        var requests = await (from r in db.AdviceRequests.AsNoTracking()
                              join c in db.Assessments on r.AssessmentId equals c.Id
                              join a in db.LocalAuthorities on c.LocalAuthorityId equals a.Id
                              join s in db.Services on r.ServiceId equals s.Id
                              join p in db.Providers on r.ProviderId equals p.Id
                              join h in db.Professionals on r.ProfessionalId equals h.Id into holders
                              from h in holders.DefaultIfEmpty()
                              where ids.Contains(r.AssessmentId) && r.Stage != RequestStage.Returned && r.Stage != RequestStage.Closed
                              orderby r.DueOn, r.SubmittedUtc, r.Id
                              select new
                              {
                                  Case = new { c.Id, c.Reference, c.Child.KnownAs, c.Child.Forenames, c.Child.LegalSurname, c.Child.DateOfBirth, Setting = c.Setting.Name, Authority = a.Name },
                                  Row = new { r.Id, r.LocalAuthorityId, r.Kind, r.Stage, r.ReceivedByHealthOn, r.DueOn, r.HasExemption, r.SubmittedOn, r.SubmittedByName, r.NilReason, r.SentBackCount, Facts = new AdviceFacts(r.Kind, r.DueOn, r.Became, r.BecameOn, r.ExcusedBy, r.CaseEndedOn, r.InsteadOfId != null) },
                                  Service = s.Name + ", " + p.ShortName + (s.Town == "" ? "" : ", " + s.Town),
                                  Asked = h == null ? s.Name : h.FullName,
                              }).ToListAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        var byChild = requests.ToLookup(r => r.Case.Id);
        // a child whose last answer was returned a moment ago has none left
        return [.. ids.Where(byChild.Contains).Select(id =>
        {
            var of = byChild[id].First().Case;
            return new CheckChild(ChildLine.Of(of.KnownAs, of.Forenames, of.LegalSurname, of.DateOfBirth, of.Setting, of.Reference), of.Authority,
                [.. byChild[id].Where(x => x.Row.SubmittedOn is not null && (only is null || x.Row.Stage == only)).Select(x =>
                {
                    var (r, deadline) = (x.Row, AdviceRequest.DeadlineOf(x.Row.Kind, x.Row.ReceivedByHealthOn, x.Row.DueOn, conventions.For(x.Row.LocalAuthorityId), x.Row.Facts.LapsedOn));
                    return new CheckRow(r.Id, x.Asked, x.Service, r.Kind, r.DueOn, deadline.LocalDue, deadline.Status(clock.Today, null)!.Value,
                        r.HasExemption, r.SubmittedOn!.Value, r.SubmittedByName ?? "", r.NilReason, r.SentBackCount, r.Stage == RequestStage.ToReturn);
                })],
                [.. byChild[id].Where(x => x.Row.SubmittedOn is null).Select(x => new AwaitedAnswer(x.Service, x.Row.DueOn, x.Row.Stage.IsOutstanding()))]);
        })];
    }

    private sealed class ChildKey
    {
        public Guid AssessmentId { get; init; }

        public string Reference { get; init; } = "";
    }
}
