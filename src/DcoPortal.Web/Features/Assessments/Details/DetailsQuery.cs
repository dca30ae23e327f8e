using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Exemptions;
using DcoPortal.Casework.Transfers;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Documents;
using DcoPortal.Web.Parts.Exemptions;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Ui.Timeline;

namespace DcoPortal.Web.Features.Assessments.Details;

/// <summary>Reads one assessment with its requests, in a fixed number of queries however many requests it has.</summary>
public sealed class DetailsQuery(PortalDb db, UkClock clock, CurrentPerson person, ClockSettingsQuery settings, GivenAnswersQuery given, CarriedAnswersQuery carriedAnswers, SameFileQuery same, TakenOutQuery takenOut, CameAlongQuery cameAlong)
{
    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<DetailsModel?> ForAsync(string reference, CancellationToken ct)
    {
        var found = await (
            from a in db.Assessments.AsNoTracking()
            where a.Reference == reference
            join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id
            join i in db.Icbs on a.IcbId equals i.Id
            select new { Assessment = a, Authority = la.Name, Team = new TeamContact(la.Name, la.SendInbox, la.SendPhone), Dco = new TeamContact(i.Name, i.DcoInbox, i.DcoPhone) }).SingleOrDefaultAsync(ct);
        if (found is null) { return null; }
        var (assessment, today) = (found.Assessment, clock.Today);
        var exemptions = await db.Exemptions.AsNoTracking().Where(e => e.AssessmentId == assessment.Id && e.WithdrawnUtc == null).OrderBy(e => e.RecordedOn).ThenBy(e => e.Id).ToListAsync(ct);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        var requests = await RequestsAsync(assessment, exemptions, today, local, ct);
        var documents = await DocumentsAsync(assessment.Id, ct);
        var carried = await carriedAnswers.OfAsync(assessment.Id, ct);
        var deadlines = Deadlines(assessment, exemptions, today, local);
        var named = await NamedAsync(assessment, requests, ct);
        var end = assessment.OutcomeOn ?? (assessment.Decision == AssessmentDecision.DoNotAssess ? assessment.DecidedOn : null);
        return new DetailsModel
        {
            Keys = assessment.Keys,
            Assessment = assessment,
            OtherSide = person.Scope.Kind == ScopeKind.LocalAuthority ? found.Dco : found.Team,
            Today = today,
            Child = AssessmentBanner.Of(assessment, found.Authority, today),
            Requests = requests,
            Deadlines = deadlines,
            WithoutDate = [.. RouteWords.WithoutDate(assessment.StartedBy, assessment.Deadlines(local), assessment.IsOpen)],
            Named = named,
            AuthorityDocuments = Numbered([.. documents.Where(d => d.RequestId is null)], d => d.FileName, (d, nth) => d with { Nth = $", document {nth}" }),
            OfAnother = documents.All(d => d.RequestId is not null) ? [] : await same.FromAuthorityAsync(assessment.Id, ct),
            TakenOut = await takenOut.OfAsync(assessment.Id, ct),
            Carried = carried,
            CarriedGone = await carriedAnswers.WithdrawnAsync(assessment.Id, ct),
            Returned = await ReturnedAsync(assessment.Id, requests, ct),
            LastEvent = await LastEventAsync(assessment.Id, ct),
            Timeline = TimelineOf(assessment, found.Authority, requests, deadlines, today),
            Tiles = GlanceFacts.Of(assessment, requests, (await BesideAsync(assessment, carried.Count, ct)) with { AnsweredBefore = named.Count(n => n.AnsweredBefore) }, end, today, person.May(Permission.ChaseAdvice)),
        };
    }

    private async Task<Beside> BesideAsync(Assessment a, int carried, CancellationToken ct)
    {
        if (a.IsOpen) { return new(carried, await UnaskedCases.Of(db).AnyAsync(u => u.Id == a.Id, ct), null, null); }
        var away = await db.NotTaken().Where(t => t.FromId == a.Id).OrderByDescending(t => t.SentUtc)
            .Select(t => new { t.State, t.SentBy, To = db.LocalAuthorities.Where(l => l.Id == t.ToAuthorityId).Select(l => l.Name).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        return new(carried, false, away?.State == TransferState.SentBack ? away.SentBy : null, away?.State == TransferState.Sent ? away.To ?? "The other local authority" : null);
    }

    private async Task<IReadOnlyList<RequestLine>> RequestsAsync(Assessment assessment, List<Exemption> exemptions, DateOnly today, ClockSettings local, CancellationToken ct)
    {
        var rows = await (
            from r in db.AdviceRequests.AsNoTracking()
            where r.AssessmentId == assessment.Id
            join s in db.Services on r.ServiceId equals s.Id into services
            from s in services.DefaultIfEmpty()
            join v in db.Providers on r.ProviderId equals v.Id into providers
            from v in providers.DefaultIfEmpty()
            join p in db.Professionals on r.ProfessionalId equals p.Id into professionals
            from p in professionals.DefaultIfEmpty()
            select new { Request = r, Service = s, Provider = v == null ? null : v.ShortName, Professional = p == null ? null : p.FullName }).ToListAsync(ct);
        return Numbered([.. rows
            .Select(x => Line(x.Request, x.Service, x.Provider is null ? "" : ServicePlace.Of(x.Provider, x.Service?.Town ?? ""), x.Professional, exemptions, today, local) with { Asked = StateOf(x.Request), IsReplaced = x.Request.IsReplaced, IsNotReplaced = NotReplaced(x.Request) })
            .OrderBy(l => l.Stage == RequestStage.Closed).ThenBy(l => l.Stage.IsEnd()).ThenBy(l => l.Due).ThenBy(l => l.ServiceName, StringComparer.Ordinal).ThenBy(l => l.Id)], l => l.SaidApart, (l, nth) => l with { Nth = $", request {nth}" });
    }

    private static readonly Func<AdviceRequest, bool> NotReplaced = LackingAdvice.NotReplaced.Compile();

    private static AskedState StateOf(AdviceRequest r) => AskedStates.Of(AdviceFacts.Of(r), r.Stage, r.AskedOn is not null, r.ReturnedOn is null ? null : r.AnswerStands);

    private const string NoLongerKnown = "A service no longer in the directory";

    // what would read the same is numbered
    private static IReadOnlyList<T> Numbered<T>(IReadOnlyList<T> lines, Func<T, string> read, Func<T, int, T> number)
    {
        var counts = lines.CountBy(read).ToDictionary();
        var met = new Dictionary<string, int>();
        return [.. lines.Select(l => read(l) is var text && counts[text] > 1 ? number(l, met[text] = met.GetValueOrDefault(text) + 1) : l)];
    }

    private RequestLine Line(AdviceRequest r, HealthService? service, string place, string? professional, List<Exemption> exemptions, DateOnly today, ClockSettings local)
    {
        var own = exemptions.Where(e => e.AdviceRequestId == r.Id).ToList();
        var recorded = own.Where(e => e.Holds(r.Deadline)).Select(e => e.Beside(r.Deadline)).ToList();
        var deadline = r.DeadlineWith(local);
        var status = deadline.Status(today, r.ReturnedOn)!.Value;
        // what an answer says, and whether it was sent back, stays inside health until the answer is returned
        var inside = person.Scope.Kind != ScopeKind.LocalAuthority || r.Stage == RequestStage.Returned;
        var nil = inside && r.NilReason is { } code ? code.Label() : null;
        var isLocal = r.Kind == AdviceKind.EarlyInformation;
        return new RequestLine
        {
            Id = r.Id,
            ServiceId = r.ServiceId,
            AskedServiceId = r.CoverForServiceId ?? r.ServiceId,
            Kind = r.Kind,
            FirstSentUtc = r.FirstSentUtc,
            ServiceName = service?.DistinctName ?? NoLongerKnown,
            PlainName = service?.Name ?? NoLongerKnown,
            ProviderName = place,
            ProfessionalName = professional,
            ReceivedOn = r.ReceivedByHealthOn,
            Deadline = deadline,
            DoneOn = r.ReturnedOn,
            AskedAnewOn = r is { ReturnedOn: not null, SentBackUtc: { } again } ? UkClock.DateOf(again) : null,
            WantedByOn = r.WantedByOn,
            NextAnswer = r.NextAnswer,
            SubmittedOn = r.SubmittedOn,
            SentUtc = r.Stage.IsWithNobody() ? null : r.SentUtc,
            LastChasedUtc = r.LastChasedUtc,
            AcceptedUtc = r.AcceptedUtc,
            ClosedUtc = r.ClosedUtc,
            // an answer that was recorded later came on the day that was said, unless more was asked for since
            EndedOn = r.EndedUtc is not { } ended ? null : r is { ReturnedOn: { } on, SentBackUtc: null } ? on : UkClock.DateOf(ended),
            CloseReason = r.CloseReason,
            ClosedAsking = ClosedAsking.Of(r),
            NilWords = nil,
            IsEarly = isLocal,
            HasExemption = r.HasExemption,
            Promised = PromiseWords.Of(r, today),
            PromisedOn = r.Stage.IsToAnswer() ? r.PromisedOn : null,
            IsGivenBack = inside && r.Stage == RequestStage.GivenBack,
            FamilyMayObject = r.SharingDoubtUtc is not null && r.Stage != RequestStage.Closed,
            Exemptions = [.. own.Select(e => ExemptionLine.Of(e, r.Deadline, today, r.IsAwaited, r.IsAwaited && r.PromisedOn is not null))],
            Standing = r.Deadline.Standing(today, r.ReturnedOn, recorded),
            SentBackCount = inside ? r.SentBackCount : 0,
            AnswerStands = r.AnswerStands,
            IsNil = r.AnswerStands && (r.Stage == RequestStage.Returned ? r.NilReason is not null : r.Became == Became.NilReturn),
            IsAddition = r is { AnswerStands: true, NextAnswer: AnswerKind.Addendum, Became: Became.Advice } && !r.Stage.IsEnd(),
            Stage = inside || r.Stage != RequestStage.GivenBack ? r.Stage : RequestStage.ToSend,
            Status = status,
            HasDateRunning = r.HasDateRunning,
            Words = StatusVocabulary.Words(status, r.DueOn, r.ReturnedOn, today, isLocal),
            Why = deadline.Explain(today, r.ReturnedOn, recorded),
        };
    }

    private static List<DeadlineLine> Deadlines(Assessment a, List<Exemption> exemptions, DateOnly today, ClockSettings local) => [.. AuthorityLimits.Of(a, local, today).Select(l =>
    {
        var (deadline, done) = (l.Deadline, l.DoneOn);
        if (!l.Applies)
        {
            return new DeadlineLine(l.What, deadline.Due, done, null, l.NotNeeded, $"{deadline.Rule.Limit.Words} from {UkText.LongDate(deadline.Anchor)} ({deadline.Rule.Citation}).", deadline.LastWorkingDay) { Deadline = deadline };
        }
        var status = deadline.Status(today, done);
        var own = exemptions.Where(e => e.AdviceRequestId is null && e.Limit == deadline.Kind).ToList();
        var recorded = own.Where(e => e.Holds(deadline)).Select(e => e.Beside(deadline)).ToList();
        return new(l.What, deadline.Due, done, status, DeadlineStatus.Words(deadline, today, done), deadline.Explain(today, done, recorded), deadline.LastWorkingDay, deadline.LocalDue)
        {
            Deadline = deadline,
            Exemptions = [.. own.Select(e => ExemptionLine.Of(e, deadline, today, a.IsOpen && done is null))],
            Standing = deadline.Standing(today, done, recorded),
            MayBeExempt = ExemptibleLimits.Refusal(l) is null,
        };
    })];

    private static TimelineModel TimelineOf(Assessment a, string authority, IReadOnlyList<RequestLine> requests, List<DeadlineLine> limits, DateOnly today) => new()
    {
        Reference = a.Reference,
        Anchor = a.RequestReceivedOn,
        Today = today,
        WeeksFrom = RouteWords.WeeksFrom(a.StartedBy, a.RequestReceivedOn, Assessment.ToldWillAssessOn(a.Decision, a.DecidedOn)),
        Weeks = a.FinalPlanDueOn is { } planBy ? (planBy.DayNumber - a.RequestReceivedOn.DayNumber + 6) / 7 : TimelineModel.WeeksWithoutPlan,
        Marks = [.. limits.Select(l => new TimelineMark(MarkOf(a.StartedBy, l), l.Due, l.Exemptions.Count > 0))],
        Decision = limits.Find(l => l.Kind == DeadlineKind.DecisionToAssess) is { Status: { } status } decision
            ? new(RouteWords.ToDecide(a.StartedBy).Capitalised() + RouteWords.Unconfirmed(decision.Deadline), authority, a.RequestReceivedOn, decision.Due, a.DecidedOn, status,
                a.DecidedOn is { } on ? $"{AssessmentWords.Stage(a.StartedBy, a.Decision, null)}, day {on.DayNumber - a.RequestReceivedOn.DayNumber}" : null,
                decision.Exemptions.Count > 0, decision.LastWorkingDay)
            : null,
        Moments = [.. a.HealthNotifications.Select((m, i) => (m, Number: i + 1)).Where(x => x.m.State != HealthNotificationState.NotYetDue)
            .Select(x => new TimelineMoment(x.Number, (x.m.ToldOn ?? x.m.HappenedOn)!.Value, x.m.IsMissed, x.m.Explain()))],
        Rows = [.. requests.Where(r => r.Stage != RequestStage.Closed).OrderBy(r => r.ReceivedOn).ThenBy(r => r.Due).ThenBy(r => r.ServiceName, StringComparer.Ordinal).ThenBy(r => r.Id).Select(Row)],
    };

    private static string MarkOf(ClockEvent startedBy, DeadlineLine l) => RouteWords.Titled(startedBy, l.Deadline, l.Kind switch
    {
        DeadlineKind.DecisionToAssess => RouteWords.CountsTheNotice(startedBy) ? "tell the family" : "decide",
        DeadlineKind.NoPlanNotice => "last day to say no",
        _ => "plan",
    }) + RouteWords.Unconfirmed(l.Deadline);

    // the drawing is also described in words, in which no place stands beside the name
    private static TimelineRow Row(RequestLine r) => new(r.ServiceName,
        string.Join(", ", new[] { r.ProfessionalName, r.ProviderName }.Where(s => !string.IsNullOrEmpty(s))), r.ReceivedOn, r.Due, r.DoneOn, r.Status, Note(r), r.HasExemption, r.Deadline.LastWorkingDay)
    { IsLocalTarget = r.IsEarly };

    private static string? Note(RequestLine r) => r.Stage switch
    {
        RequestStage.Returned => r.NilWords is { } nil ? $"{nil}, day {r.DoneOn!.Value.DayNumber - r.ReceivedOn.DayNumber}" : $"Returned, day {r.DoneOn!.Value.DayNumber - r.ReceivedOn.DayNumber}",
        RequestStage.ToCheck => $"{r.Words}, DCO to check",
        RequestStage.ToReturn => $"{r.Words}, DCO to return",
        RequestStage.ToSend or RequestStage.GivenBack => $"{r.Words}, not sent",
        _ => r.IsEarly ? r.Words : null,
    };

    private async Task<IReadOnlyList<NamedLine>> NamedAsync(Assessment assessment, IReadOnlyList<RequestLine> lines, CancellationToken ct)
    {
        var named = await (
            from n in db.InvolvedProfessionals.AsNoTracking()
            where n.AssessmentId == assessment.Id
            join p in db.Professionals on n.ProfessionalId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            join s in db.Services on n.ServiceId equals s.Id into ss
            from s in ss.DefaultIfEmpty()
            join i in db.Services on n.AskedServiceId equals i.Id into instead
            from i in instead.DefaultIfEmpty()
            orderby n.Position, n.Id
            select new
            {
                Name = p != null ? p.FullName : n.Name ?? (s != null ? s.Name : n.ServiceName) ?? "",
                Service = s != null ? s.Name : n.ServiceName,
                Provider = s != null && s.Town != "" ? n.ProviderName + ", " + s.Town : n.ProviderName,
                n.LastSeen,
                n.Contact,
                n.IsCurrent,
                ServiceId = n.AskedServiceId ?? n.ServiceId,
                OwnServiceId = n.ServiceId,
                n.ProfessionalId,
                n.AnsweredOn,
                n.FamilyAsked,
                n.NotAskedReason,
                Person = n.Name,
                Asked = i == null ? null : i.Name,
            }).ToListAsync(ct);
        if (named.Count == 0) { return []; }
        var asked = lines.ToLookup(r => r.AskedServiceId);
        var along = await cameAlong.OfAsync(assessment.Id, ct);
        var why = asked.Count == 0 && assessment.TriagedUtc is not null
            ? await db.AuditEntries.AsNoTracking().Where(e => e.AssessmentId == assessment.Id && e.Fact == nameof(TriageCompletedWithoutRequests)).OrderByDescending(e => e.AtUtc).Select(e => e.Reason).FirstOrDefaultAsync(ct)
            : null;
        return named.ConvertAll(n =>
        {
            var requests = n.ServiceId is { } service ? asked[service].ToList() : [];
            var asks = requests.FindAll(r => r.Stage != RequestStage.Closed);
            var sent = asks.Where(r => r.FirstSentUtc is not null).Min(r => r.FirstSentUtc);
            // what is prepared and not sent has asked nobody
            var isOnlyEarly = assessment.Decision == AssessmentDecision.Assess && asks.TrueForAll(r => r.Kind == AdviceKind.EarlyInformation || r.FirstSentUtc is null);
            var closed = requests.FindAll(r => r.ClosedAsking is not null);
            string? Past(IEnumerable<RequestLine> of, string? instead = null) => ClosedAsking.Words(of.Select(r => r.ClosedAsking).OfType<ClosedAsking>(), n.Person is not null || n.ProfessionalId is not null, n.ProfessionalId, instead);
            // whoever was asked, and then another in their place, was asked
            var own = n.OwnServiceId is { } first && first != n.ServiceId ? Past(asked[first]) : null;
            var past = Joined(own, Past(closed, IsInstead(n.Asked, n.Service, n.Person, closed) ? n.Asked : null));
            var standing = n.AnsweredOn is { } on ? $"Answered on {UkText.LongDate(on)}, before the case was recorded here"
                : asks.Count > 0 && IsInstead(n.Asked, n.Service, n.Person, asks) ? Joined(own, Instead(asks, sent, isOnlyEarly, n.NotAskedReason))!
                : sent is { } utc ? (isOnlyEarly ? $"Their service was asked for early information, {UkText.LongDate(UkClock.DateOf(utc))}. Not asked for statutory advice{(assessment.IsOpen ? " yet" : "")}" : $"Their service was asked, {UkText.LongDate(UkClock.DateOf(utc))}")
                : asks.Exists(r => r.Stage == RequestStage.ToSend) ? Joined(past, "A request is ready to send")!
                : past is not null ? PastAndNow(past, closed, n.NotAskedReason, n.FamilyAsked && assessment.IsOpen)
                : n.NotAskedReason is { } reason ? $"Named, not asked: {reason}"
                : requests.Find(r => r.Stage == RequestStage.Closed)?.CloseReason is { } unsent ? $"Named, not asked: {unsent}"
                : n.ServiceId is { } gave && along.TryGetValue(gave, out var returned) ? $"Not asked here. Their advice of {UkText.LongDate(returned)} came with the case"
                : why is not null ? $"Not asked: {why}"
                : $"{(n.ServiceId is null ? "Not in the directory, not asked" : "Not asked")}{(assessment.IsOpen ? " yet" : "")}";
            return new NamedLine(n.Name, n.Service, n.Provider, n.LastSeen, n.Contact, n.IsCurrent, standing, (sent, n.AnsweredOn) is not (null, null) || (past is not null && !assessment.IsOpen), n.FamilyAsked) { AnsweredBefore = n.AnsweredOn is not null };
        });
    }

    private static string? Joined(params string?[] parts) => string.Join(". ", parts.OfType<string>()) is { Length: > 0 } words ? words : null;

    // the reason why somebody is not asked any more is mostly the one for which their request was closed
    private static string PastAndNow(string past, List<RequestLine> closed, string? notThem, bool isWished) =>
        notThem is not null && !closed.Exists(r => r.CloseReason?.Contains(notThem, StringComparison.Ordinal) == true) ? $"{past}. Not asked again: {notThem}" : isWished ? $"{past}. Not asked now" : past;

    // whoever was chosen in somebody's place, and not the entry that their words mean
    private static bool IsInstead(string? asked, string? service, string? person, List<RequestLine> asks) => asked is not null && SearchKey.Of(asked) != SearchKey.Of(service)
        && !asks.Exists(r => r.ProfessionalName is { } who && InvolvedMatch.NameKey(who) == InvolvedMatch.NameKey(person));

    private static string Instead(List<RequestLine> asks, DateTime? sent, bool isOnlyEarly, string? notThem)
    {
        var who = string.Join(" and ", asks.Select(r => r.ProfessionalName is { } name ? $"{name}, {r.ServiceName}" : r.ServiceName).Distinct());
        var words = sent is not { } utc ? $"To be asked instead: {who}. A request is ready to send" : $"Asked instead: {who}, {UkText.LongDate(UkClock.DateOf(utc))}";
        if (sent is not null && isOnlyEarly) { words += ", for early information. Not asked for statutory advice yet"; }
        return notThem is null ? words : $"{words}. Not asked themselves: {notThem}";
    }

    private async Task<IReadOnlyList<DocumentLine>> DocumentsAsync(Guid assessmentId, CancellationToken ct) => await db.Documents.AsNoTracking()
        .Where(d => d.AssessmentId == assessmentId && d.RemovedUtc == null && d.CarriedAnswerId == null && (d.Kind == CaseDocumentKind.FromAuthority || (d.ReturnedUtc != null && d.WithdrawnUtc == null)))
        .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id)
        .Select(d => new DocumentLine(d.Id, d.Kind == CaseDocumentKind.FromAuthority ? null : d.AdviceRequestId, d.Evidence, d.FileName, d.SizeBytes, d.UploadedByName, d.UploadedUtc, d.IsScan, d.Notice)).ToListAsync(ct);

    private async Task<IReadOnlyList<ReturnedLine>> ReturnedAsync(Guid assessmentId, IReadOnlyList<RequestLine> requests, CancellationToken ct)
    {
        if (requests.All(r => r.DoneOn is null)) { return []; }
        var answers = await given.OfAsync(assessmentId, null, ct);
        return [.. requests.Where(r => answers.ContainsKey(r.Id)).OrderBy(r => r.ServiceName, StringComparer.Ordinal).ThenBy(r => r.Id).SelectMany(r =>
            // what must not be used any more comes before what may
            answers[r.Id].Withdrawn.Select(w => ((GivenAnswer?)null, (WithdrawnAnswer?)w)).Concat(answers[r.Id].Answers.Select(a => ((GivenAnswer?)a, (WithdrawnAnswer?)null)))
                .Select((x, n) => new ReturnedLine(r.Id, r.PlainName, r.ProviderName, r.ProfessionalName, n == 0, x.Item1, x.Item2) { Nth = r.Nth, IsEarly = r.IsEarly }))];
    }

    private async Task<LastEvent?> LastEventAsync(Guid assessmentId, CancellationToken ct)
    {
        var kind = person.Scope.Kind;
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.AssessmentId == assessmentId && !e.IsRead).ShownTo(kind)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => new { e.Fact, e.Sentence, e.ActorName, e.AtUtc }).FirstOrDefaultAsync(ct);
        return last is null ? null : new LastEvent(AuthorityView.Sentence(last.Fact, last.Sentence, kind), last.ActorName, last.AtUtc);
    }
}
