using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>The DCO's decision.</summary>
public sealed class AllNilForm : IShowsChildRecord
{
    /// <summary>The version of the assessment that the DCO looked at.</summary>
    public Guid Version { get; set; }

    /// <summary>What the DCO decides.</summary>
    [Display(Name = "What do you decide?")]
    public AllNilDecision? Decision { get; set; }

    /// <summary>The reason, which the authority reads.</summary>
    [Display(Name = "Why?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>What the page shows beside the form.</summary>
    [BindNever, ValidateNever]
    public AllNilPage Page { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Page.Keys;
}

internal sealed class AllNilFormValidator : AbstractValidator<AllNilForm>
{
    public AllNilFormValidator()
    {
        RuleFor(f => f.Decision).NotNull().WithMessage("Select what you decide");
        RuleFor(f => f.Decision).IsInEnum().WithMessage("Select what you decide");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why").AtMost(AdviceRequest.NoteLength, "The reason");
    }
}
