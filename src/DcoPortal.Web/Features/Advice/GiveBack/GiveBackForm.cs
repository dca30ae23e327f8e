using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.GiveBack;

/// <summary>Why the service that was asked is not the one to ask.</summary>
public sealed class GiveBackForm : RequestForm, ISetsAside
{
    /// <inheritdoc />
    public string? Begun { get; set; }

    /// <inheritdoc />
    public bool SetAside { get; set; }

    /// <summary>The answer that is begun and would not be sent.</summary>
    [BindNever, ValidateNever]
    public BegunAnswer? There { get; set; }

    /// <summary>The longest suggestion, in characters.</summary>
    public const int SuggestionLength = 200;

    /// <summary>The reason.</summary>
    [Display(Name = "Why is it not yours?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The service or person to ask instead.</summary>
    [Display(Name = "Who should be asked? (optional)"), Sentence]
    public string? Suggestion { get; set; }

    /// <summary>The reason and the suggestion in one text, as stored.</summary>
    public string Words() => string.IsNullOrWhiteSpace(Suggestion) ? (Reason ?? "").Trim() : $"{(Reason ?? "").Trim()}\n{SuggestedInstead.Lead}{Suggestion.Trim()}";
}

internal sealed class GiveBackFormValidator : AbstractValidator<GiveBackForm>
{
    public GiveBackFormValidator()
    {
        RuleFor(f => f.Reason).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter why it is not yours")
            .AtMost(AdviceRequest.NoteLength, "The reason")
            .Must((f, _) => f.Words().Length <= AdviceRequest.NoteLength).WithMessage($"The reason and the suggestion together must be {AdviceRequest.NoteLength:N0} characters or fewer");
        RuleFor(f => f.Suggestion).AtMost(GiveBackForm.SuggestionLength, "Who should be asked");
    }
}
