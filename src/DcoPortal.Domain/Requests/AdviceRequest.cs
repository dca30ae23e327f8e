using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Requests;

/// <summary>What is asked for.</summary>
public enum AdviceKind
{
    /// <summary>Advice under regulation 6(1)(c), due in 6 weeks (reg 8(1)).</summary>
    Statutory,

    /// <summary>Information that already exists, before the authority has decided to assess: a local target, not a legal limit.</summary>
    EarlyInformation,
}

/// <summary>A request to one professional or service for health advice about one child, and its life.</summary>
public sealed class AdviceRequest : ICaseRow, IAudited, IVersioned
{
    /// <summary>Longest covering note or comment, in characters.</summary>
    public const int NoteLength = 4000;

    private AdviceRequest() { }

    /// <summary>Prepares a request. Nobody at the service sees it until it is sent.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="service">Who is asked.</param>
    /// <param name="professional">The named professional, or null for whoever the service assigns.</param>
    /// <param name="preparedUtc">Instant, UTC.</param>
    /// <param name="settings">The board's local targets, for early information; the usual ones when null. A statutory date never depends on them.</param>
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

    /// <summary>Key.</summary>
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

    /// <summary>The provider asked.</summary>
    public Guid ProviderId { get; private set; }

    /// <summary>The service asked.</summary>
    public Guid ServiceId { get; private set; }

    /// <summary>The professional who holds it, or null while unassigned.</summary>
    public Guid? ProfessionalId { get; private set; }

    /// <summary>The service that was asked, while <see cref="ServiceId"/> covers for it; null when the service that was asked has it.</summary>
    public Guid? CoverForServiceId { get; private set; }

    /// <summary>Statutory advice or early information.</summary>
    public AdviceKind Kind { get; private set; }

    /// <summary>Whether the family asked for this advice (reg 6(1)(h)).</summary>
    public bool RequestedByFamily { get; set; }

    /// <summary>What the DCO service wrote with the request.</summary>
    public string? CoveringNote { get; set; }

    /// <summary>The day health received the request: the clock's first day is the next one (Europe/London).</summary>
    public DateOnly ReceivedByHealthOn { get; private set; }

    /// <summary>The due date (Europe/London). No exemption moves it.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>One request per assessment, kind, service and professional.</summary>
    public string DuplicateKey { get; private set; } = "";

    /// <summary>When it was prepared, UTC.</summary>
    public DateTime PreparedUtc { get; private set; }

    /// <summary>When it was sent, UTC; null while it waits to be sent.</summary>
    public DateTime? SentUtc { get; private set; }

    /// <summary>When the service first opened it, UTC.</summary>
    public DateTime? FirstOpenedUtc { get; private set; }

    /// <summary>When the service said that it has it, UTC; null until then.</summary>
    public DateTime? AcknowledgedUtc { get; private set; }

    /// <summary>Who said so.</summary>
    public string? AcknowledgedByName { get; private set; }

    /// <summary>The day by which the holder promised the answer, or null (Europe/London). The due date stands.</summary>
    public DateOnly? PromisedOn { get; private set; }

    /// <summary>When the service gave it back to the DCO service as not theirs, UTC; null unless it waits for the DCO service because of that.</summary>
    public DateTime? HandedBackUtc { get; private set; }

    /// <summary>Why it is not theirs.</summary>
    public string? HandedBackReason { get; private set; }

    /// <summary>When the answer was submitted, UTC; null again when it is sent back.</summary>
    public DateTime? SubmittedUtc { get; private set; }

    /// <summary>The day it was submitted (Europe/London).</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>Who submitted it.</summary>
    public string? SubmittedByName { get; private set; }

    /// <summary>Why there is no advice, or null for a real answer.</summary>
    public ReplyCode? NilReason { get; private set; }

    /// <summary>What was said with a nil return.</summary>
    public string? NilNote { get; private set; }

    /// <summary>When it was last sent back for more, UTC.</summary>
    public DateTime? SentBackUtc { get; private set; }

    /// <summary>What more was asked for.</summary>
    public string? SentBackComment { get; private set; }

    /// <summary>How often it was sent back.</summary>
    public int SentBackCount { get; private set; }

    /// <summary>When an administrator accepted it, UTC.</summary>
    public DateTime? AcceptedUtc { get; private set; }

    /// <summary>When it was returned to the authority, UTC.</summary>
    public DateTime? ReturnedUtc { get; private set; }

    /// <summary>The day it was returned to the authority: when health has complied (Europe/London).</summary>
    public DateOnly? ReturnedOn { get; private set; }

    /// <summary>When it was closed without an answer, UTC.</summary>
    public DateTime? ClosedUtc { get; private set; }

    /// <summary>Why it was closed.</summary>
    public string? CloseReason { get; private set; }

    /// <summary>When it was last chased, UTC.</summary>
    public DateTime? LastChasedUtc { get; private set; }

    /// <summary>How often it was chased.</summary>
    public int ChaseCount { get; private set; }

    /// <summary>Whether an exemption of regulation 8(2) is recorded. The due date stands.</summary>
    public bool HasExemption { get; private set; }

    /// <summary>The deadline with its rule.</summary>
    public Deadline Deadline => DeadlineWith(ClockSettings.Default);

    /// <summary>The keys its rows copy.</summary>
    public CaseKeys Keys => new(AssessmentId, AssessmentReference, LocalAuthorityId, IcbId);

    /// <summary>When somebody was last asked for it: sent, or sent back for more, UTC. Null while it is with nobody.</summary>
    public DateTime? LastAskedUtc => LastAsked(SentUtc, SentBackUtc);

    /// <summary>Whether the service may write, upload and submit now.</summary>
    public bool CanBeAnswered => SentUtc is not null && SubmittedUtc is null && ReturnedUtc is null && ClosedUtc is null;

    /// <summary>Whether an administrator may accept it or send it back now.</summary>
    public bool CanBeChecked => SubmittedUtc is not null && AcceptedUtc is null && ReturnedUtc is null && ClosedUtc is null;

    /// <summary>Whether it may be returned to the authority now.</summary>
    public bool CanBeReturned => AcceptedUtc is not null && ReturnedUtc is null && ClosedUtc is null;

    /// <summary>Whether the service gave it back and nobody has dealt with that yet.</summary>
    public bool IsHandedBack => HandedBackUtc is not null && SentUtc is null && ClosedUtc is null;

    /// <summary>Whether a reminder makes sense now.</summary>
    public bool CanBeChased => CanBeAnswered;

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    /// <summary>The deadline with its rule and, beside a statutory one, the authority's own stricter date.</summary>
    /// <param name="settings">The authority's and the board's settings.</param>
    public Deadline DeadlineWith(ClockSettings settings) => DeadlineOf(Kind, ReceivedByHealthOn, DueOn, settings);

    /// <summary>The deadline of a request that is known by its days alone, as a list or feed reads it.</summary>
    /// <param name="kind">Statutory advice or early information.</param>
    /// <param name="receivedByHealth">The day health received the request (Europe/London).</param>
    /// <param name="dueOn">The stored due date: a request for early information keeps the target it was made with.</param>
    /// <param name="settings">The authority's and the board's settings.</param>
    public static Deadline DeadlineOf(AdviceKind kind, DateOnly receivedByHealth, DateOnly dueOn, ClockSettings settings) => kind == AdviceKind.Statutory
        ? StatutoryClock.ForHealthAdvice(receivedByHealth, settings)
        : StatutoryClock.ForEarlyInformation(receivedByHealth, new ClockSettings(earlyInformationDays: Math.Clamp(dueOn.DayNumber - receivedByHealth.DayNumber, 1, 42)));

    /// <summary>When somebody was last asked, of a request that is known by its instants alone. All UTC.</summary>
    public static DateTime? LastAsked(DateTime? sentUtc, DateTime? sentBackUtc) => sentUtc is not null && sentBackUtc > sentUtc ? sentBackUtc : sentUtc;

    /// <summary>The key that makes a second request to the same people impossible.</summary>
    public static string KeyFor(AdviceKind kind, Guid serviceId, Guid? professionalId) =>
        $"{kind}:{serviceId:N}:{(professionalId is { } p ? p.ToString("N") : "-")}";

    /// <summary>Sends it. Sending again changes nothing.</summary>
    /// <returns>Whether it was sent now.</returns>
    public bool Send(DateTime utc)
    {
        if (ClosedUtc is not null) { throw new DomainRuleException("This request was closed, so it cannot be sent."); }
        if (SentUtc is not null) { return false; }
        SentUtc = utc;
        (HandedBackUtc, HandedBackReason) = (null, null);
        return true;
    }

    /// <summary>Notes that the service has opened it.</summary>
    /// <returns>Whether this was the first time.</returns>
    public bool Opened(DateTime utc)
    {
        if (FirstOpenedUtc is not null || SentUtc is null) { return false; }
        FirstOpenedUtc = utc;
        return true;
    }

    /// <summary>Says that the service has it. Saying so again changes nothing.</summary>
    /// <returns>Whether this was the first time.</returns>
    /// <exception cref="DomainRuleException">Not with the service.</exception>
    public bool Acknowledge(DateTime utc, string byName)
    {
        if (!CanBeAnswered) { throw new DomainRuleException("This request is not waiting for an answer. Nothing was changed."); }
        if (AcknowledgedUtc is not null) { return false; }
        AcknowledgedUtc = utc;
        AcknowledgedByName = byName;
        return true;
    }

    /// <summary>Promises the answer by a day, which also acknowledges the request. The due date stands.</summary>
    /// <param name="on">The day (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="byName">Who promises, or who wrote it down.</param>
    /// <exception cref="DomainRuleException">Not with the service, or the day has passed.</exception>
    public void Promise(DateOnly on, DateOnly today, DateTime utc, string byName)
    {
        if (on < today) { throw new DomainRuleException("The promised date cannot be in the past."); }
        Acknowledge(utc, byName);
        PromisedOn = on;
    }

    /// <summary>Gives it back to the DCO service: the service is not the one to ask. Health's time goes on.</summary>
    /// <param name="reason">Why it is not theirs.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">Not with the service.</exception>
    public void HandBack(string reason, DateTime utc)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!CanBeAnswered) { throw new DomainRuleException("This request is not waiting for an answer. Nothing was changed."); }
        HandedBackUtc = utc;
        HandedBackReason = reason;
        // with nobody: it stands under "To send" until the DCO service asks somebody
        SentUtc = null;
        ProfessionalId = null;
        (AcknowledgedUtc, AcknowledgedByName, PromisedOn, FirstOpenedUtc) = (null, null, null, null);
    }

    /// <summary>Submits advice for checking.</summary>
    /// <exception cref="DomainRuleException">Already submitted, returned or closed.</exception>
    public void Submit(DateTime utc, DateOnly today, string byName) => Answer(utc, today, byName, null, null);

    /// <summary>Says that there is no advice to give, and why.</summary>
    /// <exception cref="DomainRuleException">Already submitted, returned or closed.</exception>
    public void SubmitNilReturn(ReplyCode reason, string? note, DateTime utc, DateOnly today, string byName) => Answer(utc, today, byName, reason, note);

    /// <summary>Accepts what was submitted.</summary>
    /// <exception cref="DomainRuleException">Nothing to check.</exception>
    public void Accept(DateTime utc)
    {
        if (!CanBeChecked) { throw new DomainRuleException("This advice is not waiting to be checked. Someone may have dealt with it already."); }
        AcceptedUtc = utc;
    }

    /// <summary>Sends it back for more. The due date stands.</summary>
    /// <exception cref="DomainRuleException">Nothing to check.</exception>
    public void SendBack(string comment, DateTime utc)
    {
        if (!CanBeChecked) { throw new DomainRuleException("This advice is not waiting to be checked. Someone may have dealt with it already."); }
        SentBackUtc = utc;
        SentBackComment = comment;
        SentBackCount++;
        SubmittedUtc = null;
        SubmittedOn = null;
        SubmittedByName = null;
        NilReason = null;
        NilNote = null;
        // a new question: whoever has it says so again
        (AcknowledgedUtc, AcknowledgedByName, PromisedOn) = (null, null, null);
    }

    /// <summary>Returns accepted advice to the authority: health has complied.</summary>
    /// <exception cref="DomainRuleException">Not accepted, or returned already.</exception>
    public void ReturnToAuthority(DateTime utc, DateOnly today)
    {
        if (!CanBeReturned) { throw new DomainRuleException("This advice is not ready to be returned. Someone may have returned it already."); }
        ReturnedUtc = utc;
        ReturnedOn = today;
    }

    /// <summary>Gives it to a colleague of the same service, or back to the service.</summary>
    /// <exception cref="DomainRuleException">Already answered, or the colleague works in another service.</exception>
    public void PassTo(Professional? professional)
    {
        if (!CanBeAnswered) { throw new DomainRuleException("This request has been answered, so it cannot be passed on."); }
        if (professional is not null && professional.ServiceId != ServiceId) { throw new DomainRuleException("Choose a colleague who works in this service."); }
        // a promise binds who made it; the service's own, made before it gave the request to somebody, stands
        if (ProfessionalId is not null && ProfessionalId != professional?.Id) { PromisedOn = null; }
        ProfessionalId = professional?.Id;
        // DuplicateKey stays: it is about who was asked, and the same person may be asked only once
    }

    /// <summary>Records a reminder.</summary>
    /// <exception cref="DomainRuleException">Nothing to chase.</exception>
    public void Chased(DateTime utc)
    {
        if (!CanBeChased) { throw new DomainRuleException("This request is not waiting for advice, so there is nothing to chase."); }
        LastChasedUtc = utc;
        ChaseCount++;
    }

    /// <summary>Closes it without an answer.</summary>
    /// <exception cref="DomainRuleException">Already returned or closed.</exception>
    public void Close(string reason, DateTime utc)
    {
        if (ReturnedUtc is not null || ClosedUtc is not null) { throw new DomainRuleException("This request has already ended."); }
        ClosedUtc = utc;
        CloseReason = reason;
        // frees the key: closed by mistake, the same people can be asked again
        DuplicateKey = $"{DuplicateKey}:{Id.ToString("N")[^12..]}";
    }

    /// <summary>Corrects the day health received the request, and counts the due date anew.</summary>
    /// <param name="on">The right day (Europe/London).</param>
    /// <returns>Whether anything changed.</returns>
    public bool CorrectReceipt(DateOnly on)
    {
        if (on == ReceivedByHealthOn) { return false; }
        // early information keeps the number of days it was asked with
        DueOn = DeadlineOf(Kind, on, on.AddDays(DueOn.DayNumber - ReceivedByHealthOn.DayNumber), ClockSettings.Default).Due;
        ReceivedByHealthOn = on;
        return true;
    }

    /// <summary>Gives it to the service that covers while its own is away, for whoever works there. What its own people said of it ends with that.</summary>
    /// <param name="cover">The service that covers.</param>
    /// <exception cref="DomainRuleException">Already answered, or a service of another board.</exception>
    public void PassToCover(HealthService cover)
    {
        var asked = CoverForServiceId ?? ServiceId;
        MoveTo(cover);
        CoverForServiceId = cover.Id == asked ? null : asked;
    }

    /// <summary>Gives it back to the service that was asked, which is there again.</summary>
    /// <param name="asked">That service.</param>
    /// <exception cref="DomainRuleException">Already answered, or nobody covers for that service.</exception>
    public void ComeBackFromCover(HealthService asked)
    {
        if (CoverForServiceId != asked.Id) { throw new DomainRuleException("Nobody covers for this service. Nothing was changed."); }
        MoveTo(asked);
        CoverForServiceId = null;
    }

    /// <summary>What the chase ladder needs to know of it.</summary>
    /// <param name="dayOf">The civil day in Europe/London of an instant in UTC.</param>
    public LadderFacts LadderFacts(Func<DateTime, DateOnly> dayOf) => Ladder.LadderFacts.Of(Kind, ReceivedByHealthOn, DueOn, LastAskedUtc, dayOf) with
    {
        IsAcknowledged = AcknowledgedUtc is not null,
        HasEnded = !CanBeAnswered,
        IsExcused = HasExemption,
    };

    /// <summary>Notes whether an exemption stands beside the unchanged due date.</summary>
    public void NoteExemption(bool stands) => HasExemption = stands;

    private void MoveTo(HealthService service)
    {
        if (ClosedUtc is not null || SubmittedUtc is not null || ReturnedUtc is not null) { throw new DomainRuleException("This request has been answered, so it cannot be passed on."); }
        if (service.IcbId != IcbId) { throw new DomainRuleException("Choose a service of the same board."); }
        (ServiceId, ProviderId, ProfessionalId) = (service.Id, service.ProviderId, null);
        (AcknowledgedUtc, AcknowledgedByName, PromisedOn, FirstOpenedUtc) = (null, null, null, null);
    }

    private void Answer(DateTime utc, DateOnly today, string byName, ReplyCode? nilReason, string? note)
    {
        if (!CanBeAnswered) { throw new DomainRuleException("This request has already been answered. Nothing was changed."); }
        // who answers has it: nobody is asked to acknowledge after that
        if (AcknowledgedUtc is null) { (AcknowledgedUtc, AcknowledgedByName) = (utc, byName); }
        SubmittedUtc = utc;
        SubmittedOn = today;
        SubmittedByName = byName;
        NilReason = nilReason;
        NilNote = note;
    }
}
