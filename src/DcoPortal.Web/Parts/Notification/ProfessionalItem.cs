using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DcoPortal.Web.Parts.Notification;

/// <summary>A professional or service as typed or picked: a row of the form.</summary>
public sealed class ProfessionalItem
{
    /// <summary>The most that a notification names.</summary>
    public const int Most = 40;

    /// <summary>The id that tells a row from the others, whichever are removed.</summary>
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
    [Display(Name = "Last seen")]
    public string? LastSeen { get; set; }

    /// <summary>Whether the professional or service is no longer involved.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Whether the family asked for this advice.</summary>
    public bool FamilyAsked { get; set; }

    /// <summary>Whether nothing is typed or ticked.</summary>
    [JsonIgnore, BindNever]
    public bool IsEmpty => !HasEnded && !FamilyAsked && Array.TrueForAll([Name, ServiceName, ProviderName, Contact, LastSeen], t => t.ContentOrNull() is null);
}

internal sealed class ProfessionalItemValidator : AbstractValidator<ProfessionalItem>
{
    public ProfessionalItemValidator()
    {
        RuleFor(f => f.Name).Must((item, name) => name.ContentOrNull() is not null || item.ServiceName.ContentOrNull() is not null)
            .When(f => !f.IsEmpty).WithMessage("Enter the name of the professional or service");
        RuleFor(f => f.Name).AtMost(200, "Name");
        RuleFor(f => f.ServiceName).AtMost(200, "Service");
        RuleFor(f => f.ProviderName).AtMost(200, "Trust or other provider");
        RuleFor(f => f.Contact).AtMost(400, "Email or phone");
        RuleFor(f => f.LastSeen).AtMost(100, "Last seen");
    }
}
