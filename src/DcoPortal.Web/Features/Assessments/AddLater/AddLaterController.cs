using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Assessments.AddLater;

/// <summary>Adds professionals and documents to a case after it was logged, and takes a document out again.</summary>
[Area("Assessments"), Allow(Permission.CorrectDetails)]
public sealed class AddLaterController(AddLaterQuery query, AddProfessionalsHandler professionals, AuthorityDocumentsHandler documents, FamilyAskedHandler familyAsked, NamedPeople people, FileStandsQuery stands, WhereItGoesOnQuery goesOn) : Controller
{
    /// <summary>What the case has, and rows to add more.</summary>
    [HttpGet("/assessments/{reference}/add")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) => await query.ForAsync(reference, ct) is { } facts ? View(new AddLaterForm().With(facts)) : NotFound();

    /// <summary>Names the professionals and adds the documents that were given. A bad file does not stop the others, and nothing typed is lost.</summary>
    [HttpPost("/assessments/{reference}/add"), WhileItIsHere, UploadLimits, EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Index(string reference, AddLaterForm form, List<IFormFile>? files, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        var named = form.Professionals.Exists(p => !p.IsEmpty);
        if (ModelState.IsValid && !named && files is not { Count: > 0 }) { ModelState.AddModelError("Professionals[0].Name", "Enter the name of a professional or service, or choose a file"); }
        if (!ModelState.IsValid) { return View(form.With(facts)); }
        if (named)
        {
            var outcome = await professionals.HandleAsync(reference, [.. (await people.OfAsync(form.Professionals, ct)).Select(p => p.Named)], ct);
            if (outcome.Of.Rule is { } rule)
            {
                ModelState.AddModelError("Professionals[0].Name", rule);
                return View(form.With(facts));
            }
            if (!outcome.Of.Stands) { return this.Answer(outcome.Of, () => LocalRedirect(Addresses.AssessmentAdd(reference))); }
            Tell(outcome.Value!);
        }
        return files is { Count: > 0 } ? await AddFilesAsync(facts, files, form.Evidence, ct) : LocalRedirect(Addresses.AssessmentAdd(facts.Keys.Reference));
    }

    private void Tell(ProfessionalsAdded named)
    {
        List<string> notice = [];
        if (named.Known.Count > 0) { notice.Add($"Named already, so not named again: {string.Join("; ", named.Known)}."); }
        if (named.FilledIn.Count > 0) { notice.Add($"What you added is taken in: {string.Join("; ", named.FilledIn)}."); }
        if (named.Differing.Count > 0) { notice.Add($"Not taken in, because something else stands there: {string.Join("; ", named.Differing)}. Tell the DCO service under Questions if yours is right."); }
        if (notice.Count > 0) { TempData.Notice(string.Join(' ', notice)); }
        if (named.Added.Count > 0) { TempData.Success($"{string.Join("; ", named.Added)}: named on this case. The DCO service is told."); }
    }

    private async Task<IActionResult> AddFilesAsync(AddLaterFacts facts, List<IFormFile> files, EvidenceKind? evidence, CancellationToken ct)
    {
        var outcome = await documents.AddAsync(facts.Keys.Reference, [.. files.Select(f => f.AsUpload())], evidence, ct);
        if (outcome.Value is not { } received) { return this.Answer(outcome.Of, () => LocalRedirect(Addresses.AssessmentAdd(facts.Keys.Reference))); }
        foreach (var (n, problem) in received.Problems.Index()) { ModelState.AddModelError(n == 0 ? "Files" : $"Files[{n}]", problem); }
        if (received.Added.Count > 0) { TempData.Success($"{TempData.TakeSuccess()} {UkText.Count(received.Added.Count, "document")} added. Whoever has an open request is told that there is more to read.".TrimStart()); }
        if (ModelState.IsValid) { return LocalRedirect(Addresses.AssessmentAdd(facts.Keys.Reference)); }
        // whoever was named is named: only the files are left to choose
        ModelState.Keys.Where(k => k.StartsWith("Professionals", StringComparison.Ordinal)).ToList().ForEach(k => ModelState.Remove(k));
        return View(nameof(Index), new AddLaterForm().With(await query.ForAsync(facts.Keys.Reference, ct) ?? facts));
    }

    /// <summary>Marks that the family asked for the advice of somebody named before, or takes the mark off.</summary>
    [HttpPost("/assessments/{reference}/add/family-asked"), WhileItIsHere, UploadLimits, SparesTyped("Professionals[].Name", "Professionals[].ServiceName", "Professionals[].ProviderName", "Professionals[].LastSeen", "Professionals[].Contact")]
    public async Task<IActionResult> FamilyAsked(string reference, [FromQuery] Guid id, [FromQuery] bool asked, CancellationToken ct)
    {
        var outcome = await familyAsked.HandleAsync(reference, id, asked, ct);
        return this.Answer(outcome.Of, () => this.Success(asked ? $"Marked: the family asked for {outcome.Value}." : $"No longer marked: {outcome.Value}.", Addresses.AssessmentAdd(reference)));
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
        if (outcome.Value is not { } taken) { return this.Answer(outcome.Of, () => NotFound()); }
        var (standing, on) = (await stands.OfDocumentAsync(documentId, ct), await goesOn.OfAsync(taken.Reference, ct));
        return this.Answer(outcome.Of, () =>
        {
            if (!taken.IsMine) { return this.Notice($"A colleague had taken {taken.FileName} out already, with another reason. Yours was not recorded.", Addresses.AssessmentAdd(taken.Reference)); }
            if (taken.Readers.Count > 0) { TempData.Notice($"It had been opened by {string.Join("; ", taken.Readers)}. Tell them, and ask them to delete every copy."); }
            return this.Success($"{taken.FileName} is taken out.{Reach(taken, standing)}{(on is null ? "" : $" It is gone from {on.Reference} of {on.With} too, who are told by email.")}", Addresses.AssessmentAdd(taken.Reference));
        });
    }

    // said of the bytes: nothing absolute while they stand anywhere
    private static string Reach(DocumentTakenOut taken, StillStanding standing) =>
        standing.IsAnywhere ? standing.Places.Count > 0 ? " The very same file still stands elsewhere: see below." : "" : $" Nobody can open it any more.{(taken.Readers.Count == 0 ? " Nobody had opened it." : "")}";

    /// <summary>Puts back what was taken out.</summary>
    [HttpPost("/assessments/{reference}/add/put-back"), WhileItIsHere, UploadLimits, SparesTyped("Professionals[].Name", "Professionals[].ServiceName", "Professionals[].ProviderName", "Professionals[].LastSeen", "Professionals[].Contact")]
    public async Task<IActionResult> PutBack(string reference, [FromQuery] Guid id, CancellationToken ct)
    {
        var outcome = await documents.PutBackAsync(reference, id, ct);
        return this.Answer(outcome.Of, () => this.Success($"{outcome.Value.FileName} is put back. Whoever has an open request is told that there is more to read.", Addresses.AssessmentAdd(outcome.Value.Reference)));
    }

    private async Task<IActionResult> RemovePageAsync(RemoveDocumentForm form, Guid documentId, CancellationToken ct)
    {
        if (await query.CaseOfAsync(documentId, ct) is not { } reference || await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        if (facts.Documents.FirstOrDefault(d => d.Id == documentId) is not { } document) { return this.Notice("This is no document of the authority, or it is taken out already.", Addresses.Assessment(reference)); }
        (form.Facts, form.Document, form.Stands) = (facts, document, await stands.OfDocumentAsync(documentId, ct));
        return View("Remove", form);
    }
}
