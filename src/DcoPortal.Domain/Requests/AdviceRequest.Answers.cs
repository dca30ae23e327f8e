using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Requests;

// the moves of an answer: from a service to the DCO service, and from there to the authority or back for more
public sealed partial class AdviceRequest
{
    /// <summary>Submits advice for checking.</summary>
    /// <param name="documents">The number of its documents.</param>
    /// <param name="written">Whether anything was written in the portal.</param>
    /// <param name="byName">The person who answers, or who recorded the answer.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="reachedOn">The day on which it had reached the authority already, by another route; else null (Europe/London).</param>
    /// <returns>Null when the request was answered already.</returns>
    /// <exception cref="DomainRuleException">The request is not with the service, or that day cannot be.</exception>
    public AdviceSubmitted? Submit(int documents, bool written, string byName, DateTime utc, DateOnly today, DateOnly? reachedOn = null) =>
        Answer(RequestMove.Submit, byName, null, null, utc, today, reachedOn) ? new(Keys, Id, documents, written) : null;

    /// <summary>Submits a nil return: the service has no advice, and why.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="note">The note with it, or null.</param>
    /// <param name="byName">The person who answers, or who recorded the answer.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="reachedOn">The day on which it had reached the authority already, by another route; else null (Europe/London).</param>
    /// <returns>Null when the request was answered already.</returns>
    /// <exception cref="DomainRuleException">The request is not with the service, an answer that was returned stands, or that day cannot be.</exception>
    public NilReturnSubmitted? SubmitNilReturn(ReplyCode reason, string? note, string byName, DateTime utc, DateOnly today, DateOnly? reachedOn = null)
    {
        // advice that stands does not become "no advice" because there is nothing to add to it
        if (Stage == RequestStage.Reopened && AnswerStands) { throw new DomainRuleException("What was returned stands. Say that nothing more is to be sent, or ask the DCO service to withdraw it."); }
        return Answer(RequestMove.SubmitNilReturn, byName, reason, note, utc, today, reachedOn) ? new(Keys, Id, reason) : null;
    }

    /// <summary>What the answer in hand gives.</summary>
    public AnswerContent Content => AnswerContents.Of(Kind, NilReason);

    /// <summary>Accepts the submitted answer.</summary>
    /// <returns>Null when the answer was accepted already.</returns>
    /// <exception cref="DomainRuleException">No answer waits to be checked.</exception>
    public AdviceAccepted? Accept(DateTime utc)
    {
        if (!May(RequestMove.Accept)) { return null; }
        AcceptedUtc = utc;
        Make(RequestMove.Accept, utc);
        return new(Keys, Id, Content);
    }

    /// <summary>Sends the answer back to the service for more. The due date stays.</summary>
    /// <param name="comment">What is missing.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="answer">The advice that is sent back, to be kept; null for a nil return, whose note the moves keep.</param>
    /// <exception cref="DomainRuleException">No answer waits to be checked.</exception>
    public AdviceSentBack SendBack(string comment, DateTime utc, SentBackAnswer? answer = null)
    {
        May(RequestMove.SendBack);
        (SentBackUtc, SentBackComment) = (utc, comment);
        SentBackCount++;
        // the days of putting it right are the service's; what was returned before is counted already
        if (ReturnedOn is null) { AnsweredOn = null; }
        ForgetAnswerInHand();
        Make(RequestMove.SendBack, utc, because: comment, sentBack: answer?.Stored());
        return new(Keys, Id, comment);
    }

    /// <summary>Returns accepted advice to the authority, which reads it from now on. The first return, or the day on which it had the answer already, is the day on which health complied.</summary>
    /// <param name="written">The advice written in the portal, or null. After a nil return an earlier draft is not shown to the authority.</param>
    /// <param name="documents">The documents uploaded and not removed.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <returns>Null when the answer was returned already.</returns>
    /// <exception cref="DomainRuleException">The answer is not accepted.</exception>
    public AdviceReturned? ReturnToAuthority(AdviceResponse? written, IEnumerable<CaseDocument> documents, DateTime utc, DateOnly today)
    {
        if (!May(RequestMove.ReturnToAuthority)) { return null; }
        if (written is not null && written.Id != Id) { throw new DomainRuleException("This text belongs to another request. Nothing was returned."); }
        var on = ReachedAuthorityOn ?? today;
        var kind = VersionCount == 0 ? AnswerKind.Version : NextAnswer;
        var number = kind == AnswerKind.Version ? ++VersionCount : ++AddendumCount;
        var answer = new ReturnedAnswer(this, kind, number, NilReason is null ? written : null, utc, on);
        // after a nil return the service's draft stays with the service, its papers too
        if (NilReason is null) { foreach (var document in documents) { document.ReturnToAuthority(answer, utc); } }
        ReturnedUtc = utc;
        ReturnedOn ??= on;
        BecomeReturned(on);
        (AnswerStands, NextAnswer, WantedByOn, MoreAskedUtc) = (AnswerStands || kind == AnswerKind.Version, AnswerKind.Version, null, null);
        // what it was to stand beside was withdrawn meanwhile: the advice is still owed
        UnsettledUtc = AnswerStands ? null : utc;
        Make(RequestMove.ReturnToAuthority, utc);
        _answers.Add(answer);
        return new(Keys, Id, on, ReturnedOn <= DueOn, kind, number, LapsedOn, Content);
    }

    private bool Answer(RequestMove move, string byName, ReplyCode? nilReason, string? note, DateTime utc, DateOnly today, DateOnly? reachedOn)
    {
        if (!May(move)) { return false; }
        if (reachedOn > today || reachedOn < ReceivedByHealthOn) { throw new DomainRuleException("The answer cannot have reached the authority before health was asked, or after today."); }
        // an answer also acknowledges, so that the ladder no longer asks for that
        if (AcknowledgedUtc is null) { (AcknowledgedUtc, AcknowledgedByName) = (utc, byName); }
        (SubmittedUtc, SubmittedOn, SubmittedByName) = (utc, today, byName);
        ReachedAuthorityOn = reachedOn;
        AnsweredOn ??= reachedOn ?? today;
        (NilReason, NilNote) = (nilReason, note);
        Make(move, utc, byName, note, nilReason);
        return true;
    }
}
