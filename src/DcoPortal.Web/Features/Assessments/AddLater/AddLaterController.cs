using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Assessments.AddLater;

/// <summary>Adds professionals and documents to a case after it was logged, and takes a document out again.</summary>
[Area("Assessments"), Allow(Permission.CorrectDetails)]
public sealed class AddLaterController(AddLaterQuery query, AddProfessionalsHandler professionals, AuthorityDocumentsHandler documents, FamilyAskedHandler familyAsked, NamedPeople people) : Controller
{
    /// <summary>What the case has, and rows to add more.</summary>
    [HttpGet("/assessments/{reference}/add")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) => await query.ForAsync(reference, ct) is { } facts ? View(new AddLaterForm().With(facts)) : NotFound();

    /// <summary>Names professionals.</summary>
    [HttpPost("/assessments/{reference}/add")]
    public async Task<IActionResult> Index(string reference, AddLaterForm form, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        if (ModelState.IsValid && form.Professionals.TrueForAll(p => p.IsEmpty)) { ModelState.AddModelError("Professionals[0].Name", "Enter the name of the professional or service"); }
        if (!ModelState.IsValid) { return View(form.With(facts)); }
        var outcome = await professionals.HandleAsync(reference, [.. (await people.OfAsync(form.Professionals, ct)).Select(p => p.Named)], ct);
        if (outcome.Of.Rule is { } rule)
        {
            ModelState.AddModelError("Professionals[0].Name", rule);
            return View(form.With(facts));
        }
        return this.Answer(outcome.Of, () =>
        {
            var (added, known) = (outcome.Value!.Added, outcome.Value.Known);
            if (known.Count > 0) { TempData.Notice($"Named already, so not named again: {string.Join("; ", known)}."); }
            if (added.Count > 0) { TempData.Success($"{string.Join("; ", added)}: named on this case. The DCO service is told."); }
            return LocalRedirect(Addresses.AssessmentAdd(facts.Keys.Reference));
        });
    }

    /// <summary>Marks that the family asked for the advice of somebody named before, or takes the mark off.</summary>
    [HttpPost("/assessments/{reference}/add/family-asked")]
    public async Task<IActionResult> FamilyAsked(string reference, Guid id, bool asked, CancellationToken ct)
    {
        var outcome = await familyAsked.HandleAsync(reference, id, asked, ct);
        return this.Answer(outcome.Of, () => this.Success(asked ? $"Marked: the family asked for {outcome.Value}." : $"No longer marked: {outcome.Value}.", Addresses.AssessmentAdd(reference)));
    }

    /// <summary>Adds documents. A bad file does not stop the others.</summary>
    [HttpPost("/assessments/{reference}/add/documents"), UploadLimits, EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Documents(string reference, AddLaterForm form, List<IFormFile>? files, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        if (files is not { Count: > 0 }) { ModelState.AddModelError("Files", "Select a file to upload"); }
        if (!ModelState.IsValid) { return View("Index", form.With(facts)); }
        var outcome = await documents.AddAsync(reference, [.. files!.Select(f => f.AsUpload())], form.Evidence, ct);
        return this.Answer(outcome.Of, () =>
        {
            foreach (var (n, problem) in outcome.Value!.Problems.Index()) { ModelState.AddModelError(n == 0 ? "Files" : $"Files[{n}]", problem); }
            if (outcome.Value.Added.Count > 0) { TempData.Success($"{UkText.Count(outcome.Value.Added.Count, "document")} added. Whoever has an open request is told that there is more to read."); }
            return ModelState.IsValid ? LocalRedirect(Addresses.AssessmentAdd(facts.Keys.Reference)) : View("Index", new AddLaterForm().With(facts));
        });
    }

    /// <summary>Asks why a document is taken out.</summary>
    [HttpGet("/documents/{documentId:guid}/take-out")]
    public Task<IActionResult> Remove(Guid documentId, CancellationToken ct) => RemovePageAsync(new(), documentId, ct);

    /// <summary>Takes it out at once.</summary>
    [HttpPost("/documents/{documentId:guid}/take-out")]
    public async Task<IActionResult> Remove(Guid documentId, RemoveDocumentForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await RemovePageAsync(form, documentId, ct); }
        var outcome = await documents.RemoveAsync(documentId, form.Reason!, ct);
        return this.Answer(outcome.Of, () =>
        {
            var taken = outcome.Value!;
            if (!taken.IsMine) { return this.Notice($"A colleague had taken {taken.FileName} out already, with another reason. Yours was not recorded.", Addresses.AssessmentAdd(taken.Reference)); }
            if (taken.Readers.Count > 0) { TempData.Notice($"It had been opened by {string.Join("; ", taken.Readers)}. Tell them, and ask them to delete every copy."); }
            return this.Success($"{taken.FileName} is taken out. Nobody can open it any more.{(taken.Readers.Count == 0 ? " Nobody had opened it." : "")}", Addresses.AssessmentAdd(taken.Reference));
        });
    }

    private async Task<IActionResult> RemovePageAsync(RemoveDocumentForm form, Guid documentId, CancellationToken ct)
    {
        if (await query.CaseOfAsync(documentId, ct) is not { } reference || await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        if (facts.Documents.FirstOrDefault(d => d.Id == documentId) is not { } document) { return this.Notice("This is no document of the authority, or it is taken out already.", Addresses.Assessment(reference)); }
        (form.Facts, form.Document) = (facts, document);
        return View("Remove", form);
    }
}
