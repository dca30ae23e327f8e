using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Accounts;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Admin.Users;

/// <summary>An invitation, as typed.</summary>
public sealed class InviteForm
{
    /// <summary>The role; the first step chooses it.</summary>
    [Display(Name = "What will they do?")]
    public Role? Role { get; set; }

    /// <summary>Full name.</summary>
    [Display(Name = "Full name")]
    public string? Name { get; set; }

    /// <summary>Work email address.</summary>
    [Display(Name = "Work email address")]
    public string? Email { get; set; }

    /// <summary>The authority of a caseworker or manager; a manager's own is taken from their account.</summary>
    [Display(Name = "Local authority")]
    public Guid? LocalAuthorityId { get; set; }

    /// <summary>The services of a clinician or service lead.</summary>
    [Display(Name = "Services")]
    public List<Guid> ServiceIds { get; set; } = [];

    /// <summary>A clinician's job title, for their directory entry.</summary>
    [Display(Name = "Job title")]
    public string? JobTitle { get; set; }

    /// <summary>The directory entry that the invitation started from, or null.</summary>
    public Guid? Professional { get; set; }

    /// <summary>Whether the inviter chooses the authority.</summary>
    [BindNever]
    public bool ChoosesAuthority { get; set; }

    /// <summary>Authorities to choose from.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Authorities { get; set; } = [];

    /// <summary>Services to choose from.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Services { get; set; } = [];

    /// <summary>Whether the role works in a health service.</summary>
    public bool WorksInAService => ToInvite().WorksInAService;

    /// <summary>Whether the role works for a local authority.</summary>
    public bool WorksForAnAuthority => ToInvite().WorksForAnAuthority;

    /// <summary>The person to invite.</summary>
    public PersonToInvite ToInvite() => new(Role, Name, Email, LocalAuthorityId, ServiceIds, JobTitle, Professional);
}

internal sealed class InviteFormValidator : AbstractValidator<InviteForm>
{
    public InviteFormValidator()
    {
        RuleFor(f => f.Role).NotNull().WithMessage("Choose what they will do");
        RuleFor(f => f.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter their full name").AtMost(150, "Name");
        RuleFor(f => f.Email).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter their work email address").AtMost(254, "Email address")
            .EmailThatReceives();
        RuleFor(f => f.ServiceIds).NotEmpty().When(f => f.WorksInAService).WithMessage("Choose the services they work in");
        RuleFor(f => f.JobTitle).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter their job title")
            .AtMost(150, "Job title").When(f => f.Role == Role.Clinician);
    }
}
