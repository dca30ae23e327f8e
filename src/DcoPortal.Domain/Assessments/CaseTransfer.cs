using DcoPortal.Domain.Questions;

namespace DcoPortal.Domain.Assessments;

/// <summary>How a transfer stands.</summary>
public enum TransferState
{
    /// <summary>The other local authority has not said yet whether the case is its own.</summary>
    Sent,

    /// <summary>The case goes on with the new side, under a reference of its own.</summary>
    Taken,

    /// <summary>The other local authority says that the case is not its own.</summary>
    SentBack,

    /// <summary>The side that sent it took it back before anybody had answered.</summary>
    TakenBack,
}

/// <summary>Who says something about a transfer, and when.</summary>
/// <param name="Side">The side of the case.</param>
/// <param name="Name">The person.</param>
/// <param name="Organisation">The organisation that the person works for.</param>
/// <param name="Utc">When, UTC.</param>
/// <param name="On">The day of that (Europe/London).</param>
public sealed record TransferWord(CaseSide Side, string Name, string Organisation, DateTime Utc, DateOnly On);

/// <summary>
/// A case that went to another integrated care board, or to another local authority (regulation 15). The record of the old side ends
/// where it stood and stays its own; the new side has a record of its own, which begins with what had been said. Personal data.
/// </summary>
public sealed class CaseTransfer : IAudited, IVersioned
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 1000;

    private CaseTransfer() { }

    /// <summary>Begins the transfer of a case that is still open.</summary>
    /// <param name="from">The case.</param>
    /// <param name="rootId">The first record of the chain that this one belongs to, or null where it is the first itself.</param>
    /// <param name="heldFrom">Since when it was the old side's (Europe/London).</param>
    /// <param name="authorityId">The local authority to which it goes.</param>
    /// <param name="icbId">The board to which it goes, or null where the receiving authority is to say.</param>
    /// <param name="movedOn">The day from which the new side is responsible (Europe/London).</param>
    /// <param name="reason">Why, in words that both sides read.</param>
    /// <param name="by">Who moves it.</param>
    /// <exception cref="DomainRuleException">It has ended, goes nowhere else, or the day is out of order.</exception>
    public CaseTransfer(Assessment from, Guid? rootId, DateOnly heldFrom, Guid authorityId, Guid? icbId, DateOnly movedOn, string reason, TransferWord by)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(by);
        if (!from.IsOpen) { throw new DomainRuleException("This assessment has ended, so it cannot be moved."); }
        if (authorityId == from.LocalAuthorityId && (icbId is null || icbId == from.IcbId)) { throw new DomainRuleException("It is there already."); }
        if (movedOn < from.RequestReceivedOn) { throw new DomainRuleException($"That cannot be before {Statutory.AssessmentStarts.ClauseOf(from.StartedBy)}."); }
        if (movedOn > by.On) { throw new DomainRuleException("That day cannot be in the future."); }
        Id = Guid.CreateVersion7();
        (RootId, FromId, FromReference, FromAuthorityId, FromIcbId) = (rootId ?? from.Id, from.Id, from.Reference, from.LocalAuthorityId, from.IcbId);
        (HeldFromOn, MovedOn) = (heldFrom, movedOn);
        (ToAuthorityId, ToIcbId) = (authorityId, icbId);
        (Reason, SentBy, SentByName, SentByOrganisation, SentUtc, SentOn) = (reason, by.Side, by.Name, by.Organisation, by.Utc, by.On);
        (ChildName, ChildDateOfBirth, ChildPostcode) = (from.Child.FullName, from.Child.DateOfBirth, from.Child.Postcode);
        LiveKey = from.Id;
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>The first record of the case: what tells all its transfers together.</summary>
    public Guid RootId { get; private set; }

    /// <summary>The record of the old side.</summary>
    public Guid FromId { get; private set; }

    /// <summary>Its reference.</summary>
    public string FromReference { get; private set; } = "";

    /// <summary>The old side's authority.</summary>
    public Guid FromAuthorityId { get; private set; }

    /// <summary>The old side's board.</summary>
    public Guid FromIcbId { get; private set; }

    /// <summary>The authority's own reference of the old record, which goes to the new one of the same authority; null otherwise.</summary>
    public string? FromAuthorityReference { get; internal set; }

    /// <summary>Since when it was the old side's (Europe/London).</summary>
    public DateOnly HeldFromOn { get; private set; }

    /// <summary>The day from which the new side is responsible: the old side had it until then (Europe/London).</summary>
    public DateOnly MovedOn { get; private set; }

    /// <summary>The authority to which it goes.</summary>
    public Guid ToAuthorityId { get; private set; }

    /// <summary>The board to which it goes; null while the receiving authority has not said.</summary>
    public Guid? ToIcbId { get; private set; }

    /// <summary>The record of the new side; null until it is taken.</summary>
    public Guid? ToId { get; private set; }

    /// <summary>Its reference.</summary>
    public string? ToReference { get; private set; }

    /// <summary>How it stands.</summary>
    public TransferState State { get; private set; }

    /// <summary>Why it was moved.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The side that moved it.</summary>
    public CaseSide SentBy { get; private set; }

    /// <summary>The person who moved it.</summary>
    public string SentByName { get; private set; } = "";

    /// <summary>Their organisation.</summary>
    public string SentByOrganisation { get; private set; } = "";

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime SentUtc { get; private set; }

    /// <summary>The day on which it was recorded (Europe/London).</summary>
    public DateOnly SentOn { get; private set; }

    /// <summary>Who answered for the new side, or took it back.</summary>
    public string? AnsweredByName { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? AnsweredUtc { get; private set; }

    /// <summary>The day of that (Europe/London).</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Why it was sent back or taken back.</summary>
    public string? AnswerReason { get; private set; }

    /// <summary>Whose case it is, for who is asked to take it; null once it was not taken.</summary>
    public string? ChildName { get; private set; }

    /// <summary>The date of birth, for the same.</summary>
    public DateOnly? ChildDateOfBirth { get; private set; }

    /// <summary>The postcode, for the same.</summary>
    public string? ChildPostcode { get; private set; }

    /// <summary>The old record while the transfer stands, so that a case is moved once; null where it was not taken.</summary>
    public Guid? LiveKey { get; private set; }

    /// <summary>Whether it goes to another authority; else to another board of the same.</summary>
    public bool IsToAuthority => FromAuthorityId != ToAuthorityId;

    Guid? IAudited.AuditedAssessmentId => FromId;

    /// <summary>The keys of the old record.</summary>
    public CaseKeys From => new(FromId, FromReference, FromAuthorityId, FromIcbId);

    /// <summary>The keys of the new record, or null until it is taken.</summary>
    public CaseKeys? To => ToId is { } id ? new(id, ToReference!, ToAuthorityId, ToIcbId!.Value) : null;

    /// <summary>The new side has it.</summary>
    /// <exception cref="DomainRuleException">It was answered or taken back already.</exception>
    public void Take(Assessment begun, TransferWord by)
    {
        ArgumentNullException.ThrowIfNull(begun);
        Answer(TransferState.Taken, null, by);
        (ToId, ToReference, ToIcbId) = (begun.Id, begun.Reference, begun.IcbId);
    }

    /// <summary>The new side says that the case is not its own. It keeps nothing of the child.</summary>
    /// <exception cref="DomainRuleException">It was answered or taken back already.</exception>
    public void SendBack(string reason, TransferWord by) => AnswerNo(TransferState.SentBack, reason, by);

    /// <summary>The side that moved it takes it back.</summary>
    /// <exception cref="DomainRuleException">It was answered or taken back already.</exception>
    public void TakeBack(string reason, TransferWord by) => AnswerNo(TransferState.TakenBack, reason, by);

    /// <summary>Says whose case it is as that was put right, for who is asked to take it; once it is answered nothing more is said.</summary>
    public void ShowChild(ChildOrYoungPerson child)
    {
        ArgumentNullException.ThrowIfNull(child);
        if (State == TransferState.Sent) { (ChildName, ChildDateOfBirth, ChildPostcode) = (child.FullName, child.DateOfBirth, child.Postcode); }
    }

    /// <summary>Puts right since when the case is the new side's, or why it moved.</summary>
    /// <param name="from">The record that ended, whose last day goes with it.</param>
    /// <param name="movedOn">The right day (Europe/London).</param>
    /// <param name="reason">Why it moved.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <returns>What stood there before and stands now, or null when nothing changes.</returns>
    /// <exception cref="DomainRuleException">It is not on its way and was not taken, or the day is out of order.</exception>
    public (string Before, string After)? Correct(Assessment from, DateOnly movedOn, string reason, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(from);
        if (LiveKey is null || from.Id != FromId) { throw new DomainRuleException("This move did not happen, so it has no day to correct."); }
        if (movedOn < from.RequestReceivedOn) { throw new DomainRuleException($"That cannot be before {Statutory.AssessmentStarts.ClauseOf(from.StartedBy)}."); }
        if (movedOn > today) { throw new DomainRuleException("That day cannot be in the future."); }
        if (movedOn == MovedOn && reason == Reason) { return null; }
        var before = $"{MovedOn:yyyy-MM-dd}: {Reason}";
        (MovedOn, Reason) = (movedOn, reason);
        if (HeldFromOn > movedOn) { HeldFromOn = movedOn; }
        from.MovedOnAnotherDay(movedOn);
        return (before, $"{MovedOn:yyyy-MM-dd}: {Reason}");
    }

    private void AnswerNo(TransferState state, string reason, TransferWord by)
    {
        Answer(state, reason, by);
        (ChildName, ChildDateOfBirth, ChildPostcode, LiveKey, Reason) = (null, null, null, null, "");
    }

    private void Answer(TransferState state, string? reason, TransferWord by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (State != TransferState.Sent) { throw new DomainRuleException(State == TransferState.Taken ? "It has been taken already." : "It is not on its way any more."); }
        (State, AnswerReason, AnsweredByName, AnsweredUtc, AnsweredOn) = (state, reason, by.Name, by.Utc, by.On);
    }
}
