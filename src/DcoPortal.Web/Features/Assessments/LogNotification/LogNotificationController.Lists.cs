using DcoPortal.Casework.Documents;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

public sealed partial class LogNotificationController
{
    private const int MostProfessionals = 40;
    private const int MostDocuments = 40;

    /// <summary>The professionals named, and boxes for one more.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/professionals"), Allow(Permission.LogNotification)]
    public Task<IActionResult> Professionals(Guid draftId, CancellationToken ct) =>
        ShowAsync(draftId, WizardSteps.Professionals, d => new ProfessionalsForm { Adding = Fresh(d.Adding) }, ct);

    /// <summary>Adds, changes or removes a professional, or goes on. Text typed in the boxes is never lost.</summary>
    [HttpPost(WizardSteps.Root + "/{draftId:guid}/professionals"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Professionals(Guid draftId, ProfessionalsForm form, string? go, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        var (verb, id) = Parse(go);
        // the second click sends boxes that are on the list already, and adds nothing
        if (!draft.Professionals.Any(p => p.Id == form.Adding.Id && p.Id != Guid.Empty)) { draft.Adding = form.Adding; }
        if (!draft.Saved.Contains(WizardSteps.Professionals)) { draft.Saved.Add(WizardSteps.Professionals); }
        if (IsAutosave || verb == Later)
        {
            await drafts.SaveAsync(draft, ct);
            return IsAutosave ? NoContent() : SavedForLater();
        }
        if (verb == "remove") { ProfessionalList.Remove(draft, id); }
        else
        {
            if (verb == "add" && draft.Adding.IsEmpty && draft.Adding.Id == form.Adding.Id) { ModelState.AddModelError("Adding.Name", "Enter the name of a professional or service to add"); }
            if (draft.Professionals.Count >= MostProfessionals && !draft.Adding.IsEmpty) { ModelState.AddModelError("Adding.Name", $"Up to {MostProfessionals} professionals can be named here. Name the others in a document"); }
            if (!ModelState.IsValid)
            {
                await drafts.SaveAsync(draft, ct);
                Page(draftId, WizardSteps.Professionals, draft);
                return View("Professionals", form);
            }
            if (verb == "change") { await professionals.ChangeAsync(draft, id, ct); }
            else { await professionals.AddAsync(draft, ct); }
        }
        await drafts.SaveAsync(draft, ct);
        return LocalRedirect(verb is "add" or "remove" or "change"
            ? WizardSteps.Href(draftId, WizardSteps.Professionals)
            : WizardSteps.After(draftId, WizardSteps.Professionals, draft));
    }

    /// <summary>The documents chosen.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/documents"), Allow(Permission.LogNotification)]
    public Task<IActionResult> Documents(Guid draftId, CancellationToken ct) => ShowAsync(draftId, WizardSteps.Documents, d => d, ct);

    /// <summary>Uploads files, removes one, or goes on. A refused file does not stop the others.</summary>
    [HttpPost(WizardSteps.Root + "/{draftId:guid}/documents"), Allow(Permission.LogNotification), UploadLimits, EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Documents(Guid draftId, List<IFormFile>? files, string? go, [FromServices] CaseDocuments store, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        if (!draft.Saved.Contains(WizardSteps.Documents)) { draft.Saved.Add(WizardSteps.Documents); }
        foreach (var file in files ?? []) { await ReceiveAsync(draft, file, store, ct); }
        if (go is not null && go.StartsWith("remove:", StringComparison.Ordinal)) { await RemoveAsync(draft, go["remove:".Length..], store, ct); }
        else if (go == "upload" && files is not { Count: > 0 }) { ModelState.AddModelError("Files", "Select a file to upload"); }
        await drafts.SaveAsync(draft, ct);
        if (!ModelState.IsValid)
        {
            Page(draftId, WizardSteps.Documents, draft);
            return View("Documents", draft);
        }
        if (go == Later) { return SavedForLater(); }
        return LocalRedirect(go == "continue" ? WizardSteps.After(draftId, WizardSteps.Documents, draft) : WizardSteps.Href(draftId, WizardSteps.Documents));
    }

    private async Task ReceiveAsync(NotificationDraft draft, IFormFile file, CaseDocuments store, CancellationToken ct)
    {
        // each error gets a key of its own, because the error summary lists one for each key
        var key = ModelState.IsValid ? "Files" : $"Files[{ModelState.ErrorCount}]";
        if (draft.Documents.Count >= MostDocuments)
        {
            ModelState.AddModelError(key, $"‘{file.FileName}’ was not added: up to {MostDocuments} documents can be sent with a notification");
            return;
        }
        var result = await store.ReceiveAsync(file.AsUpload(), ct);
        if (result.File is not { } stored) { ModelState.AddModelError(key, result.Problem!); }
        // the same file sent again, by Back or a reload, is kept once
        else if (draft.Documents.Any(d => d.Sha256 == stored.Sha256 && d.FileName == stored.FileName)) { await store.DiscardAsync(stored, ct); }
        else { draft.Documents.Add(stored); }
    }

    private static async Task RemoveAsync(NotificationDraft draft, string storageKey, CaseDocuments store, CancellationToken ct)
    {
        if (draft.Documents.Find(d => d.StorageKey == storageKey) is not { } file) { return; }
        draft.Documents.Remove(file);
        await store.DiscardAsync(file, ct);
    }

    private static ProfessionalItem Fresh(ProfessionalItem adding)
    {
        if (adding.Id == Guid.Empty) { adding.Id = Guid.NewGuid(); }
        return adding;
    }

    private static (string? Verb, Guid Id) Parse(string? go) =>
        go?.Split(':', 2) is [var verb, var id] && Guid.TryParse(id, out var parsed) ? (verb, parsed) : (go, Guid.Empty);
}
