using DcoPortal.Domain.Facts;
using static DcoPortal.Domain.Requests.RequestStage;

namespace DcoPortal.Domain.Requests;

// the table: one entry for each move, in the order of a request's life
public static partial class RequestMoves
{
    private const string Dco = "The DCO service";
    private const string Service = "The service";
    private const string NotWaiting = "This request is not waiting for an answer. Nothing was changed.";
    private const string NotToCheck = "This advice is not waiting to be checked. Someone may have dealt with it already.";
    private const string Since = "30 seconds have passed, or anything else happened to it since";
    private const string NotReturned = "This answer has not been returned to the authority. Nothing was changed.";
    private const string ReturnedBefore = "an answer was returned before: then it stands, or is withdrawn";
    private const string Answered = "This request has been answered, so it cannot be passed on.";

    /// <summary>Every move, in the order it is printed.</summary>
    public static IReadOnlyList<MoveRule> All { get; } =
    [
        new()
        {
            Move = RequestMove.Send,
            Who = Dco,
            Does = "sends it to a professional or service. The due date runs from the day health received the authority's request, not from this one",
            From = [ToSend],
            To = WithService,
            DoneIn = [WithService, ToCheck, ToReturn, Returned],
            BeginsRound = true,
            TakenBackBy = RequestMove.TakeBack,
            Fact = typeof(AdviceRequested),
            Refusal = "This request was closed, so it cannot be sent.",
        },
        new()
        {
            Move = RequestMove.SendAgain,
            Who = Dco,
            Does = "sends what was given back to the same service again, for whoever it assigns",
            From = [GivenBack],
            To = WithService,
            DoneIn = [WithService, ToCheck, ToReturn, Returned],
            BeginsRound = true,
            Fact = typeof(AdviceRequested),
            Unless = "the assessment has ended, or the authority has decided since what is asked now",
            Refusal = "This request was closed, so it cannot be sent.",
        },
        new()
        {
            Move = RequestMove.TakeBack,
            Who = Dco,
            Does = "takes it back in the 30 seconds after sending, before its email leaves",
            From = [WithService],
            To = ToSend,
            Fact = typeof(RequestTakenBack),
            Unless = Since,
            Refusal = "This request is not with the service any more, so it cannot be taken back.",
        },
        new()
        {
            Move = RequestMove.RecordAsked,
            Who = "Whoever imports cases under way",
            Does = "records that it had been sent before the case was recorded here, and on which day. No email leaves. Only the DCO service records one that is still open",
            From = [ToSend],
            To = WithService,
            DoneIn = [WithService, ToCheck, ToReturn, Returned],
            BeginsRound = true,
            Fact = typeof(AskedBefore),
            Refusal = "This request was closed, so it cannot be sent.",
        },
        new()
        {
            Move = RequestMove.Open,
            Who = Service,
            Does = "opens it for the first time since it was asked or came to who has it",
            From = [WithService, ToCheck, ToReturn, Returned, Reopened],
            Fact = typeof(AdviceRequestOpened),
            Refusal = "Nobody at the service sees this request.",
        },
        new()
        {
            Move = RequestMove.Acknowledge,
            Who = Service,
            Does = "says that it has it, or the DCO service records that it said so",
            From = [WithService, Reopened],
            Fact = typeof(RequestAcknowledged),
            Refusal = NotWaiting,
        },
        new()
        {
            Move = RequestMove.Promise,
            Who = Service,
            Does = "promises its answer by a day, which also acknowledges the request. The due date stands",
            From = [WithService, Reopened],
            Fact = typeof(AnswerPromised),
            Unless = "the day is in the past",
            Refusal = NotWaiting,
        },
        new()
        {
            Move = RequestMove.Chase,
            Who = Dco,
            Does = "reminds of it, by hand or by the ladder, or records a conversation",
            From = [WithService, Reopened],
            Fact = typeof(AdviceChased),
            Refusal = "This request is not waiting for advice, so there is nothing to chase.",
        },
        new()
        {
            Move = RequestMove.PassOn,
            Who = Service,
            Does = "gives it to a colleague, or back to whoever the service assigns. Who made a promise is not bound by it any more",
            From = [WithService, Reopened],
            Fact = typeof(RequestPassedOn),
            Unless = "the colleague works in another service",
            Refusal = Answered,
        },
        new()
        {
            Move = RequestMove.PassToCover,
            Who = "The portal",
            Does = "gives it to the service that covers, together with an email. What the absent service's people said of it ends with that",
            From = [WithService, Reopened],
            Fact = typeof(RequestPassedOn),
            Unless = "the cover is a service of another integrated care board",
            Refusal = Answered,
        },
        new()
        {
            Move = RequestMove.ComeBackFromCover,
            Who = "The portal",
            Does = "gives it back to the service that was asked, which is there again, unless its cover has taken it on",
            From = [WithService, GivenBack, Reopened],
            Fact = typeof(RequestPassedOn),
            Unless = "nobody covers for that service",
            Refusal = Answered,
        },
        new()
        {
            Move = RequestMove.GiveBack,
            Who = Service,
            Does = "gives it back to the DCO service: it is not the one to ask. Health's time goes on",
            From = [WithService],
            To = GivenBack,
            Fact = typeof(RequestGivenBack),
            Refusal = NotWaiting,
        },
        new()
        {
            Move = RequestMove.Submit,
            Who = Service,
            Does = "submits its advice for checking, or the DCO service records what came by another route",
            From = [WithService, Reopened],
            To = ToCheck,
            DoneIn = [ToCheck, ToReturn, Returned],
            Fact = typeof(AdviceSubmitted),
            Refusal = "This request has already been answered. Nothing was changed.",
        },
        new()
        {
            Move = RequestMove.SubmitNilReturn,
            Who = Service,
            Does = "says that it has no advice to give, with a coded reason",
            From = [WithService, Reopened],
            To = ToCheck,
            DoneIn = [ToCheck, ToReturn, Returned],
            Fact = typeof(NilReturnSubmitted),
            Refusal = "This request has already been answered. Nothing was changed.",
        },
        new()
        {
            Move = RequestMove.Accept,
            Who = Dco,
            Does = "accepts the answer",
            From = [ToCheck],
            To = ToReturn,
            DoneIn = [ToReturn, Returned],
            TakenBackBy = RequestMove.TakeBackCheck,
            Fact = typeof(AdviceAccepted),
            Unless = "somebody changed it after the page was shown",
            Refusal = NotToCheck,
        },
        new()
        {
            Move = RequestMove.SendBack,
            Who = Dco,
            Does = "sends the answer back for more. The due date stands, and whoever has it acknowledges anew",
            From = [ToCheck],
            To = WithService,
            ToOnceReturned = Reopened,
            BeginsRound = true,
            TakenBackBy = RequestMove.TakeBackCheck,
            Fact = typeof(AdviceSentBack),
            Unless = "somebody changed it after the page was shown",
            Refusal = NotToCheck,
        },
        new()
        {
            Move = RequestMove.TakeBackCheck,
            Who = Dco,
            Does = "takes back within 30 seconds that it accepted the answer or sent it back: the answer is there as before",
            From = [WithService, ToReturn, Reopened],
            To = ToCheck,
            Fact = typeof(CheckTakenBack),
            Unless = Since,
            Refusal = TakeBackTime.SinceThen,
        },
        new()
        {
            Move = RequestMove.ReturnToAuthority,
            Who = Dco,
            Does = "returns the accepted answer to the local authority, which reads it from now on: health has complied",
            From = [ToReturn],
            To = Returned,
            DoneIn = [Returned],
            Fact = typeof(AdviceReturned),
            Refusal = "This advice is not ready to be returned. Someone may have returned it already.",
        },
        new()
        {
            Move = RequestMove.RecordAnswered,
            Who = "Whoever imports cases under way",
            Does = "records that its answer had been returned before the case was recorded here, and on which day: health has complied on that day. The advice itself is kept elsewhere",
            From = [WithService],
            To = Returned,
            DoneIn = [Returned],
            Fact = typeof(AnsweredBefore),
            Unless = "the day is before health was asked",
            Refusal = "This request is not waiting for an answer. Nothing was changed.",
        },
        new()
        {
            Move = RequestMove.TakeBackRecorded,
            Who = Dco,
            Does = "takes back that the answer had been returned before the case was recorded here: it had not, or on another day, which it records anew",
            From = [Returned],
            To = WithService,
            Fact = typeof(RecordedAnswerTakenBack),
            Unless = "the answer came through the portal, or anything was returned, withdrawn or carried elsewhere since",
            Refusal = NotReturned,
        },
        new()
        {
            Move = RequestMove.Close,
            Who = Dco,
            Does = "closes it without an answer, with a reason. The same people can be asked again",
            From = [ToSend, GivenBack, WithService, ToCheck, ToReturn],
            To = Closed,
            DoneIn = [Closed],
            TakenBackBy = RequestMove.TakeBackClosing,
            Fact = typeof(RequestClosed),
            Unless = ReturnedBefore,
            Refusal = "This request has ended, or an answer to it was returned. Nothing was changed.",
        },
        new()
        {
            Move = RequestMove.WithdrawRequest,
            Who = Dco,
            Does = "withdraws a request that should not have been sent, with a reason. The service no longer sees it, and another can be asked",
            From = [WithService, ToCheck, ToReturn],
            To = Closed,
            DoneIn = [Closed],
            TakenBackBy = RequestMove.TakeBackClosing,
            Fact = typeof(RequestWithdrawn),
            Unless = ReturnedBefore,
            Refusal = "This request is not with a service, so it cannot be withdrawn.",
        },
        new()
        {
            Move = RequestMove.TakeBackClosing,
            Who = "Who closed it",
            Does = "takes that back within 30 seconds. So does the authority, when it takes back the decision or outcome that closed it",
            From = [Closed],
            LeadsBack = true,
            Fact = typeof(ClosingTakenBack),
            Unless = Since + ", the assessment has ended, or the same service was asked again",
            Refusal = TakeBackTime.SinceThen,
        },
        new()
        {
            Move = RequestMove.Reopen,
            Who = Dco,
            Does = "opens a closed or withdrawn request again, with a reason: it is where it was before it ended, and the due date is what it was",
            From = [Closed],
            LeadsBack = true,
            Fact = typeof(RequestReopened),
            Unless = "the assessment has ended, or the same service was asked again",
            Refusal = "This request is not closed. Nothing was changed.",
        },
        new()
        {
            Move = RequestMove.AskForMore,
            Who = "The DCO service or the service",
            Does = "asks for, or begins, a new version or an addendum of an answer that was returned. What was returned stays, and so does whether it was in time",
            From = [Returned],
            To = Reopened,
            DoneIn = [Reopened],
            BeginsRound = true,
            Fact = typeof(NewAnswerAsked),
            Refusal = NotReturned,
        },
        new()
        {
            Move = RequestMove.LetStand,
            Who = "The DCO service or the service",
            Does = "says that no new version is needed after all: the request is returned as before",
            From = [Reopened, ToCheck, ToReturn],
            To = Returned,
            DoneIn = [Returned],
            Fact = typeof(AnswerLeftStanding),
            Unless = "no answer was returned before",
            Refusal = NotReturned,
        },
        new()
        {
            Move = RequestMove.WithdrawAnswer,
            Who = Dco,
            Does = "withdraws a returned answer, or a document of it, with a reason: from that moment nobody outside the DCO service can open it. Whether it was in time stays what it was",
            From = [ToCheck, ToReturn, Returned, Reopened],
            Fact = typeof(AnswerWithdrawn),
            Unless = "that answer or document was never returned, or is withdrawn already",
            Refusal = NotReturned,
        },
        new()
        {
            Move = RequestMove.RestoreAnswer,
            Who = Dco,
            Does = "takes a withdrawal back that was a mistake: the authority can open the answer or document again",
            From = [ToCheck, ToReturn, Returned, Reopened],
            Fact = typeof(AnswerRestored),
            Unless = "another answer was returned since",
            Refusal = NotReturned,
        },
    ];
}
