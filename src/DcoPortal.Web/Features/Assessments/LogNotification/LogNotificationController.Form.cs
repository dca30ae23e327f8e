using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

public sealed partial class LogNotificationController
{
    /// <summary>The form, at the place where the person left it.</summary>
    [HttpGet(Addresses.AssessmentsLog + "/{draftId:guid}"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Form(Guid draftId, CancellationToken ct) =>
        await drafts.LoadAsync(draftId, ct) is { } draft ? await FormPageAsync(draftId, draft, ct) : await GoneAsync(draftId, ct);

    /// <summary>
    /// Saves the form as it was typed, right or wrong, whatever button sent it, and keeps the files that came along. Only "Check your
    /// answers" needs it to be right; a button of a list comes back to that list.
    /// </summary>
    [HttpPost(Addresses.AssessmentsLog + "/{draftId:guid}"), Allow(Permission.LogNotification), UploadLimits, EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Form(Guid draftId, NotificationForm form, List<IFormFile>? files, string? go, CancellationToken ct)
    {
        var (verb, about) = go?.Split(':', 2) is [var first, var second] ? (first, second) : (go, "");
        if (await schools.TakeAsync(form.Setting, ct)) { foreach (var typed in ModelState.Keys.Where(k => k.StartsWith("Setting.", StringComparison.Ordinal)).ToList()) { ModelState.Remove(typed); } }
        var elsewhere = false;
        if (await drafts.ChangeAsync(draftId, d => { if (!(elsewhere = d.WasSavedElsewhere(form))) { Put(d, form, verb, about); } }, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        if (elsewhere)
        {
            foreach (var file in files ?? []) { await ReceiveAsync(draftId, file, ct); }
            return await SavedElsewhereAsync(draftId, (await drafts.LoadAsync(draftId, ct))!, form, ct);
        }
        if (Request.Headers.ContainsKey("x-autosave")) { return NoContent(); }
        // the page shows its questions in the words that now fit, with nothing called wrong before the person has finished
        if (Request.Headers.ContainsKey("x-redraw")) { return await WithErrorsAsync(draftId, draft, _ => false, ct); }
        foreach (var file in files ?? []) { await ReceiveAsync(draftId, file, ct); }
        if (verb == "remove-file") { await documents.RemoveAsync(draftId, about, ct); }
        if (verb == "upload" && files is not { Count: > 0 }) { ModelState.AddModelError("Files", "Select a file to upload"); }
        return verb switch
        {
            "later" when Fits("Files") => this.Success("Draft saved. You can come back to it at any time, also after signing out", Addresses.AssessmentsLog),
            "add" when Fits("Professionals") && draft.Professionals.Count <= ProfessionalItem.Most => Back(draftId, $"Professionals_{draft.Professionals.FindIndex(p => p.IsEmpty)}__Name"),
            "remove" when Fits("Files") => Back(draftId, "professionals"),
            "upload" or "remove-file" when Fits("Files") => Back(draftId, "documents"),
            "reword" when Fits("Files") => Back(draftId, "request"),
            "later" or "remove" or "upload" or "remove-file" or "reword" => await WithErrorsAsync(draftId, (await drafts.LoadAsync(draftId, ct))!, IsOf("Files"), ct),
            "add" => await TooManyAsync(draftId, draft, ct),
            _ => await ToCheckAsync(draftId, draft, form.Asked, ct),
        };
    }

    /// <summary>Takes one file of those dropped or chosen on a page with script, which shows the progress of each.</summary>
    [HttpPost(Addresses.AssessmentsLog + "/{draftId:guid}/documents"), Allow(Permission.LogNotification), UploadLimits, EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> AddDocument(Guid draftId, IFormFile? file, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is null) { return NotFound(); }
        if (file is null) { return UnprocessableEntity("Select a file to upload"); }
        var (kept, problem) = await documents.AddAsync(draftId, file.AsUpload(), ct);
        return problem is not null ? UnprocessableEntity(problem) : kept is null ? NotFound() : PartialView("_File", kept);
    }

    /// <summary>Keeps what was typed on the page and what the other window saved in the draft: the next save replaces it knowingly.</summary>
    private async Task<IActionResult> SavedElsewhereAsync(Guid draftId, NotificationDraft draft, NotificationForm form, CancellationToken ct)
    {
        if (Request.Headers.ContainsKey("x-autosave") || Request.Headers.ContainsKey("x-redraw")) { return StatusCode(StatusCodes.Status409Conflict); }
        Response.StatusCode = StatusCodes.Status409Conflict;
        ViewData["SavedElsewhere"] = true;
        // shown, never saved: it counts as seen by this page
        draft.Put(form);
        return await WithErrorsAsync(draftId, draft, IsOf("Files"), ct);
    }

    private static void Put(NotificationDraft draft, NotificationForm form, string? verb, string about)
    {
        draft.Put(form);
        if (verb == "remove" && Guid.TryParse(about, out var id)) { draft.Professionals.RemoveAll(p => p.Id == id); }
        // a blank row that stands ready is the one to go to
        if (verb == "add" && !draft.Professionals.Exists(p => p.IsEmpty) && draft.Professionals.Count < ProfessionalItem.Most) { draft.Professionals.Add(new ProfessionalItem { Id = Guid.NewGuid() }); }
    }

    private async Task<IActionResult> ToCheckAsync(Guid draftId, NotificationDraft draft, string? asked, CancellationToken ct)
    {
        foreach (var problem in (await checks.AcrossAsync(draftId, draft, ct)).Where(p => ModelState.GetValueOrDefault(p.Field)?.Errors is not { Count: > 0 })) { ModelState.AddModelError(problem.Field, problem.Message); }
        if (!ModelState.IsValid) { return await FormPageAsync(draftId, (await drafts.LoadAsync(draftId, ct))!, ct); }
        var page = new DraftPage(draftId, draft, [], new(null, []), [], clock.Today);
        if (asked is null || asked == page.Asked) { return LocalRedirect(Addresses.AssessmentsLogDraftCheck(draftId)); }
        // the answers were given to other questions: those of another route, or of a parent
        TempData.Notice(page.IsYoungPerson
            ? "Some questions have changed with your answers: they are now those for a young person. Look at them again, then check your answers."
            : "Some questions have changed with your answers. Look at them again, then check your answers.");
        return LocalRedirect(page.Href);
    }

    private async Task<IActionResult> TooManyAsync(Guid draftId, NotificationDraft draft, CancellationToken ct)
    {
        if (Fits("Professionals")) { ModelState.AddModelError("Professionals[0].Name", $"Up to {ProfessionalItem.Most} professionals can be named here. Name the others in a document"); }
        return await WithErrorsAsync(draftId, draft, IsOf("Professionals"), ct);
    }

    private async Task ReceiveAsync(Guid draftId, IFormFile file, CancellationToken ct)
    {
        if ((await documents.AddAsync(draftId, file.AsUpload(), ct)).Problem is not { } problem) { return; }
        // each error gets a key of its own, because the error summary lists one for each key
        var n = ModelState.Count(s => IsOf("Files")(s.Key) && s.Value?.Errors.Count > 0);
        ModelState.AddModelError(n == 0 ? "Files" : $"Files[{n}]", problem);
    }

    /// <summary>The form with the errors that belong to what was done, and no others.</summary>
    private async Task<IActionResult> WithErrorsAsync(Guid draftId, NotificationDraft draft, Func<string, bool> belongs, CancellationToken ct)
    {
        var errors = ModelState.Where(s => belongs(s.Key)).SelectMany(s => s.Value!.Errors, (s, e) => (s.Key, e.ErrorMessage)).ToList();
        ModelState.Clear();
        foreach (var (key, message) in errors) { ModelState.AddModelError(key, message); }
        return await FormPageAsync(draftId, draft, ct);
    }

    private async Task<IActionResult> FormPageAsync(Guid draftId, NotificationDraft draft, CancellationToken ct)
    {
        (await PageAsync(draftId, draft, ct)).Put(ViewData, Addresses.Assessments);
        return View("Form", NotificationForm.Of(draft));
    }

    private bool Fits(string part) => !ModelState.Any(s => IsOf(part)(s.Key) && s.Value?.Errors.Count > 0);

    private static Func<string, bool> IsOf(string part) => key => key.Equals(part, StringComparison.OrdinalIgnoreCase) || key.StartsWith($"{part}[", StringComparison.OrdinalIgnoreCase);

    private LocalRedirectResult Back(Guid draftId, string fragment) => LocalRedirect($"{Addresses.AssessmentsLogDraft(draftId)}#{fragment}");
}
