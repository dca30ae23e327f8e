namespace DcoPortal.Domain.Requests;

/// <summary>What can happen to a request. Which move is possible in which stage, and where it leads, stands in <see cref="RequestMoves"/>.</summary>
public enum RequestMove
{
    /// <summary>The DCO service sends it.</summary>
    Send,

    /// <summary>The DCO service sends what was given back to the same service again.</summary>
    SendAgain,

    /// <summary>The service opens it for the first time in this round.</summary>
    Open,

    /// <summary>The service says that it has it.</summary>
    Acknowledge,

    /// <summary>The service promises its answer by a day.</summary>
    Promise,

    /// <summary>It is reminded of, or spoken about.</summary>
    Chase,

    /// <summary>It goes to a colleague of the same service, or back to the service.</summary>
    PassOn,

    /// <summary>It goes to the service that covers.</summary>
    PassToCover,

    /// <summary>It comes back to the service that was asked.</summary>
    ComeBackFromCover,

    /// <summary>The service gives it back: not theirs.</summary>
    GiveBack,

    /// <summary>The service submits its advice.</summary>
    Submit,

    /// <summary>The service says that it has no advice, and why.</summary>
    SubmitNilReturn,

    /// <summary>The DCO service accepts the answer.</summary>
    Accept,

    /// <summary>The DCO service sends the answer back for more.</summary>
    SendBack,

    /// <summary>The DCO service returns the answer to the authority.</summary>
    ReturnToAuthority,

    /// <summary>The DCO service closes it without an answer.</summary>
    Close,
}
