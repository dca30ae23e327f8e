using DcoPortal.Casework.Undoing;

namespace DcoPortal.Web.Features.Advice.TakeBack;

/// <summary>The Undo button of a success. Each address asks for the permission of what it takes back.</summary>
[Area("Advice")]
public sealed class TakeBackController(UndoHandler handler) : Controller
{
    /// <summary>Takes back requests that were just sent.</summary>
    [HttpPost("/undo/send"), Allow(Permission.RequestAdvice)]
    public Task<IActionResult> Send(List<Guid> steps, CancellationToken ct) => TakeBackAsync(steps, UndoKind.Send, ct);

    /// <summary>Takes back that an answer was accepted or sent back.</summary>
    [HttpPost("/undo/check"), Allow(Permission.CheckAdvice)]
    public Task<IActionResult> Check(List<Guid> steps, CancellationToken ct) => TakeBackAsync(steps, UndoKind.Check, ct);

    /// <summary>Takes back that a request was closed.</summary>
    [HttpPost("/undo/close"), Allow(Permission.ChaseAdvice)]
    public Task<IActionResult> Close(List<Guid> steps, CancellationToken ct) => TakeBackAsync(steps, UndoKind.Close, ct);

    /// <summary>Takes back that a request was escalated.</summary>
    [HttpPost("/undo/escalate"), Allow(Permission.EscalateRequest)]
    public Task<IActionResult> Escalate(List<Guid> steps, CancellationToken ct) => TakeBackAsync(steps, UndoKind.Escalate, ct);

    /// <summary>Takes back that a decision or an outcome was recorded.</summary>
    [HttpPost("/undo/record"), Allow(Permission.RecordDecision)]
    public Task<IActionResult> Record(List<Guid> steps, CancellationToken ct) => TakeBackAsync(steps, UndoKind.Record, ct);

    /// <summary>Gives back cases that were just handed over.</summary>
    [HttpPost("/undo/hand-over"), Allow(Permission.HandOverCases)]
    public Task<IActionResult> HandOver(List<Guid> steps, CancellationToken ct) => TakeBackAsync(steps, UndoKind.HandOver, ct);

    private async Task<IActionResult> TakeBackAsync(List<Guid> steps, UndoKind kind, CancellationToken ct)
    {
        var outcome = await handler.HandleAsync(steps, kind, ct);
        return this.Answer(outcome.Of, () => this.Notice(outcome.Kind == OutcomeKind.Already ? "This was taken back already. Nothing was changed." : Said(kind, outcome.Value!), PageOf(kind, outcome.Value!)));
    }

    private static string Said(UndoKind kind, Undone undone) => kind switch
    {
        UndoKind.Send => $"{UkText.Count(undone.Requests, "request")} taken back. No email was sent. {(undone.Requests == 1 ? "It waits" : "They wait")} to be sent again, or marked as not needed.",
        UndoKind.Check => $"Taken back. {(undone.Steps[0].Emails.Count > 0 ? "No email was sent. " : "")}The answer waits to be checked as before.",
        UndoKind.Close => "Taken back. No email was sent. The request is open as before.",
        UndoKind.Escalate => "Taken back. No email was sent. The request is not escalated to that person.",
        UndoKind.HandOver => $"Taken back. {UkText.Count(undone.Steps.Sum(s => s.Handed.Count), "case is", "cases are")} whose {(undone.Steps.Sum(s => s.Handed.Count) == 1 ? "it was" : "they were")} before.",
        _ => $"Taken back. No email was sent.{(undone.Requests > 0 ? $" {UkText.Count(undone.Requests, "request is", "requests are")} open as before." : "")}",
    };

    private static string PageOf(UndoKind kind, Undone undone) => (kind, undone.Steps[0]) switch
    {
        (UndoKind.Send, _) => undone.References is [var only] ? Addresses.AssessmentRequestAdvice(only) : Addresses.Triage,
        (UndoKind.HandOver, { Handed.Count: > 1 }) => Addresses.Assessments,
        (UndoKind.Check, { Requests: [var made, ..] }) => Addresses.CheckAnswer(made.RequestId),
        (UndoKind.Close, { Requests: [var made, ..] }) => Addresses.AdviceRequest(made.RequestId),
        (UndoKind.Escalate, { RequestId: { } request }) => Addresses.AdviceRequest(request),
        var (_, step) => Addresses.Assessment(step.Case.Reference),
    };
}
