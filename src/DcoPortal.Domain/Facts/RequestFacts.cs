using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Facts;

/// <summary>A request was prepared from the people the authority named.</summary>
public sealed record AdviceRequestPrepared(CaseKeys Keys, Guid AdviceRequestId, string AskedName) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => AskedName;

    /// <inheritdoc />
    public override string Sentence => "Request prepared";
}

/// <summary>A request was sent to a professional or service.</summary>
public sealed record AdviceRequested(CaseKeys Keys, Guid AdviceRequestId, string AskedName, DateOnly DueOn) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"Due {DueOn:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string Sentence => $"Advice requested from {AskedName}";
}

/// <summary>It was taken back that an answer had been returned before its case was recorded here.</summary>
public sealed record RecordedAnswerTakenBack(CaseKeys Keys, Guid AdviceRequestId, DateOnly Was, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => $"{Was:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Taken back that advice had been returned before";
}

/// <summary>The day on which the authority had an answer, on which health complied, was put right.</summary>
public sealed record ReachedAuthorityCorrected(CaseKeys Keys, Guid AdviceRequestId, DateOnly Was, DateOnly Now, bool InTime, string Reason, DateOnly? LapsedOn = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => $"{Was:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string? After => $"{Now:yyyy-MM-dd}, {(InTime ? "in time" : LapsedOn is { } ended ? $"not due, the assessment had ended on {ended:yyyy-MM-dd}" : "late")}";

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Corrected the day on which the authority had the answer";
}

/// <summary>It was recorded that somebody whom the authority named had answered before the case was recorded here.</summary>
public sealed record NamedAnsweredBefore(CaseKeys Keys, string Who, DateOnly On) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"{Who}, {On:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string Sentence => "Recorded that somebody named had answered before";
}

/// <summary>It was recorded that a service had been asked before its case was recorded here.</summary>
public sealed record AskedBefore(CaseKeys Keys, Guid AdviceRequestId, string AskedName, DateOnly On, DateOnly DueOn) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"Asked {On:yyyy-MM-dd}, due {DueOn:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string Sentence => $"Recorded that {AskedName} had been asked before";
}

/// <summary>It was recorded that an answer had been returned before its case was recorded here.</summary>
public sealed record AnsweredBefore(CaseKeys Keys, Guid AdviceRequestId, DateOnly ReturnedOn, bool InTime) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"{ReturnedOn:yyyy-MM-dd}, {(InTime ? "in time" : "late")}";

    /// <inheritdoc />
    public override string Sentence => "Recorded that advice had been returned before";
}

/// <summary>A request was taken back within 30 seconds, before its email left.</summary>
public sealed record RequestTakenBack(CaseKeys Keys, Guid AdviceRequestId, string AskedName) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string Sentence => $"Request to {AskedName} taken back before its email left";
}

/// <summary>Who accepted an answer, or sent it back, took that back within 30 seconds: it waits to be checked.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="AdviceRequestId">The request.</param>
/// <param name="WasAccepted">Whether it was accepted; else it was sent back.</param>
public sealed record CheckTakenBack(CaseKeys Keys, Guid AdviceRequestId, bool WasAccepted) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string Sentence => WasAccepted ? "Acceptance of the advice taken back" : "Sending the advice back was taken back before its email left";
}

/// <summary>Who closed a request took that back within 30 seconds: it is as it was before.</summary>
public sealed record ClosingTakenBack(CaseKeys Keys, Guid AdviceRequestId) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string Sentence => "Closing of the request taken back before its email left";
}

/// <summary>The service opened a request for the first time.</summary>
public sealed record AdviceRequestOpened(CaseKeys Keys, Guid AdviceRequestId) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string Sentence => "Request opened by the service";
}

/// <summary>A reminder was queued, or a conversation about a request was recorded.</summary>
public sealed record AdviceChased(CaseKeys Keys, Guid AdviceRequestId, string AskedName, string Channel, string Recipient) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"{Channel} to {Recipient}";

    /// <inheritdoc />
    public override string Sentence => $"{AskedName} chased";
}

/// <summary>A draft of written advice was saved.</summary>
public sealed record AdviceDraftSaved(CaseKeys Keys, Guid AdviceRequestId) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string Sentence => "Draft saved";
}

/// <summary>Advice was submitted for checking.</summary>
public sealed record AdviceSubmitted(CaseKeys Keys, Guid AdviceRequestId, int Documents, bool Written) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"{Documents} documents, {(Written ? "written in the portal" : "nothing written in the portal")}";

    /// <inheritdoc />
    public override string Sentence => "Advice submitted";
}

/// <summary>A service said that it has no advice to give.</summary>
public sealed record NilReturnSubmitted(CaseKeys Keys, Guid AdviceRequestId, ReplyCode Code) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => Code.ToString();

    /// <inheritdoc />
    public override string Sentence => "Nil return submitted";
}

/// <summary>An administrator accepted the answer.</summary>
public sealed record AdviceAccepted(CaseKeys Keys, Guid AdviceRequestId, AnswerContent Content = AnswerContent.Advice) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string Sentence => $"{Content.Named()} accepted";
}

/// <summary>An administrator sent the advice back for more.</summary>
public sealed record AdviceSentBack(CaseKeys Keys, Guid AdviceRequestId, string Comment) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Because => Comment;

    /// <inheritdoc />
    public override string Sentence => "Advice sent back";
}

/// <summary>An accepted answer was returned to the authority.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="AdviceRequestId">The request.</param>
/// <param name="ReturnedOn">The day of this return (Europe/London).</param>
/// <param name="InTime">Whether health complied in time, by the first return.</param>
/// <param name="Kind">A version or an addendum.</param>
/// <param name="Number">Its number.</param>
/// <param name="LapsedOn">The day on which the assessment had ended, by the due date; or null (Europe/London).</param>
/// <param name="Content">What the answer gives.</param>
public sealed record AdviceReturned(CaseKeys Keys, Guid AdviceRequestId, DateOnly ReturnedOn, bool InTime, AnswerKind Kind = AnswerKind.Version, int Number = 1, DateOnly? LapsedOn = null, AnswerContent Content = AnswerContent.Advice) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"{ReturnedOn:yyyy-MM-dd}, {(IsFirst ? "" : "first answer ")}{(InTime ? "in time" : LapsedOn is { } ended ? $"not due, the assessment had ended on {ended:yyyy-MM-dd}" : "late")}";

    /// <inheritdoc />
    public override string Sentence => (Content, IsFirst) switch
    {
        (AnswerContent.NilReturn, true) => "Nil return passed on to the local authority",
        (AnswerContent.NilReturn, _) => $"{AnswerName.Of(Kind, Number)} passed on to the local authority: a nil return",
        (_, true) => $"{Content.Named()} returned to the local authority",
        _ => $"{AnswerName.Of(Kind, Number)} returned to the local authority",
    };

    private bool IsFirst => (Kind, Number) == (AnswerKind.Version, 1);
}

/// <summary>A request was passed to a colleague, to a covering service, or back to the service.</summary>
public sealed record RequestPassedOn(CaseKeys Keys, Guid AdviceRequestId, string FromName, string ToName, string? Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => FromName;

    /// <inheritdoc />
    public override string? After => ToName;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => $"Passed from {FromName} to {ToName}";
}

/// <summary>The directory says that the service which has a request is another provider's.</summary>
public sealed record RequestFollowedService(CaseKeys Keys, Guid AdviceRequestId, string FromName, string ToName) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => FromName;

    /// <inheritdoc />
    public override string? After => ToName;

    /// <inheritdoc />
    public override string Sentence => "The service is another provider’s by the directory";
}

/// <summary>A request was closed without an answer.</summary>
public sealed record RequestClosed(CaseKeys Keys, Guid AdviceRequestId, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Request closed";
}

/// <summary>The day that a request's time runs from was corrected, so its due date was counted anew.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="AdviceRequestId">The request.</param>
/// <param name="Was">The due date before (Europe/London).</param>
/// <param name="Now">The due date now (Europe/London).</param>
/// <param name="Reason">Why, in the words of the person who did it.</param>
public sealed record RequestDateCorrected(CaseKeys Keys, Guid AdviceRequestId, DateOnly Was, DateOnly Now, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => $"Due {Was:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string? After => $"Due {Now:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Due date counted anew after a correction";
}

/// <summary>The DCO service said that the family's wish about sharing does not mean who has the request.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="Id">The request.</param>
/// <param name="Reason">Why, in the words of the person who said so.</param>
public sealed record RequestKeptDespiteWish(CaseKeys Keys, Guid Id, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => Id;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Request kept: the family does not mean this service";
}

/// <summary>The family's wish about sharing may mean somebody who opens a request by now, so the DCO service is asked to stop or keep it.</summary>
/// <param name="Keys">The assessment. The request is not named, because its service reads what happened to it.</param>
/// <param name="Who">Who that is, in words.</param>
public sealed record WishMayMeanSomebodyNew(CaseKeys Keys, string Who) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => Who;

    /// <inheritdoc />
    public override CaseSide? OnlyFor => CaseSide.DcoService;

    /// <inheritdoc />
    public override string Sentence => "The family may mean somebody who opens a request by now";
}

/// <summary>A wish about sharing counts no longer, so that somebody who was stopped or passed over for it may be asked: the case is in triage.</summary>
/// <param name="Keys">The assessment. Nobody is named, because the wish may have been recorded elsewhere.</param>
/// <param name="Stopped">How many requests had been stopped for it.</param>
/// <param name="Named">How many professionals had been named and not asked for it.</param>
public sealed record WishLifted(CaseKeys Keys, int Stopped, int Named) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"{Stopped} stopped, {Named} not asked";

    /// <inheritdoc />
    public override CaseSide? OnlyFor => CaseSide.DcoService;

    /// <inheritdoc />
    public override string Sentence => "A wish counts no longer: who was stopped or not asked for it may be asked";
}

/// <summary>A service no longer sees the child's record beside the answer that it gave: the family excludes it, or somebody there.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="Id">The request.</param>
/// <param name="Reason">Why, in the words of the person who did it.</param>
public sealed record ReturnedRequestHidden(CaseKeys Keys, Guid Id, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => Id;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Answered request hidden from its service: the family does not want information shared with them";
}

/// <summary>A service sees again what it had answered: the family's wish does not exclude it any more.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="Id">The request.</param>
public sealed record ReturnedRequestShownAgain(CaseKeys Keys, Guid Id) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => Id;

    /// <inheritdoc />
    public override string Sentence => "Answered request seen by its service again: the family’s wish does not mean them any more";
}
