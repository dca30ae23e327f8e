using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Assessments;

/// <summary>Who asked for the assessment (SEN2 2026, source of request).</summary>
public enum RequestSource
{
    /// <summary>A parent or carer.</summary>
    Parent,

    /// <summary>The young person.</summary>
    YoungPerson,

    /// <summary>A school.</summary>
    School,

    /// <summary>A post-16 institution.</summary>
    Post16Institution,

    /// <summary>Anyone else, health included.</summary>
    Other,
}

/// <summary>The authority's decision under s.36(3).</summary>
public enum AssessmentDecision
{
    /// <summary>Assess: advice is sought under regulation 6.</summary>
    Assess,

    /// <summary>Do not assess.</summary>
    DoNotAssess,
}

/// <summary>How an assessment ended.</summary>
public enum AssessmentOutcome
{
    /// <summary>A final plan was issued (reg 13).</summary>
    PlanIssued,

    /// <summary>No plan is needed (reg 10).</summary>
    NoPlan,

    /// <summary>The request was withdrawn.</summary>
    Withdrawn,

    /// <summary>The child moved to another authority before the end.</summary>
    MovedAway,
}

/// <summary>What the Designated Clinical Officer decides when every service has said that it has no advice (reg 6(1)(c) has no "unless unknown").</summary>
public enum AllNilDecision
{
    /// <summary>No health needs are known: the authority is told so.</summary>
    NoHealthNeedsKnown,

    /// <summary>A health assessment is commissioned.</summary>
    AssessmentCommissioned,
}

/// <summary>What says whose record a row is. Copied to every row of a case, so that each row is scoped on its own columns.</summary>
public sealed record CaseKeys(Guid AssessmentId, string Reference, Guid LocalAuthorityId, Guid IcbId);

/// <summary>A row that belongs to an assessment.</summary>
public interface ICaseRow
{
    /// <summary>The assessment.</summary>
    Guid AssessmentId { get; }

    /// <summary>The local authority, copied from the assessment.</summary>
    Guid LocalAuthorityId { get; }

    /// <summary>The integrated care board, copied from the assessment.</summary>
    Guid IcbId { get; }
}

/// <summary>A row whose change must be told to the audit trail in the same save.</summary>
public interface IAudited
{
    /// <summary>The assessment the change is about, or null for a directory entry.</summary>
    Guid? AuditedAssessmentId { get; }
}

/// <summary>A row with a concurrency token: it changes on every save, so two people cannot overwrite each other.</summary>
public interface IVersioned
{
    /// <summary>The token.</summary>
    Guid Version { get; set; }
}

/// <summary>An EHC needs assessment notified to health, with its dates.</summary>
public sealed class Assessment : ICaseRow, IAudited, IVersioned
{
    private Assessment() { }

    /// <summary>Starts an assessment from a notification.</summary>
    /// <param name="id">Key, chosen by the caller so that a second submission of one form is recognised.</param>
    /// <param name="reference">Such as LCC-26-00042, as text of an <see cref="Identifiers.AssessmentReference"/>.</param>
    /// <param name="localAuthorityId">The authority that notifies: the signed-in person's.</param>
    /// <param name="icbId">The board that is notified.</param>
    /// <param name="route">Section 36 or section 24.</param>
    /// <param name="requestReceivedOn">The day the authority received the request or became responsible (Europe/London).</param>
    /// <param name="notifiedOn">The day health received the notification (Europe/London).</param>
    /// <param name="notifiedUtc">The instant of that notification, UTC.</param>
    /// <param name="child">The child or young person.</param>
    /// <param name="family">Family, views and sharing wishes.</param>
    /// <param name="setting">School, college or early-years provider.</param>
    /// <exception cref="DomainRuleException">The request date is after the notification.</exception>
    public Assessment(Guid id, string reference, Guid localAuthorityId, Guid icbId, OriginRoute route,
        DateOnly requestReceivedOn, DateOnly notifiedOn, DateTime notifiedUtc,
        ChildOrYoungPerson child, FamilyView family, EducationSetting setting)
    {
        if (requestReceivedOn > notifiedOn) { throw new DomainRuleException("The date the request was received cannot be in the future."); }
        Id = id;
        Reference = reference;
        LocalAuthorityId = localAuthorityId;
        IcbId = icbId;
        Route = route;
        RequestReceivedOn = requestReceivedOn;
        NotifiedOn = notifiedOn;
        NotifiedUtc = notifiedUtc;
        Child = child;
        Family = family;
        Setting = setting;
        ComputeDueDates();
        RefreshSearch();
    }

    /// <summary>Key.</summary>
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

    /// <summary>Which anchor started the clocks.</summary>
    public OriginRoute Route { get; private set; }

    /// <summary>The anchor: the day the request was received, or the authority became responsible (Europe/London).</summary>
    public DateOnly RequestReceivedOn { get; private set; }

    /// <summary>Who asked.</summary>
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

    /// <summary>The day of the decision (Europe/London).</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The day health received the request for advice: regulation 8 runs from here. Null until the authority decides to assess.</summary>
    public DateOnly? AdviceRequestReceivedOn { get; private set; }

    /// <summary>By when the authority must say whether it will assess (reg 5(1)): a copy of the clock's answer, for lists.</summary>
    public DateOnly DecisionDueOn { get; private set; }

    /// <summary>By when it must say that no plan is needed (reg 10(1)): a copy for lists; null where the route has no such limit.</summary>
    public DateOnly? NoPlanDueOn { get; private set; }

    /// <summary>By when the final plan must be sent (reg 13(2)): a copy for lists.</summary>
    public DateOnly FinalPlanDueOn { get; private set; }

    /// <summary>The day health was told the decision (reg 5(2)), or null (Europe/London).</summary>
    public DateOnly? HealthToldOfDecisionOn { get; private set; }

    /// <summary>The day health was told that no plan is needed (reg 10(2)), or was sent the final plan (reg 13(2)(c)); null until then (Europe/London).</summary>
    public DateOnly? HealthToldOfOutcomeOn { get; private set; }

    /// <summary>What was decided when every service had no advice, or null.</summary>
    public AllNilDecision? AllNil { get; private set; }

    /// <summary>When that was decided, UTC.</summary>
    public DateTime? AllNilDecidedUtc { get; private set; }

    /// <summary>Who decided it.</summary>
    public string? AllNilDecidedByName { get; private set; }

    /// <summary>Why, in the DCO's words: the authority reads it.</summary>
    public string? AllNilReason { get; private set; }

    /// <summary>When an administrator dealt with the notification as it now stands, UTC; null puts it in triage.</summary>
    public DateTime? TriagedUtc { get; private set; }

    /// <summary>How it ended, or null while open.</summary>
    public AssessmentOutcome? Outcome { get; private set; }

    /// <summary>The day it ended (Europe/London).</summary>
    public DateOnly? OutcomeOn { get; private set; }

    /// <summary>Normalised text that lists search in: reference, names, NHS number.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Normalised name and date of birth.</summary>
    public string ChildMatchKey { get; private set; } = "";

    /// <summary>Whether it still runs: no outcome, and not refused.</summary>
    public bool IsOpen => Outcome is null && Decision != AssessmentDecision.DoNotAssess;

    /// <summary>The keys its rows copy.</summary>
    public CaseKeys Keys => new(Id, Reference, LocalAuthorityId, IcbId);

    Guid ICaseRow.AssessmentId => Id;

    Guid? IAudited.AuditedAssessmentId => Id;

    /// <summary>Records the decision. Deciding to assess is the authority's request for advice to health (reg 5(2), reg 6).</summary>
    /// <param name="decision">Assess or not.</param>
    /// <param name="decidedOn">The day of the decision (Europe/London).</param>
    /// <param name="receivedByHealthOn">The day health was told, normally today (Europe/London).</param>
    /// <exception cref="DomainRuleException">Already decided, or the dates are out of order.</exception>
    public void Decide(AssessmentDecision decision, DateOnly decidedOn, DateOnly receivedByHealthOn)
    {
        if (Decision is not null) { throw new DomainRuleException("A decision has already been recorded for this assessment."); }
        if (Outcome is not null) { throw new DomainRuleException("This assessment has already ended."); }
        if (decidedOn < RequestReceivedOn) { throw new DomainRuleException("The decision cannot be before the request was received."); }
        if (decidedOn > receivedByHealthOn) { throw new DomainRuleException("The date of the decision cannot be in the future."); }
        Decision = decision;
        DecidedOn = decidedOn;
        HealthToldOfDecisionOn = receivedByHealthOn;
        if (decision == AssessmentDecision.Assess)
        {
            AdviceRequestReceivedOn = receivedByHealthOn;
            TriagedUtc = null;
        }
    }

    /// <summary>Records how the assessment ended.</summary>
    /// <exception cref="DomainRuleException">Already ended, or the dates are out of order.</exception>
    public void End(AssessmentOutcome outcome, DateOnly on, DateOnly today)
    {
        if (Outcome is not null) { throw new DomainRuleException("This assessment has already ended."); }
        if (on < RequestReceivedOn) { throw new DomainRuleException("The outcome cannot be before the request was received."); }
        if (on > today) { throw new DomainRuleException("The date of the outcome cannot be in the future."); }
        Outcome = outcome;
        OutcomeOn = on;
        // the record itself tells health that no plan is needed; a plan has to be sent
        if (outcome == AssessmentOutcome.NoPlan) { HealthToldOfOutcomeOn = today; }
    }

    /// <summary>The moments at which health must be told, and which of them are missing (reg 4(2), 5(2), 10(2), 13(2)(c)).</summary>
    public IReadOnlyList<HealthNotification> HealthNotifications => Statutory.HealthNotifications.For(new HealthNotificationFacts
    {
        UnderConsiderationOn = RequestReceivedOn,
        ToldUnderConsiderationOn = NotifiedOn,
        DecidedOn = DecidedOn,
        ToldDecisionOn = HealthToldOfDecisionOn,
        NoPlanNotifiedOn = Outcome == AssessmentOutcome.NoPlan ? OutcomeOn : null,
        ToldNoPlanOn = Outcome == AssessmentOutcome.NoPlan ? HealthToldOfOutcomeOn : null,
        FinalPlanIssuedOn = Outcome == AssessmentOutcome.PlanIssued ? OutcomeOn : null,
        ToldFinalPlanOn = Outcome == AssessmentOutcome.PlanIssued ? HealthToldOfOutcomeOn : null,
    }, Decision == AssessmentDecision.DoNotAssess);

    /// <summary>Records the day health was told how it ended: that no plan is needed (reg 10(2)), or by being sent the final plan (reg 13(2)(c)).</summary>
    /// <exception cref="DomainRuleException">Not ended with a plan or a refusal, or the day is before the outcome or in the future.</exception>
    public void HealthToldOfOutcome(DateOnly on, DateOnly today)
    {
        if (Outcome is not (AssessmentOutcome.PlanIssued or AssessmentOutcome.NoPlan)) { throw new DomainRuleException("Record the outcome first."); }
        if (on < OutcomeOn) { throw new DomainRuleException("Health cannot have been told before the outcome."); }
        if (on > today) { throw new DomainRuleException("The date health was told cannot be in the future."); }
        HealthToldOfOutcomeOn = on;
    }

    /// <summary>Corrects how and when it began, and counts the authority's dates anew.</summary>
    /// <param name="route">The right route.</param>
    /// <param name="requestReceivedOn">The right anchor (Europe/London).</param>
    /// <exception cref="DomainRuleException">The anchor is after the notification, the decision or the outcome.</exception>
    public void CorrectAnchor(OriginRoute route, DateOnly requestReceivedOn)
    {
        if (requestReceivedOn > NotifiedOn) { throw new DomainRuleException("The request cannot have been received after health was notified of it."); }
        if (requestReceivedOn > DecidedOn) { throw new DomainRuleException("The request cannot have been received after the decision."); }
        if (requestReceivedOn > OutcomeOn) { throw new DomainRuleException("The request cannot have been received after the outcome."); }
        Route = route;
        RequestReceivedOn = requestReceivedOn;
        ComputeDueDates();
    }

    /// <summary>Corrects the day health received the request for advice, from which regulation 8 runs. Its requests are moved with it.</summary>
    /// <param name="on">The right day (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <exception cref="DomainRuleException">Health has not been asked yet, or the day is before the decision or in the future.</exception>
    public void CorrectAdviceReceipt(DateOnly on, DateOnly today)
    {
        if (AdviceRequestReceivedOn is null) { throw new DomainRuleException("Health has not been asked for advice yet."); }
        if (on < DecidedOn) { throw new DomainRuleException("Health cannot have received the request before the decision to assess."); }
        if (on > today) { throw new DomainRuleException("The date health received the request cannot be in the future."); }
        // the decision to assess is the request for advice: health learned of both at once
        if (HealthToldOfDecisionOn == AdviceRequestReceivedOn) { HealthToldOfDecisionOn = on; }
        AdviceRequestReceivedOn = on;
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

    /// <summary>Takes it out of triage: an administrator has asked, or said that nobody need be asked.</summary>
    public void Triaged(DateTime utc) => TriagedUtc = utc;

    private void ComputeDueDates()
    {
        var deadlines = StatutoryClock.ForAssessment(Route, RequestReceivedOn);
        DecisionDueOn = deadlines.DecisionToAssess.Due;
        NoPlanDueOn = deadlines.NoPlanNotice.Due;
        FinalPlanDueOn = deadlines.FinalPlan.Due;
    }

    /// <summary>Rebuilds the normalised search columns after a change to the child.</summary>
    public void RefreshSearch()
    {
        ChildMatchKey = Child.MatchKey;
        SearchText = $"{SearchKey.Of(Reference)} {SearchKey.Of(AuthorityReference)} {SearchKey.Of(Child.LegalSurname)} {SearchKey.Of(Child.Forenames)} {SearchKey.Of(Child.KnownAs)} {Child.NhsNumber}";
    }
}
