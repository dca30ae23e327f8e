using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Requests;

/// <summary>The kind of request.</summary>
public enum AdviceKind
{
    /// <summary>Advice under regulation 6(1)(c), due in 6 weeks (reg 8(1)).</summary>
    Statutory,

    /// <summary>Information that already exists, before the authority has decided to assess: a local target, not a legal limit.</summary>
    EarlyInformation,
}

/// <summary>
/// A request to one professional or service for health advice about one child. <see cref="RequestMoves"/> says what can happen to it.
/// Its times and names are those of the latest round; <see cref="Moves"/> keeps every round.
/// </summary>
public sealed partial class AdviceRequest : ICaseRow, IAudited, IVersioned
{
    /// <summary>Longest covering note or comment, in characters.</summary>
    public const int NoteLength = 4000;

    private readonly List<MoveMade> _moves = [];
    private readonly List<ReturnedAnswer> _answers = [];

    private AdviceRequest() { }

    /// <summary>Prepares a request. Nobody at the service sees it until it is sent.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="service">The service that is asked.</param>
    /// <param name="professional">The named professional, or null for the whole service.</param>
    /// <param name="preparedUtc">When it is prepared, UTC.</param>
    /// <param name="settings">The board's local targets, for early information; the usual ones when null. They never change a statutory date.</param>
    /// <exception cref="DomainRuleException">The assessment has ended, or the authority decided not to assess.</exception>
    public AdviceRequest(Assessment assessment, HealthService service, Professional? professional, DateTime preparedUtc, ClockSettings? settings = null)
    {
        if (!assessment.IsOpen) { throw new DomainRuleException("This assessment has ended, so no more advice can be requested."); }
        Id = Guid.CreateVersion7();
        AssessmentId = assessment.Id;
        AssessmentReference = assessment.Reference;
        LocalAuthorityId = assessment.LocalAuthorityId;
        IcbId = assessment.IcbId;
        ProviderId = service.ProviderId;
        ServiceId = service.Id;
        ProfessionalId = professional?.Id;
        PreparedUtc = preparedUtc;
        Kind = assessment.AdviceRequestReceivedOn is null ? AdviceKind.EarlyInformation : AdviceKind.Statutory;
        ReceivedByHealthOn = assessment.AdviceRequestReceivedOn ?? assessment.NotifiedOn;
        DueOn = Kind == AdviceKind.Statutory
            ? StatutoryClock.ForHealthAdvice(ReceivedByHealthOn).Due
            : StatutoryClock.ForEarlyInformation(ReceivedByHealthOn, settings ?? ClockSettings.Default).Due;
        DuplicateKey = KeyFor(Kind, service.Id, professional?.Id);
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <summary>The assessment's reference, copied.</summary>
    public string AssessmentReference { get; private set; } = "";

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The provider of <see cref="ServiceId"/>.</summary>
    public Guid ProviderId { get; private set; }

    /// <summary>The service that has the request: the one that was asked, or the one that covers for it.</summary>
    public Guid ServiceId { get; private set; }

    /// <summary>The professional who holds the request, or null while unassigned.</summary>
    public Guid? ProfessionalId { get; private set; }

    /// <summary>The service that was asked, while <see cref="ServiceId"/> covers for it; otherwise null.</summary>
    public Guid? CoverForServiceId { get; private set; }

    /// <summary>The service that was asked, whichever has the request.</summary>
    public Guid AskedService => CoverForServiceId ?? ServiceId;

    /// <summary>Statutory advice or early information.</summary>
    public AdviceKind Kind { get; private set; }

    /// <summary>Whether the family asked for this advice (reg 6(1)(h)).</summary>
    public bool RequestedByFamily { get; private set; }

    /// <summary>The DCO service's note with the request.</summary>
    public string? CoveringNote { get; private set; }

    /// <summary>The day health received the request: the clock's first day is the next one (Europe/London).</summary>
    public DateOnly ReceivedByHealthOn { get; private set; }

    /// <summary>The due date (Europe/London). No exemption moves it.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The key that allows one open request for each assessment, kind, service and professional.</summary>
    public string DuplicateKey { get; private set; } = "";

    /// <summary>The professional whom the request was prepared for, wherever it went since; null for the whole service.</summary>
    public Guid? FirstAskedProfessionalId => DuplicateKey.Split(':') is [_, _, var id, ..] && Guid.TryParse(id, out var person) ? person : null;

    /// <summary>When the request was prepared, UTC.</summary>
    public DateTime PreparedUtc { get; private set; }

    /// <summary>The stage of the request.</summary>
    public RequestStage Stage { get; private set; }

    /// <summary>The number of the asking, from 1; 0 before the first. Sending, sending again and sending back for more each begin one.</summary>
    public int Round { get; private set; }

    /// <summary>The number of moves made.</summary>
    public int MoveCount { get; private set; }

    /// <summary>Whether the service may see the request: it was sent, and was not given back since.</summary>
    public bool ShownToService { get; private set; }

    /// <summary>When the request was returned or closed, UTC; null while open. It repeats the stage, so that an index keeps open requests together.</summary>
    public DateTime? EndedUtc { get; private set; }

    /// <summary>When the request was first sent, UTC; null until then.</summary>
    public DateTime? FirstSentUtc { get; private set; }

    /// <summary>When the request was last sent, UTC; null until it is sent.</summary>
    public DateTime? SentUtc { get; private set; }

    /// <summary>When the service that has the request now first opened it, UTC.</summary>
    public DateTime? FirstOpenedUtc { get; private set; }

    /// <summary>When the service acknowledged the request, UTC; null until then.</summary>
    public DateTime? AcknowledgedUtc { get; private set; }

    /// <summary>The person who acknowledged.</summary>
    public string? AcknowledgedByName { get; private set; }

    /// <summary>The day for which the holder promised the answer, or null (Europe/London). The due date stays.</summary>
    public DateOnly? PromisedOn { get; private set; }

    /// <summary>When the service gave the request back as not its own to answer, UTC; null once it is sent again.</summary>
    public DateTime? GivenBackUtc { get; private set; }

    /// <summary>Why the service is not the one to ask.</summary>
    public string? GivenBackReason { get; private set; }

    /// <summary>When the answer was submitted, UTC; null again when it is sent back.</summary>
    public DateTime? SubmittedUtc { get; private set; }

    /// <summary>The day the answer was submitted (Europe/London).</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>The person who submitted the answer.</summary>
    public string? SubmittedByName { get; private set; }

    /// <summary>The day on which an answer that came by another route had reached the authority already; null where it gets it from here (Europe/London).</summary>
    public DateOnly? ReachedAuthorityOn { get; private set; }

    /// <summary>Why there is no advice, or null for a real answer.</summary>
    public ReplyCode? NilReason { get; private set; }

    /// <summary>The service's note with a nil return.</summary>
    public string? NilNote { get; private set; }

    /// <summary>When the answer was last sent back for more, or more was asked for after its return, UTC.</summary>
    public DateTime? SentBackUtc { get; private set; }

    /// <summary>What was asked for then.</summary>
    public string? SentBackComment { get; private set; }

    /// <summary>How often the answer was sent back before its return.</summary>
    public int SentBackCount { get; private set; }

    /// <summary>When an administrator accepted the answer, UTC.</summary>
    public DateTime? AcceptedUtc { get; private set; }

    /// <summary>When an answer was last returned to the authority, UTC.</summary>
    public DateTime? ReturnedUtc { get; private set; }

    /// <summary>The day an answer was first returned to the authority: health has met its duty, in time or late, whatever is replaced or withdrawn later (Europe/London).</summary>
    public DateOnly? ReturnedOn { get; private set; }

    /// <summary>When the request was closed without an answer, UTC.</summary>
    public DateTime? ClosedUtc { get; private set; }

    /// <summary>Why the request was closed.</summary>
    public string? CloseReason { get; private set; }

    /// <summary>When the request was last chased, UTC.</summary>
    public DateTime? LastChasedUtc { get; private set; }

    /// <summary>How often the request was chased.</summary>
    public int ChaseCount { get; private set; }

    /// <summary>Whether an exemption of regulation 8(2) is recorded. The due date stands.</summary>
    public bool HasExemption { get; private set; }

    /// <summary>Since when the family's wish may exclude who has this request, and the DCO service has not said whether it does; null otherwise (UTC).</summary>
    public DateTime? SharingDoubtUtc { get; private set; }

    /// <summary>The family's wish has changed: whether it may mean who has this request. An earlier doubt stays the same doubt.</summary>
    public void DoubtSharing(bool mayMean, DateTime utc) => SharingDoubtUtc = mayMean ? SharingDoubtUtc ?? utc : null;

    /// <summary>Somebody else opens the request by now, or they or its service are called otherwise, and the family may mean them.</summary>
    /// <param name="who">Who that is, in words.</param>
    /// <param name="utc">Now, UTC.</param>
    public AuditFact DoubtBecauseOf(string who, DateTime utc)
    {
        DoubtSharing(mayMean: true, utc);
        return new WishMayMeanSomebodyNew(Keys, who);
    }

    /// <summary>The family may exclude who had a request that is closed: what was written for it stays with the DCO service. Opened again, it is shown again.</summary>
    public void HideClosed() => ShownToService = ShownToService && Stage != RequestStage.Closed;

    /// <summary>The family excludes who has a request that was returned: its service no longer sees the child's record. The answer stays what it is.</summary>
    /// <returns>The fact, or null when the service does not see it already.</returns>
    /// <exception cref="DomainRuleException">It was not returned.</exception>
    public AuditFact? HideFromService(string because)
    {
        if (Stage != RequestStage.Returned) { throw new DomainRuleException("This request has not been returned. Nothing was changed."); }
        if (!ShownToService) { return null; }
        (ShownToService, SharingDoubtUtc) = (false, null);
        return new ReturnedRequestHidden(Keys, Id, because);
    }

    /// <summary>The family's wish excludes who had a hidden request no longer: its service sees it again.</summary>
    /// <returns>The fact, or null when it was not hidden.</returns>
    public AuditFact? ShowToServiceAgain()
    {
        if (ShownToService || Stage != RequestStage.Returned) { return null; }
        ShownToService = true;
        return new ReturnedRequestShownAgain(Keys, Id);
    }

    /// <summary>The DCO service says that the family does not mean who has this request.</summary>
    /// <returns>The fact, or null when there was no doubt.</returns>
    public AuditFact? KeepDespiteWish(string reason)
    {
        if (SharingDoubtUtc is null) { return null; }
        SharingDoubtUtc = null;
        return new RequestKeptDespiteWish(Keys, Id, reason);
    }

    /// <summary>The deadline with its rule.</summary>
    public Deadline Deadline => DeadlineWith(ClockSettings.Default);

    /// <summary>The keys that the request's rows copy.</summary>
    public CaseKeys Keys => new(AssessmentId, AssessmentReference, LocalAuthorityId, IcbId);

    /// <summary>When the holder was last asked: the request was sent, or sent back for more, UTC. Null while it is not with a service.</summary>
    public DateTime? LastAskedUtc => Stage.IsWithNobody() ? null : LastAsked(SentUtc, SentBackUtc);

    /// <summary>The moves made since the request was loaded; earlier ones are in the database.</summary>
    public IReadOnlyList<MoveMade> Moves => _moves;

    /// <summary>The answers returned since the request was loaded; earlier ones are in the database.</summary>
    public IReadOnlyList<ReturnedAnswer> Answers => _answers;

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    /// <summary>The key that makes a second request to the same target impossible.</summary>
    public static string KeyFor(AdviceKind kind, Guid serviceId, Guid? professionalId) =>
        $"{kind}:{serviceId:N}:{(professionalId is { } p ? p.ToString("N") : "-")}";

    /// <summary>Whether a move can be made now.</summary>
    public bool Can(RequestMove move) => Stage.IsPossible(move);

    /// <summary>Sets the note and the family's wish before the request is sent.</summary>
    /// <param name="coveringNote">The DCO service's note with the request.</param>
    /// <param name="requestedByFamily">Whether the family asked for it (reg 6(1)(h)).</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="DomainRuleException">The request was sent already.</exception>
    public bool Describe(string? coveringNote, bool requestedByFamily)
    {
        if (coveringNote == CoveringNote && requestedByFamily == RequestedByFamily) { return false; }
        if (Stage != RequestStage.ToSend) { throw new DomainRuleException("This request was sent already. Nothing was changed."); }
        (CoveringNote, RequestedByFamily) = (coveringNote, requestedByFamily);
        return true;
    }
}
