using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Lists;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Requests;

/// <summary>One request of a list.</summary>
public sealed record RequestRow
{
    public Guid Id { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The child's name, or null where the record may no longer be seen.</summary>
    public string? ChildName => Child?.Name;

    /// <summary>The child with age and school, or null where the record may no longer be seen.</summary>
    public ChildLine? Child { get; init; }

    /// <summary>The local authority.</summary>
    public required string Authority { get; init; }

    /// <summary>The provider's short name.</summary>
    public required string Provider { get; init; }

    /// <summary>The service, told apart from others of its name.</summary>
    public required string Service { get; init; }

    /// <summary>The service's own name, where its provider and town stand beside it.</summary>
    public required string PlainName { get; init; }

    /// <summary>The provider's short name and the town.</summary>
    public required string Place { get; init; }

    /// <summary>The holder's name, or null.</summary>
    public string? Holder { get; init; }

    /// <summary>Statutory advice or early information.</summary>
    public AdviceKind Kind { get; init; }

    /// <summary>The request's box.</summary>
    public RequestBox Box { get; init; }

    /// <summary>The day health received the request (Europe/London).</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>The due date (Europe/London).</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The due date with its rule and the authority's own stricter date.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The authority's own stricter date while it still matters, or null. Local, not law (Europe/London).</summary>
    public DateOnly? LocalDueOn => ReturnedOn is null && Box != RequestBox.Closed ? Deadline.LocalDue : null;

    /// <summary>Whether the date is a local target and not law.</summary>
    public bool IsLocalTarget => Kind == AdviceKind.EarlyInformation;

    /// <summary>The day the service submitted its answer, or null (Europe/London).</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>The day the answer was returned to the authority, or null (Europe/London).</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>Whether the DCO service sent the answer back and waits for more; never told to an authority.</summary>
    public bool IsSentBack { get; init; }

    /// <summary>The day on which more was asked for last (Europe/London), or null.</summary>
    public DateOnly? MoreAskedOn { get; init; }

    /// <summary>Whether it was returned before, and a new version or an addendum is asked for.</summary>
    public bool IsReopened { get; init; }

    /// <summary>What is asked for beside what was returned, and by when; null where nothing is.</summary>
    public string? MoreOn(DateOnly today) => IsReopened ? MoreWords.Of(NextAnswer, NewAnswerAskedOn, WantedByOn, today) : null;

    /// <summary>The day on which a new version or an addendum was asked for, or null (Europe/London).</summary>
    public DateOnly? NewAnswerAskedOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.NextAnswer" />
    public AnswerKind NextAnswer { get; init; }

    /// <inheritdoc cref="AdviceRequest.WantedByOn" />
    public DateOnly? WantedByOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.AwaitedOn" />
    public DateOnly AwaitedOn { get; init; }

    /// <summary>Whether it was returned, and nothing that was returned stands.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Whether something that was returned stands.</summary>
    public bool AnswerStands { get; init; }

    /// <summary>Whether what was returned says that the service has no advice; an authority is told once it has it.</summary>
    public bool IsNilReturned { get; init; }

    /// <summary>Whether an exemption is recorded.</summary>
    public bool HasExemption { get; init; }

    /// <summary>When the service acknowledged the request (UTC), or null.</summary>
    public DateTime? AcknowledgedUtc { get; init; }

    /// <summary>The day promised while the answer is awaited, or null (Europe/London).</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>Why it is or came late, as it was said; or null.</summary>
    public LateReason? WhyLate { get; init; }

    /// <summary>Whether the service gave the request back and no other service is asked yet; never told to an authority.</summary>
    public bool IsGivenBack { get; init; }

    /// <summary>Says that the holder or the whole service is away today, and who covers; null when neither is.</summary>
    public string? Away { get; init; }

    /// <summary>The promise in words, or null.</summary>
    public string? PromiseOn(DateOnly today) => PromiseWords.Of(IsReopened ? RequestStage.Reopened : RequestStage.WithService, Kind, PromisedOn, AwaitedOn, today);

    /// <summary>The status on a day, or null for a closed request.</summary>
    public RagStatus? StatusOn(DateOnly today) => Box == RequestBox.Closed ? null
        : Deadline.Status(today, ReturnedOn);
}

/// <summary>The first requests of a query, and how many it has in all.</summary>
public sealed record FirstRequests(IReadOnlyList<RequestRow> Rows, int Total);

/// <summary>Lists requests in the person's scope, the open ones by due date first.</summary>
public sealed class RequestListQuery(PortalDb db, UkClock clock, CurrentPerson person, ClockSettingsQuery settings)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Most rows of one download.</summary>
    public const int MostRows = 10_000;

    /// <summary>By due date, but what is excused or only past a local target after what the law dates.</summary>
    public const string Pressing = "pressing";

    /// <summary>By the day by which a new version or an addendum is wanted.</summary>
    public const string Wanted = "wanted";

    /// <summary>Every row that matches, for a download.</summary>
    public Task<IReadOnlyList<RequestRow>> AllAsync(RequestFilters filters, string? sort, CancellationToken ct)
    {
        var order = OrderOf(sort);
        return SliceAsync(filters.ApplyButBox(db.AdviceRequests.AsNoTracking(), db, clock), filters.Box, order, int.MaxValue, 0, MostRows, ct);
    }

    /// <summary>How many requests of a query are in each box today.</summary>
    public async Task<IReadOnlyDictionary<RequestBox, int>> CountAsync(IQueryable<AdviceRequest> requests, CancellationToken ct)
    {
        var counts = await CountOpenAsync(requests, ct);
        // ended requests are most of the table, so each of these two counts stays within one index
        counts[RequestBox.Returned] = await requests.CountAsync(clock.Light.In(RequestBox.Returned), ct);
        counts[RequestBox.Closed] = await requests.CountAsync(clock.Light.In(RequestBox.Closed), ct);
        return counts;
    }

    /// <summary>How many requests of a query are in each open box today, in one query. The other boxes are nought.</summary>
    public async Task<Dictionary<RequestBox, int>> CountOpenAsync(IQueryable<AdviceRequest> requests, CancellationToken ct)
    {
        var groups = await requests.Open().GroupBy(r => new { r.Kind, r.Stage, r.DueOn, r.CaseEndedOn })
            .Select(g => new { g.Key.Kind, g.Key.Stage, g.Key.DueOn, g.Key.CaseEndedOn, Count = g.Count() }).ToListAsync(ct);
        var counts = Enum.GetValues<RequestBox>().ToDictionary(b => b, _ => 0);
        foreach (var g in groups) { counts[clock.Light.BoxOf(g.Stage, g.Kind, g.DueOn, g.CaseEndedOn)] += g.Count; }
        return counts;
    }

    /// <summary>The first rows of a query and how many it has in all, in one query: the most pressing unless said otherwise, for the worklists.</summary>
    public Task<FirstRequests> FirstAsync(IQueryable<AdviceRequest> requests, int most, CancellationToken ct, string order = Pressing) =>
        ReadAsync(Ordered(requests, order).Take(most), requests, order, ct);

    public static string OrderOf(string? sort) => sort is "-due" or "reference" or "-reference" or "-returned" ? sort : "due";

    /// <summary>Some rows in order. By due date the ended ones come last, because the list is to act on; so each half follows an index.</summary>
    public async Task<IReadOnlyList<RequestRow>> SliceAsync(IQueryable<AdviceRequest> matching, RequestBox? box, string order, int open, int skip, int take, CancellationToken ct)
    {
        if (box is not null || order != "due") { return await RowsAsync(Ordered(InBox(matching, box), order).Skip(skip).Take(take), order, ct); }
        var rows = skip >= open ? [] : await RowsAsync(Ordered(matching.Open(), order).Skip(skip).Take(take), order, ct);
        if (rows.Count == take) { return rows; }
        var ended = matching.Where(r => r.EndedUtc != null);
        return [.. rows, .. await RowsAsync(Ordered(ended, order).Skip(Math.Max(0, skip - open)).Take(take - rows.Count), order, ct)];
    }

    private IQueryable<AdviceRequest> InBox(IQueryable<AdviceRequest> requests, RequestBox? box) =>
        box is { } b ? requests.Where(clock.Light.In(b)) : requests;

    private static IOrderedQueryable<AdviceRequest> Ordered(IQueryable<AdviceRequest> requests, string order) => order switch
    {
        Wanted => requests.OrderBy(r => r.WantedByOn).ThenBy(r => r.AssessmentReference).ThenBy(r => r.Id),
        "-due" => requests.OrderByDescending(r => r.DueOn).ThenByDescending(r => r.AssessmentReference).ThenByDescending(r => r.Id),
        "reference" => requests.OrderBy(r => r.AssessmentReference).ThenBy(r => r.DueOn).ThenBy(r => r.Id),
        "-reference" => requests.OrderByDescending(r => r.AssessmentReference).ThenByDescending(r => r.DueOn).ThenByDescending(r => r.Id),
        Pressing => requests.OrderBy(r => r.HasExemption || r.Kind == AdviceKind.EarlyInformation ? 1 : 0).ThenBy(r => r.Stage == RequestStage.Reopened && r.WantedByOn != null ? r.WantedByOn.Value : r.DueOn).ThenBy(r => r.AssessmentReference).ThenBy(r => r.Id),
        "-returned" => requests.OrderByDescending(r => r.ReturnedUtc).ThenBy(r => r.AssessmentReference).ThenBy(r => r.Id),
        _ => requests.OrderBy(r => r.DueOn).ThenBy(r => r.AssessmentReference).ThenBy(r => r.Id),
    };

    private async Task<IReadOnlyList<RequestRow>> RowsAsync(IQueryable<AdviceRequest> requests, string order, CancellationToken ct) =>
        // a list is counted elsewhere: by the key, so that no planner reads the table to count nothing
        (await ReadAsync(requests, db.AdviceRequests.Where(r => r.Id == Guid.Empty), order, ct)).Rows;

    private async Task<FirstRequests> ReadAsync(IQueryable<AdviceRequest> requests, IQueryable<AdviceRequest> counted, string order, CancellationToken ct)
    {
        var found = await (
            from r in requests
            join s in db.Services on r.ServiceId equals s.Id
            join p in db.Providers on r.ProviderId equals p.Id
            join l in db.LocalAuthorities on r.LocalAuthorityId equals l.Id
            join h in db.Professionals on r.ProfessionalId equals (Guid?)h.Id into holders
            from h in holders.DefaultIfEmpty()
            join a in db.Assessments on r.AssessmentId equals a.Id into cases
            from a in cases.DefaultIfEmpty()
            select new
            {
                r.Id,
                r.AssessmentReference,
                r.Kind,
                r.ReceivedByHealthOn,
                r.DueOn,
                r.LocalAuthorityId,
                r.SubmittedOn,
                r.ReturnedOn,
                r.HasExemption,
                r.SentBackCount,
                r.SentBackUtc,
                r.NextAnswer,
                r.WantedByOn,
                r.MoreAskedUtc,
                r.Stage,
                r.ReturnedUtc,
                r.AnswerStands,
                r.NilReason,
                r.AcknowledgedUtc,
                r.PromisedOn,
                r.LateReason,
                r.CaseEndedOn,
                Facts = new AdviceFacts(r.Kind, r.DueOn, r.Became, r.BecameOn, r.ExcusedBy, r.CaseEndedOn, r.InsteadOfId != null),
                ServiceAwayFrom = s.AwayFrom,
                ServiceAwayUntil = s.AwayUntil,
                ServiceCover = db.Services.Where(c => c.Id == s.CoverServiceId).Select(c => c.DistinctName).FirstOrDefault(),
                CoverFor = db.Services.Where(c => c.Id == r.CoverForServiceId).Select(c => c.DistinctName).FirstOrDefault(),
                HolderAwayFrom = h.AwayFrom,
                HolderAwayUntil = h.AwayUntil,
                HolderCover = db.Professionals.Where(c => c.Id == h.CoverProfessionalId).Select(c => c.FullName).FirstOrDefault(),
                Service = s.DistinctName,
                PlainName = s.Name,
                s.Town,
                Provider = p.ShortName,
                Authority = l.Name,
                Holder = h.FullName,
                a.Child.KnownAs,
                a.Child.Forenames,
                a.Child.LegalSurname,
                DateOfBirth = (DateOnly?)a.Child.DateOfBirth,
                Setting = a.Setting.Name,
                Total = counted.Count(),
            }).ToListAsync(ct);
        var inside = person.Scope.Kind != ScopeKind.LocalAuthority;
        var conventions = await settings.ConventionsAsync(ct);
        if (order == "-returned") { found = [.. found.OrderByDescending(x => x.ReturnedUtc).ThenBy(x => x.AssessmentReference, StringComparer.Ordinal)]; }
        var rows = found.Select(x => new RequestRow
        {
            Id = x.Id,
            Reference = x.AssessmentReference,
            Child = x is { LegalSurname.Length: > 0, DateOfBirth: { } born } ? ChildLine.Of(x.KnownAs, x.Forenames, x.LegalSurname, born, x.Setting, x.AssessmentReference) : null,
            Authority = x.Authority,
            Provider = x.Provider,
            Service = x.Service,
            PlainName = x.PlainName,
            Place = ServicePlace.Of(x.Provider, x.Town),
            Holder = x.Holder,
            Kind = x.Kind,
            Box = clock.Light.BoxOf(x.Stage, x.Kind, x.DueOn, x.CaseEndedOn),
            ReceivedOn = x.ReceivedByHealthOn,
            DueOn = x.DueOn,
            Deadline = AdviceRequest.DeadlineOf(x.Kind, x.ReceivedByHealthOn, x.DueOn, conventions.For(x.LocalAuthorityId), x.Facts.LapsedOn),
            SubmittedOn = x.SubmittedOn,
            ReturnedOn = x.ReturnedOn,
            IsWithdrawn = x.Stage == RequestStage.Returned && !x.AnswerStands,
            IsNilReturned = x.ReturnedOn != null && (x.Stage == RequestStage.Returned ? x.NilReason != null : x.Facts.Became == Became.NilReturn),
            AnswerStands = x.AnswerStands,
            IsReopened = x.Stage == RequestStage.Reopened,
            NextAnswer = x.NextAnswer,
            WantedByOn = x.WantedByOn,
            AwaitedOn = AdviceRequest.AwaitedBy(x.Stage, x.DueOn, x.WantedByOn),
            NewAnswerAskedOn = x.MoreAskedUtc is { } newer ? UkClock.DateOf(newer) : null,
            IsSentBack = inside && x.SentBackCount > 0 && x.Stage.IsOutstanding(),
            MoreAskedOn = inside && x.SentBackUtc is { } more ? UkClock.DateOf(more) : null,
            HasExemption = x.HasExemption,
            AcknowledgedUtc = x.AcknowledgedUtc,
            PromisedOn = x.Stage.IsToAnswer() ? x.PromisedOn : null,
            WhyLate = x.Kind == AdviceKind.Statutory && (x.ReturnedOn ?? clock.Today) > x.DueOn && x.Facts.LapsedOn is null ? x.LateReason : null,
            IsGivenBack = inside && x.Stage == RequestStage.GivenBack,
            Away = !x.Stage.IsToAnswer() ? null
                : AwayWords.OfService(x.ServiceAwayFrom, x.ServiceAwayUntil, x.ServiceCover, clock.Today) ?? AwayWords.Of(x.HolderAwayFrom, x.HolderAwayUntil, x.HolderCover, clock.Today)
                    ?? AwayWords.Covering(x.CoverFor),
        });
        // SQL does not promise that a join keeps the order, so the rows are sorted again
        IReadOnlyList<RequestRow> sorted = order switch
        {
            "-due" => [.. rows.OrderByDescending(r => r.DueOn).ThenByDescending(r => r.Reference, StringComparer.Ordinal)],
            "reference" => [.. rows.OrderBy(r => r.Reference, StringComparer.Ordinal).ThenBy(r => r.DueOn)],
            "-reference" => [.. rows.OrderByDescending(r => r.Reference, StringComparer.Ordinal).ThenByDescending(r => r.DueOn)],
            "-returned" => [.. rows],
            Wanted => [.. rows.OrderBy(r => r.WantedByOn).ThenBy(r => r.Reference, StringComparer.Ordinal)],
            Pressing => [.. rows.OrderBy(r => r.HasExemption || r.IsLocalTarget).ThenBy(r => r.AwaitedOn).ThenBy(r => r.Reference, StringComparer.Ordinal)],
            _ => [.. rows.OrderBy(r => r.DueOn).ThenBy(r => r.Reference, StringComparer.Ordinal)],
        };
        return new(sorted, found.FirstOrDefault()?.Total ?? 0);
    }
}
