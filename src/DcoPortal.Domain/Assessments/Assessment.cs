using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Assessments;

/// <summary>An EHC needs assessment notified to health, with its dates.</summary>
public sealed partial class Assessment : ICaseRow, IAudited, IVersioned
{
    private Assessment() { }

    /// <summary>Starts an assessment from a notification.</summary>
    /// <param name="id">Key, chosen by the caller so that a second submission of one form is recognised.</param>
    /// <param name="reference">Such as LCC-26-00042, as text of an <see cref="Identifiers.AssessmentReference"/>.</param>
    /// <param name="localAuthorityId">The authority that notifies: the signed-in person's.</param>
    /// <param name="icbId">The board that is notified.</param>
    /// <param name="startedBy">How the assessment began: one of <see cref="AssessmentStarts.All"/>. A notice of re-assessment is decided from the start.</param>
    /// <param name="requestReceivedOn">The day of that event, from which the clock runs (Europe/London).</param>
    /// <param name="notifiedOn">The day health received the notification (Europe/London).</param>
    /// <param name="notifiedUtc">The instant of that notification, UTC.</param>
    /// <param name="child">The child or young person.</param>
    /// <param name="family">Family, views and sharing wishes.</param>
    /// <param name="setting">School, college or early-years provider.</param>
    /// <exception cref="DomainRuleException">The request date is after the notification.</exception>
    public Assessment(Guid id, string reference, Guid localAuthorityId, Guid icbId, ClockEvent startedBy,
        DateOnly requestReceivedOn, DateOnly notifiedOn, DateTime notifiedUtc,
        ChildOrYoungPerson child, FamilyView family, EducationSetting setting)
    {
        if (requestReceivedOn > notifiedOn) { throw new DomainRuleException($"The date the {(startedBy == ClockEvent.RequestReceived ? "request was received" : "clock started")} cannot be in the future."); }
        Id = id;
        Reference = reference;
        LocalAuthorityId = localAuthorityId;
        IcbId = icbId;
        StartedBy = startedBy;
        RequestReceivedOn = requestReceivedOn;
        NotifiedOn = notifiedOn;
        NotifiedUtc = notifiedUtc;
        Child = child;
        Family = family;
        Setting = setting;
        ComputeDueDates();
        RefreshSearch();
        if (startedBy == ClockEvent.ReassessmentNotified) { Decide(AssessmentDecision.Assess, requestReceivedOn, notifiedOn); }
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>The readable reference, unique.</summary>
    public string Reference { get; private set; } = "";

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The authority's own reference, unique within the authority, or null.</summary>
    public string? AuthorityReference { get; set; }

    /// <summary>The event that started the clocks: one of <see cref="AssessmentStarts.All"/>.</summary>
    public ClockEvent StartedBy { get; private set; }

    /// <summary>The route, which follows from how the assessment began.</summary>
    public OriginRoute Route => AssessmentStarts.RouteOf(StartedBy);

    /// <summary>The anchor: the day the assessment began, such as that of the request or the Tribunal's order (Europe/London).</summary>
    public DateOnly RequestReceivedOn { get; private set; }

    /// <summary>Who asked for the assessment.</summary>
    public RequestSource Source { get; set; }

    /// <summary>Primary need, a DfE code such as SLCN.</summary>
    public string PrimaryNeed { get; set; } = "";

    /// <summary>Why the assessment was asked for.</summary>
    public string? Reasons { get; set; }

    /// <summary>The child or young person.</summary>
    public ChildOrYoungPerson Child { get; private set; } = null!;

    /// <summary>Family, views and sharing wishes.</summary>
    public FamilyView Family { get; private set; } = null!;

    /// <summary>School, college or early-years provider.</summary>
    public EducationSetting Setting { get; private set; } = null!;

    /// <summary>The day health received the notification (Europe/London).</summary>
    public DateOnly NotifiedOn { get; private set; }

    /// <summary>The instant of the notification, UTC.</summary>
    public DateTime NotifiedUtc { get; private set; }

    /// <summary>The decision, or null while under consideration.</summary>
    public AssessmentDecision? Decision { get; private set; }

    /// <summary>The day of the decision (Europe/London). After an order and for a re-assessment it is the day the family was told: a re-assessment's final plan is counted from it.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The day health received the request for advice: regulation 8 runs from here. Null until the authority decides to assess.</summary>
    public DateOnly? AdviceRequestReceivedOn { get; private set; }

    /// <summary>By when the authority must say whether it will assess, or after an order that it will: a copy of the clock's answer, for lists; null where it decided by itself.</summary>
    public DateOnly? DecisionDueOn { get; private set; }

    /// <summary>The day by which the authority must say that no plan is needed: a copy for lists; null for a re-assessment, which has no such limit.</summary>
    public DateOnly? NoPlanDueOn { get; private set; }

    /// <summary>The day by which the final plan must be sent: a copy for lists; null for a re-assessment until the family is told.</summary>
    public DateOnly? FinalPlanDueOn { get; private set; }

    /// <summary>The day health was told the decision (reg 5(2)), or null (Europe/London).</summary>
    public DateOnly? HealthToldOfDecisionOn { get; private set; }

    /// <summary>The day health was told that no plan is needed (reg 10(2)), or was sent the final plan (reg 13(2)(c)); null until then (Europe/London).</summary>
    public DateOnly? HealthToldOfOutcomeOn { get; private set; }

    /// <summary>The DCO's decision when every service had no advice, or null.</summary>
    public AllNilDecision? AllNil { get; private set; }

    /// <summary>When the DCO decided, UTC.</summary>
    public DateTime? AllNilDecidedUtc { get; private set; }

    /// <summary>Who made that decision.</summary>
    public string? AllNilDecidedByName { get; private set; }

    /// <summary>The reason in the DCO's words, which the authority reads.</summary>
    public string? AllNilReason { get; private set; }

    /// <summary>When an administrator dealt with the notification as it now stands, UTC; null puts it in triage.</summary>
    public DateTime? TriagedUtc { get; private set; }

    /// <summary>How it ended, or null while open.</summary>
    public AssessmentOutcome? Outcome { get; private set; }

    /// <summary>The day it ended (Europe/London).</summary>
    public DateOnly? OutcomeOn { get; private set; }

    /// <summary>The day of the plan; null where it did not end with one (Europe/London).</summary>
    public DateOnly? PlanOn => Outcome == AssessmentOutcome.PlanIssued ? OutcomeOn : null;

    /// <summary>Normalised text that lists search in: reference, names, NHS number, school.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Longest text to search by, in characters.</summary>
    public const int SearchTextLength = 500;

    /// <summary>The child's NHS number once more, because no index reaches into the child.</summary>
    public string? ChildNhsNumber { get; private set; }

    /// <summary>The child's unique pupil number once more, for the same reason.</summary>
    public string? ChildUpn { get; private set; }

    /// <summary>Normalised name and date of birth.</summary>
    public string ChildMatchKey { get; private set; } = "";

    /// <summary>Whether the assessment still runs: no outcome, and not refused.</summary>
    public bool IsOpen => Outcome is null && Decision != AssessmentDecision.DoNotAssess;

    /// <summary>The keys that the assessment's rows copy.</summary>
    public CaseKeys Keys => new(Id, Reference, LocalAuthorityId, IcbId);

    Guid ICaseRow.AssessmentId => Id;

    Guid? IAudited.AuditedAssessmentId => Id;

    /// <summary>Records the decision. Deciding to assess is the authority's request for advice to health (reg 5(2), reg 6).</summary>
    /// <param name="decision">Assess or not.</param>
    /// <param name="decidedOn">The day of the decision (Europe/London).</param>
    /// <param name="receivedByHealthOn">The day health was told, normally today (Europe/London).</param>
    /// <exception cref="DomainRuleException">Already decided, a refusal where the authority must assess, or the dates are out of order.</exception>
    public void Decide(AssessmentDecision decision, DateOnly decidedOn, DateOnly receivedByHealthOn)
    {
        if (Decision is not null) { throw new DomainRuleException("A decision has already been recorded for this assessment."); }
        if (Outcome is not null) { throw new DomainRuleException("This assessment has already ended."); }
        if (decision == AssessmentDecision.DoNotAssess && AssessmentStarts.MustAssess(StartedBy)) { throw new DomainRuleException(NoChoice); }
        if (decidedOn < RequestReceivedOn) { throw new DomainRuleException($"The decision cannot be before {StartWords}."); }
        if (decidedOn > receivedByHealthOn) { throw new DomainRuleException("The date of the decision cannot be in the future."); }
        Decision = decision;
        DecidedOn = decidedOn;
        HealthToldOfDecisionOn = receivedByHealthOn;
        if (decision == AssessmentDecision.Assess)
        {
            AdviceRequestReceivedOn = receivedByHealthOn;
            TriagedUtc = null;
        }
        // steps that stayed when an earlier decision was taken back count again where they fit this one
        if (decision == AssessmentDecision.DoNotAssess || PlanNeededOn < decidedOn) { (PlanNeededOn, DraftServedOn) = (null, null); }

        ComputeDueDates();
    }

    /// <summary>Decides what follows when every service has no advice. A later decision replaces an earlier one.</summary>
    /// <exception cref="DomainRuleException">The assessment has ended.</exception>
    public void DecideAllNil(AllNilDecision decision, string reason, string byName, DateTime utc)
    {
        if (!IsOpen) { throw new DomainRuleException("This assessment has ended."); }
        AllNil = decision;
        AllNilReason = reason;
        AllNilDecidedByName = byName;
        AllNilDecidedUtc = utc;
    }

    /// <summary>"No health needs are known" holds no longer when advice that a service gave after it is withdrawn: what it said is not known to be nothing.</summary>
    /// <param name="advisedUtc">When that advice was returned, UTC.</param>
    /// <returns>The fact, or null where nothing was decided, or it was decided later.</returns>
    public NoHealthNeedsOvertaken? OvertakeNoNeeds(DateTime advisedUtc)
    {
        if (AllNil != AllNilDecision.NoHealthNeedsKnown || !(advisedUtc > AllNilDecidedUtc)) { return null; }
        (AllNil, AllNilReason, AllNilDecidedByName, AllNilDecidedUtc) = (null, null, null, null);
        return new(Keys);
    }

    /// <summary>Takes the assessment out of triage: an administrator has asked a service, or said that no service need be asked.</summary>
    public void Triaged(DateTime utc) => TriagedUtc = utc;

    /// <summary>Puts an open assessment into triage again: the authority has named somebody who was not asked.</summary>
    public void NamedMore() => TriagedUtc = IsOpen ? null : TriagedUtc;

    /// <summary>Puts an assessment that was decided into triage again: the last request of it has ended without an answer, and health's time runs.</summary>
    public void NobodyIsAsked() => TriagedUtc = IsOpen && Decision == AssessmentDecision.Assess ? null : TriagedUtc;

    /// <summary>The authority's limits as they stand today, with the time that the family must have with the draft plan.</summary>
    /// <param name="local">The authority's settings.</param>
    /// <param name="today">Today in Europe/London.</param>
    public AssessmentDeadlines Deadlines(ClockSettings local, DateOnly today) => Deadlines(local).GivenDraft(DraftServedOn, today);

    /// <summary>The authority's limits as the clock counts them, as far as they are known.</summary>
    /// <param name="local">The authority's settings.</param>
    public AssessmentDeadlines Deadlines(ClockSettings local)
    {
        var law = StatutoryClock.ForAssessment(StartedBy, RequestReceivedOn, ToldWillAssessOn(Decision, DecidedOn), local);
        return Outcome switch
        {
            AssessmentOutcome.PlanIssued => law.PlanIssued(HealthToldOfOutcomeOn),
            AssessmentOutcome.NoPlan => law.NoPlanSaid(HealthToldOfOutcomeOn),
            _ => law,
        };
    }

    /// <summary>The day from which a re-assessment's final plan is counted: the day of the decision to assess, or null.</summary>
    public static DateOnly? ToldWillAssessOn(AssessmentDecision? decision, DateOnly? decidedOn) => decision == AssessmentDecision.Assess ? decidedOn : null;

    private string NoChoice => StartedBy switch
    {
        ClockEvent.AssessmentOrdered => "The Tribunal ordered this assessment: the authority must assess.",
        ClockEvent.AssessmentConceded => "The authority told the Tribunal that it does not oppose this assessment: it must assess.",
        _ => "The authority decided to re-assess: that is what started this clock.",
    };

    private string StartWords => AssessmentStarts.ClauseOf(StartedBy);

    private void ComputeDueDates()
    {
        var deadlines = Deadlines(ClockSettings.Default);
        DecisionDueOn = deadlines.DecisionToAssess?.Due;
        NoPlanDueOn = deadlines.NoPlanNotice?.Due;
        FinalPlanDueOn = deadlines.FinalPlan?.Due;
    }

    /// <summary>Rebuilds the normalised search columns after a change to the child.</summary>
    public void RefreshSearch()
    {
        DropPutRight();
        ChildNhsNumber = Child.NhsNumber;
        ChildUpn = Child.Upn;
        ChildMatchKey = Child.MatchKey;
        var text = $"{SearchKey.Of(Reference)} {SearchKey.Of(AuthorityReference)} {NameKeys(Child.LegalSurname)} {NameKeys(Child.Forenames)} {NameKeys(Child.KnownAs)} {Child.NhsNumber} {FormerNameKeys} {SearchKey.Of(Setting.Name)}";
        // the school stands last: of the longest names only its end is not searched
        SearchText = text.Length <= SearchTextLength ? text : text[..SearchTextLength];
    }

    private string FormerNameKeys => string.Join(' ', NamesBefore.Of(Child.FormerNames).Reverse().Select(NameKeys));

    // a name of two words is looked for as one word too: people type "ORourke" and "Smithjones"
    private static string NameKeys(string? name) => SearchKey.Of(name) is var words && words.Contains(' ', StringComparison.Ordinal) ? $"{words} {SearchKey.Joined(name)}" : words;
}
