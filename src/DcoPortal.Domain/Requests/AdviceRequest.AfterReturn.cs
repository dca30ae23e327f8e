using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Requests;

// what happens to an answer after its return: a new version, an addendum, a withdrawal. The day health first complied never changes
public sealed partial class AdviceRequest
{
    /// <summary>The number of versions returned: 0 before the first return.</summary>
    public int VersionCount { get; private set; }

    /// <summary>The number of addenda returned.</summary>
    public int AddendumCount { get; private set; }

    /// <summary>What the answer in hand will be beside those returned before: a version unless an addendum was asked for.</summary>
    public AnswerKind NextAnswer { get; private set; }

    /// <summary>Working days within which a new version or an addendum is wanted where nobody says otherwise: a local target, no law gives one.</summary>
    public const int UsualDaysForMore = 10;

    /// <summary>The day by which a new version or an addendum is usually wanted (Europe/London).</summary>
    /// <param name="askedOn">The day it is asked for (Europe/London).</param>
    public static DateOnly UsuallyWantedBy(DateOnly askedOn) => new TimeLimit(UsualDaysForMore, TimeUnit.WorkingDays, CountingConvention.Of).DueFrom(askedOn);

    /// <summary>The day by which a new version or an addendum is wanted, until it is returned: a local target. Null where none was asked for (Europe/London).</summary>
    public DateOnly? WantedByOn { get; private set; }

    /// <summary>When a new version or an addendum was asked for, UTC, until it is returned: sending it back does not ask for it anew. Null where none was asked for.</summary>
    public DateTime? MoreAskedUtc { get; private set; }

    /// <summary>Says by which other day a new version or an addendum is wanted. What was asked for, acknowledged and promised stays.</summary>
    /// <param name="on">The day (Europe/London).</param>
    /// <returns>Null when it is wanted by that day already.</returns>
    /// <exception cref="DomainRuleException">None is asked for.</exception>
    public WantedByChanged? ChangeWantedBy(DateOnly on)
    {
        if (Stage != RequestStage.Reopened || WantedByOn is not { } was) { throw new DomainRuleException("No new version or addendum is asked for. Nothing was changed."); }
        if (was == on) { return null; }
        WantedByOn = on;
        return new(Keys, Id, was, on);
    }

    /// <summary>The day by which an answer is awaited: the due date or target, or once one was returned the day by which more is wanted (Europe/London).</summary>
    public DateOnly AwaitedOn => AwaitedBy(Stage, DueOn, WantedByOn);

    /// <summary>The same of the columns that a list reads.</summary>
    public static DateOnly AwaitedBy(RequestStage stage, DateOnly dueOn, DateOnly? wantedByOn) => stage == RequestStage.Reopened && wantedByOn is { } by ? by : dueOn;

    /// <summary>Whether a version of the whole answer stands: one was returned and not withdrawn. An addendum alone answers nothing.</summary>
    public bool AnswerStands { get; private set; }

    /// <summary>Since when no answer stands although one was returned, and nobody has asked for another or said that none is needed, UTC; null otherwise.</summary>
    public DateTime? UnsettledUtc { get; private set; }

    /// <summary>Whether the service has no advice: it said so, or what it gave was withdrawn and nothing is to take its place.</summary>
    public bool HasNoAdvice => NilReason is not null || (Stage == RequestStage.Returned && !AnswerStands && UnsettledUtc is null);

    /// <summary>Asks for a new version or an addendum of an answer that was returned.</summary>
    /// <param name="kind">Which of the two.</param>
    /// <param name="what">What is needed, for the service.</param>
    /// <param name="wantedByOn">The day by which it is wanted (Europe/London).</param>
    /// <param name="utc">Now, UTC.</param>
    /// <returns>Null when one was asked for already.</returns>
    /// <exception cref="DomainRuleException">No answer was returned.</exception>
    public NewAnswerAsked? AskForMore(AnswerKind kind, string what, DateOnly wantedByOn, DateTime utc)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        if (!May(RequestMove.AskForMore)) { return null; }
        (NextAnswer, WantedByOn, MoreAskedUtc) = (kind, wantedByOn, utc);
        (SentBackUtc, SentBackComment) = (utc, what);
        UnsettledUtc = null;
        // a service from which it was hidden is asked again
        ShownToService = true;
        ForgetAnswerInHand();
        Make(RequestMove.AskForMore, utc, because: what);
        return new(Keys, Id, kind, what, wantedByOn);
    }

    /// <summary>Says that no new version or addendum is needed after all.</summary>
    /// <param name="last">The answer returned last, which the request tells of again.</param>
    /// <param name="because">Why, or null.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <returns>Null when none was asked for.</returns>
    /// <exception cref="DomainRuleException">No answer was returned before.</exception>
    public AnswerLeftStanding? LetStand(ReturnedAnswer last, string? because, DateTime utc)
    {
        if (ReturnedOn is null) { throw new DomainRuleException(RequestMove.LetStand.Rule().Refusal); }
        if (Stage == RequestStage.Returned && UnsettledUtc is not null)
        {
            UnsettledUtc = null;
            return new(Keys, Id, because);
        }
        if (!May(RequestMove.LetStand)) { return null; }
        (NextAnswer, WantedByOn, MoreAskedUtc) = (AnswerKind.Version, null, null);
        (SubmittedUtc, SubmittedOn, SubmittedByName) = (last.SubmittedUtc, last.SubmittedOn, last.SubmittedByName);
        (NilReason, NilNote) = last.WithdrawnUtc is null ? (last.NilReason, last.NilNote) : (null, null);
        // nothing stands: it stays in the DCO service's work until somebody says that nothing is to take its place
        UnsettledUtc = AnswerStands ? null : utc;
        Make(RequestMove.LetStand, utc, because: because);
        return new(Keys, Id, because);
    }

    /// <summary>Withdraws an answer that was returned, or a document of it: that in every answer of the request that holds the same file.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="document">The document to withdraw alone, or null for the whole answer.</param>
    /// <param name="of">Every document of the request that was returned.</param>
    /// <param name="others">The other answers returned for the request.</param>
    /// <param name="reason">Why, as others read it.</param>
    /// <param name="words">What happened, for the DCO service.</param>
    /// <param name="byName">The person who withdraws it.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">It was not returned, or is withdrawn already.</exception>
    public (Withdrawal Withdrawal, AnswerWithdrawn Fact) WithdrawAnswer(ReturnedAnswer answer, CaseDocument? document, IReadOnlyCollection<CaseDocument> of, IEnumerable<ReturnedAnswer> others,
        WithdrawalReason reason, string words, string byName, DateTime utc)
    {
        May(RequestMove.WithdrawAnswer);
        var own = of.Where(d => d.ReturnedAnswerId == answer.Id && d.WithdrawnUtc is null).ToList();
        if (answer.AdviceRequestId != Id || answer.WithdrawnUtc is not null || (document is not null && !own.Contains(document)))
        {
            throw new DomainRuleException("This has been withdrawn already. Nothing was changed.");
        }
        // a next version took the file over by itself, so that closing one of them would leave it open in the other
        foreach (var gone in document is null ? own : [.. of.Where(d => d.Sha256 == document.Sha256 && d.WithdrawnUtc is null)]) { gone.WithdrawnUtc = utc; }
        if (document is null) { answer.WithdrawnUtc = utc; }
        foreach (var empty in others.Append(answer).Where(o => o is { WithdrawnUtc: null, HasWords: false } && IsLeftEmpty(o, of, utc))) { empty.WithdrawnUtc = utc; }
        TellOf(ToUse(others.Append(answer)));
        UnsettledUtc = !AnswerStands && Stage == RequestStage.Returned ? utc : null;
        Make(RequestMove.WithdrawAnswer, utc, byName, words);
        return (new Withdrawal(this, answer, document, reason, words, byName, utc), new(Keys, Id, answer.Kind, answer.Number, document?.Id, reason, words));
    }

    /// <summary>The version that the authority uses: the newest that was not withdrawn.</summary>
    public static ReturnedAnswer? ToUse(IEnumerable<ReturnedAnswer> answers) => answers.Where(a => a is { Kind: AnswerKind.Version, WithdrawnUtc: null }).MaxBy(a => a.Number);

    // advice or a nil return is what that version is; one that is withdrawn is no answer of anybody's
    private void TellOf(ReturnedAnswer? version)
    {
        AnswerStands = version is not null;
        if (Stage != RequestStage.Returned) { return; }
        (NilReason, NilNote) = (version?.NilReason, version?.NilNote);
        if (version is not null) { (SubmittedUtc, SubmittedOn, SubmittedByName) = (version.SubmittedUtc, version.SubmittedOn, version.SubmittedByName); }
    }

    // an answer that was this paper alone goes with it
    private static bool IsLeftEmpty(ReturnedAnswer answer, IReadOnlyCollection<CaseDocument> of, DateTime utc)
    {
        var own = of.Where(d => d.ReturnedAnswerId == answer.Id).ToList();
        return own.Exists(d => d.WithdrawnUtc == utc) && own.TrueForAll(d => d.WithdrawnUtc is not null);
    }

    /// <summary>Takes a withdrawal back that was a mistake.</summary>
    /// <param name="withdrawal">The withdrawal.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="others">The answers returned for the request: those that were withdrawn with it stand again too.</param>
    /// <param name="documents">The documents returned for the request.</param>
    /// <param name="because">Why.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <returns>Null when it was taken back already.</returns>
    /// <exception cref="DomainRuleException">Another answer was returned since.</exception>
    public AnswerRestored? RestoreAnswer(Withdrawal withdrawal, ReturnedAnswer answer, IEnumerable<ReturnedAnswer> others, IEnumerable<CaseDocument> documents, string because, DateTime utc)
    {
        May(RequestMove.RestoreAnswer);
        if (withdrawal.AdviceRequestId != Id || answer.Id != withdrawal.AnswerId) { throw new DomainRuleException(RequestMove.RestoreAnswer.Rule().Refusal); }
        if (withdrawal.RestoredUtc is not null) { return null; }
        if (answer.WithdrawnUtc is { } whole && whole != withdrawal.WithdrawnUtc) { throw new DomainRuleException("The whole answer has been withdrawn besides. Take that withdrawal back first."); }
        if (ReturnedUtc > withdrawal.WithdrawnUtc) { throw new DomainRuleException("Another answer was returned since. Nothing was changed."); }
        (withdrawal.RestoredUtc, withdrawal.RestoredBecause) = (utc, because);
        foreach (var document in documents.Where(d => d.WithdrawnUtc == withdrawal.WithdrawnUtc)) { document.WithdrawnUtc = null; }
        foreach (var one in others.Append(answer).Where(o => o.WithdrawnUtc == withdrawal.WithdrawnUtc)) { one.WithdrawnUtc = null; }
        TellOf(ToUse(others.Append(answer)));
        if (AnswerStands) { UnsettledUtc = null; }
        Make(RequestMove.RestoreAnswer, utc, because: because);
        return new(Keys, Id, answer.Kind, answer.Number, because);
    }

    /// <summary>Withdraws a request that should not have been sent: the service no longer sees it.</summary>
    /// <returns>Null when the request has ended already.</returns>
    /// <exception cref="DomainRuleException">It is not with a service, or an answer was returned.</exception>
    public RequestWithdrawn? WithdrawRequest(string reason, string askedName, DateTime utc, bool asksAnother = false)
    {
        if (!May(RequestMove.WithdrawRequest)) { return null; }
        EnsureNeverReturned();
        End(Became.Withdrawn, reason, utc, asksAnother);
        ShownToService = false;
        Make(RequestMove.WithdrawRequest, utc, because: reason);
        return new(Keys, Id, askedName, reason);
    }

    /// <summary>Opens a closed or withdrawn request again: it is where it was before it ended.</summary>
    /// <param name="before">Where it was: the stage from which it was closed.</param>
    /// <param name="because">Why.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">It is not closed.</exception>
    public RequestReopened Reopen(RequestStage before, string because, DateTime utc)
    {
        May(RequestMove.Reopen);
        var from = Stage;
        (ClosedUtc, CloseReason, EndedUtc, IsForAnother) = (null, null, null, false);
        BecomeOpen();
        DuplicateKey = KeyBeforeEnd;
        ShownToService = !before.IsWithNobody();
        Stage = before;
        MoveCount++;
        _moves.Add(new MoveMade(this, RequestMove.Reopen, from, utc) { Because = because });
        return new(Keys, Id, because);
    }

    /// <summary>The key that the request had before it ended, by which one finds whether the same target was asked again.</summary>
    public string KeyBeforeEnd => string.Join(':', DuplicateKey.Split(':').Take(3));

    private void EnsureNeverReturned()
    {
        if (ReturnedOn is not null) { throw new DomainRuleException("An answer was returned before. Say that it stands, or withdraw it."); }
    }

    private void ForgetAnswerInHand()
    {
        // the moves and what was returned keep the last round's answer, and the service acknowledges again
        (SubmittedUtc, SubmittedOn, SubmittedByName, ReachedAuthorityOn, NilReason, NilNote) = (null, null, null, null, null, null);
        (AcknowledgedUtc, AcknowledgedByName, PromisedOn) = (null, null, null);
        AcceptedUtc = null;
    }
}
