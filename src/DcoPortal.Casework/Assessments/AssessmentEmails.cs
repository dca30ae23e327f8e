using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Assessments;

/// <summary>Who hears of what happens to an assessment. The emails hold nothing of the child.</summary>
public sealed class AssessmentEmails(PortalDb db, Outbox outbox, UkClock clock)
{
    private static readonly Announcement DecidedToAssess = new("decision", "notification-received", "The DCO service's inbox",
        "The authority records its decision to assess, which asks health for advice", Unless: "The decision came with the notification, which told of it", Again: "version of the assessment that it replaces");

    private static readonly Announcement HasEnded = new("ended", "assessment-ended", "The DCO service's inbox",
        "The authority records how an assessment ended", Again: "version of the assessment that it replaces");

    private static readonly Announcement WereCorrected = new("corrected", "dates-corrected", "The other side: the DCO service's inbox when the authority corrects, the authority's inbox when health does",
        "The day that a clock runs from is corrected", Unless: "No date moves and the route stays", Again: "version of the assessment that it replaces");

    private static readonly Announcement DueDateMoved = new("due-date-corrected", "due-date-corrected", "Whoever holds the request, or covers for them",
        "A correction moves the due date of a request", IsForHolder: true, Unless: "The request is with nobody or has ended", Again: "version of the assessment that it replaces");

    private static readonly Announcement DetailsPutRight = new("details-corrected", "details-corrected", "The other side: the DCO service's inbox when the authority corrects, the authority's inbox when health does",
        "What a notification says of the child, the family, the school or the request is corrected or added to", Unless: "Nothing changes", Again: "version of the assessment that it replaces, or the moment at which somebody or something was added");

    private static readonly Announcement RequestDetailsPutRight = new("request-details-corrected", "request-details-corrected", "Whoever holds the request, or covers for them",
        "Such a correction changes what the holder of an open request sees", IsForHolder: true, Unless: "The request is with nobody or has ended", Again: "version of the assessment that it replaces, or the moment at which a document was added");

    private static readonly Announcement ReturnedDetailsPutRight = new("returned-details-corrected", "request-details-corrected", "Whoever had the request, or covers for them",
        "A correction makes another child of a case on which their advice was returned", Unless: "The family may exclude them", Again: "version of the assessment that it replaces");

    private static readonly Announcement WasTakenBack = new("record-taken-back", "decision-taken-back", "The other side: the DCO service's inbox when the authority takes it back, the authority's inbox when health does",
        "A decision or an outcome that was recorded by mistake is taken back", Unless: "It is taken back within 30 seconds, before its own email leaves", Again: "version of the assessment that it replaces");

    private static readonly Announcement WishChanged = new("sharing-changed", "sharing-changed", "The other side: the DCO service's inbox when the authority records it, the authority's inbox when health does",
        "A family changes what it wishes about sharing information", Unless: "Nothing changes", Again: "version of the assessment that it replaces");

    private static readonly Announcement WishMayMeanNew = new("sharing-doubt", "sharing-doubt", "The DCO service's inbox",
        "Somebody gets access to a service or comes back, or a person or service is called otherwise, and a family may exclude them from a request that they open by now", Unless: "The DCO service has that request to stop or keep already", Again: "change");

    private static readonly Announcement WishCountsNoLonger = new("sharing-lifted", "sharing-lifted", "The DCO service's inbox",
        "A wish about sharing on another case of the child is taken back, or that case is another child's, and somebody had been stopped or not asked for it", Unless: "Another wish means them", Again: "change");

    private static readonly Announcement AnswerNotNeeded = new("closed-with-assessment", "advice-request-closed", "Whoever holds the request, or covers for them",
        "A request is closed because the authority refused to assess or the assessment ended", Unless: "The request was not sent, was given back or is answered", Again: "move");

    /// <summary>Every announcement about an assessment.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [DecidedToAssess, HasEnded, WereCorrected, DueDateMoved, DetailsPutRight, RequestDetailsPutRight, ReturnedDetailsPutRight, WasTakenBack, WishChanged, WishMayMeanNew, WishCountsNoLonger, AnswerNotNeeded];

    /// <summary>The authority has decided to assess, and health is asked today.</summary>
    public async Task DecidedAsync(Assessment assessment, CancellationToken ct)
    {
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => new { a.Name, a.CountsDayOfReceipt }).SingleAsync(ct);
        Queue(DecidedToAssess, assessment, await DcoInboxAsync(assessment, ct), new()
        {
            ["reference"] = assessment.Reference,
            ["authority-name"] = authority.Name,
            ["stage"] = AssessmentStarts.MustAssess(assessment.StartedBy) ? "The local authority has told the family that it will assess" : $"The local authority has decided {RouteWords.ToAssess(assessment.StartedBy)}",
            ["received-on"] = UkText.LongDate(clock.Today),
            ["due-on"] = DueWords.InEmail(StatutoryClock.ForHealthAdvice(clock.Today, BoardClockSettings.Convention(authority.CountsDayOfReceipt))),
            ["next"] = NotificationEmails.AskForAdvice,
        }, $"{assessment.Version:N}");
    }

    /// <summary>A decision or an outcome was taken back.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="to">The other side's inbox.</param>
    /// <param name="by">Who took it back.</param>
    /// <param name="replaced">The version of the assessment before.</param>
    public void TakenBack(Assessment assessment, string to, string by, Guid replaced) => Queue(WasTakenBack, assessment, to, new() { ["reference"] = assessment.Reference, ["organisation-name"] = by }, $"{replaced:N}");

    /// <summary>The assessment has ended.</summary>
    public async Task EndedAsync(Assessment assessment, CancellationToken ct)
    {
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct);
        Queue(HasEnded, assessment, await DcoInboxAsync(assessment, ct), new()
        {
            ["reference"] = assessment.Reference,
            ["authority-name"] = authority,
            ["stage"] = AssessmentWords.Stage(assessment.StartedBy, assessment.Decision, assessment.Outcome),
        }, $"{assessment.Version:N}");
    }

    /// <summary>The dates of an assessment were corrected.</summary>
    /// <param name="assessment">The assessment, corrected.</param>
    /// <param name="to">The inbox of the other side.</param>
    /// <param name="by">The organisation that corrected.</param>
    /// <param name="plan">The final plan's limit, or null while it is not counted yet.</param>
    /// <param name="replaced">The version that was corrected: one correction is one event.</param>
    public void DatesCorrected(Assessment assessment, string to, string by, Deadline? plan, Guid replaced) =>
        Queue(WereCorrected, assessment, to, Corrected(assessment, by, plan), $"{replaced:N}");

    /// <summary>The correction also moved the due date of one of the assessment's requests.</summary>
    /// <param name="assessment">The assessment, corrected.</param>
    /// <param name="request">The request.</param>
    /// <param name="to">The holder of the request, or the person who covers for the holder.</param>
    /// <param name="by">The organisation that corrected.</param>
    /// <param name="due">The request's new limit.</param>
    /// <param name="replaced">The version that was corrected.</param>
    public void DueDateCorrected(Assessment assessment, AdviceRequest request, string to, string by, Deadline due, Guid replaced)
    {
        var email = outbox.Queue(DueDateMoved, DueDateMoved.KeyOf(request.Id, $"{replaced:N}"), to, AdviceEmails.Path(request), Corrected(assessment, by, due), assessment.Keys, request.Id);
        // an answered request asks nothing of its holder: the email then stays with the person who answered
        email.IsForHolder = request.Stage.IsToAnswer();
    }

    /// <summary>What the notification says was corrected or added to. The email does not say what.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="to">The inbox of the other side.</param>
    /// <param name="by">The organisation that did it.</param>
    /// <param name="occasion">What tells this time from the next: the version that was replaced, or an id made for it.</param>
    public void DetailsCorrected(Assessment assessment, string to, string by, Guid occasion) =>
        Queue(DetailsPutRight, assessment, to, DetailsOf(assessment, by), $"{occasion:N}");

    /// <summary>The family's wish about sharing has changed. The email does not say to what.</summary>
    public void SharingChanged(Assessment assessment, string to, string by, Guid occasion) => Queue(WishChanged, assessment, to, DetailsOf(assessment, by), $"{occasion:N}");

    /// <summary>The family may exclude somebody who opens a request of the case by now. The email does not say whom.</summary>
    public void WishMayMeanSomebodyNew(CaseKeys keys, string to, Guid occasion) =>
        outbox.Queue(WishMayMeanNew, WishMayMeanNew.KeyOf(keys.AssessmentId, $"{occasion:N}"), to, Addresses.Assessment(keys.Reference), new Dictionary<string, string> { ["reference"] = keys.Reference }, keys);

    /// <summary>A wish for which somebody was stopped or not asked counts no longer. The email does not say whom.</summary>
    public void WishLifted(CaseKeys keys, string to, Guid occasion) =>
        outbox.Queue(WishCountsNoLonger, WishCountsNoLonger.KeyOf(keys.AssessmentId, $"{occasion:N}"), to, Addresses.AssessmentRequestAdvice(keys.Reference), new Dictionary<string, string> { ["reference"] = keys.Reference }, keys);

    /// <summary>The same, to whoever has one of the assessment's requests.</summary>
    public void RequestDetailsCorrected(Assessment assessment, AdviceRequest request, string to, string by, Guid occasion)
    {
        var email = outbox.Queue(RequestDetailsPutRight, RequestDetailsPutRight.KeyOf(request.Id, $"{occasion:N}"), to, AdviceEmails.Path(request), DetailsOf(assessment, by), assessment.Keys, request.Id);
        email.IsForHolder = request.Stage.IsToAnswer();
    }

    /// <summary>The same, to whoever's advice was returned about the child as it was called before.</summary>
    public void ReturnedDetailsCorrected(Assessment assessment, AdviceRequest request, string to, string by, Guid occasion) =>
        outbox.Queue(ReturnedDetailsPutRight, ReturnedDetailsPutRight.KeyOf(request.Id, $"{occasion:N}"), to, AdviceEmails.Path(request), DetailsOf(assessment, by), assessment.Keys, request.Id);

    /// <summary>A request needs no answer any more.</summary>
    /// <param name="request">The request, closed.</param>
    /// <param name="service">The name of its service.</param>
    /// <param name="to">The person who held the request, or who covers for the holder.</param>
    /// <param name="reason">Why the request was closed, in the portal's words.</param>
    public void RequestClosed(AdviceRequest request, string service, string to, string reason) =>
        outbox.Queue(AnswerNotNeeded, AnswerNotNeeded.KeyOf(request.Id, request.MoveCount), to, Addresses.AdviceRequests,
            new Dictionary<string, string> { ["reference"] = request.AssessmentReference, ["service-name"] = service, ["stage"] = reason }, request.Keys, request.Id);

    private void Queue(Announcement what, Assessment assessment, string to, Dictionary<string, string> values, params ReadOnlySpan<object> again) =>
        outbox.Queue(what, what.KeyOf(assessment.Id, again), to, Addresses.Assessment(assessment.Reference), values, assessment.Keys);

    private Task<string> DcoInboxAsync(Assessment assessment, CancellationToken ct) => db.Icbs.Where(i => i.Id == assessment.IcbId).Select(i => i.DcoInbox).SingleAsync(ct);

    private static Dictionary<string, string> DetailsOf(Assessment assessment, string by) => new() { ["reference"] = assessment.Reference, ["organisation-name"] = by };

    private static Dictionary<string, string> Corrected(Assessment assessment, string by, Deadline? due) => new()
    {
        ["reference"] = assessment.Reference,
        ["organisation-name"] = by,
        ["due-on"] = due is null ? "none: it is counted from the day the family is told of a re-assessment" : DueWords.InEmail(due),
    };
}
