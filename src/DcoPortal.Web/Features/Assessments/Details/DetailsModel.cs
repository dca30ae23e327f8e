using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Notes;
using DcoPortal.Casework.Ties;
using DcoPortal.Casework.Transfers;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Statutory.Forecasting;
using DcoPortal.Web.Parts.Exemptions;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Ui.Timeline;

namespace DcoPortal.Web.Features.Assessments.Details;

/// <summary>Everything one assessment's page shows.</summary>
public sealed record DetailsModel : IShowsChildRecord
{
    public required CaseKeys Keys { get; init; }
    public required ChildBanner Child { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>How the reader reaches the other side: an authority the DCO service, the DCO service the authority.</summary>
    public required TeamContact OtherSide { get; init; }

    public required Assessment Assessment { get; init; }
    public required IReadOnlyList<RequestLine> Requests { get; init; }
    public required IReadOnlyList<DeadlineLine> Deadlines { get; init; }
    public required IReadOnlyList<NamedLine> Named { get; init; }
    public required IReadOnlyList<DocumentLine> AuthorityDocuments { get; init; }

    /// <summary>Those of them that may be about another child.</summary>
    public IReadOnlyList<DcoPortal.Casework.Documents.FileOfAnother> OfAnother { get; init; } = [];

    /// <summary>What was taken out of the case, here or by the side it came from.</summary>
    public IReadOnlyList<DcoPortal.Web.Parts.Documents.TakenOut> TakenOut { get; init; } = [];
    public required IReadOnlyList<ReturnedLine> Returned { get; init; }
    public required TimelineModel Timeline { get; init; }
    public required IReadOnlyList<Tile> Tiles { get; init; }
    public required LastEvent? LastEvent { get; init; }

    /// <summary>Whether the final plan can still be in time; null when there is nothing to forecast.</summary>
    public AssessmentForecast? Forecast { get; init; }

    /// <summary>The DCO's decision when every service has no advice, or that one is wanted.</summary>
    public AllNilStanding? AllNil { get; init; }

    /// <summary>The advice of health that the plan lacks.</summary>
    public PlanLacks Lacking { get; init; } = PlanLacks.Nothing;

    /// <summary>Whether other advice had been returned before the plan.</summary>
    public bool HadOtherAdvice => Requests.Any(r => r is { IsEarly: false, AnswerStands: true, IsNil: false } && r.DoneOn <= Assessment.OutcomeOn);

    /// <summary>The latest notes of the person and their team, or null for whoever keeps none.</summary>
    public NotesOfCase? Notes { get; init; }

    /// <summary>Whose case it is in the authority.</summary>
    public CaseOwnerShown? Owner { get; init; }

    /// <summary>Other cases of the same child.</summary>
    public TiesOfCase? Ties { get; init; }

    /// <summary>Linked cases of the child that have another wish about sharing.</summary>
    public IReadOnlyList<LinkedWish> LinkedWishes { get; init; } = [];

    /// <summary>Cases of another authority that look like this child's, for the DCO service.</summary>
    public IReadOnlyList<CaseElsewhere> Elsewhere { get; init; } = [];

    /// <summary>Who sees the case by their role although the family's wish may mean them, for the DCO service.</summary>
    public IReadOnlyList<MeantReader> Meant { get; init; } = [];

    /// <summary>Where the case has been, where it was moved.</summary>
    public TransfersOfCase Transfers { get; init; } = TransfersOfCase.None;

    /// <summary>What services still answer on the records it moved from.</summary>
    public IReadOnlyList<StillAnswered> StillAnswered { get; init; } = [];

    /// <summary>Whether a plan came from another authority with the case: only a re-assessment has one, and then regulation 15 is the law of what was advised.</summary>
    public bool BringsPlan => Transfers.BringsPlan(Assessment.StartedBy);

    /// <summary>The advice that came with it.</summary>
    public IReadOnlyList<CarriedGiven> Carried { get; init; } = [];

    /// <summary>What of it was withdrawn where it came from, the latest first.</summary>
    public IReadOnlyList<CarriedGone> CarriedGone { get; init; } = [];

    /// <summary>How many questions between the authority and the DCO service are open.</summary>
    public int OpenQuestions { get; init; }

    /// <summary>A sentence for each limit that has no date.</summary>
    public IReadOnlyList<string> WithoutDate { get; init; } = [];

    /// <summary>"Child", or "Young person" once over compulsory school age.</summary>
    public string PersonWord => CompulsorySchoolAge.IsYoungPerson(Assessment.Child.DateOfBirth, Today) ? "Young person" : "Child";

    CaseKeys IShowsChildRecord.ShownCase => Keys;
}

/// <summary>One fact at a glance.</summary>
public sealed record Tile(string Label, string Value, string? Note, string Colour, string? Href = null);

/// <summary>The last change on the assessment.</summary>
public sealed record LastEvent(string Sentence, string Who, DateTime AtUtc);

/// <summary>One request for health advice.</summary>
public sealed record RequestLine
{
    public required Guid Id { get; init; }
    public required Guid ServiceId { get; init; }

    /// <summary>The service that was asked, where another covers for it.</summary>
    public required Guid AskedServiceId { get; init; }
    public required AdviceKind Kind { get; init; }

    /// <summary>When it was first sent (UTC), or null.</summary>
    public required DateTime? FirstSentUtc { get; init; }

    /// <summary>That it was sent and closed, or null.</summary>
    public ClosedAsking? ClosedAsking { get; init; }

    /// <summary>The service, told apart from others of its name.</summary>
    public required string ServiceName { get; init; }
    /// <summary>The service's own name, where its provider and town stand beside it.</summary>
    public required string PlainName { get; init; }

    /// <summary>The provider's short name and the town, or nothing.</summary>
    public required string ProviderName { get; init; }
    public required string? ProfessionalName { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required Deadline Deadline { get; init; }
    public required DateOnly? DoneOn { get; init; }
    /// <summary>The day on which more was asked for after it was returned; null for what was never returned (Europe/London).</summary>
    public DateOnly? AskedAnewOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.WantedByOn" />
    public DateOnly? WantedByOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.NextAnswer" />
    public AnswerKind NextAnswer { get; init; }
    public required DateOnly? SubmittedOn { get; init; }
    public required DateTime? SentUtc { get; init; }
    public required DateTime? LastChasedUtc { get; init; }
    public required DateTime? AcceptedUtc { get; init; }
    public required DateTime? ClosedUtc { get; init; }

    /// <summary>The day on which it was last awaited: that of the answer, or of the closing; null while open (Europe/London).</summary>
    public DateOnly? EndedOn { get; init; }
    public required string? CloseReason { get; init; }
    public required string? NilWords { get; init; }
    public required bool IsEarly { get; init; }
    public required bool HasExemption { get; init; }
    public IReadOnlyList<ExemptionLine> Exemptions { get; init; } = [];
    public ExemptionStanding Standing { get; init; }
    public required int SentBackCount { get; init; }
    public string? Promised { get; init; }

    /// <summary>The day for which it is promised while it waits for its answer, or null (Europe/London).</summary>
    public DateOnly? PromisedOn { get; init; }
    public bool IsGivenBack { get; init; }

    /// <summary>Whether the family's wish about sharing may exclude who has it, and the DCO service has yet to say so.</summary>
    public bool FamilyMayObject { get; init; }
    public required RequestStage Stage { get; init; }

    /// <summary>Whether the authority can open an answer of it.</summary>
    public bool AnswerStands { get; init; }

    /// <summary>Whether what stands is a nil return, also while more is asked for.</summary>
    public bool IsNil { get; init; }

    /// <summary>Whether only an addition to an answer that stands is asked for: the plan does not lack it.</summary>
    public bool IsAddition { get; init; }

    /// <summary>Where it stands among those that were asked.</summary>
    public AskedState Asked { get; init; }

    /// <summary>Whether another service is asked in its place.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>Whether it was withdrawn and nobody was asked in its place.</summary>
    public bool IsNotReplaced { get; init; }
    public required RagStatus Status { get; init; }
    public required string Words { get; init; }
    public required string Why { get; init; }
    public DateOnly Due => Deadline.Due;

    /// <inheritdoc cref="AdviceRequest.HasDateRunning" />
    public bool HasDateRunning { get; init; }

    /// <summary>The holder: the professional's name, or "not assigned".</summary>
    public string Holder => ProfessionalName ?? "not assigned";

    /// <summary>Service, holder and trust, where only the three together tell two requests apart; with a number where even they do not.</summary>
    public string SaidApart => $"{PlainName}, {Holder}, {ProviderName}{Nth}";

    /// <summary>Its number where service, holder and trust are those of another too, as when both of two merged cases asked them; otherwise empty.</summary>
    public string Nth { get; init; } = "";
}

/// <summary>One deadline of the authority.</summary>
public sealed record DeadlineLine(string What, DateOnly Due, DateOnly? DoneOn, RagStatus? Status, string Words, string Why, DateOnly LastWorkingDay, DateOnly? LocalDue = null)
{
    /// <summary>The date and its rule.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The kind of limit.</summary>
    public DeadlineKind Kind => Deadline.Kind;

    public IReadOnlyList<ExemptionLine> Exemptions { get; init; } = [];
    public ExemptionStanding Standing { get; init; }

    /// <summary>Whether an exemption may be recorded beside the limit.</summary>
    public bool MayBeExempt { get; init; }
}

/// <summary>A professional the authority named.</summary>
/// <param name="Name">The person, or the service.</param>
/// <param name="Service">The service.</param>
/// <param name="Provider">The provider.</param>
/// <param name="LastSeen">When they last saw the child, as given.</param>
/// <param name="Contact">How to reach them, as given.</param>
/// <param name="IsCurrent">Whether they are still involved.</param>
/// <param name="Standing">Whether they were asked, and if not why, in words.</param>
/// <param name="IsAsked">Whether they, or their service, were asked.</param>
/// <param name="FamilyAsked">Whether the family asked for this advice.</param>
public sealed record NamedLine(string Name, string? Service, string? Provider, string? LastSeen, string? Contact, bool IsCurrent, string Standing, bool IsAsked, bool FamilyAsked)
{
    /// <summary>Whether they answered before the case was recorded here.</summary>
    public bool AnsweredBefore { get; init; }
}

/// <summary>A document to download.</summary>
public sealed record DocumentLine(Guid Id, Guid? RequestId, EvidenceKind? Evidence, string FileName, long SizeBytes, string UploadedBy, DateTime UploadedUtc, bool IsScan, string? Notice)
{
    /// <summary>Its number where another document of the authority has the same name; otherwise empty.</summary>
    public string Nth { get; init; } = "";
}

/// <summary>Advice that went back to the authority, or was withdrawn from it.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Service">The service.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="Professional">The holder, or null.</param>
/// <param name="IsFirst">Whether it is the first line of its request.</param>
/// <param name="Answer">What was returned and stands; null when it was withdrawn.</param>
/// <param name="Withdrawn">What was withdrawn; null when it stands.</param>
public sealed record ReturnedLine(Guid RequestId, string Service, string Provider, string? Professional, bool IsFirst, GivenAnswer? Answer, WithdrawnAnswer? Withdrawn)
{
    /// <summary>Whether it is early information, which is not the statutory advice.</summary>
    public bool IsEarly { get; init; }

    /// <summary>What tells it from others of the page: service, holder and which answer.</summary>
    public string From => string.Join(", ", new[] { Service, Professional ?? Provider, IsEarly ? "early information" : null, Answer is { Name: not null } ? AnswerName.Of(Answer.Row.Kind, Answer.Row.Number).ToLowerInvariant() : Withdrawn?.What.ToLowerInvariant() }.Where(s => !string.IsNullOrEmpty(s))) + Nth;

    /// <inheritdoc cref="RequestLine.Nth" />
    public string Nth { get; init; } = "";
}
