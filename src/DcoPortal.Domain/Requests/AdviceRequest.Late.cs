using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Domain.Requests;

// why the answer is late: said by people, and read by people and figures alone. No date and no clock looks at it
public sealed partial class AdviceRequest
{
    /// <summary>Why the answer is or will be late, as it was said; null where nobody has said it.</summary>
    public LateReason? LateReason { get; private set; }

    /// <summary>The words of another reason; else null.</summary>
    public string? LateNote { get; private set; }

    /// <summary>The two together, or null.</summary>
    public WhyLate? WhyLate => LateReason is { } reason ? new(reason, LateNote) : null;

    /// <summary>Whether an answer on a day is late, so that the form may ask why. One that was returned before is not late by a new version.</summary>
    /// <param name="on">The day of the answer, or the day promised (Europe/London).</param>
    public bool IsLateOn(DateOnly on) => Kind == AdviceKind.Statutory && (Became is Became.Nothing or Became.NilReturn) && on > DueOn && !(CaseEndedOn <= DueOn);

    /// <summary>Whether there is a lateness to give a reason for: it fell due and was not in time, or is promised for a day after its due date.</summary>
    /// <param name="today">Today (Europe/London).</param>
    public bool IsOrWillBeLate(DateOnly today) => AdviceOutcomes.Missed.Contains(AdviceOutcomes.Of(this, today)) || (Stage.IsToAnswer() && PromisedOn is { } on && IsLateOn(on));

    /// <summary>Says why the answer is late. It changes no date, and nothing is in time because of it.</summary>
    /// <param name="why">Why, or null to take back what was said.</param>
    /// <param name="recordedFor">The service, when the DCO service records for it.</param>
    /// <returns>Null when just that is said already.</returns>
    public LateReasonSaid? SayWhyLate(WhyLate? why, string? recordedFor = null)
    {
        if (why is { Reason: Requests.LateReason.AnotherReason } && string.IsNullOrWhiteSpace(why.Note)) { throw new DomainRuleException("Say what the other reason is."); }
        var after = why is { Reason: Requests.LateReason.AnotherReason } ? why : why is null ? null : why with { Note = null };
        if (after == WhyLate) { return null; }
        var said = new LateReasonSaid(Keys, Id, WhyLate, after, recordedFor);
        (LateReason, LateNote) = (after?.Reason, after?.Note);
        return said;
    }
}
