using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Advice.Respond;

/// <summary>Uploading or writing advice, checking it, and submitting it.</summary>
[Area("Advice"), Allow(Permission.RespondToRequest)]
public sealed class RespondController(RespondQuery query, SaveDraftHandler drafts, AdviceDocumentsHandler documents, SubmitAdviceHandler submit, OpenRequestHandler open, LateQuery late, CurrentPerson person) : Controller
{
    // room for several files of 25 MB; a single larger file must still arrive, so that the page can say that it is too big
    private const int MostBytes = 160 * 1024 * 1024;

    /// <summary>The page with the draft so far. Who comes here by a kept link has opened the request too: a cover that has begun keeps it.</summary>
    [HttpGet("/advice-requests/{id:guid}/respond")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (person.Scope.Kind == ScopeKind.HealthService) { await open.HandleAsync(id, ct); }
        if (await query.FormAsync(id, ct) is not { } form) { return NotFound(); }
        return form.Head.Row.Stage.IsToAnswer() ? View(form) : Ended(id);
    }

    /// <summary>Saves what was typed, whichever button was clicked, and then does what the button says.</summary>
    [HttpPost("/advice-requests/{id:guid}/respond"), EnableRateLimiting(RateLimits.Upload), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Index(Guid id, RespondForm form, string? action, Guid? remove, CancellationToken ct)
    {
        if (!await query.CompleteAsync(form, id, ct)) { return NotFound(); }
        if (!form.Head.Row.Stage.IsToAnswer()) { return await this.TooLateAsync(form.Head, late, ct); }
        if (!ModelState.IsValid)
        {
            await KeepFilesAsync(form, id, ct);
            return View(form);
        }
        var saved = await drafts.HandleAsync(id, form.Draft(), form.Version, form.Window, ct);
        if (!saved.Stands) { await KeepFilesAsync(form, id, ct); }
        if (!saved.Stands) { return this.Answer(saved.Of, () => View(form), () => Conflict(form, saved.Value)); }
        SetVersion(form, saved.Value!.Version);
        if (remove is { } documentId) { return await RemoveAsync(form, id, documentId, ct); }
        if (form.Files is { Count: > 0 } files && await UploadAsync(form, id, files, ct) is { } problems) { return problems; }
        switch (action)
        {
            case "check": return await GoToCheckAsync(form, id, ct);
            case "upload":
                if (form.Files is { Count: > 0 }) { break; }
                ModelState.AddModelError(nameof(form.Files), "Select a document to upload");
                return View(form);
            default:
                TempData.Success("Draft saved. Nothing has been sent yet.");
                break;
        }
        return LocalRedirect(Addresses.AdviceRequestRespond(id));
    }

    /// <summary>Saves the draft in the background and returns no page, only whether it worked. A part that is too long stays as it was saved; the others are saved all the same.</summary>
    [HttpPost("/advice-requests/{id:guid}/respond/draft")]
    public async Task<IActionResult> Draft(Guid id, RespondForm form, CancellationToken ct)
    {
        var isWhole = ModelState.IsValid;
        if (!isWhole) { await query.KeepSavedAsync(form, id, name => ModelState.TryGetValue(name, out var state) && state.Errors.Count > 0, ct); }
        var saved = await drafts.HandleAsync(id, form.Draft(), form.Version, form.Window, ct);
        return this.Answer(saved.Of, () => isWhole ? NoContent() : BadRequest(), refused: _ => StatusCode(StatusCodes.Status410Gone));
    }

    /// <summary>Shows everything as the authority will see it.</summary>
    [HttpGet("/advice-requests/{id:guid}/respond/check")]
    public async Task<IActionResult> Check(Guid id, CancellationToken ct)
    {
        var form = new CheckAnswerForm();
        if (!await query.CompleteAsync(form, id, ct)) { return NotFound(); }
        if (!form.Head.Row.Stage.IsToAnswer()) { return Ended(id); }
        form.Why = WhyLateInput.Of(form.Head.Row);
        return AdviceCompleteness.Missing(form.Shown, form.Uploaded.Count) is null ? View(form) : LocalRedirect(Addresses.AdviceRequestRespond(id));
    }

    /// <summary>Submits the advice.</summary>
    [HttpPost("/advice-requests/{id:guid}/respond/check")]
    public async Task<IActionResult> Check(Guid id, CheckAnswerForm form, CancellationToken ct)
    {
        var seen = form.Seen;
        if (!await query.CompleteAsync(form, id, ct)) { return NotFound(); }
        if (!form.Head.Row.Stage.IsToAnswer()) { return form.IsSubmittedBy(person) ? LocalRedirect(Addresses.AdviceRequestRespondDone(id)) : await this.TooLateAsync(form.Head, late, ct); }
        if (form.ReachedTooEarly() is { } early) { ModelState.AddModelError(nameof(form.ReachedOn), early); }
        if (!ModelState.IsValid) { return View(form); }
        if (AdviceCompleteness.Missing(form.Shown, form.Uploaded.Count) is not null) { return LocalRedirect(Addresses.AdviceRequestRespond(id)); }
        return await this.AnswerAsync(await submit.HandleAsync(id, seen ?? "", form.Head.IsOnBehalf ? form.Route() : null, form.Why.Said(), ct), () => LocalRedirect(Addresses.AdviceRequestRespondDone(id)), () => ChangedAsync(form, id, ct));
    }

    /// <summary>Shows what happens next, also after a nil return and after a second click.</summary>
    [HttpGet("/advice-requests/{id:guid}/respond/done")]
    public async Task<IActionResult> Done(Guid id, CancellationToken ct)
    {
        var form = new CheckAnswerForm();
        if (!await query.CompleteAsync(form, id, ct)) { return NotFound(); }
        return form.Head.Row.SubmittedUtc is null ? LocalRedirect(Addresses.AdviceRequest(id)) : View(form);
    }

    /// <summary>Something else stands now than what was checked: it is checked again, or somebody has answered.</summary>
    private async Task<IActionResult> ChangedAsync(CheckAnswerForm form, Guid id, CancellationToken ct)
    {
        await query.CompleteAsync(form, id, ct);
        if (!form.Head.Row.Stage.IsToAnswer()) { return await this.TooLateAsync(form.Head, late, ct); }
        ModelState.AddModelError("", "The advice changed meanwhile. Check it again, then submit");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Check", form);
    }

    /// <summary>Removes a document, and takes in those that were chosen in its place.</summary>
    private async Task<IActionResult> RemoveAsync(RespondForm form, Guid id, Guid documentId, CancellationToken ct)
    {
        var removed = await documents.RemoveAsync(id, documentId, ct);
        if (!removed.Stands) { return this.Answer(removed.Of, () => View("Index", form)); }
        var said = $"‘{removed.Value}’ removed.";
        if (form.Files is not { Count: > 0 } files) { return this.Success($"{said} Your draft is saved.", Addresses.AdviceRequestRespond(id)); }
        var problems = await UploadAsync(form, id, files, ct);
        TempData.Success(problems is null ? $"{said} {TempData.TakeSuccess()}. Your draft is saved." : said);
        return problems ?? LocalRedirect(Addresses.AdviceRequestRespond(id));
    }

    /// <summary>Adds the files. Returns the page when some were refused, null when all were added.</summary>
    private async Task<IActionResult?> UploadAsync(RespondForm form, Guid id, List<IFormFile> files, CancellationToken ct)
    {
        var outcome = await documents.AddAsync(id, [.. files.Select(f => f.AsUpload())], ct);
        if (outcome.Value is not { } received) { return this.Answer(outcome.Of, () => View("Index", form)); }
        if (received.Problems.Count == 0)
        {
            TempData.Success(received.Added.Count == 1 ? $"‘{received.Added[0]}’ uploaded" : $"{UkText.Count(received.Added.Count, "document")} uploaded");
            return null;
        }
        await RefuseAsync(form, id, received.Problems, ct);
        return View("Index", form);
    }

    /// <summary>Adds the files of a page on which something else is wrong: a browser would not give them back.</summary>
    private async Task KeepFilesAsync(RespondForm form, Guid id, CancellationToken ct)
    {
        if (form.Files is { Count: > 0 } files && (await documents.AddAsync(id, [.. files.Select(f => f.AsUpload())], ct)).Value is { } received) { await RefuseAsync(form, id, received.Problems, ct); }
    }

    private async Task RefuseAsync(RespondForm form, Guid id, IReadOnlyList<string> problems, CancellationToken ct)
    {
        // the error summary shows one error for each key, and each refused file needs its own line
        for (var i = 0; i < problems.Count; i++) { ModelState.AddModelError(i == 0 ? nameof(form.Files) : $"{nameof(form.Files)}[{i}]", problems[i]); }
        form.Refused = problems;
        await query.CompleteAsync(form, id, ct);
    }

    private async Task<IActionResult> GoToCheckAsync(RespondForm form, Guid id, CancellationToken ct)
    {
        await query.CompleteAsync(form, id, ct);
        if (AdviceCompleteness.Missing(form.Draft(), form.Uploaded.Count) is not { } missing) { return LocalRedirect(Addresses.AdviceRequestRespondCheck(id)); }
        // the documents just uploaded stand in the list: a success beside the error would contradict it
        TempData.WithoutSuccess();
        ModelState.AddModelError(missing.Field, missing.Problem);
        return View("Index", form);
    }

    /// <summary>A colleague or another window saved meanwhile: the typed text stays in the boxes, the other is shown, and the next save replaces it knowingly.</summary>
    private IActionResult Conflict(RespondForm form, DraftSaved? saved)
    {
        if (saved is null) { return StatusCode(StatusCodes.Status409Conflict); }
        form.Conflict = saved;
        SetVersion(form, saved.Version);
        ModelState.AddModelError(nameof(form.Summary),
            $"{saved.OtherName ?? "You, in another window,"} saved this draft on {UkText.LongDateTime(saved.OtherSavedUtc!.Value)}. What you typed is kept below and is not saved yet");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", form);
    }

    private void SetVersion(RespondForm form, Guid version)
    {
        form.Version = version;
        ModelState.Remove(nameof(form.Version));
    }

    private IActionResult Ended(Guid id) =>
        this.Notice("This request has already been answered or closed. Nothing was changed.", Addresses.AdviceRequest(id));
}
