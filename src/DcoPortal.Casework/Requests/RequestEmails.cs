using System.Globalization;
using DcoPortal.Casework.Emails;

namespace DcoPortal.Casework.Requests;

/// <summary>Who hears of what about a request for advice: each method adds the email of one event to the caller's save.</summary>
public sealed partial class RequestEmails(PortalDb db, Outbox outbox, UkClock clock)
{
    /// <summary>The request was sent.</summary>
    public void QueueSent(AdviceRequest request, AskableDirectory directory, CaseParties parties, Delivery delivery) =>
        Queue(request.Kind == AdviceKind.Statutory ? StatutorySent : EarlySent, request, request.Round, delivery.To, AsOfToday(request, directory, parties));

    /// <summary>A person sends a reminder.</summary>
    /// <param name="request">The request.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="parties">The two sides of the case.</param>
    /// <param name="delivery">Where the email goes.</param>
    /// <param name="together">What the reminders of one click share, so that those to one inbox leave as one email.</param>
    /// <returns>The email, which the chase names.</returns>
    public EmailMessage QueueReminder(AdviceRequest request, AskableDirectory directory, CaseParties parties, Delivery delivery, Guid together)
    {
        var what = delivery.IsToDcoService ? NobodyToRemind : request.Stage == RequestStage.Reopened ? NewAnswerReminder : request.DueOn < clock.Today && request.LapsedOn is null ? Overdue : Reminder;
        var email = Queue(what, request, request.ChaseCount, delivery.To, AdviceEmails.Values(request, directory, parties));
        if (TogetherEmails.MayJoin(email.Template)) { email.TogetherId = together; }
        return email;
    }

    /// <summary>The request was passed on. Passing back and forth is told each time, a double click once.</summary>
    /// <param name="request">The request, passed on.</param>
    /// <param name="service">The service in which it was passed on.</param>
    /// <param name="to">The address of the new holder.</param>
    /// <param name="ct">Cancels.</param>
    public async Task QueuePassedOnAsync(AdviceRequest request, string service, string to, CancellationToken ct) =>
        Queue(PassedOn, request, request.MoveCount, to, AdviceEmails.Values(request, service, null, await PartiesAsync(request, ct)));

    /// <summary>Tells whoever had a request that somebody else has given it to another.</summary>
    public async Task QueuePassedFromAsync(AdviceRequest request, string service, string to, CancellationToken ct) =>
        Queue(PassedFrom, request, request.MoveCount, to, AdviceEmails.Values(request, service, null, await PartiesAsync(request, ct)), Addresses.AdviceRequests);

    /// <summary>The request went back from the service that covered.</summary>
    public void QueueBackFromCover(AdviceRequest request, HealthService covering, AskableDirectory directory, CaseParties parties) =>
        Queue(BackFromCover, request, request.MoveCount, covering.Inbox, AdviceEmails.Values(request, directory, parties), Addresses.AdviceRequests);

    /// <summary>The request was given back. A second round is told again, a double click once.</summary>
    public async Task QueueGivenBackAsync(AdviceRequest request, string service, string provider, CancellationToken ct)
    {
        var parties = await PartiesAsync(request, ct);
        Queue(GivenBack, request, request.Round, parties.Dco.Inbox, AdviceEmails.Values(request, service, provider, parties), Addresses.AssessmentRequestAdvice(request.AssessmentReference));
    }

    /// <summary>The service answered, with advice or without.</summary>
    public async Task QueueAnsweredAsync(AdviceRequest request, CancellationToken ct)
    {
        var parties = await PartiesAsync(request, ct);
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct);
        var provider = await db.Providers.Where(p => p.Id == request.ProviderId).Select(p => p.Name).SingleAsync(ct);
        Queue(Answered, request, request.Round, parties.Dco.Inbox, AdviceEmails.Values(request, service, provider, parties), Addresses.CheckAnswer(request.Id));
    }

    /// <summary>The DCO service sent the answer back.</summary>
    public void QueueSentBack(AdviceRequest request, AskableDirectory directory, CaseParties parties, Delivery delivery) =>
        Queue(SentBack, request, request.Round, delivery.To, AdviceEmails.Values(request, directory, parties));

    /// <summary>Answers were returned together. Each is returned once, so the first of them makes the key of this email.</summary>
    /// <param name="returned">The requests returned.</param>
    /// <param name="count">How many answers the authority has then.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="ct">Cancels.</param>
    public async Task QueueReturnedAsync(IReadOnlyList<AdviceRequest> returned, int count, AskableDirectory directory, CancellationToken ct)
    {
        // the email speaks of the most that is in it: advice, then early information, then that there is no advice
        var first = returned.OrderBy(r => r.Content).ThenBy(r => r.Id).First();
        var what = first.Content switch { AnswerContent.NilReturn => NilPassedOn, AnswerContent.EarlyInformation => EarlyReturned, _ => Returned };
        var parties = await PartiesAsync(first, ct);
        var values = AdviceEmails.Values(first, directory, parties);
        values["count"] = count.ToString(CultureInfo.InvariantCulture);
        values["passed-on"] = string.Join(", ", returned.GroupBy(r => r.Content).OrderBy(g => g.Key).Select(g => Counted(g.Key, g.Count())));
        outbox.Queue(what, what.KeyOf(first.Id, first.VersionCount + first.AddendumCount), parties.AuthorityInbox, Addresses.Assessment(first.AssessmentReference), values, first.Keys);
    }

    private static string Counted(AnswerContent content, int count) => content switch
    {
        AnswerContent.NilReturn => $"{UkText.Count(count, "answer")} without advice",
        AnswerContent.EarlyInformation => $"{UkText.Count(count, "answer")} with early information",
        _ => $"{UkText.Count(count, "answer")} with advice",
    };

    /// <summary>The request was closed. The reason stays in the portal: an email never holds what a person typed.</summary>
    public void QueueClosed(AdviceRequest request, AskableDirectory directory)
    {
        var values = new Dictionary<string, string>
        {
            ["reference"] = request.AssessmentReference,
            ["service-name"] = directory.Service(request.ServiceId)!.DistinctName,
            ["stage"] = request.Kind.Stage(),
        };
        outbox.Queue(Closed, Closed.KeyOf(request.Id, request.MoveCount), directory.DeliveryFor(request, clock.Today).To, Addresses.AdviceRequests, values, request.Keys, request.Id);
    }

    /// <summary>A closed request was opened again, and the service has it to answer.</summary>
    public void QueueReopened(AdviceRequest request, AskableDirectory directory, CaseParties parties, Delivery delivery)
    {
        var values = AsOfToday(request, directory, parties);
        values["stage"] += ". It had been closed, and is open again";
        Queue(request.Kind == AdviceKind.Statutory ? StatutoryReopened : EarlyReopened, request, request.MoveCount, delivery.To, values);
    }

    // what is asked after its date says by how much it is late
    private Dictionary<string, string> AsOfToday(AdviceRequest request, AskableDirectory directory, CaseParties parties)
    {
        var values = AdviceEmails.Values(request, directory, parties);
        if (request.DueOn < clock.Today) { values["why-due"] = request.DeadlineWith(parties.Settings).Explain(clock.Today, null, Recorded(request)); }
        return values;
    }

    // only a request that was asked before can have any
    private List<RecordedExemption> Recorded(AdviceRequest request) => !request.HasExemption ? []
        : [.. db.Exemptions.AsNoTracking().Where(e => e.AdviceRequestId == request.Id && e.WithdrawnUtc == null).AsEnumerable().Where(e => e.Holds(request.Deadline)).Select(e => e.Beside(request.Deadline))];

    /// <summary>The request should not have been sent: whoever had it no longer sees it, so the link leads to their other requests.</summary>
    public void QueueWithdrawn(AdviceRequest request, AskableDirectory directory, string to) =>
        outbox.Queue(RequestTaken, RequestTaken.KeyOf(request.Id, request.MoveCount), to, Addresses.AdviceRequests,
            new Dictionary<string, string> { ["reference"] = request.AssessmentReference, ["service-name"] = directory.ServiceName(request.ServiceId) }, request.Keys, request.Id);

    /// <summary>The key of the alarm that nothing but nil returns is left: the same for every check, new when another service answers so later.</summary>
    /// <param name="last">The request that was answered last.</param>
    public static string AllNilKeyOf(AdviceRequest last) => AllNilAlarm.KeyOf(last.Id, last.Round);

    /// <summary>Tells the DCO service that nothing but nil returns is left.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="last">The request that was answered last.</param>
    /// <param name="parties">The two sides of the case.</param>
    /// <param name="wait">How long the email waits, so that asking another service can take it back; null to send it at once.</param>
    public void QueueAllNil(Assessment assessment, AdviceRequest last, CaseParties parties, TimeSpan? wait)
    {
        var email = outbox.Queue(AllNilAlarm, AllNilKeyOf(last), parties.Dco.Inbox, Addresses.AssessmentAllNil(assessment.Reference),
            new Dictionary<string, string> { ["reference"] = assessment.Reference, ["authority-name"] = parties.AuthorityName }, assessment.Keys);
        if (wait is { } grace) { email.NextAttemptUtc = clock.UtcNow + grace; }
    }

    /// <summary>The alarms of an assessment that were not tried yet.</summary>
    public IQueryable<EmailMessage> WaitingAllNil(Guid assessmentId)
    {
        var now = clock.UtcNow;
        return db.Emails.Where(e => e.AssessmentId == assessmentId && e.Template == AllNilAlarm.Template && e.Attempts == 0 && e.NextAttemptUtc > now);
    }

    /// <summary>The DCO decided that no health needs are known.</summary>
    public async Task QueueNoNeedsKnownAsync(Assessment assessment, CancellationToken ct)
    {
        var parties = await CaseParties.LoadAsync(db, assessment.LocalAuthorityId, assessment.IcbId, ct);
        var values = new Dictionary<string, string> { ["reference"] = assessment.Reference, ["authority-name"] = parties.AuthorityName, ["contact"] = parties.Dco.InEmail };
        outbox.Queue(NoNeedsKnown, NoNeedsKnown.KeyOf(assessment.Id, assessment.AllNilDecidedUtc!.Value.Ticks), parties.AuthorityInbox, Addresses.Assessment(assessment.Reference), values, assessment.Keys);
    }

    private Task<CaseParties> PartiesAsync(AdviceRequest request, CancellationToken ct) => CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);

    private EmailMessage Queue(Announcement what, AdviceRequest request, int again, string to, Dictionary<string, string> values, string? path = null) =>
        outbox.Queue(what, what.KeyOf(request.Id, again), to, path ?? AdviceEmails.Path(request), values, request.Keys, request.Id);
}
