using System.Globalization;
using DcoPortal.Casework.Emails;

namespace DcoPortal.Casework.Requests;

/// <summary>Who hears of what about a request for advice: each method adds the email of one event to the caller's save.</summary>
public sealed partial class RequestEmails(PortalDb db, Outbox outbox, UkClock clock)
{
    /// <summary>It was sent.</summary>
    public void QueueSent(AdviceRequest request, AskableDirectory directory, CaseParties parties, Delivery delivery) =>
        Queue(request.Kind == AdviceKind.Statutory ? StatutorySent : EarlySent, request, request.Round, delivery.To, AdviceEmails.Values(request, directory, parties));

    /// <summary>A person reminds of it.</summary>
    /// <returns>The email, which the chase names.</returns>
    public EmailMessage QueueReminder(AdviceRequest request, AskableDirectory directory, CaseParties parties, Delivery delivery)
    {
        var what = delivery.IsToDcoService ? NobodyToRemind : request.DueOn < clock.Today ? Overdue : Reminder;
        return Queue(what, request, request.ChaseCount, delivery.To, AdviceEmails.Values(request, directory, parties));
    }

    /// <summary>It was passed on. Passing back and forth is told each time, a double click once.</summary>
    /// <param name="request">The request, passed on.</param>
    /// <param name="service">The service in which it was passed on.</param>
    /// <param name="to">Who reads it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task QueuePassedOnAsync(AdviceRequest request, string service, string to, CancellationToken ct) =>
        Queue(PassedOn, request, request.MoveCount, to, AdviceEmails.Values(request, service, null, await PartiesAsync(request, ct)));

    /// <summary>It went back from the service that covered.</summary>
    public void QueueBackFromCover(AdviceRequest request, HealthService covering, AskableDirectory directory, CaseParties parties) =>
        Queue(BackFromCover, request, request.MoveCount, covering.Inbox, AdviceEmails.Values(request, directory, parties), Addresses.AdviceRequests);

    /// <summary>It was given back. Given back twice is told twice, a double click once.</summary>
    public async Task QueueGivenBackAsync(AdviceRequest request, string service, string provider, CancellationToken ct)
    {
        var parties = await PartiesAsync(request, ct);
        Queue(GivenBack, request, request.Round, parties.Contact, AdviceEmails.Values(request, service, provider, parties), Addresses.AssessmentRequestAdvice(request.AssessmentReference));
    }

    /// <summary>It was answered, with advice or without.</summary>
    public async Task QueueAnsweredAsync(AdviceRequest request, CancellationToken ct)
    {
        var parties = await PartiesAsync(request, ct);
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.Name).SingleAsync(ct);
        var provider = await db.Providers.Where(p => p.Id == request.ProviderId).Select(p => p.Name).SingleAsync(ct);
        Queue(Answered, request, request.Round, parties.Contact, AdviceEmails.Values(request, service, provider, parties), Addresses.CheckAnswer(request.Id));
    }

    /// <summary>Its answer was sent back.</summary>
    public void QueueSentBack(AdviceRequest request, AskableDirectory directory, CaseParties parties, Delivery delivery) =>
        Queue(SentBack, request, request.Round, delivery.To, AdviceEmails.Values(request, directory, parties));

    /// <summary>It was returned, perhaps with others. A request is returned once, so the first of them names this return.</summary>
    /// <param name="first">The first of those returned.</param>
    /// <param name="count">How many the authority has then.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="ct">Cancels.</param>
    public async Task QueueReturnedAsync(AdviceRequest first, int count, AskableDirectory directory, CancellationToken ct)
    {
        var parties = await PartiesAsync(first, ct);
        var values = AdviceEmails.Values(first, directory, parties);
        values["count"] = count.ToString(CultureInfo.InvariantCulture);
        outbox.Queue(Returned, Returned.KeyOf(first.Id), parties.AuthorityInbox, Addresses.Assessment(first.AssessmentReference), values, first.Keys);
    }

    /// <summary>It was closed. The reason stays in the portal: an email says nothing that a person typed.</summary>
    public void QueueClosed(AdviceRequest request, AskableDirectory directory)
    {
        var values = new Dictionary<string, string>
        {
            ["reference"] = request.AssessmentReference,
            ["service-name"] = directory.Service(request.ServiceId)!.Name,
            ["stage"] = request.Kind.Stage(),
        };
        outbox.Queue(Closed, Closed.KeyOf(request.Id), directory.DeliveryFor(request, clock.Today).To, Addresses.AdviceRequests, values, request.Keys, request.Id);
    }

    /// <summary>The key of the alarm that nothing but nil returns is left: the same whoever looks, and new when another service says the same later.</summary>
    /// <param name="last">The request that was answered last.</param>
    public static string AllNilKeyOf(AdviceRequest last) => AllNilAlarm.KeyOf(last.Id, last.Round);

    /// <summary>Nothing but nil returns is left.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="last">The request that was answered last.</param>
    /// <param name="parties">The two sides of the case.</param>
    /// <param name="wait">How long the email waits, so that asking somebody else can take it back; null when it goes at once.</param>
    public void QueueAllNil(Assessment assessment, AdviceRequest last, CaseParties parties, TimeSpan? wait)
    {
        var email = outbox.Queue(AllNilAlarm, AllNilKeyOf(last), parties.Contact, Addresses.AssessmentAllNil(assessment.Reference),
            new Dictionary<string, string> { ["reference"] = assessment.Reference, ["authority-name"] = parties.AuthorityName }, assessment.Keys);
        if (wait is { } grace) { email.NextAttemptUtc = clock.UtcNow + grace; }
    }

    /// <summary>The alarms of an assessment that still wait.</summary>
    public IQueryable<EmailMessage> WaitingAllNil(Guid assessmentId)
    {
        var now = clock.UtcNow;
        return db.Emails.Where(e => e.AssessmentId == assessmentId && e.Template == AllNilAlarm.Template && e.Attempts == 0 && e.NextAttemptUtc > now);
    }

    /// <summary>It was decided that no health needs are known.</summary>
    public async Task QueueNoNeedsKnownAsync(Assessment assessment, CancellationToken ct)
    {
        var parties = await CaseParties.LoadAsync(db, assessment.LocalAuthorityId, assessment.IcbId, ct);
        var values = new Dictionary<string, string> { ["reference"] = assessment.Reference, ["authority-name"] = parties.AuthorityName, ["contact"] = parties.Contact };
        outbox.Queue(NoNeedsKnown, NoNeedsKnown.KeyOf(assessment.Id, assessment.AllNilDecidedUtc!.Value.Ticks), parties.AuthorityInbox, Addresses.Assessment(assessment.Reference), values, assessment.Keys);
    }

    private Task<CaseParties> PartiesAsync(AdviceRequest request, CancellationToken ct) => CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);

    private EmailMessage Queue(Announcement what, AdviceRequest request, int again, string to, Dictionary<string, string> values, string? path = null) =>
        outbox.Queue(what, what.KeyOf(request.Id, again), to, path ?? AdviceEmails.Path(request), values, request.Keys, request.Id);
}
