using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Exemptions;

/// <summary>
/// An exemption recorded beside a time limit, which it does not move: health's on a request (SI 2014/1530 regulation 8(2)),
/// or one of the authority's on the assessment (regulations 5(4), 10(4), 13(3)).
/// </summary>
public sealed class Exemption : IMovesWithCase, IAudited, IVersioned
{
    /// <summary>Longest note or reason, in characters.</summary>
    public const int NoteLength = 4000;

    private Exemption() { }

    /// <summary>Health's exemption on one request for advice.</summary>
    /// <exception cref="DomainRuleException">The request has a local target, was not sent or has ended; or the family would be told in the future.</exception>
    public Exemption(AdviceRequest request, ExemptionGrounds grounds) : this(request.Keys, DeadlineKind.HealthAdvice, grounds)
    {
        if (RefusalOn(request) is { } why) { throw new DomainRuleException(why); }
        AdviceRequestId = request.Id;
    }

    /// <summary>The authority's exemption from one of its own limits.</summary>
    /// <exception cref="DomainRuleException">The family would be told in the future.</exception>
    public Exemption(Assessment assessment, DeadlineKind limit, ExemptionGrounds grounds) : this(assessment.Keys, limit, grounds) { }

    private Exemption(CaseKeys keys, DeadlineKind limit, ExemptionGrounds grounds)
    {
        Id = Guid.CreateVersion7();
        AssessmentId = keys.AssessmentId;
        LocalAuthorityId = keys.LocalAuthorityId;
        IcbId = keys.IcbId;
        Limit = limit;
        RestOn(grounds.Ground, grounds.Facts);
        Impractical = grounds.Impractical.Trim();
        Evidence = grounds.Evidence;
        (DecidedByName, DecidedOn) = (grounds.DecidedByName, grounds.DecidedOn);
        (RecordedByName, RecordedOn) = (grounds.RecordedByName, grounds.RecordedOn);
        if (grounds.FamilyToldOn is { } told) { FamilyToldOf(told, RecordedOn); }
        ExpectedOn = grounds.ExpectedOn;
    }

    /// <summary>The same exemption of the authority's on the record with which its case goes on with another board.</summary>
    public Exemption CarriedTo(CaseKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var copy = (Exemption)MemberwiseClone();
        (copy.Id, copy.AssessmentId, copy.LocalAuthorityId, copy.IcbId, copy.Version) = (Guid.CreateVersion7(), keys.AssessmentId, keys.LocalAuthorityId, keys.IcbId, Guid.Empty);
        return copy;
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The request, or null when the limit is the authority's.</summary>
    public Guid? AdviceRequestId { get; private set; }

    /// <summary>The time limit that the exemption stands beside.</summary>
    public DeadlineKind Limit { get; private set; }

    /// <summary>The ground.</summary>
    public ExemptionGround Ground { get; private set; }

    /// <summary>First day of the closure, absence or circumstances, or the day of the missed appointment (Europe/London).</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>The day the setting re-opens, the last day away or of the circumstances; null while they go on (Europe/London).</summary>
    public DateOnly? UntilOn { get; private set; }

    /// <summary>The day the authority asked the head or SEN lead for advice, on which the closure ground depends (Europe/London).</summary>
    public DateOnly? SettingAskedOn { get; private set; }

    /// <summary>What shows the facts: a letter, an email, a record. No clinical detail.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Why the ground made it impractical to keep to the limit: the second limb.</summary>
    public string Impractical { get; private set; } = "";

    /// <summary>The person or body that decided to rely on the exemption.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>The day of that decision (Europe/London).</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>The day the family was told (SEND Code of Practice 9.43), or null (Europe/London).</summary>
    public DateOnly? FamilyToldOn { get; private set; }

    /// <summary>The day the work is now expected, or null (Europe/London). The due date stands.</summary>
    public DateOnly? ExpectedOn { get; private set; }

    /// <summary>The person who recorded the exemption.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>The day it was recorded (Europe/London).</summary>
    public DateOnly RecordedOn { get; private set; }

    /// <summary>When it was withdrawn as recorded by mistake, UTC; null while it stands.</summary>
    public DateTime? WithdrawnUtc { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; private set; }

    /// <summary>Whether it still stands.</summary>
    public bool Stands => WithdrawnUtc is null;

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);

    /// <summary>Why health's exemption cannot be recorded on a request, in a sentence, or null when it can.</summary>
    public static string? RefusalOn(AdviceRequest request) =>
        request.Kind != AdviceKind.Statutory ? "This request has a local target, not a legal limit, so no exemption applies to it."
        : request.Stage.IsWithNobody() ? "This request has not been sent, so there is nothing to be exempt from yet."
        : request.Stage.IsEnd() || request.ReturnedOn is not null ? "This request has ended, so an exemption can no longer be recorded on it."
        : null;

    /// <summary>Stores the ground and the facts that it depends on.</summary>
    /// <param name="ground">The ground.</param>
    /// <param name="facts">Its facts, judged by <see cref="ExemptionRules"/> beforehand.</param>
    /// <exception cref="ArgumentOutOfRangeException">Facts of a kind that is not known.</exception>
    private void RestOn(ExemptionGround ground, ExemptionFacts facts)
    {
        Ground = ground;
        (DateOnly, DateOnly?, DateOnly?) days = facts switch
        {
            ClosureFacts f => (f.ClosedFrom, f.ReopensOn, f.AdviceAskedOn),
            CircumstancesFacts f => (f.From, f.Until, null),
            AbsenceFacts f => (f.FirstDay, f.LastDay, null),
            MissedAppointmentFacts f => (f.AppointmentOn, f.AppointmentOn, null),
            _ => throw new ArgumentOutOfRangeException(nameof(facts)),
        };
        (FromOn, UntilOn, SettingAskedOn) = days;
    }

    /// <summary>The facts recorded. The rules allowed it, so the family missed the appointment, and an authority's circumstances were personal.</summary>
    public ExemptionFacts FactsRecorded() => Ground switch
    {
        ExemptionGround.SchoolClosed or ExemptionGround.EarlyYearsProviderClosed => new ClosureFacts(FromOn, UntilOn ?? FromOn, SettingAskedOn ?? FromOn),
        ExemptionGround.AbsentFromArea => new AbsenceFacts(FromOn, UntilOn ?? FromOn),
        ExemptionGround.MissedAppointment => new MissedAppointmentFacts(FromOn, AppointmentNotKeptBy.ChildOrFamily),
        _ => new CircumstancesFacts(FromOn, UntilOn, AdviceRequestId is null),
    };

    /// <summary>Whether its facts still meet its ground by the dates as they are: a corrected start may have moved them out of the period.</summary>
    public bool Holds(Deadline deadline) => Stands && ExemptionRules.Check(deadline, Ground, FactsRecorded()).IsAvailable;

    /// <summary>The exemption for the clock's words, with its paragraph in the deadline's rule.</summary>
    /// <param name="deadline">The deadline that the exemption stands beside.</param>
    public RecordedExemption Beside(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var paragraph = ExemptionRules.Listed(deadline.Rule, Ground)?.Paragraph ?? ExemptionLists.RegulationOf(deadline.Rule.Exemptions) ?? "none";
        return new(Ground, paragraph, RecordedOn, FactsRecorded(), Impractical, FamilyToldOn)
        {
            EvidenceNote = Evidence,
            DecidedBy = DecidedByName,
            DecidedOn = DecidedOn,
            ExpectedOn = ExpectedOn,
        };
    }

    /// <summary>Records the day the family was told (SEND Code of Practice 9.43).</summary>
    /// <param name="on">The day, or a corrected one (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <exception cref="DomainRuleException">Withdrawn, or the day is in the future.</exception>
    public void FamilyToldOf(DateOnly on, DateOnly today)
    {
        if (!Stands) { throw new DomainRuleException("This exemption has been withdrawn, so nothing more can be recorded on it."); }
        if (on > today) { throw new DomainRuleException("The date the family was told cannot be in the future."); }
        FamilyToldOn = on;
    }

    /// <summary>Changes the day the work is now expected. The due date stands.</summary>
    /// <param name="on">The day, or null when it is not known (Europe/London).</param>
    /// <exception cref="DomainRuleException">Withdrawn.</exception>
    public void Expect(DateOnly? on)
    {
        if (!Stands) { throw new DomainRuleException("This exemption has been withdrawn, so nothing more can be recorded on it."); }
        ExpectedOn = on;
    }

    /// <summary>Withdraws an exemption that was recorded by mistake. The row stays.</summary>
    /// <exception cref="DomainRuleException">Withdrawn already.</exception>
    public void Withdraw(string reason, DateTime utc)
    {
        if (!Stands) { throw new DomainRuleException("This exemption has already been withdrawn."); }
        WithdrawnUtc = utc;
        WithdrawnReason = reason;
    }
}
