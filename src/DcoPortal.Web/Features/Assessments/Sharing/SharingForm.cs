using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Wishes;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.Sharing;

/// <summary>What the family wishes about sharing information.</summary>
public sealed class SharingForm : IShowsChildRecord
{
    /// <summary>What they agreed.</summary>
    [Display(Name = "What does the family wish?")]
    public SharingAgreement? Sharing { get; set; }

    /// <summary>Who may not have information, or what may not be shared.</summary>
    [Display(Name = "Who must not have information, or what must not be shared?")]
    public string? DoNotShareWith { get; set; }

    /// <summary>What they agreed to.</summary>
    [Display(Name = "What did they agree to? (optional)")]
    public string? Consent { get; set; }

    /// <summary>The day they said so.</summary>
    [Display(Name = "When did they say so?")]
    public DateInput SaidOn { get; set; } = new();

    /// <summary>Who said so, and how.</summary>
    [Display(Name = "Who said so, and how?")]
    public string? SaidBy { get; set; }

    /// <summary>Whether it counts although something else was said after it: asked only then.</summary>
    public bool ReplacesLater { get; set; }

    /// <summary>The assessment as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>Whether something else was said after it.</summary>
    [BindNever, ValidateNever]
    public bool IsEarlier => SaidOn.Value < Facts.Wish.SaidOn;

    /// <summary>The assessment as it stands.</summary>
    [BindNever, ValidateNever]
    public SharingFacts Facts { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;

    /// <summary>The wish as typed. Call it on a form that has been checked.</summary>
    public WishToRecord ToRecord() => new(Facts.Keys.Reference, new(Sharing!.Value, DoNotShareWith.ObjectionOrNull(), Consent.ContentOrNull(), SaidOn.Value, SaidBy.ContentOrNull()), Version, ReplacesLater);
}

internal sealed class SharingFormValidator : AbstractValidator<SharingForm>
{
    public SharingFormValidator(UkClock clock)
    {
        RuleFor(f => f.Sharing).NotNull().WithMessage("Select what the family wishes");
        RuleFor(f => f.DoNotShareWith).AtMost(1000, "Who must not have information");
        RuleFor(f => f.DoNotShareWith).Must(text => text.ObjectionOrNull() is not null).When(f => f.Sharing == SharingAgreement.Objects).WithMessage("Say what must not be shared, or with whom");
        RuleFor(f => f.Consent).AtMost(1000, "What they agreed to");
        // what limits the sharing is looked at where it says with whom not to
        RuleFor(f => f.Consent).Must(text => !LimitedConsent.IsIn(text)).When(f => f.DoNotShareWith.ObjectionOrNull() is null)
            .WithMessage("This limits with whom information is shared. Write that under ‘Who must not have information, or what must not be shared?’ as well: only those words are looked at when somebody is asked");
        RuleFor(f => f.SaidOn).PastDate("The day they said so", "Enter the day they said so", clock);
        RuleFor(f => f.SaidBy).NotEmpty().WithMessage("Enter who said so, and how");
        RuleFor(f => f.SaidBy).AtMost(200, "Who said so");
    }
}
