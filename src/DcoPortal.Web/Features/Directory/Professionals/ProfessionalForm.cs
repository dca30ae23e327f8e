using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Directory;
using DcoPortal.Web.Parts.Directory;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Directory.Professionals;

/// <summary>A professional of the directory, as typed.</summary>
public sealed class ProfessionalForm
{
    /// <summary>The entry that is changed; null for a new one. From the address, not the form.</summary>
    [BindNever]
    public Guid? Id { get; set; }

    /// <summary>Whether the entry belongs to an account; then it is not invited again.</summary>
    [BindNever]
    public bool HasAccount { get; set; }

    /// <summary>The account of the entry, or null.</summary>
    [BindNever, ValidateNever]
    public EntryAccount? Account { get; set; }

    /// <summary>Full name with title.</summary>
    [Display(Name = "Full name, with title")]
    public string? FullName { get; set; }

    /// <summary>Their names before that are forgotten: they were only typing mistakes.</summary>
    public List<string> Forget { get; set; } = [];

    /// <summary>Their names before.</summary>
    [BindNever]
    public IReadOnlyList<string> Formerly { get; set; } = [];

    /// <summary>Job title.</summary>
    [Display(Name = "Job title")]
    public string? JobTitle { get; set; }

    /// <summary>NHS email address.</summary>
    [Display(Name = "NHS email address")]
    public string? Email { get; set; }

    /// <summary>Telephone number for colleagues.</summary>
    [Display(Name = "Phone (optional)")]
    public string? Phone { get; set; }

    /// <summary>Service.</summary>
    [Display(Name = "Service")]
    public Guid? ServiceId { get; set; }

    /// <summary>Regulator.</summary>
    [Display(Name = "Regulator")]
    public string? Regulator { get; set; }

    /// <summary>Registration number.</summary>
    [Display(Name = "Registration number")]
    public string? RegistrationNumber { get; set; }

    /// <summary>First day away.</summary>
    [Display(Name = "First day away")]
    public DateInput AwayFrom { get; set; } = new();

    /// <summary>Last day away.</summary>
    [Display(Name = "Last day away")]
    public DateInput AwayUntil { get; set; } = new();

    /// <summary>The colleague who covers.</summary>
    [Display(Name = "Who covers")]
    public Guid? CoverProfessionalId { get; set; }

    /// <summary>Whether the professional has left.</summary>
    public bool Left { get; set; }

    /// <summary>The version that the form was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The entry to store.</summary>
    public ProfessionalToSave ToSave() => new(Id, FullName, JobTitle, Email, Phone, ServiceId, Regulator, RegistrationNumber, AwayFrom.Value, AwayUntil.Value, CoverProfessionalId, Left, Version, Forget);

    /// <summary>Services to choose from.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Services { get; set; } = [];

    /// <summary>Colleagues to choose from.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Colleagues { get; set; } = [];
}

internal sealed class ProfessionalFormValidator : AbstractValidator<ProfessionalForm>
{
    public ProfessionalFormValidator()
    {
        RuleFor(f => f.FullName).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the full name").AtMost(150, "Name");
        RuleFor(f => f.JobTitle).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the job title").AtMost(150, "Job title");
        RuleFor(f => f.Phone).PhoneOrBlank();
        RuleFor(f => f.Email).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the NHS email address").AtMost(254, "Email address")
            .EmailThatReceives();
        RuleFor(f => f.ServiceId).NotEmpty().WithMessage("Select the service");
        RuleFor(f => f.Regulator).AtMost(20, "Regulator");
        RuleFor(f => f.RegistrationNumber).AtMost(30, "Registration number");
        this.AskAwayDates(f => f.AwayFrom, f => f.AwayUntil, f => f.CoverProfessionalId);
    }
}
