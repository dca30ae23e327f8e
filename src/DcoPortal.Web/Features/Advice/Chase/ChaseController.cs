using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>Sends reminders of requests that are late or nearly so, and closes requests that are no longer needed.</summary>
[Area("Advice")]
public sealed class ChaseController(ChaseQuery query, ChaseHandler chase, CloseRequestHandler close, WithdrawRequestHandler withdraw, LateQuery late, AuditTrail audit) : Controller
{
    private const string OtherDay = "Nothing was recorded: another day was promised while this page was open. Look at it, then record yours to replace it";

    /// <summary>The requests to chase.</summary>
    [HttpGet("/chase"), Allow(Permission.ChaseAdvice)]
    public Task<IActionResult> Index([FromQuery] ChaseFilter filter, CancellationToken ct) => ListAsync(filter, null, ct);

    /// <summary>Sends reminders, records a call without leaving the list, or goes on to escalate.</summary>
    [HttpPost("/chase"), Allow(Permission.ChaseAdvice)]
    public async Task<IActionResult> Index([FromQuery] ChaseFilter filter, ChaseForm form, CancellationToken ct)
    {
        if (form.LosesCall)
        {
            form.Call = null;
            ModelState.AddModelError("Conversation.SpokeTo", "Record this call or cancel it first");
        }
        // an escalation has words of its own, and no address may carry these
        if (form.Escalate && !string.IsNullOrWhiteSpace(form.Note)) { ModelState.AddModelError(nameof(form.Requests), "Nothing was escalated yet: the note on the requests goes with a reminder. Remind those ticked first, or clear the note and write on the next page what you need"); }
        if (!ModelState.IsValid) { return await ListAsync(filter, form, ct); }
        if (form.RecordCall is { } spokenOf) { return await RecordCallAsync(filter, spokenOf, form, ct); }
        if (form.Call is { } opened) { return await OpenCallAsync(filter, opened, form, ct); }
        if (form.Escalate) { return LocalRedirect($"{Addresses.ChaseEscalate}?{string.Join('&', form.Requests.Select(r => $"requests={r}"))}"); }
        return await RemindAsync(filter, form, ct);
    }

    private async Task<IActionResult> RemindAsync(ChaseFilter filter, ChaseForm form, CancellationToken ct)
    {
        IReadOnlyCollection<Guid> ids = form.WholeService is { } service ? await query.OfServiceAsync(service, form.Again, filter, ct) : form.Requests;
        return await this.AnswerAsync(await chase.HandleAsync(ids, new ChaseAction(ChaseChannel.Email, null, form.Note, null, form.Again, form.Seen), ct), async result =>
        {
            if (result.Chased == 0)
            {
                var none = form.WholeService is null ? "Nothing was sent: these requests are no longer here." : "Nothing was sent: every request of this service was chased today already, answered or closed.";
                ModelState.AddModelError(nameof(form.Requests), result.Found == 0 ? none : LeftAlone(result));
                // the note and the ticks stay, but after a double click "again" is cleared, so that the person does not send a third reminder
                form.Again &= result.Changed == 0;
                return await ListAsync(filter, form, ct);
            }
            Say(result, "reminder", "sent");
            return LocalRedirect(filter.Href);
        });
    }

    private async Task<IActionResult> RecordCallAsync(ChaseFilter filter, Guid id, ChaseForm form, CancellationToken ct) =>
        await this.AnswerAsync(await chase.HandleAsync([id], form.Conversation.ToAction() with { Seen = form.Seen }, ct), async result =>
        {
            if (result.Found == 0) { return NotFound(); }
            if (result.Chased == 0)
            {
                if (result.Promised > 0) { ModelState.AddModelError("Conversation.PromisedOn", OtherDay); }
                else { ModelState.AddModelError("Conversation.SpokeTo", "Nothing was recorded: the request was answered or closed meanwhile"); }
                return await ListAsync(filter, form, ct);
            }
            // what is ticked and noted for the others stays
            form.ForgetCall();
            ModelState.Clear();
            return await ListAsync(filter, form, ct, recorded: id);
        });

    /// <summary>Opens the row of a request, or closes the one that is open. Words typed about one child never move to another.</summary>
    private Task<IActionResult> OpenCallAsync(ChaseFilter filter, Guid opened, ChaseForm form, CancellationToken ct)
    {
        if (opened != form.OpenCall)
        {
            form.ForgetCall();
            ModelState.Clear();
            form.Call = opened == Guid.Empty ? null : opened;
        }

        return ListAsync(filter, form, ct);
    }

    /// <summary>One request.</summary>
    [HttpGet("/advice-requests/{id:guid}/chase"), Allow(Permission.ChaseAdvice)]
    public async Task<IActionResult> One(Guid id, CancellationToken ct) => await query.OneAsync(id, null, null, ct) is { } page ? View(page) : NotFound();

    /// <summary>Chases one request.</summary>
    [HttpPost("/advice-requests/{id:guid}/chase"), Allow(Permission.ChaseAdvice)]
    public async Task<IActionResult> One(Guid id, ChaseOneForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await query.OneAsync(id, form, null, ct) is { } page ? View(page) : NotFound(); }
        var byEmail = form.Channel == ChaseChannel.Email;
        return await this.AnswerAsync(await chase.HandleAsync([id], form.ToAction(), ct), async result =>
        {
            if (result.Found == 0) { return NotFound(); }
            if (result.Chased == 0 && form.HasTyped)
            {
                // keeps what was typed, with the reason at the field to change; a request that no longer waits has no form, so the page repeats it
                if (result.ChasedToday > 0) { ModelState.AddModelError(nameof(form.Again), "Nothing was sent: it was chased today already. Tick to send another reminder"); }
                else if (result.Promised > 0) { ModelState.AddModelError(nameof(form.PromisedOn), OtherDay); }
                else if (result.Changed > 0) { ModelState.AddModelError(nameof(form.Channel), "Nothing was done: it was chased or changed since you opened the page. See what was done so far, then chase again if it is still needed"); }
                return await query.OneAsync(id, form, null, ct) is { } page ? View(page) : NotFound();
            }
            Say(result, byEmail ? "reminder" : "conversation", byEmail ? "sent" : "recorded");
            return LocalRedirect(Addresses.AdviceRequestChase(id));
        });
    }

    /// <summary>Asks why a request is no longer needed.</summary>
    [HttpGet("/advice-requests/{id:guid}/close"), Allow(Permission.ChaseAdvice)]
    public async Task<IActionResult> Close(Guid id, CancellationToken ct) => await query.OneAsync(id, null, null, ct) is { } page ? View(page) : NotFound();

    /// <summary>Closes the request.</summary>
    [HttpPost("/advice-requests/{id:guid}/close"), Allow(Permission.ChaseAdvice)]
    public async Task<IActionResult> Close(Guid id, CloseForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await query.OneAsync(id, null, form, ct) is { } page ? View(page) : NotFound(); }
        if (await query.OneAsync(id, null, form, ct) is not { } closing) { return NotFound(); }
        if (closing.FamilyAsked && form.Reason.ContentOrNull() is null)
        {
            ModelState.AddModelError(nameof(form.Reason), "Nothing was closed. The family asked for this advice (regulation 6(1)(h)): say why it is not asked for any more");
            return View(closing);
        }
        ModelState.AskAbout(form, closing.Begun);
        if (!ModelState.IsValid) { return View(closing); }
        // it came in after the page was shown: the same page says so
        if (closing.AnsweredOn is not null && !form.AnswerSeen) { return View(closing); }
        var withdrawn = form.IsMistake && closing.CanBeWithdrawn;
        var outcome = withdrawn ? await withdraw.HandleAsync(id, form.Words, form.AsksAnother, ct) : await close.HandleAsync(id, form.Words, form.AnswerSeen, ct, form.AsksAnother, isMistake: form.IsMistake);
        // it came in the very moment of closing
        if (!withdrawn && outcome.Kind == OutcomeKind.ChangedMeanwhile && await query.OneAsync(id, null, form, ct) is { AnsweredOn: not null } answered) { return View(answered); }
        // the second click of one person shows the page; a colleague who was quicker may have said something else
        if (outcome.Kind == OutcomeKind.Already && await late.ForAsync(id, form.Words, ct, nameof(RequestClosed), nameof(RequestWithdrawn)) is { } quicker) { return this.Instead(quicker); }
        return this.Answer(outcome.Of, () =>
        {
            if (outcome.Kind == OutcomeKind.Already) { TempData.Notice("This request was closed already. Nothing was changed."); }
            else { TempData.Success(withdrawn ? $"Request withdrawn. {closing.Row.Service} can no longer open it." : closing.CanBeWithdrawn || closing.AnsweredOn is not null ? "Request closed. The service no longer has it to answer." : "Request closed. No service has it."); }
            TempData.Undo(Addresses.UndoClose, outcome.Value);
            return LocalRedirect(form.AsksAnother ? Addresses.AssessmentRequestAdvice(closing.Row.Reference) : Addresses.AdviceRequestClose(id));
        });
    }

    private async Task<IActionResult> ListAsync(ChaseFilter filter, ChaseForm? typed, CancellationToken ct, Guid? recorded = null)
    {
        var shown = (await query.LoadAsync(filter, typed, ct)) with { Recorded = recorded };
        if (recorded is not null && shown.Groups.All(g => g.Rows.All(r => r.Id != recorded)))
        {
            TempData.Success("Call recorded. The request is not in this list any more.");
        }
        var count = shown.Groups.Sum(g => g.Rows.Count);
        if (count > 0) { await audit.RecordReadAsync(new ChildListRead("Chase advice", count, filter.IsNarrow), ct); }
        return View("Index", shown);
    }

    private void Say(ChaseResult result, string one, string done)
    {
        if (result.Chased > 0) { TempData.Success($"{UkText.Count(result.Chased, one)} {done}."); }
        if (LeftAlone(result) is { Length: > 0 } notice) { TempData.Notice(notice); }
    }

    private static string LeftAlone(ChaseResult result)
    {
        List<string> notice = [];
        if (result.ChasedToday > 0) { notice.Add($"{UkText.Count(result.ChasedToday, "request was", "requests were")} not reminded: chased today already."); }
        if (result.Doubted > 0) { notice.Add($"{UkText.Count(result.Doubted, "request was", "requests were")} not reminded: the family may object. Stop or keep it first."); }
        if (result.NoLongerWaiting > 0) { notice.Add($"{UkText.Count(result.NoLongerWaiting, "request was", "requests were")} not reminded: answered or closed already."); }
        if (result.Changed > 0) { notice.Add($"{UkText.Count(result.Changed, "request was", "requests were")} not reminded: chased or changed since you opened the page."); }
        return string.Join(' ', notice);
    }
}
