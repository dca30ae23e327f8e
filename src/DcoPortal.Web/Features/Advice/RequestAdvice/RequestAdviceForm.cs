using System.ComponentModel.DataAnnotations;

namespace DcoPortal.Web.Features.Advice.RequestAdvice;

/// <summary>Whom to ask, as ticked and chosen. Tokens are those of <see cref="Shared.AskTarget"/>.</summary>
public sealed class RequestAdviceForm
{
    /// <summary>Tokens ticked.</summary>
    [Display(Name = "Who to ask")]
    public List<string> Ask { get; set; } = [];

    /// <summary>Tokens that the family asked for (reg 6(1)(h)).</summary>
    public List<string> Family { get; set; } = [];

    /// <summary>Tokens for which the family's sharing wishes were considered.</summary>
    public List<string> Confirmed { get; set; } = [];

    /// <summary>What was chosen for each named person who matched nobody.</summary>
    public List<string?> Chosen { get; set; } = [];

    /// <summary>Which of the chosen ones the family asked for, by position.</summary>
    public List<int> ChosenFamily { get; set; } = [];

    /// <summary>One more from the directory.</summary>
    [Display(Name = "Professional or service")]
    public string? Another { get; set; }

    /// <summary>Whether the family asked for that one.</summary>
    public bool AnotherForFamily { get; set; }

    /// <summary>What goes with every request.</summary>
    [Display(Name = "Covering note (optional)")]
    public string? CoveringNote { get; set; }

    /// <summary>"send" or "later".</summary>
    public string? Action { get; set; }
}

internal sealed class RequestAdviceFormValidator : AbstractValidator<RequestAdviceForm>
{
    public RequestAdviceFormValidator()
    {
        RuleFor(f => f.CoveringNote).MaximumLength(AdviceRequest.NoteLength).WithMessage($"Covering note must be {AdviceRequest.NoteLength:N0} characters or fewer");
        RuleFor(f => f.Ask).Must((f, ask) => ask.Count > 0 || !string.IsNullOrEmpty(f.Another) || f.Chosen.Exists(c => !string.IsNullOrEmpty(c)))
            .WithMessage("Tick at least one professional or service to ask");
        RuleFor(f => f.Ask).Must(ask => ask.Count <= 100).WithMessage("Ask no more than 100 at once");
    }
}
