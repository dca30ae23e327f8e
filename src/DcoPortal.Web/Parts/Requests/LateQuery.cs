using DcoPortal.Casework.Transfers;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>What to say to whoever sends a form about a request too late: what was done meanwhile, by whom, and the way on.</summary>
public sealed class LateQuery(LastDoneQuery done, ClosedByMoveQuery closedByMove, CurrentPerson person)
{
    // what takes a request out of the hands of whoever had it
    private static readonly string[] OutOfHand =
        [nameof(RequestGivenBack), nameof(RequestClosed), nameof(RequestWithdrawn), nameof(RequestReopened), nameof(AdviceSentBack), nameof(RequestPassedOn), nameof(NewAnswerAsked), nameof(AnswerLeftStanding), nameof(AdviceRequested)];

    private bool IsService => person.Scope.Kind == ScopeKind.HealthService;

    /// <summary>The page for the request as it stands now.</summary>
    public async Task<ErrorPage> PageAsync(RequestHead head, CancellationToken ct) => head.Row.Stage switch
    {
        RequestStage.Closed => await ClosedAsync(head, ct),
        RequestStage.Returned when head.Row.NeedsNothingMore() => ErrorPages.ForClosed(head.Path),
        RequestStage.ToCheck or RequestStage.ToReturn or RequestStage.Returned => Answered(head),
        _ => await OfAsync(head.Row.Id, ct, OutOfHand) ?? ErrorPages.For(StatusCodes.Status409Conflict),
    };

    /// <summary>The page that says which of these facts somebody else was quicker with; null when this person did it, with the same words.</summary>
    public async Task<ErrorPage?> ForAsync(Guid id, string? words, CancellationToken ct, params string[] facts) =>
        await done.OfRequestAsync(id, ct, facts) is { } last && !last.IsSame(words) ? Page(id, last) : null;

    private async Task<ErrorPage> ClosedAsync(RequestHead head, CancellationToken ct)
    {
        if (await closedByMove.WhereToAsync(head.Row, ct) is { } to) { return ErrorPages.ForClosedByMove(head.Path, to); }
        return IsService ? ErrorPages.ForClosed(head.Path) : await OfAsync(head.Row.Id, ct, nameof(RequestClosed), nameof(RequestWithdrawn)) ?? ErrorPages.ForClosed(head.Path);
    }

    private async Task<ErrorPage?> OfAsync(Guid id, CancellationToken ct, params string[] facts) => await done.OfRequestAsync(id, ct, facts) is { } last ? Page(id, last) : null;

    private static ErrorPage Page(Guid id, LastDone last) => ErrorPages.ForLate(last.Words) with { Onward = (Addresses.AdviceRequest(id), "Go to the request") };

    private ErrorPage Answered(RequestHead head)
    {
        var row = head.Row;
        var who = row.SubmittedUtc is { } when ? $"{row.SubmittedByName} answered it on {UkText.LongDateTime(when)}." : "An answer to it was recorded.";
        return row.Can(RequestMove.AskForMore)
            ? ErrorPages.ForAnswered(who, IsService ? "If yours says more, send a new version or an addendum." : "If more is needed, ask for a new version or an addendum.") with { Onward = (Addresses.AdviceRequestMore(row.Id), IsService ? "Send a new version or an addendum" : "Ask for a new version or an addendum") }
            : ErrorPages.ForAnswered(who, IsService ? "If yours says more, ask the DCO service to send the answer back, or send an addendum once it is returned." : "If more is needed, send the answer back when you check it.") with { Onward = (head.Path, "Go to the request") };
    }
}

/// <summary>Answers a form about a request that came too late.</summary>
internal static class LateForms
{
    /// <summary>Gives back what was typed, with what was done meanwhile and by whom.</summary>
    public static async Task<IActionResult> TooLateAsync(this Controller controller, RequestHead head, LateQuery late, CancellationToken ct) => controller.Instead(await late.PageAsync(head, ct));

    /// <summary>Whether a new answer had been asked for, and is needed no longer.</summary>
    public static bool NeedsNothingMore(this AdviceRequest request) => request.Stage == RequestStage.Returned && request.SentBackUtc > request.ReturnedUtc;
}
