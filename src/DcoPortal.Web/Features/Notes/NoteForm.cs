using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Text;
using DcoPortal.Domain.Notes;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Notes;

/// <summary>The case that a note is about, as its pages show it.</summary>
/// <param name="Keys">The case.</param>
/// <param name="Child">The child.</param>
/// <param name="Team">The person's organisation.</param>
/// <param name="Today">Today (Europe/London).</param>
public sealed record NoteCase(CaseKeys Keys, ChildBanner Child, string Team, DateOnly Today);

/// <summary>What a person writes in a note.</summary>
public class NoteForm : IShowsChildRecord
{
    /// <summary>The value of the choice "only you".</summary>
    public const string OnlyYou = "you";

    /// <summary>The value of the choice "your team".</summary>
    public const string YourTeam = "team";

    /// <summary>The text.</summary>
    [Display(Name = "Note"), Sentence]
    public string? Text { get; set; }

    /// <summary>Who reads it.</summary>
    [Display(Name = "Who will read it?")]
    public string? Readers { get; set; }

    /// <summary>The reminder's day.</summary>
    [Display(Name = "Remind on (optional)")]
    public DateInput RemindOn { get; set; } = new();

    /// <summary>The day that was there before: it may have passed.</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>The case.</summary>
    [BindNever, ValidateNever]
    public NoteCase Case { get; set; } = null!;

    /// <summary>What was written, once the form is valid.</summary>
    public NoteContent Content() => new(Text.BlankToNull()!, Readers == YourTeam, RemindOn.Value);

    CaseKeys IShowsChildRecord.ShownCase => Case.Keys;
}

internal class NoteFormValidator<T> : AbstractValidator<T> where T : NoteForm
{
    // a later one is a typing mistake
    private const int MostDays = 5 * 366;

    public NoteFormValidator(UkClock clock)
    {
        RuleFor(f => f.Text).Must(t => t.BlankToNull() is not null).WithMessage("Write the note").AtMost(CaseNote.TextLength, "The note");
        RuleFor(f => f.Readers).Must(r => r is NoteForm.OnlyYou or NoteForm.YourTeam).WithMessage("Select who will read it");
        RuleFor(f => f.RemindOn).Custom((d, c) =>
        {
            if (d.IsEmpty) { return; }
            if (d.Problem("The day to be reminded") is { } why) { c.AddFailure(why); }
            else if (d.Value < clock.Today && d.Value != c.InstanceToValidate.RemindedOn) { c.AddFailure("The day to be reminded must be today or later"); }
            else if (d.Value > clock.Today.AddDays(MostDays)) { c.AddFailure("The day to be reminded must be within 5 years"); }
        });
    }
}
