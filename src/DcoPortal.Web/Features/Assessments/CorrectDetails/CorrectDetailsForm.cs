using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.CorrectDetails;

/// <summary>What the notification should say.</summary>
public sealed class CorrectDetailsForm : IShowsChildRecord
{
    /// <summary>The child or young person.</summary>
    public ChildForm Child { get; set; } = new();

    /// <summary>Contacts and views. What was agreed about sharing is not asked here.</summary>
    public FamilyForm Family { get; set; } = new();

    /// <summary>School, college or early-years provider.</summary>
    public SettingForm Setting { get; set; } = new();

    /// <summary>A DfE code.</summary>
    [Display(Name = "Primary need")]
    public string? PrimaryNeed { get; set; }

    /// <summary>Who asked for the assessment.</summary>
    [Display(Name = "Who made the request?")]
    public RequestSource? Source { get; set; }

    /// <summary>Why the assessment was asked for.</summary>
    [Display(Name = "Reasons for the request")]
    public string? Reasons { get; set; }

    /// <summary>The authority's own reference.</summary>
    [Display(Name = "The authority’s own reference")]
    public string? AuthorityReference { get; set; }

    /// <summary>The reason for the correction.</summary>
    [Display(Name = "Why is this being corrected or added?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>Whether the person has looked at the records that would seem to be the same child's.</summary>
    public bool HasLooked { get; set; }

    /// <summary>Whether the person has said that it is the same child, of whom nearly everything changes.</summary>
    public bool IsSameChild { get; set; }

    /// <summary>The assessment as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The assessment as it stands.</summary>
    [BindNever, ValidateNever]
    public CorrectableDetails Facts { get; set; } = null!;

    /// <summary>What the correction changes; null before it is checked.</summary>
    [BindNever, ValidateNever]
    public DetailsCorrection? Correction { get; set; }

    /// <summary>That who asked does not fit the age, where this correction changes one of them; or null.</summary>
    [BindNever, ValidateNever]
    public string? SourceDoubt => Facts is null || Child.DateOfBirth.Value is not { } born || (Source ?? Facts.Details.Source) is var source && (source, born) == (Facts.Details.Source, Facts.Details.Child.DateOfBirth)
        ? null : SourceAndAge.Doubt(source, born, Facts.ReceivedOn);

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;

    /// <summary>The form filled in with what is recorded.</summary>
    public static CorrectDetailsForm Of(CorrectableDetails facts) => new()
    {
        Facts = facts,
        Version = facts.Version,
        Child = ChildForm.Of(facts.Details.Child),
        Family = FamilyForm.Of(facts.Details.Family, facts.Details.Child.Interpreter),
        Setting = SettingForm.Of(facts.Details.Setting),
        PrimaryNeed = facts.Details.PrimaryNeed,
        Source = facts.Details.Source,
        Reasons = facts.Details.Reasons,
        AuthorityReference = facts.Details.AuthorityReference,
    };

    /// <summary>The correction as typed. Call it on a form that has been checked.</summary>
    public DetailsToCorrect ToCorrect() => new(Facts.Keys.Reference,
        new(Child.ToChild(Family.Interpreter), Family.ToFamily(Facts.AsksYoungPerson), Setting.ToSetting(),
            PrimaryNeeds.TryGet(PrimaryNeed, out var need) ? need.Code : "", Source ?? Facts.Details.Source, Reasons.ContentOrNull(), AuthorityReference.ContentOrNull()),
        Reason!, HasLooked, IsSameChild, Version);
}

internal sealed class CorrectDetailsFormValidator : AbstractValidator<CorrectDetailsForm>
{
    public CorrectDetailsFormValidator(IValidator<ChildForm> child, IValidator<SettingForm> setting)
    {
        RuleFor(f => f.Child).SetValidator(child);
        RuleFor(f => f.Family).SetValidator(new FamilyContactsValidator());
        RuleFor(f => f.Family.YoungPersonEmail).EmailOrBlank();
        RuleFor(f => f.Family.YoungPersonPhone).PhoneOrBlank();
        RuleFor(f => f.Setting).SetValidator(setting);
        RuleFor(f => f.PrimaryNeed).Must(code => string.IsNullOrEmpty(code) || PrimaryNeeds.TryGet(code, out _)).WithMessage("Select the primary need");
        RuleFor(f => f.Reasons).AtMost(4000, "Reasons");
        RuleFor(f => f.AuthorityReference).AtMost(50, "The authority’s own reference");
        RuleFor(f => f.AuthorityReference).IsTheirOwn();
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter why this is being corrected or added");
        RuleFor(f => f.Reason).AtMost(1000, "The reason");
    }
}
