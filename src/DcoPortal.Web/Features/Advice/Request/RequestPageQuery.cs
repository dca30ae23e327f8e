using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Exemptions;
using DcoPortal.Casework.Transfers;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Web.Parts.Emails;
using DcoPortal.Web.Parts.Exemptions;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Advice.Request;

/// <summary>Another professional or service that was asked or named.</summary>
public sealed record OtherProfessional(string Name, string? Detail, string Standing);

/// <summary>The request was put before a named person, who must answer. Times are UTC.</summary>
public sealed record PutBefore(Guid Id, string ToName, DateTime RaisedUtc, DateTime? AnsweredUtc);

/// <summary>An incident recorded with the request.</summary>
public sealed record IncidentLink(Guid Id, DateOnly FoundOn, bool IsOpen);

/// <summary>How a request came to who has it now. Times are UTC.</summary>
/// <param name="Words">From whom to whom.</param>
/// <param name="ByName">Who passed it on.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Reason">Why; null where nobody said.</param>
/// <param name="PromiseEnded">The day that had been promised until then (Europe/London); null for none.</param>
public sealed record PassedOn(string Words, string ByName, DateTime AtUtc, string? Reason, DateOnly? PromiseEnded);

/// <summary>One line of a request's history, with what was written when it was passed on.</summary>
public sealed record RequestEvent(DateTime AtUtc, string Sentence, string ActorName, string ActorOrganisation, string? Words = null);

/// <summary>Everything the page of one request shows, without what the person may not see.</summary>
public sealed record RequestPage : IShowsChildRecord
{
    /// <summary>The child, the service asked and the due date.</summary>
    public required RequestHead Head { get; init; }

    /// <summary>Why this is the due date, and what it means.</summary>
    public required string Explanation { get; init; }

    /// <summary>The exemptions recorded beside the due date.</summary>
    public ExemptionLines Exemptions { get; init; } = new("", [], false);

    /// <summary>What the exemptions add to the status.</summary>
    public ExemptionStanding Standing { get; init; }

    /// <summary>Whether the person may record an exemption now.</summary>
    public bool MayRecordExemption { get; init; }

    /// <summary>The child, the family and what the authority says of them, or null where the record may no longer be seen.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>The authority or board to which the case went, where that closed the request; else null.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Where the case of a closed request goes on, for who works on cases; else null.</summary>
    public WhereItGoesOn? GoesOn { get; init; }

    /// <summary>Why who holds the request cannot open it; null when they can.</summary>
    public CannotOpen? HolderCannotOpen { get; init; }

    /// <summary>Other services asked by the DCO service, and people the authority named.</summary>
    public IReadOnlyList<OtherProfessional> Others { get; init; } = [];

    /// <summary>The authority's documents.</summary>
    public IReadOnlyList<AdviceFile> FromAuthority { get; init; } = [];

    /// <summary>Those documents, and those of the answer in hand, that may be about another child.</summary>
    public IReadOnlyList<FileOfAnother> OfAnother { get; init; } = [];

    /// <summary>What was returned to the authority and stands, and what was withdrawn.</summary>
    public GivenAnswers Given { get; init; } = GivenAnswers.None;

    /// <summary>The incidents recorded with the request: for the DCO service alone.</summary>
    public IReadOnlyList<IncidentLink> Incidents { get; init; } = [];

    /// <summary>The documents of the answer in hand.</summary>
    public IReadOnlyList<AdviceFile> Answer { get; init; } = [];

    /// <summary>The written answer in hand, or null.</summary>
    public AdviceDraft? Written { get; init; }

    /// <summary>What others had written of it before it was written over: for health alone.</summary>
    public IReadOnlyList<OtherDraft> ReplacedDrafts { get; init; } = [];

    /// <summary>What was withdrawn, as far as it concerns the answer in hand: for health alone.</summary>
    public IReadOnlyList<WithdrawnBeside> Withdrawn { get; init; } = [];

    /// <summary>An answer that is begun and was not sent, for health; null otherwise.</summary>
    public BegunAnswer? Begun { get; init; }

    /// <summary>Emails about the request that did not arrive and that the person may deal with.</summary>
    public IReadOnlyList<EmailFate> Undelivered { get; init; } = [];

    /// <summary>How it came to who has it now, in this asking; then what was written with earlier passes, which whoever has it must still read. The latest first: for health alone.</summary>
    public IReadOnlyList<PassedOn> PassedOn { get; init; } = [];

    /// <summary>What was asked for after the return and stopped for a wish that no longer stands, while the case is in triage for it: for the DCO service; null otherwise.</summary>
    public StoppedAsking? Stopped { get; init; }

    /// <summary>The events, the latest first.</summary>
    public IReadOnlyList<RequestEvent> History { get; init; } = [];

    /// <summary>Answers, comments and reasons of earlier rounds, in order: for the DCO service alone.</summary>
    public IReadOnlyList<SaidBefore> SaidBefore { get; init; } = [];

    /// <summary>The chases, the latest first: for health alone.</summary>
    public IReadOnlyList<ChaseLine> Chases { get; init; } = [];

    /// <summary>The escalations that were not taken back, the latest first: for health alone.</summary>
    public IReadOnlyList<PutBefore> Escalations { get; init; } = [];

    /// <summary>Whether the person may put the request before a named person.</summary>
    public bool MayEscalate { get; init; }

    /// <summary>Whether health's reasons, comments and drafts may be shown: always, except to an authority before the return.</summary>
    public bool ShowsInside { get; init; }

    /// <summary>Whether the person works for the service asked.</summary>
    public bool IsService { get; init; }

    /// <summary>Whether the person is of the DCO service.</summary>
    public bool IsDco => Head.IsOnBehalf;

    CaseKeys IShowsChildRecord.ShownCase => Head.Row.Keys;

    Guid? IShowsChildRecord.ShownRequestId => Head.Row.Id;
}

/// <summary>Reads a request's page under the person's scope.</summary>
public sealed class RequestPageQuery(PortalDb db, RequestHeadQuery heads, UndeliveredEmailsQuery emails, ChaseLinesQuery chases, GivenAnswersQuery given, ClosedByMoveQuery closedByMove, WhereItGoesOnQuery goesOn, BegunAnswerQuery beginnings, WithdrawnBesideQuery withdrawn, CannotSignInQuery gone, StoppedAskings askings, SameFileQuery same, SaidBeforeQuery saidBefore, CurrentPerson person)
{
    /// <summary>The page, or null when there is no such request in scope.</summary>
    public async Task<RequestPage?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return null; }
        var request = head.Row;
        var kind = person.Scope.Kind;
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct);
        var exemptions = await db.Exemptions.AsNoTracking().Where(e => e.AdviceRequestId == id && e.WithdrawnUtc == null).OrderBy(e => e.RecordedOn).ThenBy(e => e.Id).ToListAsync(ct);
        var documents = await db.Documents.AsNoTracking()
            .Where(d => d.RemovedUtc == null && d.ReturnedUtc == null && (d.AdviceRequestId == id || (d.AssessmentId == request.AssessmentId && d.Kind == CaseDocumentKind.FromAuthority)))
            .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id)
            .Select(d => new { d.Kind, File = new AdviceFile(d.Id, d.FileName, d.SizeBytes, d.UploadedByName, d.UploadedUtc, d.IsScan, d.Notice) { Evidence = d.Evidence } }).ToListAsync(ct);
        var response = await db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        var recorded = exemptions.Where(e => e.Holds(request.Deadline)).Select(e => e.Beside(request.Deadline)).ToList();
        var answers = kind is ScopeKind.HealthService or ScopeKind.DcoService;
        var inside = kind != ScopeKind.LocalAuthority || request.Stage == RequestStage.Returned;
        return new RequestPage
        {
            Head = head,
            Explanation = head.ClosedWords is { } closed ? $"{head.Deadline.ExplainCount()} {closed}." : head.Deadline.Explain(head.Today, request.ReturnedOn, recorded),
            Exemptions = new("this request", [.. exemptions.Select(e => ExemptionLine.Of(e, request.Deadline, head.Today, request.IsAwaited, request.IsAwaited && request.PromisedOn is not null))], answers),
            Standing = request.Deadline.Standing(head.Today, request.ReturnedOn, recorded),
            MayRecordExemption = answers && Exemption.RefusalOn(request) is null,
            Assessment = assessment,
            HolderCannotOpen = answers ? await gone.WhyAsync(request, ct) : null,
            GoesOn = kind == ScopeKind.DcoService && request.Stage == RequestStage.Closed ? await goesOn.OfAsync(request.AssessmentReference, ct) : null,
            MovedTo = request.Stage == RequestStage.Closed ? await closedByMove.WhereToAsync(request, ct) : null,
            Others = assessment is null ? [] : await OthersAsync(request, ct),
            FromAuthority = [.. documents.Where(d => d.Kind == CaseDocumentKind.FromAuthority).Select(d => d.File)],
            OfAnother = [.. documents.Exists(d => d.Kind == CaseDocumentKind.FromAuthority) ? await same.FromAuthorityAsync(request.AssessmentId, ct) : [], .. documents.Exists(d => d.Kind == CaseDocumentKind.Advice) ? await same.OfAnswerAsync(request, ct) : []],
            Answer = [.. documents.Where(d => d.Kind == CaseDocumentKind.Advice).Select(d => d.File)],
            Written = response is null ? null : AdviceDraft.Of(response),
            ReplacedDrafts = answers ? response?.Others ?? [] : [],
            Given = request.ReturnedOn is null ? GivenAnswers.None : (await given.OfAsync(request.AssessmentId, id, ct)).GetValueOrDefault(id, GivenAnswers.None),
            Incidents = kind != ScopeKind.DcoService ? [] : await db.Incidents.AsNoTracking().Where(i => i.AdviceRequestId == id).OrderByDescending(i => i.FoundOn).ThenByDescending(i => i.Id).Take(10).Select(i => new IncidentLink(i.Id, i.FoundOn, i.ClosedUtc == null)).ToListAsync(ct),
            Begun = answers && (request.Stage is RequestStage.GivenBack or RequestStage.Closed or RequestStage.Returned or RequestStage.Reopened || request.NilReason is not null) ? await beginnings.OfAsync(request, ct) : null,
            Withdrawn = answers ? await withdrawn.OfAsync(request, ct) : [],
            Undelivered = await emails.OfRequestAsync(id, ct),
            Chases = answers ? [.. (await chases.ForAsync([id], ct))[id].Take(30)] : [],
            Escalations = answers ? await db.Escalations.AsNoTracking().Where(e => e.AdviceRequestId == id && e.WithdrawnUtc == null).OrderByDescending(e => e.RaisedUtc).ThenBy(e => e.Id).Take(10)
                .Select(e => new PutBefore(e.Id, e.ToName, e.RaisedUtc, e.AnsweredUtc)).ToListAsync(ct) : [],
            MayEscalate = person.May(Permission.EscalateRequest) && !request.Stage.IsEnd() && !request.Stage.IsWithNobody(),
            PassedOn = answers && request.Stage.IsToAnswer() ? await PassedOnAsync(request, ct) : [],
            Stopped = kind == ScopeKind.DcoService && request is { Stage: RequestStage.Returned, ShownToService: true } && assessment is { IsOpen: true, TriagedUtc: null }
                ? (await askings.OfAsync([request.AssessmentId], ct)).FirstOrDefault(s => s.RequestId == id) : null,
            History = await HistoryAsync(id, kind, ct),
            SaidBefore = kind == ScopeKind.DcoService ? await saidBefore.OfAsync(request, ct) : [],
            ShowsInside = inside,
            IsService = kind == ScopeKind.HealthService,
        };
    }

    private async Task<IReadOnlyList<PassedOn>> PassedOnAsync(AdviceRequest request, CancellationToken ct)
    {
        var since = new[] { request.SentUtc, request.SentBackUtc }.Max();
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.AdviceRequestId == request.Id && (e.Fact == nameof(RequestPassedOn) || e.Fact == nameof(AnswerPromised)))
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => new { e.Fact, e.Sentence, e.ActorName, e.AtUtc, e.Reason, e.After }).Take(100).ToListAsync(ct);
        var last = entries.Find(e => e.Fact == nameof(RequestPassedOn) && (since is null || e.AtUtc >= since));
        // with it the former holder's promise ends
        var promised = request.PromisedOn is null && last is not null && entries.SkipWhile(e => e != last).Skip(1).FirstOrDefault(e => since is null || e.AtUtc >= since) is { Fact: nameof(AnswerPromised) } before ? AnswerPromised.DayOf(before.After) : null;
        return [.. entries.Where(e => e == last || (e.Fact == nameof(RequestPassedOn) && !string.IsNullOrWhiteSpace(e.Reason)))
            .Select(e => new PassedOn(e.Sentence, e.ActorName, e.AtUtc, e.Reason, e == last ? promised : null))];
    }

    private async Task<IReadOnlyList<OtherProfessional>> OthersAsync(AdviceRequest request, CancellationToken ct)
    {
        var asked = await (
            from r in db.AdviceRequests.AsNoTracking()
            join s in db.Services on r.ServiceId equals s.Id
            join h in db.Professionals on r.ProfessionalId equals (Guid?)h.Id into holders
            from h in holders.DefaultIfEmpty()
            where r.AssessmentId == request.AssessmentId && r.Id != request.Id && (r.ShownToService || r.Stage == RequestStage.Returned) && r.Stage != RequestStage.Closed
            orderby s.Name, r.Id
            select new { Service = s.DistinctName, Holder = h.FullName, Answered = r.Stage != RequestStage.WithService && r.Stage != RequestStage.Reopened }).ToListAsync(ct);
        var named = await db.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == request.AssessmentId)
            .OrderBy(p => p.Position).Select(p => new { p.Name, p.ServiceName, p.ProviderName, p.LastSeen, p.IsCurrent, p.ServiceId, p.ProfessionalId }).ToListAsync(ct);
        return
        [
            .. asked.Select(a => new OtherProfessional(a.Service, a.Holder, a.Answered ? "Asked, has answered" : "Asked, not yet answered")),
            .. named.Where(n => n.ProfessionalId is null || n.ProfessionalId != request.ProfessionalId)
                .Select(n => new OtherProfessional(n.Name ?? n.ServiceName ?? n.ProviderName ?? "Not named",
                    string.Join(", ", new[] { n.Name is null ? null : n.ServiceName, n.ProviderName, n.LastSeen is null ? null : $"last seen {n.LastSeen}" }.Where(x => !string.IsNullOrWhiteSpace(x))),
                    n.IsCurrent ? "Named by the local authority" : "Named by the local authority, past involvement")),
        ];
    }

    /// <summary>The events; an authority is shown that an answer came, but not yet what it says or how often it was sent back.</summary>
    private async Task<IReadOnlyList<RequestEvent>> HistoryAsync(Guid id, ScopeKind kind, CancellationToken ct)
    {
        var rows = await db.AuditEntries.AsNoTracking().Where(e => e.AdviceRequestId == id && !e.IsRead).ShownTo(kind)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Take(100)
            .Select(e => new { e.Fact, e.AtUtc, e.Sentence, e.ActorName, e.ActorOrganisation, e.Reason }).ToListAsync(ct);
        return [.. rows.Select(e => new RequestEvent(e.AtUtc, AuthorityView.Sentence(e.Fact, e.Sentence, kind), e.ActorName, e.ActorOrganisation, e.Fact == nameof(RequestPassedOn) && AuthorityView.ShowsDetail(e.Fact, kind) ? e.Reason : null))];
    }
}
