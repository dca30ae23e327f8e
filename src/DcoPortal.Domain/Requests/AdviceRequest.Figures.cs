using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Requests;

// what figures count: the first time that each thing happened, which no later round changes
public sealed partial class AdviceRequest
{
    /// <summary>The day on which a service was first asked; null until then (Europe/London).</summary>
    public DateOnly? AskedOn { get; private set; }

    /// <summary>The day on which anybody asked first opened it; null until then (Europe/London).</summary>
    public DateOnly? OpenedOn { get; private set; }

    /// <summary>The day of the first answer that was not sent back; null until then, and while one that was sent back is put right (Europe/London).</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>What became of it.</summary>
    public Became Became { get; private set; }

    /// <summary>The day on which it became that; null while open (Europe/London).</summary>
    public DateOnly? BecameOn { get; private set; }

    /// <summary>The day on which its assessment ended or moved; null while it is open (Europe/London). Every save keeps it as the case has it.</summary>
    public DateOnly? CaseEndedOn { get; private set; }

    /// <summary>The request of the case in whose place it was made after its due date: that one is counted. Null for one that counts itself.</summary>
    public Guid? InsteadOfId { get; private set; }

    /// <summary>Whether another of the case is counted in its place.</summary>
    public bool IsInstead => InsteadOfId is not null;

    /// <summary>Whether another service is asked in its place.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>Whether it was closed or withdrawn so that somebody else is asked: what was a mistake or is not needed has nothing in its place.</summary>
    public bool IsForAnother { get; private set; }

    /// <summary>The reason of the nil return that was first returned, or null. A withdrawal or a new version changes nothing of it.</summary>
    public ReplyCode? FirstNilReason { get; private set; }

    /// <summary>The ground of the exemption beside the due date, the first recorded of several; null where none stands.</summary>
    public ExemptionGround? ExcusedBy { get; private set; }

    /// <summary>Records which exemption stands beside the unchanged due date, or that none does.</summary>
    public void NoteExemption(ExemptionGround? ground) => (HasExemption, ExcusedBy) = (ground is not null, ground);

    /// <summary>Corrects the day of what closed it: the outcome, or the move.</summary>
    public void CorrectClosing(DateOnly on)
    {
        if (Became == Became.Closed) { BecameOn = on; }
    }

    /// <summary>Takes the day on which its assessment ended, or that it has not.</summary>
    public void CaseEnds(DateOnly? on) => CaseEndedOn = on;

    /// <summary>The reason of a request that is closed so that somebody else is asked.</summary>
    public const string AsksAnother = "Another service is to be asked instead";

    /// <summary>Stands, made after its due date, for one of the case that was not given by then: one advice that was owed is counted once.</summary>
    /// <param name="others">The requests of the case.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="sameKind">The services of its kind, which take each other's place before those of another kind; null where nobody knows.</param>
    public void StandInForOneOf(IEnumerable<AdviceRequest> others, DateOnly today, IReadOnlySet<Guid>? sameKind = null)
    {
        if (Kind != AdviceKind.Statutory || DueOn >= today) { return; }
        // a service that is asked again owes what it owed, also where another was asked for it meanwhile; one of the same kind stands for what was closed of its kind, whyever
        List<AdviceRequest> all = [.. others];
        if (all.Where(r => r.IsOwedByNobody && (r.ServiceId == ServiceId || (!r.IsReplaced && (r.IsForAnother || sameKind?.Contains(r.ServiceId) == true)) || StoodInBy(r, all, sameKind).Count > 0))
            .OrderByDescending(r => r.ServiceId == ServiceId).ThenByDescending(r => sameKind?.Contains(r.ServiceId) == true).ThenBy(r => r.IsReplaced).ThenByDescending(r => r.ClosedUtc).FirstOrDefault() is not { } before) { return; }
        // whoever was asked meanwhile for a service that is now asked again still stands in for it
        foreach (var stoodIn in before.ServiceId == ServiceId ? [] : StoodInBy(before, all, sameKind)) { stoodIn.InsteadOfId = null; }
        (InsteadOfId, before.IsReplaced) = (before.Id, true);
    }

    // like stands for like: who is of another kind only stood in until one of the kind was asked, and counts for itself then
    private static List<AdviceRequest> StoodInBy(AdviceRequest closed, List<AdviceRequest> all, IReadOnlySet<Guid>? sameKind) =>
        closed.IsReplaced && sameKind?.Contains(closed.ServiceId) == true ? all.FindAll(o => o.InsteadOfId == closed.Id && !sameKind.Contains(o.ServiceId)) : [];

    /// <summary>
    /// Whether this, asked before another was closed, can be what was chosen in its place: asked after it, and after it fell due. Where the closed one was itself first asked
    /// after its due date, that says nothing of who is asked beside it, so only a service of its kind can be.
    /// </summary>
    /// <param name="closed">The request that is closed so that somebody else is asked.</param>
    /// <param name="preparedOn">The day on which this was prepared (Europe/London).</param>
    /// <param name="isSameKind">Whether both services are of one kind.</param>
    public bool MayHaveBeenChosenFor(AdviceRequest closed, DateOnly preparedOn, bool isSameKind)
    {
        ArgumentNullException.ThrowIfNull(closed);
        return preparedOn > DueOn && PreparedUtc > closed.FirstSentUtc && (isSameKind || closed.AskedOn <= closed.DueOn);
    }

    /// <summary>It is open again, so that whoever was asked in its place counts for themselves.</summary>
    /// <param name="others">The requests of the case.</param>
    public void StandAgain(IEnumerable<AdviceRequest> others)
    {
        foreach (var other in others.Where(r => r.InsteadOfId == Id)) { other.InsteadOfId = null; }
        IsReplaced = false;
    }

    private bool IsOwedByNobody => Kind == AdviceKind.Statutory && Became is Became.Closed or Became.Withdrawn && BecameOn > DueOn;

    private void BecomeReturned(DateOnly today)
    {
        if (NilReason is null && Became != Became.Advice) { (Became, BecameOn) = (Became.Advice, today); }
        else if (NilReason is not null && Became == Became.Nothing) { (Became, BecameOn, FirstNilReason) = (Became.NilReturn, today, NilReason); }
    }

    private void BecomeOpen() => (Became, BecameOn) = (Became.Nothing, null);
}
