using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.RequestAdvice;

/// <summary>A covering note that a colleague saved with a prepared request.</summary>
/// <param name="Place">Whom it is for.</param>
/// <param name="Note">The note.</param>
/// <param name="Saved">Who saved it and when, in whole sentences; null where that is not known.</param>
public sealed record ColleaguesNote(string Place, string Note, string? Saved);

/// <summary>The targets ticked and chosen. A token is that of <see cref="AskTarget"/>.</summary>
public sealed class RequestAdviceForm
{
    /// <summary>The action that puts another target on the list and sends nothing.</summary>
    public const string Add = "add";

    /// <summary>The action that keeps what is ticked as a team and sends nothing.</summary>
    public const string Keep = "keep";

    /// <summary>The usual team whose button was pressed: its members are ticked too, and nothing is sent.</summary>
    public Guid? Team { get; set; }

    /// <summary>The name under which what is ticked is kept as a team.</summary>
    [Display(Name = "Name of the team")]
    public string? TeamName { get; set; }

    /// <summary>Tokens ticked.</summary>
    [Display(Name = "Who to ask")]
    public List<string> Ask { get; set; } = [];

    /// <summary>Tokens that the family asked for (reg 6(1)(h)).</summary>
    public List<string> Family { get; set; } = [];

    /// <summary>Tokens for which the family's sharing wishes were considered.</summary>
    public List<string> Confirmed { get; set; } = [];

    /// <summary>The words of the family's wish that, as the person has found out, mean nobody who is asked.</summary>
    [Display(Name = "Whom the family means")]
    public string? FoundOut { get; set; }

    /// <summary>The choice for each named professional without a match in the directory.</summary>
    public List<string?> Chosen { get; set; } = [];

    /// <summary>Positions of those choices that the family asked for.</summary>
    public List<int> ChosenFamily { get; set; } = [];

    /// <summary>What is said of each of those whom the authority named, where nobody is asked.</summary>
    public List<NotAskedItem> NotAsked { get; set; } = [];

    /// <summary>One more target from the directory.</summary>
    [Display(Name = "Professional or service")]
    public string? Another { get; set; }

    /// <summary>Whether the family asked for that target.</summary>
    public bool AnotherForFamily { get; set; }

    /// <summary>The note with every request.</summary>
    [Display(Name = "Covering note (optional)"), Sentence]
    public string? CoveringNote { get; set; }

    /// <summary>The note with which the page was opened: a button that does not save it is stopped only by another.</summary>
    public string? CoveringNoteWas { get; set; }

    /// <summary>The notes of colleagues that the page has shown since.</summary>
    public List<string> NotesShown { get; set; } = [];

    /// <summary>Prepared requests with a note that the person had not read, and who saved it.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ColleaguesNote> OtherNotes { get; set; } = [];

    /// <summary>Whether anybody is chosen, or marked as asked for by the family.</summary>
    public bool HasChoices => Ask.Count > 0 || Family.Count > 0 || ChosenFamily.Count > 0 || AnotherForFamily || !string.IsNullOrEmpty(Another) || Chosen.Exists(c => !string.IsNullOrEmpty(c));

    /// <summary>The kind and the due date that the page showed: see <see cref="AskTerms.Seen"/>.</summary>
    public string? Seen { get; set; }

    /// <summary>"send", "later", <see cref="Add"/> or <see cref="Keep"/>.</summary>
    public string? Action { get; set; }
}

internal sealed class RequestAdviceFormValidator : AbstractValidator<RequestAdviceForm>
{
    public RequestAdviceFormValidator(IValidator<NotAskedItem> notAsked)
    {
        RuleForEach(f => f.NotAsked).SetValidator(notAsked);
        RuleFor(f => f.CoveringNote).AtMost(AdviceRequest.NoteLength, "Covering note");
        RuleFor(f => f.Ask).Must((f, ask) => ask.Count > 0 || !string.IsNullOrEmpty(f.Another) || f.Chosen.Exists(c => !string.IsNullOrEmpty(c)))
            .WithMessage("Tick at least one professional or service to ask");
        RuleFor(f => f.Ask).Must(ask => ask.Count <= 100).WithMessage("Ask no more than 100 at once");
    }
}
