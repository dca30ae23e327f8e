using System.ComponentModel.DataAnnotations;
using DcoPortal.Domain.Chasing;
using DcoPortal.Web.Features.Advice.Request;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>Puts a request before a named person.</summary>
public sealed class EscalateForm : RequestForm
{
    /// <summary>The form's own key: a second click finds what the first one did.</summary>
    public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>The account of the person.</summary>
    [Display(Name = "Who must answer?")]
    public Guid? To { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "What do you need from them?")]
    public string? Reason { get; set; }

    /// <summary>Who can be chosen.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> People { get; set; } = [];

    /// <summary>What was put before somebody already, the latest first.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<Escalation> Before { get; set; } = [];
}

internal sealed class EscalateFormValidator : AbstractValidator<EscalateForm>
{
    public EscalateFormValidator()
    {
        RuleFor(f => f.To).NotEmpty().WithMessage("Choose who must answer");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say what you need from them").MaximumLength(Escalation.TextLength).WithMessage("This must be 2,000 characters or fewer");
    }
}

/// <summary>One escalation and its answer.</summary>
public sealed class EscalationForm : RequestForm
{
    /// <summary>The answer.</summary>
    [Display(Name = "Your answer")]
    public string? Answer { get; set; }

    /// <summary>What was put before somebody.</summary>
    [BindNever, ValidateNever]
    public Escalation Row { get; set; } = null!;

    /// <summary>Whether it waits for the person who looks.</summary>
    [BindNever, ValidateNever]
    public bool MayAnswer { get; set; }
}

internal sealed class EscalationFormValidator : AbstractValidator<EscalationForm>
{
    public EscalationFormValidator() =>
        RuleFor(f => f.Answer).NotEmpty().WithMessage("Write your answer").MaximumLength(Escalation.TextLength).WithMessage("The answer must be 2,000 characters or fewer");
}
