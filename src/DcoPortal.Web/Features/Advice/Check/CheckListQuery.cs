using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;

namespace DcoPortal.Web.Features.Advice.Check;

/// <summary>Reads the answers that wait, by child: the earliest due date first, then who has waited longest.</summary>
public sealed class CheckListQuery(PortalDb db, ClockSettingsQuery settings, UkClock clock, CurrentPerson person)
{
    /// <summary>Children on a page.</summary>
    public const int PageSize = 20;

    private IQueryable<AdviceRequest> Waiting => db.AdviceRequests.AsNoTracking().Where(clock.Light.In(RequestBox.ToCheck));

    /// <summary>A page of whole children.</summary>
    public async Task<CheckListPage> LoadAsync(int page, CancellationToken ct)
    {
        var children = await Waiting.Select(r => r.AssessmentId).Distinct().CountAsync(ct);
        page = Paging.Nearest(page, children, PageSize);
        var ids = await ByChild().Select(g => g.Key.AssessmentId).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var items = ids.Count == 0 ? [] : await ChildrenAsync(ids, ct);
        return new(new(items, page, PageSize, children), items.Sum(c => c.Answers.Count), clock.Today, person.May(Permission.ReturnAdvice));
    }

    /// <summary>An answer in words, for a message on another's page: "Occupational therapy, LCC-26-00042".</summary>
    public async Task<string> NameOfAsync(Guid id, CancellationToken ct) =>
        await db.AdviceRequests.Where(r => r.Id == id).Join(db.Services, r => r.ServiceId, s => s.Id, (r, s) => s.Name + ", " + r.AssessmentReference).FirstOrDefaultAsync(ct) ?? "Advice";

    /// <summary>The answer to check after this one: of the same child, else of the next child of the list, else from its start; null when nothing is left.</summary>
    public async Task<NextAnswer?> NextAsync(Guid id, CancellationToken ct)
    {
        var child = await db.AdviceRequests.Where(r => r.Id == id).Select(r => r.AssessmentId).SingleOrDefaultAsync(ct);
        var order = await ByChild().Select(g => new { g.Key.AssessmentId, Left = g.Count(r => r.Stage == RequestStage.ToCheck && r.Id != id) }).ToListAsync(ct);
        var here = Math.Max(0, order.FindIndex(c => c.AssessmentId == child));
        if (order.Skip(here).Concat(order.Take(here)).FirstOrDefault(c => c.Left > 0) is not { } found) { return null; }
        var next = await Waiting.Where(r => r.AssessmentId == found.AssessmentId && r.Stage == RequestStage.ToCheck && r.Id != id)
            .OrderBy(r => r.DueOn).ThenBy(r => r.SubmittedUtc).ThenBy(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync(ct);
        return next == default ? null : new(next, found.AssessmentId == child);
    }

    private IQueryable<IGrouping<ChildKey, AdviceRequest>> ByChild() => Waiting
        .GroupBy(r => new ChildKey { AssessmentId = r.AssessmentId, Reference = r.AssessmentReference })
        .OrderBy(g => g.Min(r => r.DueOn)).ThenBy(g => g.Min(r => r.SubmittedUtc)).ThenBy(g => g.Key.Reference);

    private async Task<List<CheckChild>> ChildrenAsync(List<Guid> ids, CancellationToken ct)
    {
        var cases = await (from c in db.Assessments.AsNoTracking()
                           join a in db.LocalAuthorities on c.LocalAuthorityId equals a.Id
                           where ids.Contains(c.Id)
                           select new { c.Id, c.Reference, c.Child.KnownAs, c.Child.Forenames, c.Child.LegalSurname, c.Child.DateOfBirth, Setting = c.Setting.Name, Authority = a.Name }).ToDictionaryAsync(c => c.Id, ct);
        // all of these children, also what has ended: asked for what is open in order, the database would read every open request
        var requests = await (from r in db.AdviceRequests.AsNoTracking()
                              join s in db.Services on r.ServiceId equals s.Id
                              join p in db.Providers on r.ProviderId equals p.Id
                              join h in db.Professionals on r.ProfessionalId equals h.Id into holders
                              from h in holders.DefaultIfEmpty()
                              where ids.Contains(r.AssessmentId)
                              select new { Row = r, Service = s.Name, Provider = p.ShortName, Holder = h == null ? null : h.FullName }).ToListAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        var byCase = requests.Where(r => r.Row.EndedUtc is null).OrderBy(r => r.Row.DueOn).ThenBy(r => r.Row.SubmittedUtc).ThenBy(r => r.Row.Id).ToLookup(r => r.Row.AssessmentId);
        return [.. ids.Select(id => new CheckChild(
            ChildLine.Of(cases[id].KnownAs, cases[id].Forenames, cases[id].LegalSurname, cases[id].DateOfBirth, cases[id].Setting, cases[id].Reference), cases[id].Authority,
            [.. byCase[id].Where(x => x.Row.SubmittedOn is not null).Select(x => Answer(x.Row, x.Holder ?? x.Service, $"{x.Service}, {x.Provider}", conventions))],
            [.. byCase[id].Where(x => x.Row.SubmittedOn is null).Select(x => new AwaitedAnswer($"{x.Service}, {x.Provider}", x.Row.DueOn, x.Row.Stage.IsOutstanding()))]))];
    }

    private CheckRow Answer(AdviceRequest r, string asked, string service, BoardClockSettings conventions) =>
        new(r.Id, asked, service, r.Kind, r.DueOn, r.DeadlineWith(conventions.For(r.LocalAuthorityId)).LocalDue, r.Deadline.Status(clock.Today, null),
            r.HasExemption, r.SubmittedOn!.Value, r.SubmittedByName ?? "", r.NilReason, r.SentBackCount, r.Stage == RequestStage.ToReturn);

    private sealed class ChildKey
    {
        public Guid AssessmentId { get; init; }

        public string Reference { get; init; } = "";
    }
}
