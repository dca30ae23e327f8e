using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Escalations;
using DcoPortal.Casework.Wishes;
using DcoPortal.Domain.Ladder;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>Reads the requests to chase today, in the same number of queries however many they are, but for those of an absent holder whose child may have another case with a wish.</summary>
public sealed class ChaseQuery(PortalDb db, BegunAnswerQuery beginnings, AskableDirectoryQuery directories, ChaseChipsQuery chips, EscalationPeopleQuery people, ClockSettingsQuery settings, ChaseLinesQuery chases, WishesInForce wishes, UkClock clock)
{
    /// <summary>A page holds whole services up to this many requests; a service with more has pages of its own.</summary>
    public const int PageRows = 50;

    /// <summary>A page of requests by service, those with most overdue requests first.</summary>
    public async Task<ChasePage> LoadAsync(ChaseFilter filter, ChaseForm? typed, CancellationToken ct)
    {
        // taken before the reading, so that a chase made during it counts as not seen
        var (today, seen) = (clock.Today, clock.UtcNow.Ticks);
        var directory = await directories.LoadAsync(ct);
        var counts = await chips.CountAsync(today, ct);
        var (reasons, trusts) = ChaseChipsQuery.Of(counts, filter, directory);
        var tallies = InPages(filter.Show is null ? Unnarrowed(counts, filter) : await NarrowedAsync(filter, today, ct), directory);
        var pageCount = tallies.Count == 0 ? 1 : tallies[^1].Page + tallies[^1].Pages - 1;
        var page = Math.Clamp(filter.Page, 1, pageCount);
        var shown = tallies.Where(t => t.Page <= page && page < t.Page + t.Pages).ToList();
        List<Guid> ids = [.. shown.Select(t => t.ServiceId)];
        // a service with several pages has them to itself
        var skipped = shown.Count == 0 ? 0 : (page - shown[0].Page) * PageRows;
        var rows = ids.Count == 0 ? [] : await RowsAsync(ChaseChipsQuery.Narrow(db, ToChase(db.AdviceRequests.AsNoTracking(), today), filter, today).Where(r => ids.Contains(r.ServiceId))
            .OrderBy(r => r.WantedByOn ?? r.DueOn).ThenBy(r => r.AssessmentReference).ThenBy(r => r.Id).Skip(skipped).Take(PageRows), directory, ct);
        var byService = rows.ToLookup(r => r.ServiceId);
        var leads = await people.LeadsAsync(ids, ct);
        return new ChasePage
        {
            Tallies = tallies,
            Groups = [.. shown.Where(t => byService.Contains(t.ServiceId)).Select(t => new ChaseGroup(t, skipped + 1, [.. byService[t.ServiceId]])
            {
                Leads = [.. leads[t.ServiceId]],
                Phone = directory.Service(t.ServiceId)?.Phone,
            })],
            Reasons = reasons,
            Trusts = trusts,
            Filter = filter,
            Page = page,
            PageCount = pageCount,
            Form = typed ?? new ChaseForm(),
            Today = today,
            Seen = seen,
        };
    }

    /// <summary>The requests of one service to remind of with one click: those not chased today by due date; with "again" all, the longest unchased first.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="again">Whether requests chased today are reminded of again.</param>
    /// <param name="filter">The list that the person looked at.</param>
    /// <param name="ct">Cancels.</param>
    public Task<List<Guid>> OfServiceAsync(Guid serviceId, bool again, ChaseFilter filter, CancellationToken ct)
    {
        var all = ChaseChipsQuery.Narrow(db, ToChase(db.AdviceRequests.AsNoTracking(), clock.Today), filter, clock.Today).Where(r => r.ServiceId == serviceId);
        var inOrder = again
            ? all.OrderBy(r => r.LastChasedUtc).ThenBy(r => r.WantedByOn ?? r.DueOn)
            : ChaseChipsQuery.Narrow(db, all, new ChaseFilter { Show = ChaseShow.NotChasedToday }, clock.Today).OrderBy(r => r.WantedByOn ?? r.DueOn).ThenBy(r => r.AssessmentReference);
        return inOrder.ThenBy(r => r.Id).Select(r => r.Id).Take(ServiceTally.MostAtOnce).ToListAsync(ct);
    }

    /// <summary>One request, or null when it is not in scope.</summary>
    public async Task<ChaseOnePage?> OneAsync(Guid id, ChaseOneForm? chase, CloseForm? close, CancellationToken ct)
    {
        var seen = clock.UtcNow.Ticks;
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return null; }
        var directory = await directories.LoadAsync(ct);
        var rows = await RowsAsync(db.AdviceRequests.AsNoTracking().Where(r => r.Id == id), directory, ct);
        return new ChaseOnePage(rows[0], request.Can(RequestMove.Chase), request.Can(RequestMove.Close) && request.ReturnedOn is null, request.Can(RequestMove.WithdrawRequest), request.Can(RequestMove.Close) ? request.SubmittedOn : null, chase ?? new ChaseOneForm(), close ?? new CloseForm(), clock.Today, seen)
        {
            Begun = request.Stage.IsToAnswer() ? await beginnings.OfAsync(request, ct) : null,
            FamilyAsked = await NamedUnasked.IsFamilysAsync(db, request, ct),
        };
    }

    /// <summary>
    /// Requests that a service has since yesterday or longer, and that are late, due soon, past their promise, or neither opened nor acknowledged for two working days. An
    /// excused request is chased only once nothing is promised for today or later, and one that the family may object to only once it is kept. A new version or an addendum
    /// is chased past the day by which it is wanted, or where nobody has acknowledged it for two working days.
    /// </summary>
    internal static IQueryable<AdviceRequest> ToChase(IQueryable<AdviceRequest> requests, DateOnly today)
    {
        var late = TrafficLight.On(today).Soon;
        // the start of the working day before the last one: a service asked before that was silent for two whole working days
        var quiet = UkClock.StartOf(Domain.Statutory.EnglandBankHolidays.LastWorkingDayOnOrBefore(Domain.Statutory.EnglandBankHolidays.LastWorkingDayOnOrBefore(today.AddDays(-1)).AddDays(-1)));
        return requests.WithService().NotResting(today).AskedBefore(UkClock.StartOf(today)).Where(r => r.SharingDoubtUtc == null && (r.Stage == RequestStage.Reopened || !(r.CaseEndedOn <= r.DueOn))
            && (r.PromisedOn < today
                || (r.Stage == RequestStage.Reopened && r.WantedByOn < today)
                || (r.Stage == RequestStage.WithService && r.DueOn <= late)
                || (r.AcknowledgedUtc == null && ((r.Stage == RequestStage.Reopened && r.SentBackUtc < quiet) || (r.Stage == RequestStage.WithService && r.FirstOpenedUtc == null && r.SentUtc < quiet))
                    // a request moves to its cover with a reminder, so the covering service has had it since the last chase
                    && (r.CoverForServiceId == null || r.LastChasedUtc == null || r.LastChasedUtc < quiet))));
    }

    private static IEnumerable<ServiceCount> Unnarrowed(IReadOnlyList<ChaseCount> counts, ChaseFilter filter) =>
        counts.Where(c => filter.Trust is null || c.ProviderId == filter.Trust).GroupBy(c => c.ServiceId, (service, of) => of.ToList())
            .Select(of => new ServiceCount(of[0].ServiceId, of.Sum(c => c.All), of.Sum(c => c.Of[ChaseShow.Overdue]), of.Sum(c => c.All - c.Of[ChaseShow.NotChasedToday]), of.Min(c => c.Worst)));

    private async Task<IEnumerable<ServiceCount>> NarrowedAsync(ChaseFilter filter, DateOnly today, CancellationToken ct)
    {
        var start = UkClock.StartOf(today);
        var counts = await ChaseChipsQuery.Narrow(db, ToChase(db.AdviceRequests.AsNoTracking(), today), filter, today).GroupBy(r => r.ServiceId)
            .Select(g => new
            {
                ServiceId = g.Key,
                Total = g.Count(),
                Overdue = g.Count(r => r.Stage == RequestStage.WithService && r.Kind == AdviceKind.Statutory && r.DueOn < today),
                ChasedToday = g.Count(r => r.LastChasedUtc >= start),
                Worst = g.Min(r => r.WantedByOn ?? r.DueOn),
            }).ToListAsync(ct);
        var unreached = counts.TrueForAll(c => c.ChasedToday == 0) ? []
            : await ChaseChipsQuery.Narrow(db, ToChase(UnreachedRequests.Of(db, start).AsNoTracking(), today), filter, today).GroupBy(r => r.ServiceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return counts.Select(c => new ServiceCount(c.ServiceId, c.Total, c.Overdue, c.ChasedToday - unreached.GetValueOrDefault(c.ServiceId), c.Worst));
    }

    private static List<ServiceTally> InPages(IEnumerable<ServiceCount> counts, AskableDirectory directory)
    {
        List<ServiceTally> tallies = [];
        int page = 1, onPage = 0;
        foreach (var c in counts.OrderByDescending(s => s.Overdue).ThenBy(s => s.Worst).ThenBy(s => s.ServiceId))
        {
            if (onPage > 0 && onPage + c.Total > PageRows) { (page, onPage) = (page + 1, 0); }
            var pages = (c.Total + PageRows - 1) / PageRows;
            tallies.Add(new(c.ServiceId, directory.ServiceName(c.ServiceId), c.Overdue, c.Total, c.ChasedToday, page, pages));
            // a service with several pages shares none of them with another service
            (page, onPage) = pages == 1 ? (page, onPage + c.Total) : (page + pages, 0);
        }

        return tallies;
    }

    private sealed record ServiceCount(Guid ServiceId, int Total, int Overdue, int ChasedToday, DateOnly Worst);

    private async Task<List<ChaseRow>> RowsAsync(IQueryable<AdviceRequest> found, AskableDirectory directory, CancellationToken ct)
    {
        var requests = await found.Select(r => new
        {
            r.Id,
            r.AssessmentReference,
            r.ServiceId,
            r.ProfessionalId,
            r.CoverForServiceId,
            r.AssessmentId,
            r.LocalAuthorityId,
            r.IcbId,
            r.Kind,
            r.ReceivedByHealthOn,
            r.DueOn,
            r.WantedByOn,
            r.CaseEndedOn,
            r.NextAnswer,
            r.AnswerStands,
            r.ReturnedOn,
            r.HasExemption,
            r.SentUtc,
            r.SentBackUtc,
            r.AcknowledgedUtc,
            r.FirstOpenedUtc,
            r.PromisedOn,
            r.LateReason,
            r.LastChasedUtc,
            r.Stage,
        }).ToListAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        var done = await chases.ForAsync([.. requests.Select(r => r.Id)], ct);
        List<Guid> ids = [.. requests.Select(r => r.Id)];
        var escalated = (await db.Escalations.AsNoTracking().Where(e => ids.Contains(e.AdviceRequestId) && e.AnsweredUtc == null && e.WithdrawnUtc == null)
            .Select(e => new { e.AdviceRequestId, e.ToName, e.RaisedUtc }).ToListAsync(ct)).ToLookup(e => e.AdviceRequestId);
        var unreached = await UnreachedRequests.Of(db, UkClock.StartOf(clock.Today)).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToHashSetAsync(ct);
        var ladders = requests.Count == 0 ? null : await LaddersAsync(requests[0].IcbId, ct);
        var today = clock.Today;
        List<Guid> cases = [.. requests.Select(r => r.AssessmentId).Distinct()];
        var children = await db.Assessments.Where(a => cases.Contains(a.Id))
            .Select(a => new { a.Id, a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, Setting = a.Setting.Name })
            .ToDictionaryAsync(a => a.Id, a => ChildLine.Of(a.KnownAs, a.Forenames, a.LegalSurname, a.DateOfBirth, a.Setting, a.Reference), ct);
        // whom the family excludes matters where somebody else than the holder would get the reminder
        var inForce = requests.Count == 0 ? new Dictionary<Guid, string>() : await wishes.OfCasesAsync(requests[0].IcbId, [.. requests.Where(r => r.CoverForServiceId is not null || directory.DeliveryFor(new AskTarget(r.ServiceId, r.ProfessionalId), today).HolderIsAway).Select(r => r.AssessmentId).Distinct()], ct);
        var board = inForce.Count > 0 ? await AskableDirectoryQuery.OfBoardAsync(db, requests[0].IcbId, ct) : directory;
        return requests.ConvertAll(r =>
        {
            var target = new AskTarget(r.ServiceId, r.ProfessionalId);
            var wish = inForce.GetValueOrDefault(r.AssessmentId);
            // a reminder takes the request back from the cover, so it goes to the service that was asked
            var emailed = HandoverHandler.BackTo(r.CoverForServiceId, r.AcknowledgedUtc, r.ProfessionalId, directory, today) is { } back && !SharingWishes.MayMean(wish, AskTarget.Of(back), directory, today) ? AskTarget.Of(back) : target;
            var delivery = directory.DeliveryFor(emailed, today);
            var deadline = AdviceRequest.DeadlineOf(r.Kind, r.ReceivedByHealthOn, r.DueOn, conventions.For(r.LocalAuthorityId));
            var asked = AdviceRequest.LastAsked(r.SentUtc, r.SentBackUtc);
            var isForMore = r.Stage == RequestStage.Reopened;
            var taken = LadderPlan.Taken(done[r.Id].Where(c => c.Step is not null).Select(c => (c.Step!.Value, c.AtUtc)), asked, isForMore);
            var facts = LadderFacts.Of(new(r.Stage, r.Kind, r.AnswerStands, r.ReceivedByHealthOn, r.DueOn, r.WantedByOn, r.CaseEndedOn, r.SentUtc, r.SentBackUtc, r.AcknowledgedUtc is not null, r.HasExemption, r.PromisedOn), UkClock.DateOf);
            return new ChaseRow
            {
                Id = r.Id,
                Reference = r.AssessmentReference,
                Child = children.GetValueOrDefault(r.AssessmentId),
                IsUnassigned = r.ProfessionalId is null,
                Holder = r.ProfessionalId is null ? "Not assigned yet" : directory.NameOf(target),
                ServiceId = r.ServiceId,
                Service = directory.ServiceName(r.ServiceId),
                Kind = r.Kind,
                More = isForMore ? r.NextAnswer : null,
                AnswerStands = r.AnswerStands,
                DueOn = isForMore ? facts.DueOn : r.DueOn,
                LocalDueOn = isForMore ? null : deadline.LocalDue,
                Status = TrafficLight.On(today).Of(facts.DueOn, isForMore ? null : r.ReturnedOn),
                HasExemption = r.HasExemption && !isForMore,
                IsAcknowledged = r.AcknowledgedUtc is not null,
                IsOpened = r.FirstOpenedUtc is not null,
                PromisedOn = r.PromisedOn,
                WhyLate = !isForMore && r.Kind == AdviceKind.Statutory && (r.DueOn < today || r.PromisedOn > r.DueOn) ? r.LateReason : null,
                Away = AwayWords(directory, target, today),
                Phone = directory.PhoneOf(target),
                EmailGoesTo = (SharingWishes.KeepsFromCover(wish, emailed, delivery, directory, board) ? Delivery.ToDcoService("") : delivery).Words,
                ChasedToday = r.LastChasedUtc is { } last && UkClock.DateOf(last) == today && !unreached.Contains(r.Id),
                SentBackOn = r.SentBackUtc > r.SentUtc ? UkClock.DateOf(r.SentBackUtc.Value) : null,
                Escalated = [.. escalated[r.Id].OrderBy(e => e.RaisedUtc).Select(e => $"Escalated to {e.ToName}, {UkText.NearDate(UkClock.DateOf(e.RaisedUtc), today)}")],
                Chases = [.. done[r.Id]],
                IsCovered = r.CoverForServiceId is not null,
                Plan = LadderPlan.Ahead(facts, ladders!.Of(r.ServiceId), taken, today),
            };
        });
    }

    private static string? AwayWords(AskableDirectory directory, AskTarget target, DateOnly today)
    {
        static string Until(DateOnly? until) => until is { } day ? $"until {UkText.LongDate(day)}" : "with no date of return";
        if (directory.Service(target.ServiceId) is { } service && service.IsAwayOn(today)) { return $"Service away {Until(service.AwayUntil)}"; }
        return directory.Professional(target.ProfessionalId) is { } person && person.IsAwayOn(today) ? $"Away {Until(person.AwayUntil)}" : null;
    }

    private async Task<BoardLadders> LaddersAsync(Guid icbId, CancellationToken ct) =>
        new(icbId, await db.LadderSettings.AsNoTracking().Where(l => l.IcbId == icbId).ToListAsync(ct));
}
