using DcoPortal.Casework.Notes;
using DcoPortal.Domain.Notes;

namespace DcoPortal.Web.Features.Notes.One;

/// <summary>One note: its writer changes or deletes it; whoever reads it ticks its reminder.</summary>
[Area("Notes"), Allow(Permission.KeepNotes)]
public sealed class OneController(PortalDb db, NoteCaseQuery cases, NotesHandler handler, CurrentPerson person) : Controller
{
    /// <summary>The note: a form for its writer.</summary>
    [HttpGet("/notes/{id:guid}")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } note) { return NotFound(); }
        return View(await WithAsync(new ChangeNoteForm
        {
            Text = note.Text,
            Readers = note.IsForTeam ? NoteForm.YourTeam : NoteForm.OnlyYou,
            RemindOn = note.RemindOn is null ? new() : DateInput.From(note.RemindOn),
            RemindedOn = note.RemindOn,
            Version = note.Version,
        }, note, ct));
    }

    /// <summary>Changes it.</summary>
    [HttpPost("/notes/{id:guid}")]
    public async Task<IActionResult> Index(Guid id, ChangeNoteForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } note) { return NotFound(); }
        if (!ModelState.IsValid) { return View(await WithAsync(form, note, ct)); }
        var outcome = await handler.ChangeAsync(id, form.Content(), form.Version, ct);
        if (outcome.Kind == OutcomeKind.ChangedMeanwhile && await FindAsync(id, ct) is { } now)
        {
            // what stands is shown beside what was typed, and the next save replaces it knowingly
            ModelState.Clear();
            form.Version = now.Version;
            ModelState.AddModelError(nameof(form.Text), $"This note was changed in another window, and says now: “{now.Text}”. Put both together, then save");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(await WithAsync(form, now, ct));
        }
        return this.Answer(outcome, () => this.Success("Note saved", Addresses.AssessmentNotes(note.AssessmentReference)));
    }

    /// <summary>Ticks the reminder.</summary>
    [HttpPost("/notes/{id:guid}/done"), SparesTyped("Text")]
    public async Task<IActionResult> Done(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } note) { return NotFound(); }
        return this.Answer(await handler.DoneAsync(id, ct), () => this.Success("Reminder done. The note stays.", Addresses.AssessmentNotes(note.AssessmentReference)));
    }

    /// <summary>Asks whether to delete it.</summary>
    [HttpGet("/notes/{id:guid}/delete")]
    public async Task<IActionResult> Delete(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } note ? View(await WithAsync(new ChangeNoteForm(), note, ct)) : NotFound();

    /// <summary>Deletes it.</summary>
    [HttpPost("/notes/{id:guid}/delete"), ActionName(nameof(Delete))]
    public async Task<IActionResult> DeleteNow(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } note) { return NotFound(); }
        return this.Answer(await handler.DeleteAsync(id, ct), () => this.Success("Note deleted", Addresses.AssessmentNotes(note.AssessmentReference)));
    }

    private Task<CaseNote?> FindAsync(Guid id, CancellationToken ct) => db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct);

    private async Task<ChangeNoteForm> WithAsync(ChangeNoteForm form, CaseNote note, CancellationToken ct)
    {
        form.Case = (await cases.OfIdAsync(note.AssessmentId, ct))!;
        form.Note = note;
        form.IsWriter = note.AuthorUserId == person.Scope.UserId;
        return form;
    }
}
