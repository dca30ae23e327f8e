using System.ComponentModel.DataAnnotations;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Parts.Notification;

/// <summary>Family or young person, views and sharing, as typed.</summary>
public sealed class FamilyForm
{
    /// <summary>Parent or carer with parental responsibility.</summary>
    [Display(Name = "Name of the parent or carer")]
    public string? ParentName { get; set; }

    /// <summary>The parent's email address.</summary>
    [Display(Name = "Their email address")]
    public string? ParentEmail { get; set; }

    /// <summary>The parent's phone number.</summary>
    [Display(Name = "Their phone number")]
    public string? ParentPhone { get; set; }

    /// <summary>A second person with parental responsibility.</summary>
    [Display(Name = "Second person with parental responsibility")]
    public string? SecondParentName { get; set; }

    /// <summary>How to reach the second person.</summary>
    [Display(Name = "How to reach them")]
    public string? SecondParentContact { get; set; }

    /// <summary>The young person's own email address.</summary>
    [Display(Name = "Young person’s email address")]
    public string? YoungPersonEmail { get; set; }

    /// <summary>The young person's own phone number.</summary>
    [Display(Name = "Young person’s phone number")]
    public string? YoungPersonPhone { get; set; }

    /// <summary>Whether the request was discussed with the young person.</summary>
    [Display(Name = "Was the request discussed with the young person?")]
    public bool? Discussed { get; set; }

    /// <summary>Whether the parents may be copied in.</summary>
    [Display(Name = "May their parents be copied in?")]
    public bool? CopyParents { get; set; }

    /// <summary>Language that an interpreter is needed for.</summary>
    [Display(Name = "Interpreter needed (language)")]
    public string? Interpreter { get; set; }

    /// <summary>The family's views, wishes and feelings in their words.</summary>
    [Display(Name = "Views, wishes and feelings")]
    public string? Views { get; set; }

    /// <summary>What the family agreed about sharing.</summary>
    [Display(Name = "Sharing information with health services")]
    public SharingAgreement? Sharing { get; set; }

    /// <summary>Anyone the family does not want information shared with.</summary>
    [Display(Name = "Anyone not to share with (optional)")]
    public string? DoNotShareWith { get; set; }

    /// <summary>The family as recorded.</summary>
    /// <param name="family">The family.</param>
    /// <param name="interpreter">The language that they need an interpreter for.</param>
    public static FamilyForm Of(FamilyView family, string? interpreter) => new()
    {
        ParentName = family.ParentName,
        ParentEmail = family.ParentEmail,
        ParentPhone = family.ParentPhone,
        SecondParentName = family.SecondParentName,
        SecondParentContact = family.SecondParentContact,
        YoungPersonEmail = family.YoungPersonEmail,
        YoungPersonPhone = family.YoungPersonPhone,
        Discussed = family.DiscussedWithYoungPerson,
        CopyParents = family.ParentsMayBeCopiedIn,
        Interpreter = interpreter,
        Views = family.Views,
        Sharing = family.Sharing,
        DoNotShareWith = family.DoNotShareWith,
    };

    /// <summary>The family as typed.</summary>
    /// <param name="isYoungPerson">Whether the questions for a young person were asked.</param>
    public FamilyView ToFamily(bool isYoungPerson) => new()
    {
        ParentName = ParentName.ContentOrNull(),
        ParentEmail = ParentEmail.ContentOrNull(),
        ParentPhone = ParentPhone.ContentOrNull(),
        SecondParentName = SecondParentName.ContentOrNull(),
        SecondParentContact = SecondParentContact.ContentOrNull(),
        YoungPersonEmail = isYoungPerson ? YoungPersonEmail.ContentOrNull() : null,
        YoungPersonPhone = isYoungPerson ? YoungPersonPhone.ContentOrNull() : null,
        DiscussedWithYoungPerson = isYoungPerson ? Discussed : null,
        ParentsMayBeCopiedIn = isYoungPerson ? CopyParents : null,
        Views = Views.ContentOrNull(),
        Sharing = Sharing ?? SharingAgreement.NotRecorded,
        DoNotShareWith = DoNotShareWith.ObjectionOrNull(),
    };
}

/// <summary>The contacts and the views, without what was agreed about sharing.</summary>
internal sealed class FamilyContactsValidator : AbstractValidator<FamilyForm>
{
    public FamilyContactsValidator()
    {
        RuleFor(f => f.ParentName).AtMost(200, "Name of the parent or carer");
        RuleFor(f => f.ParentEmail).EmailOrBlank("name@example.com").When(f => f.ParentEmail.ContentOrNull() is not null);
        RuleFor(f => f.ParentPhone).PhoneOrBlank().When(f => f.ParentPhone.ContentOrNull() is not null);
        RuleFor(f => f.SecondParentName).AtMost(200, "Second person");
        RuleFor(f => f.SecondParentContact).AtMost(400, "How to reach them");
        RuleFor(f => f.Interpreter).AtMost(100, "Interpreter needed");
        RuleFor(f => f.Views).AtMost(4000, "Views, wishes and feelings");
    }
}

internal sealed class FamilyFormValidator : AbstractValidator<FamilyForm>
{
    public FamilyFormValidator()
    {
        Include(new FamilyContactsValidator());
        RuleFor(f => f.Sharing).NotNull().WithMessage("Select what was agreed about sharing");
        RuleFor(f => f.DoNotShareWith).AtMost(1000, "Anyone not to share with");
        RuleFor(f => f.DoNotShareWith).Must(text => text.ObjectionOrNull() is not null).When(f => f.Sharing == SharingAgreement.Objects)
            .WithMessage("Say what must not be shared, or with whom");
    }
}
