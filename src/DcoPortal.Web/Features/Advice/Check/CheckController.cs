using DcoPortal.Casework.Accounts;

namespace DcoPortal.Web.Features.Advice.Check;

/// <summary>Checking submitted answers: accept, or send back with a comment.</summary>
[Area("Advice")]
public sealed class CheckController(CheckListQuery list, CheckQuery query, AcceptAdviceHandler accept, SendBackHandler sendBack, WhoCanSignIn people, AuditTrail audit, CurrentPerson person) : Controller
{
    private const string Next = "next";
    private const string Changed = "Someone else dealt with this answer after you opened it, or it was changed. Nothing you did was saved. This is how it stands now.";

    /// <summary>The answers that wait to be checked or returned.</summary>
    [HttpGet("/check"), Allow(Permission.CheckAdvice)]
    public async Task<IActionResult> Index(string? show, CancellationToken ct, int page = 1)
    {
        var shown = await list.LoadAsync(page, show switch { "to-check" => RequestStage.ToCheck, "to-return" => RequestStage.ToReturn, _ => null }, ct);
        if (!shown.List.IsEmpty) { await audit.RecordReadAsync(new ChildListRead("Check advice", shown.List.Items.Count, false), ct); }
        return View(shown);
    }

    /// <summary>One answer.</summary>
    [HttpGet("/check/{id:guid}"), Allow(Permission.CheckAdvice)]
    public async Task<IActionResult> Answer(Guid id, CancellationToken ct) => await query.LoadAsync(id, null, ct) is { } page ? View(page) : NotFound();

    /// <summary>Accepts the answer; with "return" the authority gets it at once, with "next" the next answer is shown.</summary>
    [HttpPost("/check/{id:guid}/accept"), Allow(Permission.CheckAdvice)]
    public async Task<IActionResult> Accept(Guid id, Guid version, string? then, string? comment, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(comment))
        {
            ModelState.AddModelError(nameof(SendBackForm.Comment), "Send the answer back, or clear this box to accept it");
            return await query.LoadAsync(id, new() { Comment = comment, Version = version }, ct) is { } page ? View("Answer", page) : NotFound();
        }
        var thenReturn = then == "return" && person.May(Permission.ReturnAdvice);
        // looked up before: the answer's place in the list is gone with it
        var next = then == Next ? await list.NextAsync(id, ct) : null;
        var name = await list.NameOfAsync(id, ct);
        var outcome = await accept.HandleAsync(id, version, thenReturn, ct);
        if (thenReturn && outcome.Kind == OutcomeKind.Done && await query.ReferenceAsync(id, ct) is { } reference && await people.NobodyOpensAsync(reference, ct) is { } nobody) { TempData.Notice(nobody); }
        return await this.AnswerAsync(outcome.Of, () =>
        {
            if (outcome.Kind == OutcomeKind.Already) { TempData.Notice("This had already been done. Nothing was changed."); }
            else { TempData.Success(thenReturn ? $"{name}: answer accepted and returned to the local authority." : then == Next ? $"{name}: answer accepted. {Said(next)}" : $"{name}: answer accepted. Next: return it to the local authority."); }
            TempData.Undo(Addresses.UndoCheck, outcome.Value);
            return then == Next ? Go(next) : LocalRedirect(Addresses.CheckAnswer(id));
        }, () => ChangedAsync(id, null, ct));
    }

    /// <summary>Sends the answer back; with "next" the next answer is shown.</summary>
    [HttpPost("/check/{id:guid}/send-back"), Allow(Permission.CheckAdvice)]
    public async Task<IActionResult> SendBack(Guid id, SendBackForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await query.LoadAsync(id, form, ct) is { } page ? View("Answer", page) : NotFound(); }
        var next = form.Then == Next ? await list.NextAsync(id, ct) : null;
        var name = await list.NameOfAsync(id, ct);
        var outcome = await sendBack.HandleAsync(id, form.Version, form.Comment!, ct);
        return await this.AnswerAsync(outcome.Of, () =>
        {
            if (outcome.Kind == OutcomeKind.Already) { TempData.Notice("This had already been sent back. Nothing was changed."); }
            else { TempData.Success($"{name}: advice sent back. Its due date has not changed.{(form.Then == Next ? $" {Said(next)}" : "")}"); }
            TempData.Undo(Addresses.UndoCheck, outcome.Value);
            return form.Then == Next ? Go(next) : LocalRedirect(Addresses.Check);
        }, () => ChangedAsync(id, form.Comment, ct));
    }

    private static string Said(NextAnswer? next) => next switch
    {
        null => "Nothing left to check.",
        { IsSameChild: true } => "This is the next answer about the same child.",
        _ => "This is the next answer, about another child.",
    };

    private LocalRedirectResult Go(NextAnswer? next) => LocalRedirect(next is null ? Addresses.Check : Addresses.CheckAnswer(next.Id));

    private async Task<IActionResult> ChangedAsync(Guid id, string? comment, CancellationToken ct)
    {
        var page = await query.LoadAsync(id, null, ct);
        if (page is null) { return NotFound(); }
        ModelState.Clear();
        ModelState.AddModelError("", Changed);
        page.Form.Comment = comment;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Answer", page);
    }
}
