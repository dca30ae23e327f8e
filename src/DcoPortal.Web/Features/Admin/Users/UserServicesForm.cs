using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Admin.Users;

/// <summary>The services that an account works in.</summary>
public sealed class UserServicesForm
{
    /// <summary>All of them.</summary>
    [Display(Name = "Which services do they work in?")]
    public List<Guid> ServiceIds { get; set; } = [];

    /// <summary>Those that the page showed.</summary>
    public List<Guid> Seen { get; set; } = [];

    /// <summary>The account.</summary>
    [BindNever, ValidateNever]
    public UserPage User { get; set; } = null!;

    /// <summary>Services to choose from.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Services { get; set; } = [];
}

internal sealed class UserServicesFormValidator : AbstractValidator<UserServicesForm>
{
    public UserServicesFormValidator() => RuleFor(f => f.ServiceIds).NotEmpty().WithMessage("Choose the services they work in");
}
