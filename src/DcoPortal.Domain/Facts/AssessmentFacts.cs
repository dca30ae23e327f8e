using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Facts;

/// <summary>The authority logged a notification.</summary>
public sealed record NotificationLogged(CaseKeys Keys, DateOnly RequestReceivedOn, ClockEvent StartedBy = ClockEvent.RequestReceived) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"{(StartedBy == ClockEvent.RequestReceived ? "Request received" : AssessmentStarts.NameOf(StartedBy))} {RequestReceivedOn:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string Sentence => "Notification logged";
}

/// <summary>The DCO service recorded a notification that an authority had sent outside the portal.</summary>
public sealed record NotificationRecordedForAuthority(CaseKeys Keys, string Authority, DateOnly RequestReceivedOn, ClockEvent StartedBy, DateOnly ArrivedOn, ArrivalWay? ArrivedBy, string? FromFile = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"For {Authority}: {(StartedBy == ClockEvent.RequestReceived ? "request received" : AssessmentStarts.NameOf(StartedBy))} {RequestReceivedOn:yyyy-MM-dd}, arrived {ArrivedOn:yyyy-MM-dd}{(ArrivedBy is { } by ? $" by {by.ToString().ToLowerInvariant()}" : "")}{(FromFile is null ? "" : $"; {FromFile}")}";

    /// <inheritdoc />
    public override string Sentence => "Notification recorded by the DCO service for the authority";
}

/// <summary>A notification came in with a spreadsheet.</summary>
public sealed record NotificationImported(CaseKeys Keys, string FileName, int Line) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"Row {Line} of {FileName}";

    /// <inheritdoc />
    public override string Sentence => "Notification imported from a spreadsheet";
}

/// <summary>The authority recorded its decision, or the DCO service recorded for it one that arrived outside the portal.</summary>
public sealed record DecisionRecorded(CaseKeys Keys, AssessmentDecision Decision, DateOnly DecidedOn, string? ForAuthority = null, DateOnly? ArrivedOn = null, bool IsReassessment = false) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"{Decision} on {DecidedOn:yyyy-MM-dd}{(ForAuthority is null ? "" : $"; for {ForAuthority}, arrived {ArrivedOn:yyyy-MM-dd}")}";

    /// <inheritdoc />
    public override string Sentence => $"{DecisionWords.Of(Decision, IsReassessment)} recorded";
}

/// <summary>The authority recorded how the assessment ended.</summary>
public sealed record OutcomeRecorded(CaseKeys Keys, AssessmentOutcome Outcome, DateOnly On) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"{Outcome} on {On:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string Sentence => "Outcome recorded";
}

/// <summary>A decision was taken back: within 30 seconds, before its emails left, or later as a mistake, with a reason.</summary>
public sealed record DecisionTakenBack(CaseKeys Keys, AssessmentDecision Decision, string? Reason = null, bool IsReassessment = false, DateOnly? HealthAskedOn = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string? Before => HealthAskedOn is { } on ? $"{Decision}{HealthAsked}{on:yyyy-MM-dd}" : Decision.ToString();

    /// <summary>What stands in <see cref="Before"/> before the day on which health had been asked for advice.</summary>
    public const string HealthAsked = "; health asked on ";

    /// <inheritdoc />
    public override string Sentence => $"{DecisionWords.Of(Decision, IsReassessment)} taken back";
}

/// <summary>How the assessment ended was taken back: within 30 seconds, before its emails left, or later as a mistake, with a reason.</summary>
public sealed record OutcomeTakenBack(CaseKeys Keys, AssessmentOutcome Outcome, string? Reason = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string? Before => Outcome.ToString();

    /// <inheritdoc />
    public override string Sentence => "Outcome taken back";
}

/// <summary>An administrator said that no service need be asked now.</summary>
public sealed record TriageCompletedWithoutRequests(CaseKeys Keys, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Taken out of triage without a request";
}

/// <summary>The DCO service said why it does not ask somebody whom the authority named, or that it may ask after all.</summary>
public sealed record NamedNotAsked(CaseKeys Keys, string Who, string? WhyBefore, string? Why) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => WhyBefore;

    /// <inheritdoc />
    public override string? After => Who;

    /// <inheritdoc />
    public override string? Because => Why;

    /// <inheritdoc />
    public override string Sentence => Why is null ? "A named professional may be asked after all" : "Reason given why a named professional is not asked";
}

/// <summary>Somebody marked that the family asked for the advice of a named professional, or took the mark off.</summary>
public sealed record FamilyAskedForAdvice(CaseKeys Keys, string Who, bool Asked) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => Who;

    /// <inheritdoc />
    public override string Sentence => Asked ? "Marked that the family asked for this advice" : "No longer marked that the family asked for this advice";
}

/// <summary>A document was added to the case.</summary>
public sealed record DocumentUploaded(CaseKeys Keys, Guid DocumentId, Guid? AdviceRequestId, long SizeBytes, string Sha256) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"Document {DocumentId:N}, {SizeBytes} bytes, SHA-256 {Sha256}";

    /// <inheritdoc />
    public override string Sentence => "Document uploaded";
}

/// <summary>A document was taken out before submission.</summary>
public sealed record DocumentRemoved(CaseKeys Keys, Guid DocumentId, Guid? AdviceRequestId) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => $"Document {DocumentId:N}";

    /// <inheritdoc />
    public override string Sentence => "Document removed";
}

/// <summary>A person opened a page that shows the child's record.</summary>
public sealed record ChildRecordViewed(CaseKeys Keys, string Page, Guid? AdviceRequestId = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => Page;

    /// <inheritdoc />
    public override bool IsRead => true;

    /// <inheritdoc />
    public override string Sentence => "Record viewed";
}

/// <summary>A person downloaded a document.</summary>
public sealed record DocumentDownloaded(CaseKeys Keys, Guid DocumentId, Guid? AdviceRequestId) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"Document {DocumentId:N}";

    /// <inheritdoc />
    public override bool IsRead => true;

    /// <inheritdoc />
    public override string Sentence => "Document downloaded";
}

/// <summary>A person read a document in the page.</summary>
public sealed record DocumentPreviewed(CaseKeys Keys, Guid DocumentId, Guid? AdviceRequestId) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"Document {DocumentId:N}";

    /// <inheritdoc />
    public override bool IsRead => true;

    /// <inheritdoc />
    public override string Sentence => "Document viewed";
}

/// <summary>A person downloaded all the advice of a child as one file.</summary>
public sealed record AdvicePackDownloaded(CaseKeys Keys, int Documents) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"{Documents} documents";

    /// <inheritdoc />
    public override bool IsRead => true;

    /// <inheritdoc />
    public override string Sentence => "All advice downloaded";
}

/// <summary>A list that names children was shown or downloaded.</summary>
public sealed record ChildListRead(string List, int Rows, bool Downloaded) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"{List}, {Rows} rows";

    /// <inheritdoc />
    public override bool IsRead => true;

    /// <inheritdoc />
    public override string Sentence => Downloaded ? "List downloaded" : "List viewed";
}

/// <summary>The day a clock runs from, or the route, was corrected; every date was counted anew.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="Was">The dates before, in words.</param>
/// <param name="Now">The dates now, in words.</param>
/// <param name="Reason">Why, in the words of the person who did it.</param>
public sealed record DatesCorrected(CaseKeys Keys, string Was, string Now, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => Was;

    /// <inheritdoc />
    public override string? After => Now;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Dates corrected and counted anew";
}

/// <summary>One detail of the child, the family, the setting or the request was put right.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="What">Which, as pages call it.</param>
/// <param name="Was">What stood there, or null.</param>
/// <param name="Now">What stands there now, or null.</param>
/// <param name="Reason">Why, in the words of the person who did it.</param>
public sealed record DetailCorrected(CaseKeys Keys, string What, string? Was, string? Now, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => Was ?? "not recorded";

    /// <inheritdoc />
    public override string? After => Now ?? "not recorded";

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => $"{What}: corrected";
}

/// <summary>An NHS professional or service was named on a case after it was logged.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="Who">In words: name, service, provider.</param>
public sealed record ProfessionalNamed(CaseKeys Keys, string Who) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => Who;

    /// <inheritdoc />
    public override string Sentence => "Professional named";
}

/// <summary>A document of the authority was taken out: it should not have been sent.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Reason">Why, in the words of the person who did it.</param>
public sealed record AuthorityDocumentRemoved(CaseKeys Keys, Guid DocumentId, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => $"Document {DocumentId:N}";

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "The authority’s document taken out";
}

/// <summary>A document of the authority that was taken out may be read again.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="DocumentId">The document.</param>
public sealed record AuthorityDocumentPutBack(CaseKeys Keys, Guid DocumentId) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"Document {DocumentId:N}";

    /// <inheritdoc />
    public override string Sentence => "The authority’s document put back";
}

/// <summary>The family's wish about sharing information changed.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="Was">The wish before, in words.</param>
/// <param name="Now">The wish now, in words.</param>
/// <param name="Said">Who said so, and on which day.</param>
public sealed record SharingWishChanged(CaseKeys Keys, string Was, string Now, string Said) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => Was;

    /// <inheritdoc />
    public override string? After => Now;

    /// <inheritdoc />
    public override string? Because => Said;

    /// <inheritdoc />
    public override string Sentence => "Wish about sharing changed";
}

/// <summary>The case was handed to a colleague in the authority, or is nobody's.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="From">Whose case it was, or null.</param>
/// <param name="To">Whose case it is, or null.</param>
public sealed record CaseHandedOver(CaseKeys Keys, string? From, string? To) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => From ?? "Nobody";

    /// <inheritdoc />
    public override string? After => To ?? "Nobody";

    /// <inheritdoc />
    public override string Sentence => "Case handed over";
}

/// <summary>The authority, or the DCO service for it, recorded, corrected or took back the day of a step to the plan.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="Step">The step.</param>
/// <param name="On">The day (Europe/London); null when it was taken back.</param>
/// <param name="Previously">The day recorded before, or null.</param>
/// <param name="Reason">Why it was changed, in the words of the person who did it; null for a first record.</param>
/// <param name="ForAuthority">The authority that the DCO service recorded it for; null where the authority did so itself.</param>
public sealed record PlanStepRecorded(CaseKeys Keys, PlanStep Step, DateOnly? On, DateOnly? Previously, string? Reason, string? ForAuthority = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => Previously is { } on ? $"{on:yyyy-MM-dd}" : null;

    /// <inheritdoc />
    public override string? After => On is { } on ? $"{on:yyyy-MM-dd}" : null;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => $"{(Step == PlanStep.DraftServed ? "Draft plan served" : "A plan is needed")}: {(On is null ? "taken back" : Previously is null ? "recorded" : "corrected")}{(ForAuthority is null ? "" : $" by health for {ForAuthority}")}";
}

/// <summary>Health was told how the assessment ended: that no plan is needed (reg 10(2)), or by being sent the final plan (reg 13(2)(c)).</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="On">The day health was told (Europe/London).</param>
/// <param name="Previously">The day recorded before, or null.</param>
public sealed record HealthToldOfOutcome(CaseKeys Keys, DateOnly On, DateOnly? Previously) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => Previously is { } on ? $"{on:yyyy-MM-dd}" : null;

    /// <inheritdoc />
    public override string? After => $"{On:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string Sentence => "Day recorded on which health was told the outcome";
}

/// <summary>A decision as its facts call it.</summary>
internal static class DecisionWords
{
    public static string Of(AssessmentDecision decision, bool isReassessment) =>
        $"Decision {(decision == AssessmentDecision.Assess ? "" : "not ")}to {(isReassessment ? "re-assess" : "assess")}";
}
