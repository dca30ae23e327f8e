using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>The professional being added. Those on the list are in the draft.</summary>
public sealed class ProfessionalsForm
{
    /// <summary>The professional in the boxes.</summary>
    public ProfessionalItem Adding { get; set; } = new();
}

/// <summary>A professional or service as typed or picked.</summary>
public sealed class ProfessionalItem
{
    /// <summary>The id that tells a second click on the same boxes from a second professional.</summary>
    public Guid Id { get; set; }

    /// <summary>The picked entry, as a value of the directory search, or empty.</summary>
    public string? Pick { get; set; }

    /// <summary>The picked entry in words that tell it from another of the same name. For display only.</summary>
    public string? PickedAs { get; set; }

    /// <summary>The person or service.</summary>
    [Display(Name = "Name of the professional or service")]
    public string? Name { get; set; }

    /// <summary>The service.</summary>
    [Display(Name = "Service")]
    public string? ServiceName { get; set; }

    /// <summary>The provider.</summary>
    [Display(Name = "Trust or other provider")]
    public string? ProviderName { get; set; }

    /// <summary>How to reach the professional or service.</summary>
    [Display(Name = "Email or phone")]
    public string? Contact { get; set; }

    /// <summary>When the professional last saw the child.</summary>
    [Display(Name = "Last seen (if known)")]
    public string? LastSeen { get; set; }

    /// <summary>Whether the professional or service is still involved.</summary>
    [Display(Name = "Still involved?")]
    public bool IsCurrent { get; set; } = true;

    /// <summary>The directory entry of the professional, or null. Never from the form.</summary>
    [BindNever]
    public Guid? ProfessionalId { get; set; }

    /// <summary>The directory entry of the service, or null. Never from the form.</summary>
    [BindNever]
    public Guid? ServiceId { get; set; }

    /// <summary>The town of that service. Never from the form.</summary>
    [BindNever]
    public string? Town { get; set; }

    /// <summary>Whether nothing is typed.</summary>
    [JsonIgnore, BindNever]
    public bool IsEmpty => string.IsNullOrWhiteSpace(string.Concat(Name, ServiceName, ProviderName, Contact, LastSeen));

    /// <summary>Whether more than a name was typed: then the further boxes are open.</summary>
    [JsonIgnore, BindNever]
    public bool SaysMore => !string.IsNullOrWhiteSpace(string.Concat(ServiceName, ProviderName, Contact));
}

internal sealed class ProfessionalsFormValidator : AbstractValidator<ProfessionalsForm>
{
    public ProfessionalsFormValidator()
    {
        RuleFor(f => f.Adding.Name).Must((form, name) => !string.IsNullOrWhiteSpace(name) || !string.IsNullOrWhiteSpace(form.Adding.ServiceName))
            .When(f => !f.Adding.IsEmpty).WithMessage("Enter the name of the professional or service");
        RuleFor(f => f.Adding.Name).AtMost(200, "Name");
        RuleFor(f => f.Adding.ServiceName).AtMost(200, "Service");
        RuleFor(f => f.Adding.ProviderName).AtMost(200, "Trust or other provider");
        RuleFor(f => f.Adding.Contact).AtMost(400, "Email or phone");
        RuleFor(f => f.Adding.LastSeen).AtMost(100, "Last seen");
    }
}
