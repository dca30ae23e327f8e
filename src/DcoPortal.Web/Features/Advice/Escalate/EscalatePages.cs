using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Escalations;
using DcoPortal.Domain.Escalations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>Puts a request before a named person.</summary>
public sealed class EscalateForm : RequestForm
{
    /// <summary>The form's own key, by which a second click finds what the first did.</summary>
    public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>The account of the person to ask.</summary>
    [Display(Name = "Who must answer?")]
    public Guid? To { get; set; }

    /// <summary>Why the person is asked.</summary>
    [Display(Name = "What do you need from them?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The people who can be asked.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> People { get; set; } = [];

    /// <summary>Why none of the service's people can be asked, in words; null when one can.</summary>
    [BindNever, ValidateNever]
    public string? NobodyOfService { get; set; }

    /// <summary>The request's earlier escalations, the latest first.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<Escalation> Before { get; set; } = [];

    /// <summary>The people as a list to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Choices(IEnumerable<EscalationPerson> people) => [.. people.Select(p => new SelectListItem($"{p.Name}, {p.Title}", p.UserId.ToString()))];
}

internal sealed class EscalateFormValidator : AbstractValidator<EscalateForm>
{
    public EscalateFormValidator()
    {
        RuleFor(f => f.To).NotEmpty().WithMessage("Choose who must answer");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say what you need from them").AtMost(Escalation.TextLength, "This");
    }
}

/// <summary>One escalation and its answer.</summary>
public sealed class EscalationForm : RequestForm
{
    /// <summary>The answer.</summary>
    [Display(Name = "Your answer"), Sentence(NoneIsAnAnswer = true)]
    public string? Answer { get; set; }

    /// <summary>The key of the next escalation, when another person is asked instead.</summary>
    [BindNever, ValidateNever]
    public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>The account of the person to ask instead.</summary>
    [BindNever, ValidateNever, Display(Name = "Who must answer instead?")]
    public Guid? To { get; set; }

    /// <summary>What is needed from that person.</summary>
    [BindNever, ValidateNever, Display(Name = "What do you need from them?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The people who can be asked instead.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> People { get; set; } = [];

    /// <summary>The escalation.</summary>
    [BindNever, ValidateNever]
    public Escalation Row { get; set; } = null!;

    /// <summary>The state of the escalation.</summary>
    [BindNever, ValidateNever]
    public EscalationFacts Facts { get; set; } = null!;

    /// <summary>Whether the signed-in person must answer.</summary>
    [BindNever, ValidateNever]
    public bool MayAnswer { get; set; }

    /// <summary>Whether the signed-in person may take it back or ask another person.</summary>
    [BindNever, ValidateNever]
    public bool MayTakeBack { get; set; }

    /// <summary>Whether the person who asked gets an email when the signed-in person takes it back.</summary>
    [BindNever, ValidateNever]
    public bool TellsAsker { get; set; }

    /// <summary>The person asked instead when it was taken back, or null.</summary>
    [BindNever, ValidateNever]
    public AskedInstead? Instead { get; set; }

    /// <summary>Whether the signed-in person may open the escalation to that person.</summary>
    [BindNever, ValidateNever]
    public bool MayOpenInstead { get; set; }

    /// <summary>An answer that came after the escalation was taken back, shown to its author so that it is not lost; or null.</summary>
    [BindNever, ValidateNever]
    public string? NotSent { get; set; }
}

internal sealed class EscalationFormValidator : AbstractValidator<EscalationForm>
{
    public EscalationFormValidator() =>
        RuleFor(f => f.Answer).NotEmpty().WithMessage("Write your answer").AtMost(Escalation.TextLength, "The answer");
}

/// <summary>An escalation whose request the asker, or the person asked, may no longer open. Nothing of the child.</summary>
/// <param name="Row">The escalation.</param>
/// <param name="Facts">The state of the escalation.</param>
/// <param name="IsAsker">Whether the signed-in person is the one who asked.</param>
/// <param name="MayTakeBack">Whether the signed-in person may take it back.</param>
/// <param name="Instead">The person asked instead when it was taken back, or null.</param>
public sealed record EscalationElsewhere(Escalation Row, EscalationFacts Facts, bool IsAsker, bool MayTakeBack, AskedInstead? Instead);
