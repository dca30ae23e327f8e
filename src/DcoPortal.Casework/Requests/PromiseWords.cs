namespace DcoPortal.Casework.Requests;

/// <summary>A promised date in the same words on every page and list.</summary>
internal static class PromiseWords
{
    /// <summary>Such as "Promised for 5 March 2026, after the due date"; null when nothing is promised or the answer has come.</summary>
    public static string? Of(AdviceRequest request, DateOnly today) => request.Stage.IsToAnswer() ? Of(request.Stage, request.Kind, request.PromisedOn, request.AwaitedOn, today) : null;

    /// <summary>The same words for a request that still waits for its answer, from its days alone (Europe/London).</summary>
    public static string? Of(RequestStage stage, AdviceKind kind, DateOnly? promisedOn, DateOnly awaitedOn, DateOnly today) => promisedOn is not { } on ? null
        : $"Promised for {UkText.LongDate(on)}{(on < today ? ", which has passed" : on > awaitedOn ? $", after the {DateName(stage, kind)}" : "")}";

    /// <summary>The name of the date: only the first answer of statutory advice has a due date of law.</summary>
    public static string DateName(RequestStage stage, AdviceKind kind) => stage == RequestStage.Reopened ? "day by which it is wanted" : kind == AdviceKind.Statutory ? "due date" : "local target";
}
