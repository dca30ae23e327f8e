using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Escalations;
using DcoPortal.Domain.Escalations;
using DcoPortal.Web.Parts.Requests;
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

    /// <summary>Why nobody of the service is among them, in words; null when somebody is.</summary>
    [BindNever, ValidateNever]
    public string? NobodyOfService { get; set; }

    /// <summary>What was put before somebody already, the latest first.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<Escalation> Before { get; set; } = [];

    /// <summary>People as a list to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Choices(IEnumerable<EscalationPerson> people) => [.. people.Select(p => new SelectListItem($"{p.Name}, {p.Title}", p.UserId.ToString()))];
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

    /// <summary>The key of the next one, when somebody else is asked.</summary>
    [BindNever, ValidateNever]
    public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>Who else is asked.</summary>
    [BindNever, ValidateNever, Display(Name = "Who must answer instead?")]
    public Guid? To { get; set; }

    /// <summary>What is needed from them.</summary>
    [BindNever, ValidateNever, Display(Name = "What do you need from them?")]
    public string? Reason { get; set; }

    /// <summary>Who else can be chosen.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> People { get; set; } = [];

    /// <summary>What was put before somebody.</summary>
    [BindNever, ValidateNever]
    public Escalation Row { get; set; } = null!;

    /// <summary>Where it stands.</summary>
    [BindNever, ValidateNever]
    public EscalationFacts Facts { get; set; } = null!;

    /// <summary>Whether it waits for the person who looks.</summary>
    [BindNever, ValidateNever]
    public bool MayAnswer { get; set; }

    /// <summary>Whether the person who looks may take it back or ask somebody else.</summary>
    [BindNever, ValidateNever]
    public bool MayTakeBack { get; set; }

    /// <summary>Whether who asked is told when the person who looks takes it back.</summary>
    [BindNever, ValidateNever]
    public bool TellsAsker { get; set; }

    /// <summary>Who was asked instead when it was taken back, or null.</summary>
    [BindNever, ValidateNever]
    public AskedInstead? Instead { get; set; }

    /// <summary>Whether the person who looks may open that one.</summary>
    [BindNever, ValidateNever]
    public bool MayOpenInstead { get; set; }

    /// <summary>An answer that came after it was taken back, to be kept by who wrote it; or null.</summary>
    [BindNever, ValidateNever]
    public string? NotSent { get; set; }
}

internal sealed class EscalationFormValidator : AbstractValidator<EscalationForm>
{
    public EscalationFormValidator() =>
        RuleFor(f => f.Answer).NotEmpty().WithMessage("Write your answer").MaximumLength(Escalation.TextLength).WithMessage("The answer must be 2,000 characters or fewer");
}

/// <summary>An escalation whose request the person who asked, or was asked, may no longer open. Nothing of the child.</summary>
/// <param name="Row">The escalation.</param>
/// <param name="Facts">Where it stands.</param>
/// <param name="IsAsker">Whether the person asked for the answer.</param>
/// <param name="MayTakeBack">Whether they may take it back.</param>
/// <param name="Instead">Who was asked instead when it was taken back, or null.</param>
public sealed record EscalationElsewhere(Escalation Row, EscalationFacts Facts, bool IsAsker, bool MayTakeBack, AskedInstead? Instead);
