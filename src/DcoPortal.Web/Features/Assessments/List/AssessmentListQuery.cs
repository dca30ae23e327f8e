using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Identifiers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Assessments.List;

/// <summary>Reads the list: filtered, ordered and paged by the database, its status worked out from the dates.</summary>
public sealed class AssessmentListQuery(PortalDb db, ClockSettingsQuery settings, CaseOwners owners, UkClock clock)
{
    public const int PageSize = 25;

    /// <summary>The most rows of one CSV.</summary>
    public const int MostRows = 10_000;

    private static readonly string[] Sorts = ["due", "-due", "received", "-received", "reference", "-reference"];

    /// <summary>One page of the list.</summary>
    public async Task<AssessmentListPage> PageAsync(AssessmentFilters filters, string? sort, int page, CancellationToken ct)
    {
        sort = Array.IndexOf(Sorts, sort) >= 0 ? sort! : "due";
        var found = Filtered(filters);
        var (open, ended) = (await Open(found).CountAsync(ct), await Ended(found).CountAsync(ct));
        var total = open + ended;
        page = Paging.Nearest(page, total, PageSize);
        var isService = db.Scope.Kind == ScopeKind.DcoService;
        var isAuthority = db.Scope.Kind == ScopeKind.LocalAuthority;
        var colleagues = isAuthority ? await owners.AllAsync(ct) : [];
        return new AssessmentListPage
        {
            List = new(await SliceAsync(found, sort, open, (page - 1) * PageSize, PageSize, ct), page, PageSize, total),
            Filters = filters,
            Sort = sort,
            Today = clock.Today,
            ShowAuthority = isService,
            ShowOwner = isAuthority,
            Owners = isAuthority ? CaseOwnerChoices.ToFilter(colleagues, db.Scope.UserId, filters.Owner) : [],
            ToGive = isAuthority ? CaseOwnerChoices.ToGive(colleagues, db.Scope.UserId) : [],
            Marks = [.. AssessmentMarks.All.Select(m => new SelectListItem(m.Label(), m.Address(), m == filters.Mark))],
            Routes = [.. OriginRoutes.OfAssessments.Select(r => new SelectListItem(OriginRoutes.NameOf(r), r.ToString(), r == filters.Route))],
            Needs = [.. PrimaryNeeds.All.Select(n => new SelectListItem(n.Name, n.Code, n.Code == filters.Need))],
            Authorities = isService ? await AuthoritiesAsync(filters.Authority, ct) : [],
        };
    }

    /// <summary>Every row that matches, up to <see cref="MostRows"/>.</summary>
    public Task<List<AssessmentRow>> AllAsync(AssessmentFilters filters, string? sort, CancellationToken ct) =>
        SliceAsync(Filtered(filters), Array.IndexOf(Sorts, sort) >= 0 ? sort! : "due", int.MaxValue, 0, MostRows, ct);

    private IQueryable<Assessment> Filtered(AssessmentFilters filters)
    {
        var found = db.Assessments.AsNoTracking();
        if (filters.Mark is { } mark) { found = found.In(mark, db, clock.Today); }
        if (filters.Authority is { } authority) { found = found.Where(a => a.LocalAuthorityId == authority); }
        if (filters.Route is { } route)
        {
            ClockEvent[] starts = [.. AssessmentStarts.All.Where(s => AssessmentStarts.RouteOf(s) == route)];
            found = found.Where(a => starts.Contains(a.StartedBy));
        }
        if (filters.Need is { } need) { found = found.Where(a => a.PrimaryNeed == need); }
        if (filters.Behind is { } list) { found = list.Apply(found, db); }
        // the owners of cases are the authority's own matter
        if (filters.Owner is { } whose && db.Scope.Kind == ScopeKind.LocalAuthority) { found = Of(found, whose); }
        return found.Matching(filters.Search);
    }

    private IQueryable<Assessment> Of(IQueryable<Assessment> found, string whose)
    {
        if (whose == CaseOwnerChoices.Nobody) { return found.OfNobody(db); }
        var account = whose == CaseOwnerChoices.Me ? db.Scope.UserId : CaseOwnerChoices.AccountOf(whose);
        return found.Where(a => a.OwnerUserId == account);
    }

    private IQueryable<Assessment> Open(IQueryable<Assessment> found) => found.In(AssessmentMark.Open, db, clock.Today);

    private IQueryable<Assessment> Ended(IQueryable<Assessment> found) => found.In(AssessmentMark.Closed, db, clock.Today);

    /// <summary>Some rows in order. By due date the ended ones come last, because the list is to act on; so each half follows an index.</summary>
    private async Task<List<AssessmentRow>> SliceAsync(IQueryable<Assessment> found, string sort, int open, int skip, int take, CancellationToken ct)
    {
        if (sort is not ("due" or "-due")) { return await RowsAsync(Ordered(found, sort).Skip(skip).Take(take), ct); }
        var back = sort == "-due";
        var current = Open(found).Select(a => new { Row = a, Due = a.Decision == null ? a.DecisionDueOn : a.FinalPlanDueOn });
        var rows = skip >= open ? [] : await RowsAsync((back ? current.OrderByDescending(a => a.Due) : current.OrderBy(a => a.Due)).ThenBy(a => a.Row.Reference)
            .Select(a => a.Row).Skip(skip).Take(take), ct);
        if (rows.Count == take) { return rows; }
        var past = back ? Ended(found).OrderByDescending(a => a.FinalPlanDueOn).ThenByDescending(a => a.Reference) : Ended(found).OrderBy(a => a.FinalPlanDueOn).ThenBy(a => a.Reference);
        return [.. rows, .. await RowsAsync(past.Skip(Math.Max(0, skip - open)).Take(take - rows.Count), ct)];
    }

    private static IQueryable<Assessment> Ordered(IQueryable<Assessment> found, string sort) => sort switch
    {
        "received" => found.OrderBy(a => a.RequestReceivedOn).ThenBy(a => a.Reference),
        "-received" => found.OrderByDescending(a => a.RequestReceivedOn).ThenByDescending(a => a.Reference),
        "reference" => found.OrderBy(a => a.Reference),
        _ => found.OrderByDescending(a => a.Reference),
    };

    private async Task<List<AssessmentRow>> RowsAsync(IQueryable<Assessment> page, CancellationToken ct)
    {
        var today = clock.Today;
        var rows = await page.Select(a => new
        {
            a.Id,
            a.LocalAuthorityId,
            a.Reference,
            a.Child.KnownAs,
            a.Child.Forenames,
            a.Child.LegalSurname,
            a.Child.DateOfBirth,
            Setting = a.Setting.Name,
            a.PrimaryNeed,
            a.StartedBy,
            a.RequestReceivedOn,
            a.Decision,
            a.DecidedOn,
            a.Outcome,
            a.OutcomeOn,
            a.DecisionDueOn,
            a.NoPlanDueOn,
            a.FinalPlanDueOn,
            a.HealthToldOfOutcomeOn,
            a.DraftServedOn,
            a.AdviceRequestReceivedOn,
            IsTriaged = a.TriagedUtc != null,
            Owner = db.Users.Where(u => u.Id == a.OwnerUserId).Select(u => u.DisplayName).FirstOrDefault(),
            OwnerHasLeft = db.Users.Any(u => u.Id == a.OwnerUserId && u.DisabledUtc != null),
            Authority = db.LocalAuthorities.Where(l => l.Id == a.LocalAuthorityId).Select(l => l.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        if (rows.Count == 0) { return []; }
        List<Guid> ids = rows.ConvertAll(a => a.Id);
        var requests = await AskedAsync(ids, ct);
        var unasked = await UnaskedCases.Of(db).Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToHashSetAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        var exempt = await ExemptAsync(ids, ct);
        return [.. rows.Select(a =>
        {
            var told = Assessment.ToldWillAssessOn(a.Decision, a.DecidedOn);
            var end = a.OutcomeOn ?? (a.Decision == AssessmentDecision.DoNotAssess ? a.DecidedOn : null) ?? today;
            var limit = NextLimit.Of(a.StartedBy, a.RequestReceivedOn, a.Decision, a.DecidedOn, a.Outcome, a.OutcomeOn, a.DecisionDueOn, a.NoPlanDueOn, a.FinalPlanDueOn, a.HealthToldOfOutcomeOn);
            var law = StatutoryClock.ForAssessment(a.StartedBy, a.RequestReceivedOn, told, conventions.For(a.LocalAuthorityId));
            var deadline = limit.In(limit.DoneOn is null ? law.GivenDraft(a.DraftServedOn, today) : law);
            var (dates, asked) = (new CaseDates(a.Outcome is null && a.Decision != AssessmentDecision.DoNotAssess, a.AdviceRequestReceivedOn, a.IsTriaged, unasked.Contains(a.Id)), requests[a.Id].Select(r => r.Date).ToList());
            return new AssessmentRow
            {
                Reference = a.Reference,
                Child = ChildLine.Of(a.KnownAs, a.Forenames, a.LegalSurname, a.DateOfBirth, a.Setting, a.Reference),
                Authority = a.Authority ?? "",
                Need = AssessmentWords.Need(a.PrimaryNeed),
                Owner = a.Owner,
                OwnerHasLeft = a.OwnerHasLeft,
                ReceivedOn = a.RequestReceivedOn,
                Week = RouteWords.Week(a.StartedBy, a.RequestReceivedOn, told, end),
                StartedBy = a.StartedBy,
                Position = RouteWords.Position(a.StartedBy, a.RequestReceivedOn, told, end),
                Stage = AssessmentWords.Stage(a.StartedBy, a.Decision, a.Outcome),
                Asked = CountOf([.. requests[a.Id]], dates.IsOpen, HealthFirst.UnaskedDue(dates), today),
                HealthFirst = HealthFirst.Of(dates, asked, limit.IsOwed ? limit.Due : null, today),
                NextLimit = deadline is null ? limit.Name : DeadlineNames.Of(deadline),
                NextDue = limit.Due,
                DoneOn = limit.DoneOn,
                Deadline = deadline,
                HasExemption = deadline is not null && limit.Kind is { } kind && exempt[(a.Id, kind)].Any(e => e.Holds(deadline)),
                Status = limit.Status(TrafficLight.On(today)),
                IsOwed = limit.IsOwed,
            };
        })];
    }

    /// <summary>The requests, for the rows of the page only: the list's own query would read them for every row that it skips.</summary>
    private async Task<ILookup<Guid, Asked>> AskedAsync(List<Guid> ids, CancellationToken ct)
    {
        var unreplaced = await db.AdviceRequests.Where(LackingAdvice.NotReplaced).Where(r => ids.Contains(r.AssessmentId)).Select(r => r.Id).ToHashSetAsync(ct);
        var requests = await (
            from r in db.AdviceRequests
            where ids.Contains(r.AssessmentId)
            join s in db.Services on r.ServiceId equals s.Id into services
            from s in services.DefaultIfEmpty()
            join p in db.Providers on r.ProviderId equals p.Id into providers
            from p in providers.DefaultIfEmpty()
            select new
            {
                r.Id,
                r.AssessmentId,
                r.Stage,
                WasAsked = r.AskedOn != null,
                WasSent = r.FirstSentUtc != null,
                IsReturned = r.ReturnedOn != null,
                r.WantedByOn,
                r.AnswerStands,
                HasAdvice = r.AnswerStands && r.NilReason == null,
                Service = s == null ? "" : s.Name,
                Place = p == null || s == null ? "" : p.ShortName + (s.Town == "" ? "" : ", " + s.Town),
                Facts = new AdviceFacts(r.Kind, r.DueOn, r.Became, r.BecameOn, r.ExcusedBy, r.CaseEndedOn, r.InsteadOfId != null),
            }).ToListAsync(ct);
        return requests.ToLookup(r => r.AssessmentId, r => new Asked(r.Facts, AskedStates.Of(r.Facts, r.Stage, r.WasAsked, r.IsReturned ? r.AnswerStands : null),
            new RequestDate(r.Stage, r.Facts.Kind, AdviceRequest.AwaitedBy(r.Stage, r.Facts.DueOn, r.WantedByOn), r.Stage == RequestStage.Reopened || (!r.Stage.IsEnd() && !r.IsReturned && r.Facts.LapsedOn is null), r.WasSent, unreplaced.Contains(r.Id), r.Service, r.Place) { HasAdvice = r.HasAdvice }));
    }

    private sealed record Asked(AdviceFacts Facts, AskedState State, RequestDate Date);

    private static AskedCounts CountOf(IReadOnlyList<Asked> requests, bool isOpen, DateOnly? unaskedDue, DateOnly today)
    {
        var light = TrafficLight.On(today);
        int In(AskedState state) => requests.Count(r => r.State == state);
        return new(requests.Count(r => r.State.IsStatutory()), In(AskedState.Awaited), In(AskedState.Back), In(AskedState.Withdrawn), In(AskedState.NotGiven), In(AskedState.EndedBefore))
        {
            Overdue = requests.Count(r => r.Date.IsLate(isOpen, today)) + (unaskedDue < today ? 1 : 0),
            EarlyAsked = In(AskedState.Early) + In(AskedState.EarlyBack),
            EarlyBack = In(AskedState.EarlyBack),
            PastTarget = requests.Count(r => r.State == AskedState.Early && light.BoxOf(r.Date.Stage, r.Facts.Kind, r.Facts.DueOn, r.Facts.CaseEndedOn) == RequestBox.PastTarget),
        };
    }

    /// <summary>The limits of the page's rows that have an exemption of the authority, in one query.</summary>
    private async Task<ILookup<(Guid Id, DeadlineKind Limit), Exemption>> ExemptAsync(List<Guid> ids, CancellationToken ct) =>
        (await db.Exemptions.AsNoTracking().Where(e => ids.Contains(e.AssessmentId) && e.AdviceRequestId == null && e.WithdrawnUtc == null).ToListAsync(ct)).ToLookup(e => (e.AssessmentId, e.Limit));

    private async Task<IReadOnlyList<SelectListItem>> AuthoritiesAsync(Guid? chosen, CancellationToken ct)
    {
        var icb = db.Scope.IcbId;
        var authorities = await db.LocalAuthorities.AsNoTracking()
            .Where(l => db.IcbCoverages.Any(c => c.IcbId == icb && c.LocalAuthorityId == l.Id))
            .OrderBy(l => l.Name).ThenBy(l => l.Id).Select(l => new { l.Id, l.Name }).ToListAsync(ct);
        return [.. authorities.Select(l => new SelectListItem(l.Name, l.Id.ToString(), l.Id == chosen))];
    }
}
