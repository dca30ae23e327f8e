using DcoPortal.Domain.Notes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Notes.OfCase;

/// <summary>A new note, beside those that are there.</summary>
public sealed class WriteNoteForm : NoteForm
{
    /// <summary>The form's own key, by which a second click finds what the first did.</summary>
    public Guid Key { get; set; }

    /// <summary>The notes.</summary>
    [BindNever, ValidateNever]
    public ListPage<CaseNote> Notes { get; set; } = null!;
}

internal sealed class WriteNoteFormValidator(UkClock clock) : NoteFormValidator<WriteNoteForm>(clock);
