using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Requests;

// the day on which the authority had the answer, put right
public sealed partial class AdviceRequest
{
    /// <summary>What to say where it cannot be put right any more.</summary>
    public const string ReachedStands = "Something was returned, withdrawn or asked for since, so the day of the first answer stands. Nothing was changed.";

    /// <summary>Whether the day on which the authority had its answer can be put right: it was returned through the portal once, and nothing has come of it since.</summary>
    public bool CanCorrectReached(IReadOnlyList<ReturnedAnswer> answers) =>
        Stage == RequestStage.Returned && answers is [{ Kind: AnswerKind.Version, Number: 1, WithdrawnUtc: null } only] && only.AdviceRequestId == Id && only.Summary != GivenElsewhere;

    /// <summary>Puts right the day on which the authority had the answer: health complied on it. A later version or an addendum changes nothing of that day, so it is put right before.</summary>
    /// <param name="on">The day on which the authority had it by another route, or null where it got it from here (Europe/London).</param>
    /// <param name="returnedOn">The day on which it was returned from here (Europe/London).</param>
    /// <param name="answers">What was returned for it.</param>
    /// <param name="because">Why.</param>
    /// <returns>Null when that day stands already.</returns>
    /// <exception cref="DomainRuleException">Something was returned, withdrawn or asked for since, or the day cannot be.</exception>
    public ReachedAuthorityCorrected? CorrectReached(DateOnly? on, DateOnly returnedOn, IReadOnlyList<ReturnedAnswer> answers, string because)
    {
        if (!CanCorrectReached(answers)) { throw new DomainRuleException(ReachedStands); }
        if (on < ReceivedByHealthOn || on > returnedOn) { throw new DomainRuleException("The authority cannot have had the answer before health was asked, or after it was returned from here."); }
        var (was, right) = (ReturnedOn!.Value, on ?? returnedOn);
        if (was == right) { return null; }
        answers[0].HadOn(right);
        (ReachedAuthorityOn, ReturnedOn) = (on, right);
        // it was answered when it was sent here, unless the authority had it before
        AnsweredOn = on < SubmittedOn ? on : SubmittedOn;
        if (BecameOn == was) { BecameOn = right; }
        return new(Keys, Id, was, right, right <= DueOn, because, LapsedOn);
    }
}
