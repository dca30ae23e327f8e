namespace DcoPortal.Casework.Requests;

/// <summary>A promised date in the same words on every page and list.</summary>
internal static class PromiseWords
{
    /// <summary>Such as "Promised for 5 March 2026, after the due date"; null when nothing is promised or the answer has come.</summary>
    public static string? Of(AdviceRequest request, DateOnly today) => request.Stage.IsToAnswer() ? Of(request.Kind, request.PromisedOn, request.DueOn, today) : null;

    /// <summary>The same words for a request that still waits for its answer, from its days alone (Europe/London).</summary>
    public static string? Of(AdviceKind kind, DateOnly? promisedOn, DateOnly dueOn, DateOnly today) => promisedOn is not { } on ? null
        : $"Promised for {UkText.LongDate(on)}{(on < today ? ", which has passed" : on > dueOn ? $", after the {DateName(kind)}" : "")}";

    /// <summary>The name of the date: only statutory advice has a due date of law.</summary>
    public static string DateName(AdviceKind kind) => kind == AdviceKind.Statutory ? "due date" : "local target";
}
