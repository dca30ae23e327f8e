using DcoPortal.Domain.Notes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Notes.One;

/// <summary>A note that is there.</summary>
public sealed class ChangeNoteForm : NoteForm
{
    /// <summary>The note as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The note.</summary>
    [BindNever, ValidateNever]
    public CaseNote Note { get; set; } = null!;

    /// <summary>Whether the person wrote it, and so may change it.</summary>
    [BindNever, ValidateNever]
    public bool IsWriter { get; set; }
}

internal sealed class ChangeNoteFormValidator(UkClock clock) : NoteFormValidator<ChangeNoteForm>(clock);
