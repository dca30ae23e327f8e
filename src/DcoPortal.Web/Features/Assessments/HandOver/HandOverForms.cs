using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Platform.Audit;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Assessments.HandOver;

/// <summary>Who is to have one case.</summary>
public sealed class HandOverForm : IShowsChildRecord
{
    /// <inheritdoc cref="WishesToRead.Mark" />
    [Display(Name = "Whom the family means")]
    public string? WishRead { get; set; }

    /// <summary>The families' wishes to be read first.</summary>
    [BindNever, ValidateNever]
    public WishesToRead? Wishes { get; set; }

    /// <summary>The colleague's account, or <see cref="CaseOwnerChoices.Nobody"/>.</summary>
    [Display(Name = "Who will have this case?")]
    public string? To { get; set; }

    /// <summary>Whose case it was when the page was shown: an account, or <see cref="CaseOwnerChoices.Nobody"/>.</summary>
    public string? Seen { get; set; }

    /// <summary>Whose it is now, in the same way.</summary>
    [BindNever, ValidateNever]
    public string Owner { get; set; } = "";

    /// <summary>The case.</summary>
    [BindNever, ValidateNever]
    public CaseKeys Keys { get; set; } = null!;

    /// <summary>The child.</summary>
    [BindNever, ValidateNever]
    public ChildBanner Child { get; set; } = null!;

    /// <summary>Whose case it is now.</summary>
    [BindNever, ValidateNever]
    public CaseOwnerShown Now { get; set; } = null!;

    /// <summary>The colleagues, and nobody.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> People { get; set; } = [];

    CaseKeys IShowsChildRecord.ShownCase => Keys;
}

/// <summary>Who is to have all open cases of a person.</summary>
public sealed class HandOverAllForm
{
    /// <inheritdoc cref="WishesToRead.Mark" />
    [Display(Name = "Whom the family means")]
    public string? WishRead { get; set; }

    /// <summary>The families' wishes to be read first.</summary>
    [BindNever, ValidateNever]
    public WishesToRead? Wishes { get; set; }

    /// <summary>Whose cases: an account, or <see cref="CaseOwnerChoices.Nobody"/>.</summary>
    [Display(Name = "Hand over all open cases of")]
    public string? From { get; set; }

    /// <summary>Who is to have them: an account, or <see cref="CaseOwnerChoices.Nobody"/>.</summary>
    [Display(Name = "To")]
    public string? To { get; set; }

    /// <summary>Those who have cases, with how many.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Having { get; set; } = [];

    /// <summary>The colleagues, and nobody.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> People { get; set; } = [];
}

/// <summary>The cases that were ticked in the list, and who is to have them.</summary>
public sealed class HandOverTickedForm
{
    /// <inheritdoc cref="WishesToRead.Mark" />
    [Display(Name = "Whom the family means")]
    public string? WishRead { get; set; }

    /// <summary>The families' wishes to be read first.</summary>
    [BindNever, ValidateNever]
    public WishesToRead? Wishes { get; set; }

    /// <summary>The colleague's name.</summary>
    [BindNever, ValidateNever]
    public string? ToName { get; set; }

    /// <summary>The cases' references.</summary>
    public List<string> References { get; set; } = [];

    /// <summary>The colleague's account, or <see cref="CaseOwnerChoices.Nobody"/>.</summary>
    public string? To { get; set; }
}

internal sealed class HandOverFormValidator : AbstractValidator<HandOverForm>
{
    public HandOverFormValidator() => RuleFor(f => f.To).Must(CaseOwnerChoices.IsChoice).WithMessage("Select whose case it is");
}

internal sealed class HandOverAllFormValidator : AbstractValidator<HandOverAllForm>
{
    public HandOverAllFormValidator()
    {
        RuleFor(f => f.From).Must(CaseOwnerChoices.IsChoice).WithMessage("Select whose cases to hand over");
        RuleFor(f => f.To).Must(CaseOwnerChoices.IsChoice).WithMessage("Select who is to have the cases");
        RuleFor(f => f.To).Must((f, to) => to != f.From).When(f => CaseOwnerChoices.IsChoice(f.From) && CaseOwnerChoices.IsChoice(f.To)).WithMessage("Select somebody else: the cases are theirs already");
    }
}
