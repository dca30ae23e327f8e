using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Requests;

// what had happened to a request before its case was recorded here: the days are those on which it happened, the moves say when it was recorded
public sealed partial class AdviceRequest
{
    /// <summary>What stands in place of an answer that was given outside the portal.</summary>
    public const string GivenElsewhere = "Given outside the portal, before the case was recorded here. The advice itself is not kept here: it can be added as an addendum.";

    /// <summary>Records that the service had been asked before the case was recorded here. No email leaves; the service sees the request.</summary>
    /// <param name="on">The day it was asked (Europe/London).</param>
    /// <param name="thatDayUtc">The beginning of that day, UTC.</param>
    /// <param name="askedName">The name of the professional or service, for the audit trail.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <returns>Null when it was asked already.</returns>
    /// <exception cref="DomainRuleException">The request is closed.</exception>
    public AskedBefore? RecordAsked(DateOnly on, DateTime thatDayUtc, string askedName, DateTime utc)
    {
        if (!May(RequestMove.RecordAsked)) { return null; }
        (SentUtc, FirstSentUtc) = (thatDayUtc, FirstSentUtc ?? thatDayUtc);
        AskedOn ??= on;
        ShownToService = true;
        Make(RequestMove.RecordAsked, utc);
        return new(Keys, Id, askedName, on, DueOn);
    }

    /// <summary>Records that the answer had been returned to the authority before the case was recorded here: health has complied on that day.</summary>
    /// <param name="on">The day it was returned (Europe/London).</param>
    /// <param name="thatDayUtc">The beginning of that day, UTC.</param>
    /// <param name="byName">The person who records it.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <returns>Null when the answer was returned already.</returns>
    /// <exception cref="DomainRuleException">It is not with the service, or the day is before health was asked.</exception>
    public AnsweredBefore? RecordAnswered(DateOnly on, DateTime thatDayUtc, string byName, DateTime utc)
    {
        if (!May(RequestMove.RecordAnswered)) { return null; }
        if (on < ReceivedByHealthOn) { throw new DomainRuleException("The answer cannot have been returned before health was asked."); }
        (AcknowledgedUtc, AcknowledgedByName) = (thatDayUtc, byName);
        (SubmittedUtc, SubmittedOn, SubmittedByName) = (thatDayUtc, on, byName);
        (AcceptedUtc, ReturnedUtc, ReturnedOn) = (thatDayUtc, thatDayUtc, on);
        AnsweredOn ??= on;
        BecomeReturned(on);
        VersionCount = 1;
        AnswerStands = true;
        _answers.Add(ReturnedAnswer.Elsewhere(this, GivenElsewhere, thatDayUtc, on));
        Make(RequestMove.RecordAnswered, utc, byName);
        return new(Keys, Id, on, on <= DueOn);
    }

    /// <summary>Whether its answer is one that was recorded as returned before, and nothing has come of it since.</summary>
    public bool IsRecordedAnswer(IReadOnlyList<ReturnedAnswer> answers) =>
        Stage == RequestStage.Returned && answers is [{ Kind: AnswerKind.Version, Number: 1, WithdrawnUtc: null, Summary: GivenElsewhere } only] && only.AdviceRequestId == Id;

    /// <summary>Takes back that it had been answered before: it had not, or on another day, which is recorded anew.</summary>
    /// <param name="answers">What was returned for it.</param>
    /// <param name="because">Why.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">The answer came through the portal, or something was added or withdrawn since.</exception>
    public RecordedAnswerTakenBack TakeBackRecorded(IReadOnlyList<ReturnedAnswer> answers, string because, DateTime utc)
    {
        May(RequestMove.TakeBackRecorded);
        if (!IsRecordedAnswer(answers)) { throw new DomainRuleException("Something was returned or withdrawn through the portal since. Nothing was changed."); }
        var was = ReturnedOn!.Value;
        (AcknowledgedUtc, AcknowledgedByName, SubmittedUtc, SubmittedOn, SubmittedByName) = (null, null, null, null, null);
        (AcceptedUtc, ReturnedUtc, ReturnedOn) = (null, null, null);
        AnsweredOn = null;
        BecomeOpen();
        (VersionCount, AnswerStands) = (0, false);
        // a service from which it was hidden has it again, for the DCO service to stop or keep
        if (!ShownToService)
        {
            ShownToService = true;
            DoubtSharing(mayMean: true, utc);
        }
        _answers.Clear();
        Make(RequestMove.TakeBackRecorded, utc, because: because);
        return new(Keys, Id, was, because);
    }
}
