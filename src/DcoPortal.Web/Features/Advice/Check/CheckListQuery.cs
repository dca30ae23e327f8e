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
                              select new Asked
                              {
                                  Id = r.Id,
                                  AssessmentId = r.AssessmentId,
                                  LocalAuthorityId = r.LocalAuthorityId,
                                  Kind = r.Kind,
                                  Stage = r.Stage,
                                  ReceivedByHealthOn = r.ReceivedByHealthOn,
                                  DueOn = r.DueOn,
                                  SubmittedOn = r.SubmittedOn,
                                  SubmittedUtc = r.SubmittedUtc,
                                  SubmittedByName = r.SubmittedByName,
                                  EndedUtc = r.EndedUtc,
                                  HasExemption = r.HasExemption,
                                  NilReason = r.NilReason,
                                  SentBackCount = r.SentBackCount,
                                  Service = s.Name,
                                  Provider = p.ShortName,
                                  Holder = h == null ? null : h.FullName,
                              }).ToListAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        var byCase = requests.Where(r => r.EndedUtc is null).OrderBy(r => r.DueOn).ThenBy(r => r.SubmittedUtc).ThenBy(r => r.Id).ToLookup(r => r.AssessmentId);
        return [.. ids.Select(id => new CheckChild(
            ChildLine.Of(cases[id].KnownAs, cases[id].Forenames, cases[id].LegalSurname, cases[id].DateOfBirth, cases[id].Setting, cases[id].Reference), cases[id].Authority,
            [.. byCase[id].Where(x => x.SubmittedOn is not null).Select(x => Answer(x, conventions))],
            [.. byCase[id].Where(x => x.SubmittedOn is null).Select(x => new AwaitedAnswer($"{x.Service}, {x.Provider}", x.DueOn, x.Stage.IsOutstanding()))]))];
    }

    private CheckRow Answer(Asked r, BoardClockSettings conventions)
    {
        var deadline = AdviceRequest.DeadlineOf(r.Kind, r.ReceivedByHealthOn, r.DueOn, conventions.For(r.LocalAuthorityId));
        return new(r.Id, r.Holder ?? r.Service, $"{r.Service}, {r.Provider}", r.Kind, r.DueOn, deadline.LocalDue, deadline.Status(clock.Today, null),
            r.HasExemption, r.SubmittedOn!.Value, r.SubmittedByName ?? "", r.NilReason, r.SentBackCount, r.Stage == RequestStage.ToReturn);
    }

    private sealed record Asked
    {
        public Guid Id { get; init; }
        public Guid AssessmentId { get; init; }
        public Guid LocalAuthorityId { get; init; }
        public AdviceKind Kind { get; init; }
        public RequestStage Stage { get; init; }
        public DateOnly ReceivedByHealthOn { get; init; }
        public DateOnly DueOn { get; init; }
        public DateOnly? SubmittedOn { get; init; }
        public DateTime? SubmittedUtc { get; init; }
        public string? SubmittedByName { get; init; }
        public DateTime? EndedUtc { get; init; }
        public bool HasExemption { get; init; }
        public ReplyCode? NilReason { get; init; }
        public int SentBackCount { get; init; }
        public required string Service { get; init; }
        public required string Provider { get; init; }
        public string? Holder { get; init; }
    }

    private sealed class ChildKey
    {
        public Guid AssessmentId { get; init; }

        public string Reference { get; init; } = "";
    }
}
