namespace DcoPortal.Domain.Requests;

/// <summary>What can happen to a request. <see cref="RequestMoves"/> says in which stage a move is possible, and where it leads.</summary>
public enum RequestMove
{
    /// <summary>The DCO service sends the request.</summary>
    Send,

    /// <summary>The DCO service sends a request that was given back to the same service again.</summary>
    SendAgain,

    /// <summary>The DCO service takes a request back that it has just sent.</summary>
    TakeBack,

    /// <summary>It is recorded that the service had been asked before the case was recorded here.</summary>
    RecordAsked,

    /// <summary>The service that has the request opens it for the first time.</summary>
    Open,

    /// <summary>The service says that it has the request.</summary>
    Acknowledge,

    /// <summary>The service promises its answer by a day.</summary>
    Promise,

    /// <summary>The DCO service or the ladder sends a reminder, or a talk is recorded.</summary>
    Chase,

    /// <summary>The request goes to a colleague of the same service, or back to the service.</summary>
    PassOn,

    /// <summary>The request goes to the service that covers.</summary>
    PassToCover,

    /// <summary>The request goes from the cover back to the service that was asked.</summary>
    ComeBackFromCover,

    /// <summary>The service gives the request back: it is not the one to ask.</summary>
    GiveBack,

    /// <summary>The service submits its advice.</summary>
    Submit,

    /// <summary>The service says that it has no advice, and why.</summary>
    SubmitNilReturn,

    /// <summary>The DCO service accepts the answer.</summary>
    Accept,

    /// <summary>The DCO service sends the answer back for more.</summary>
    SendBack,

    /// <summary>The DCO service takes back that it has just accepted an answer, or sent it back.</summary>
    TakeBackCheck,

    /// <summary>The DCO service returns the answer to the authority.</summary>
    ReturnToAuthority,

    /// <summary>It is recorded that the answer had been returned before the case was recorded here.</summary>
    RecordAnswered,

    /// <summary>The DCO service takes back that the answer had been returned before: it had not, or on another day.</summary>
    TakeBackRecorded,

    /// <summary>The DCO service closes the request without an answer.</summary>
    Close,

    /// <summary>The DCO service withdraws a request that should not have been sent: the service no longer sees it.</summary>
    WithdrawRequest,

    /// <summary>Who has just closed or withdrawn the request takes that back.</summary>
    TakeBackClosing,

    /// <summary>The DCO service opens a closed request again.</summary>
    Reopen,

    /// <summary>After the return: a new version or an addendum is asked for, or the service says that it sends one.</summary>
    AskForMore,

    /// <summary>The answer returned stands: no new version is needed after all.</summary>
    LetStand,

    /// <summary>The DCO service withdraws a returned answer, or a document of it: the authority can no longer open it.</summary>
    WithdrawAnswer,

    /// <summary>The DCO service takes a withdrawal back that was a mistake.</summary>
    RestoreAnswer,
}
