using DcoPortal.Casework.Notes;

namespace DcoPortal.Web.Features.Notes.OfCase;

/// <summary>The notes on a case that the person reads, and the form to write one.</summary>
[Area("Notes"), Allow(Permission.KeepNotes)]
public sealed class OfCaseController(NoteCaseQuery cases, NotesQuery notes, NotesHandler handler) : Controller
{
    private const int PageSize = 20;

    /// <summary>The notes.</summary>
    [HttpGet("/assessments/{reference}/notes")]
    public Task<IActionResult> Index(string reference, CancellationToken ct, int page = 1) => ShowAsync(reference, new WriteNoteForm { Key = Guid.CreateVersion7() }, page, ct);

    /// <summary>Writes a note.</summary>
    [HttpPost("/assessments/{reference}/notes")]
    public async Task<IActionResult> Index(string reference, WriteNoteForm form, CancellationToken ct)
    {
        if (form.Key == Guid.Empty) { form.Key = Guid.CreateVersion7(); }
        if (!ModelState.IsValid) { return await ShowAsync(reference, form, 1, ct); }
        return this.Answer(await handler.WriteAsync(reference, form.Key, form.Content(), ct), () => this.Success("Note saved", Addresses.AssessmentNotes(reference)));
    }

    private async Task<IActionResult> ShowAsync(string reference, WriteNoteForm form, int page, CancellationToken ct)
    {
        if (await cases.OfReferenceAsync(reference, ct) is not { } found) { return NotFound(); }
        form.Case = found;
        page = Math.Max(1, page);
        var shown = await notes.OfAsync(found.Keys.AssessmentId, (page - 1) * PageSize, PageSize, ct);
        form.Notes = new(shown.Shown, page, PageSize, shown.Total);
        return View("Index", form);
    }
}
