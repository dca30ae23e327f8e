using DcoPortal.Casework.Transfers;

namespace DcoPortal.Web.Features.Assessments.SentCases;

/// <summary>The cases that another authority sent here, to take or to send back; and those sent from here that nobody has taken.</summary>
[Area("Assessments"), Allow(Permission.MoveCases)]
public sealed class SentCasesController(SentCaseQuery query, AnswerTransferHandler handler) : Controller
{
    /// <summary>Those sent here that nobody has answered.</summary>
    [HttpGet("/moves")]
    public async Task<IActionResult> List(CancellationToken ct, int page = 1) => View(await query.HereAsync(page, ct));

    /// <summary>Those sent from here that nobody has taken.</summary>
    [HttpGet("/moves/sent")]
    public async Task<IActionResult> Away(CancellationToken ct, int page = 1) => View("List", await query.AwayAsync(page, ct));

    /// <summary>One of them.</summary>
    [HttpGet("/moves/{id:guid}")]
    public Task<IActionResult> Index(Guid id, CancellationToken ct) => OfAsync(id, found => Task.FromResult<IActionResult>(View(found)), ct);

    /// <summary>How it begins here.</summary>
    [HttpGet("/moves/{id:guid}/take")]
    public Task<IActionResult> Take(Guid id, CancellationToken ct) => OfAsync(id, found => Task.FromResult<IActionResult>(View(new TakeCaseForm { Case = found })), ct);

    /// <summary>Takes it.</summary>
    [HttpPost("/moves/{id:guid}/take")]
    public Task<IActionResult> Take(Guid id, TakeCaseForm form, CancellationToken ct) => OfAsync(id, async found =>
    {
        form.Case = found;
        CheckBoardAndArrival(form, found);
        if (!ModelState.IsValid) { return View(form); }
        var own = form.AuthorityReference?.Trim() is { Length: > 0 } typed ? typed : null;
        var outcome = await handler.TakeAsync(new(id, form.StartedBy!.Value, form.On.Value!.Value, own, form.IcbId, found.IsByHealth ? form.ArrivedOn.Value : null), ct);
        if (outcome.Of.Rule is { } rule)
        {
            ModelState.AddModelError(rule.StartsWith("Another case", StringComparison.Ordinal) ? nameof(form.AuthorityReference) : nameof(form.On), rule);
            return View(form);
        }
        return this.Answer(outcome.Of, () => this.Success($"The case is {(found.IsByHealth ? $"recorded for {found.To}" : "yours")} now, as {outcome.Value}. {found.From} has been told.", Addresses.Assessment(outcome.Value!)));
    }, ct);

    /// <summary>Why it is sent back.</summary>
    [HttpGet("/moves/{id:guid}/send-back")]
    public Task<IActionResult> SendBack(Guid id, CancellationToken ct) => OfAsync(id, found => Task.FromResult<IActionResult>(View(new SendBackCaseForm { Case = found })), ct);

    /// <summary>Sends it back.</summary>
    [HttpPost("/moves/{id:guid}/send-back")]
    public Task<IActionResult> SendBack(Guid id, SendBackCaseForm form, CancellationToken ct) => OfAsync(id, async found =>
    {
        form.Case = found;
        if (!ModelState.IsValid) { return View(form); }
        return this.Answer(await handler.SendBackAsync(id, form.Reason!, ct), () => this.Success($"{found.Transfer.FromReference} went back to {found.From}, who are told why. Nothing of the child is kept here.", Addresses.Transfers));
    }, ct);

    private async Task<IActionResult> OfAsync(Guid id, Func<SentCase, Task<IActionResult>> go, CancellationToken ct) => await query.FindAsync(id, ct) switch
    {
        // whoever sent it has the case itself
        null => await query.SentFromAsync(id, ct) is { } own ? LocalRedirect(Addresses.Assessment(own)) : NotFound(),
        { Transfer: { State: TransferState.Taken, ToReference: { } reference } } when !this.HasTyped() => LocalRedirect(Addresses.Assessment(reference)),
        { Transfer: { State: TransferState.Taken, ToReference: { } reference } t } found => this.Notice($"{t.AnsweredByName} took {t.FromReference} for {found.To} on {UkText.LongDate(t.AnsweredOn)}, as {reference}.", Addresses.Assessment(reference)),
        { Transfer: { State: TransferState.SentBack } t } found => this.Notice($"{t.FromReference} was sent back to {found.From} on {UkText.LongDate(t.AnsweredOn)}.", Addresses.Transfers),
        { Transfer: { State: TransferState.TakenBack } t } found => this.Notice($"{found.From} took {t.FromReference} back on {UkText.LongDate(t.AnsweredOn)}. There is nothing to do.", Addresses.Transfers),
        var found => await go(found),
    };

    private void CheckBoardAndArrival(TakeCaseForm form, SentCase found)
    {
        if (!found.IsByHealth)
        {
            if (found.Boards.Count > 1 && found.Boards.All(b => b.Id != form.IcbId)) { ModelState.AddModelError(nameof(form.IcbId), "Select the integrated care board"); }
            return;
        }
        if (form.ArrivedOn.IsEmpty) { ModelState.AddModelError(nameof(form.ArrivedOn), "Enter the day on which the authority told health"); }
        else if (form.ArrivedOn.Value < form.On.Value) { ModelState.AddModelError(nameof(form.ArrivedOn), $"Health cannot have been told before {UkText.LongDate(form.On.Value)}"); }
    }
}
