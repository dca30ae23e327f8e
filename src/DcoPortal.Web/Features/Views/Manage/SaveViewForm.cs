using System.ComponentModel.DataAnnotations;
using DcoPortal.Domain.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Views.Manage;

/// <summary>A view to keep, and the views that are there.</summary>
public sealed class SaveViewForm
{
    /// <summary>The list's key.</summary>
    public string? List { get; set; }

    /// <summary>The filters.</summary>
    public string? Query { get; set; }

    /// <summary>The name.</summary>
    [Display(Name = "Name of the view")]
    public string? Name { get; set; }

    /// <summary>The one list that was asked for, or null for all.</summary>
    [BindNever, ValidateNever]
    public ViewList? Asked { get; set; }

    /// <summary>The lists with their views.</summary>
    [BindNever, ValidateNever]
    public List<(ViewList List, IReadOnlyList<SavedView> Views)> Lists { get; } = [];

    /// <summary>Whether filters wait for a name.</summary>
    public bool IsSaving => Query is not null;
}

internal sealed class SaveViewFormValidator : AbstractValidator<SaveViewForm>
{
    public SaveViewFormValidator() => RuleFor(f => f.Name).Must(n => n.BlankToNull() is not null).WithMessage("Enter a name for the view")
        .Must(n => n.BlankToNull() is not { Length: > SavedView.NameLength }).WithMessage($"The name must be {SavedView.NameLength} characters or fewer");
}
