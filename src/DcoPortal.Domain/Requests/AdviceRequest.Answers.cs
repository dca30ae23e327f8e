using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Requests;

// the moves of an answer: from a service to the DCO service, and from there to the authority or back for more
public sealed partial class AdviceRequest
{
    /// <summary>Submits advice for checking.</summary>
    /// <param name="documents">How many documents it has.</param>
    /// <param name="written">Whether anything was written in the portal.</param>
    /// <param name="byName">Who answers, or who recorded it.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <returns>Null when it was answered already.</returns>
    /// <exception cref="DomainRuleException">Not with the service.</exception>
    public AdviceSubmitted? Submit(int documents, bool written, string byName, DateTime utc, DateOnly today) =>
        Answer(RequestMove.Submit, byName, null, null, utc, today) ? new(Keys, Id, documents, written) : null;

    /// <summary>Says that there is no advice to give, and why.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="note">What is said with it, or null.</param>
    /// <param name="byName">Who answers, or who recorded it.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <returns>Null when it was answered already.</returns>
    /// <exception cref="DomainRuleException">Not with the service.</exception>
    public NilReturnSubmitted? SubmitNilReturn(ReplyCode reason, string? note, string byName, DateTime utc, DateOnly today) =>
        Answer(RequestMove.SubmitNilReturn, byName, reason, note, utc, today) ? new(Keys, Id, reason) : null;

    /// <summary>Accepts what was submitted.</summary>
    /// <returns>Null when it was accepted already.</returns>
    /// <exception cref="DomainRuleException">Nothing to check.</exception>
    public AdviceAccepted? Accept(DateTime utc)
    {
        if (!May(RequestMove.Accept)) { return null; }
        AcceptedUtc = utc;
        Make(RequestMove.Accept, utc);
        return new(Keys, Id);
    }

    /// <summary>Sends it back for more. The due date stands.</summary>
    /// <exception cref="DomainRuleException">Nothing to check.</exception>
    public AdviceSentBack SendBack(string comment, DateTime utc)
    {
        May(RequestMove.SendBack);
        (SentBackUtc, SentBackComment) = (utc, comment);
        SentBackCount++;
        // a new round: the answer of the last one stays in the moves, and whoever has it acknowledges anew
        (SubmittedUtc, SubmittedOn, SubmittedByName, NilReason, NilNote) = (null, null, null, null, null);
        (AcknowledgedUtc, AcknowledgedByName, PromisedOn) = (null, null, null);
        Make(RequestMove.SendBack, utc, because: comment);
        return new(Keys, Id, comment);
    }

    /// <summary>Returns accepted advice to the authority, which reads it from now on: health has complied.</summary>
    /// <param name="written">What was written in the portal, or null. A draft left behind by a nil return stays with the service.</param>
    /// <param name="documents">What was uploaded and not taken out again.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <returns>Null when it was returned already.</returns>
    /// <exception cref="DomainRuleException">Not accepted.</exception>
    public AdviceReturned? ReturnToAuthority(AdviceResponse? written, IEnumerable<CaseDocument> documents, DateTime utc, DateOnly today)
    {
        if (!May(RequestMove.ReturnToAuthority)) { return null; }
        (ReturnedUtc, ReturnedOn) = (utc, today);
        if (NilReason is null) { written?.ReturnToAuthority(this, utc); }
        foreach (var document in documents) { document.ReturnToAuthority(this, utc); }
        Make(RequestMove.ReturnToAuthority, utc);
        return new(Keys, Id, today, today <= DueOn);
    }

    private bool Answer(RequestMove move, string byName, ReplyCode? nilReason, string? note, DateTime utc, DateOnly today)
    {
        if (!May(move)) { return false; }
        // who answers has it: nobody is asked to acknowledge after that
        if (AcknowledgedUtc is null) { (AcknowledgedUtc, AcknowledgedByName) = (utc, byName); }
        (SubmittedUtc, SubmittedOn, SubmittedByName) = (utc, today, byName);
        (NilReason, NilNote) = (nilReason, note);
        Make(move, utc, byName, note, nilReason);
        return true;
    }
}
