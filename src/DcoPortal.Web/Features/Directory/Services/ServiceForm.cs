using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Web.Parts.Directory;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Directory.Services;

/// <summary>A service of the directory, as typed.</summary>
public sealed class ServiceForm
{
    /// <summary>The service that is changed; null for a new one. From the address, not the form.</summary>
    [BindNever]
    public Guid? Id { get; set; }

    /// <summary>Name.</summary>
    [Display(Name = "Name")]
    public string? Name { get; set; }

    /// <summary>Its names before that are forgotten: they were only typing mistakes.</summary>
    public List<string> Forget { get; set; } = [];

    /// <summary>Its names before.</summary>
    [BindNever]
    public IReadOnlyList<string> Formerly { get; set; } = [];

    /// <summary>Provider.</summary>
    [Display(Name = "Provider")]
    public Guid? ProviderId { get; set; }

    /// <summary>The town where the service is based.</summary>
    [Display(Name = "Town (optional)")]
    public string? Town { get; set; }

    /// <summary>Shared mailbox.</summary>
    [Display(Name = "Inbox")]
    public string? Inbox { get; set; }

    /// <summary>Telephone number for colleagues.</summary>
    [Display(Name = "Phone (optional)")]
    public string? Phone { get; set; }

    /// <summary>Postcode areas and districts, as typed.</summary>
    [Display(Name = "Postcode areas it covers (optional)")]
    public string? Areas { get; set; }

    /// <summary>Youngest age, in whole years.</summary>
    [Display(Name = "Youngest age")]
    public int? AgeFrom { get; set; } = 0;

    /// <summary>Oldest age, in whole years.</summary>
    [Display(Name = "Oldest age")]
    public int? AgeTo { get; set; } = 25;

    /// <summary>DfE codes; none means all.</summary>
    [Display(Name = "Primary needs it usually advises on")]
    public List<string> Needs { get; set; } = [];

    /// <summary>First day on which the whole service is away.</summary>
    [Display(Name = "First day away")]
    public DateInput AwayFrom { get; set; } = new();

    /// <summary>Last day on which the whole service is away.</summary>
    [Display(Name = "Last day away")]
    public DateInput AwayUntil { get; set; } = new();

    /// <summary>The service that covers.</summary>
    [Display(Name = "Which service covers")]
    public Guid? CoverServiceId { get; set; }

    /// <summary>Whether the service is no longer asked.</summary>
    public bool Closed { get; set; }

    /// <summary>The version that the form was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The entry to store.</summary>
    public ServiceToSave ToSave() => new(Id, Name, ProviderId, Town, Inbox, Phone, AgeFrom, AgeTo, Needs, PostcodeDistrict.Read(Areas), AwayFrom.Value, AwayUntil.Value, CoverServiceId, Closed, Version, Forget);

    /// <summary>Providers to choose from.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Providers { get; set; } = [];

    /// <summary>Services that could cover.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Services { get; set; } = [];
}

internal sealed class ServiceFormValidator : AbstractValidator<ServiceForm>
{
    public ServiceFormValidator()
    {
        RuleFor(f => f.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the name of the service")
            .AtMost(150, "Name");
        RuleFor(f => f.ProviderId).NotEmpty().WithMessage("Select the provider");
        RuleFor(f => f.Town).AtMost(60, "Town");
        RuleFor(f => f.Inbox).InboxAddress("Enter the shared mailbox that requests go to");
        RuleFor(f => f.Phone).PhoneOrBlank();
        RuleFor(f => f.Areas).Must(a => PostcodeDistrict.Read(a).All(PostcodeDistrict.IsOne)).WithMessage(f => $"“{PostcodeDistrict.Read(f.Areas).First(a => !PostcodeDistrict.IsOne(a))}” is not a postcode area or district, such as PR or BB1")
            .Must(a => string.Join('|', PostcodeDistrict.Read(a)).Length <= 398).WithMessage("Name fewer areas, such as PR for PR1, PR2 and PR3");
        RuleFor(f => f.AgeFrom).NotNull().WithMessage("Enter the youngest age").InclusiveBetween(0, 25).WithMessage("Youngest age must be from 0 to 25");
        RuleFor(f => f.AgeTo).NotNull().WithMessage("Enter the oldest age").InclusiveBetween(0, 25).WithMessage("Oldest age must be from 0 to 25");
        RuleFor(f => f.AgeTo).Must((f, to) => to >= f.AgeFrom).When(f => f.AgeFrom is not null && f.AgeTo is not null).WithMessage("Oldest age must be the youngest age or more");
        this.AskAwayDates(f => f.AwayFrom, f => f.AwayUntil, f => f.CoverServiceId);
        RuleForEach(f => f.Needs).Must(n => PrimaryNeeds.TryGet(n, out _)).OverridePropertyName("Needs").WithMessage("Select needs from the list");
    }
}
