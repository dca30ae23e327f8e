using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Figures;

/// <summary>Where each service that a case has asked stands: each counts once, so that the numbers add up to those asked for statutory advice, beside those asked for early information.</summary>
public enum AskedState
{
    /// <summary>Not among those asked: early information that was closed, what was closed before anybody had it, or in vain in place of one that is counted.</summary>
    NotAsked,

    /// <summary>Open, and nothing was returned.</summary>
    Awaited,

    /// <summary>An answer stands.</summary>
    Back,

    /// <summary>What was returned is withdrawn.</summary>
    Withdrawn,

    /// <summary>It ended without the answer that was owed.</summary>
    NotGiven,

    /// <summary>It was closed or withdrawn, or the case had ended, by the due date.</summary>
    EndedBefore,

    /// <summary>Early information that is awaited or was withdrawn: no statutory advice, so beside the others.</summary>
    Early,

    /// <summary>Early information of which an answer stands: no statutory advice either.</summary>
    EarlyBack,
}

/// <summary>The one rule for it, which the case and the list share.</summary>
public static class AskedStates
{
    /// <summary>Whether it counts among those asked for statutory advice.</summary>
    public static bool IsStatutory(this AskedState state) => state is not (AskedState.NotAsked or AskedState.Early or AskedState.EarlyBack);

    /// <summary>Where a request stands.</summary>
    /// <param name="facts">What decides how it counts.</param>
    /// <param name="stage">Its stage.</param>
    /// <param name="wasAsked">Whether it was ever sent.</param>
    /// <param name="isBack">Whether an answer stands; null where none was returned.</param>
    public static AskedState Of(AdviceFacts facts, RequestStage stage, bool wasAsked, bool? isBack) =>
        facts.Kind == AdviceKind.EarlyInformation ? isBack is true ? AskedState.EarlyBack : isBack is false || stage != RequestStage.Closed ? AskedState.Early : AskedState.NotAsked
        : isBack is { } stands ? stands ? AskedState.Back : AskedState.Withdrawn
        : stage != RequestStage.Closed ? AskedState.Awaited
        : LackingAdvice.IsNotGiven(facts) ? facts.IsInstead ? AskedState.NotAsked : AskedState.NotGiven
        : wasAsked ? AskedState.EndedBefore
        : AskedState.NotAsked;
}
