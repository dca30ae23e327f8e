using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Parts.Notification;

/// <summary>The child or young person, as typed.</summary>
public sealed class ChildForm
{
    /// <summary>Forenames.</summary>
    [Display(Name = "Forenames")]
    public string? Forenames { get; set; }

    /// <summary>Whether they have one name only, which then stands as the surname.</summary>
    public bool HasOneName { get; set; }

    /// <summary>Legal surname.</summary>
    [Display(Name = "Legal surname")]
    public string? LegalSurname { get; set; }

    /// <summary>The name the child is known as.</summary>
    [Display(Name = "Known as (if different)")]
    public string? KnownAs { get; set; }

    /// <summary>Date of birth.</summary>
    [Display(Name = "Date of birth")]
    public DateInput DateOfBirth { get; set; } = new();

    /// <summary>NHS number as typed.</summary>
    [Display(Name = "NHS number")]
    public string? NhsNumber { get; set; }

    /// <summary>Whether the NHS number is not known: no clock waits for it.</summary>
    public bool NhsNumberNotKnown { get; set; }

    /// <summary>Sex as recorded by the authority.</summary>
    [Display(Name = "Sex")]
    public string? Sex { get; set; }

    /// <summary>Unique pupil number as typed.</summary>
    [Display(Name = "Unique pupil number (UPN)")]
    public string? Upn { get; set; }

    /// <summary>Address without the postcode.</summary>
    [Display(Name = "Address")]
    public string? Address { get; set; }

    /// <summary>Postcode as typed.</summary>
    [Display(Name = "Postcode")]
    public string? Postcode { get; set; }

    /// <summary>ODS code of the GP practice as typed.</summary>
    [Display(Name = "GP practice code")]
    public string? GpPractice { get; set; }

    /// <summary>Whether a local authority looks after the child.</summary>
    public bool IsLookedAfter { get; set; }

    /// <summary>How the child communicates and what helps.</summary>
    [Display(Name = "Communication needs")]
    public string? CommunicationNeeds { get; set; }

    /// <summary>The child as recorded.</summary>
    public static ChildForm Of(ChildOrYoungPerson child) => new()
    {
        Forenames = child.Forenames,
        HasOneName = child.Forenames.Length == 0,
        LegalSurname = child.LegalSurname,
        KnownAs = child.KnownAs,
        DateOfBirth = DateInput.From(child.DateOfBirth),
        NhsNumber = child.NhsNumber,
        NhsNumberNotKnown = child.NhsNumber is null,
        Sex = child.Sex,
        Upn = child.Upn,
        Address = child.Address,
        Postcode = child.Postcode,
        GpPractice = child.GpPracticeCode,
        IsLookedAfter = child.IsLookedAfter,
        CommunicationNeeds = child.CommunicationNeeds,
    };

    /// <summary>The child as typed; what cannot be read is left out.</summary>
    /// <param name="interpreter">The language that the family needs an interpreter for, as typed.</param>
    public ChildOrYoungPerson ToChild(string? interpreter) => new()
    {
        LegalSurname = LegalSurname.BlankToNull() ?? "",
        Forenames = Forenames.BlankToNull() ?? "",
        KnownAs = KnownAs.ContentOrNull(),
        DateOfBirth = DateOfBirth.Value ?? default,
        Sex = Sex.ContentOrNull(),
        NhsNumber = Domain.Identifiers.NhsNumber.TryParse(NhsNumber, out var nhs, out _) ? nhs.Value : null,
        Upn = Domain.Identifiers.Upn.TryParse(Upn, out var upn, out _) ? upn.Value : null,
        Address = Address.ContentOrNull(),
        Postcode = Domain.Identifiers.Postcode.TryParse(Postcode, out var postcode, out _) ? postcode.Value : null,
        GpPracticeCode = OdsCode.TryParse(GpPractice, out var gp, out _) ? gp.Value : null,
        IsLookedAfter = IsLookedAfter,
        CommunicationNeeds = CommunicationNeeds.ContentOrNull(),
        Interpreter = interpreter.ContentOrNull(),
    };

    /// <summary>Whether they are over compulsory school age, so that the letters go to them and not to the parent.</summary>
    public bool IsYoungPerson(DateOnly today) => DateOfBirth.Value is { } born && today > CompulsorySchoolAge.EndsOn(born);
}

internal sealed class ChildFormValidator : AbstractValidator<ChildForm>
{
    public ChildFormValidator(UkClock clock)
    {
        RuleFor(f => f.Forenames).NotEmpty().When(f => !f.HasOneName).WithMessage("Enter the forenames, or tick that they have one name only");
        RuleFor(f => f.Forenames).AtMost(ChildOrYoungPerson.NameLength, "Forenames").NameOrBlank("Forenames");
        RuleFor(f => f.Forenames).Must(name => !TwoChildren.AreIn(name)).WithMessage("These look like the names of two children: each has a case of their own. Write one child’s forenames; another name of the same child goes under Known as");
        RuleFor(f => f.LegalSurname).Must(name => !TwoChildren.AreInSurname(name)).WithMessage("This looks like the names of two children: each has a case of their own. Write one child’s surname");
        RuleFor(f => f.KnownAs).Must(name => !TwoChildren.AreIn(name)).WithMessage("This looks like another child: each has a case of their own. Write only what this child is called");
        RuleFor(f => f.LegalSurname).NotEmpty().WithMessage(f => f.HasOneName ? "Enter their one name as the legal surname" : "Enter the legal surname").AtMost(ChildOrYoungPerson.NameLength, "Legal surname").NameOrBlank("Legal surname");
        RuleFor(f => f.KnownAs).AtMost(ChildOrYoungPerson.NameLength, "Known as");
        RuleFor(f => f.DateOfBirth).Custom((born, context) =>
        {
            if (born.IsEmpty) { context.AddFailure("Enter the date of birth"); }
            else if (born.Problem("Date of birth") is { } problem) { context.AddFailure(problem); }
            else if (born.Value > clock.Today) { context.AddFailure("Date of birth cannot be in the future"); }
            // a request of years ago may be logged late, so 35 is allowed here; above that the century was mistyped
            else if (CompulsorySchoolAge.AgeOn(born.Value!.Value, clock.Today) > 35) { context.AddFailure("Check the year of birth: an assessment is for someone under 25"); }
        });
        RuleFor(f => f.NhsNumber).Custom((text, context) =>
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                if (!context.InstanceToValidate.NhsNumberNotKnown) { context.AddFailure("Enter the NHS number, or tick that it is not known"); }
            }
            else if (!NhsNumber.TryParse(text, out _, out var problem))
            {
                context.AddFailure(problem switch
                {
                    "check digit is wrong" => "Check the NHS number: one or more of its digits are wrong",
                    "all digits the same" => "Check the NHS number: its digits cannot all be the same",
                    _ => $"NHS number {problem}",
                });
            }
        });
        RuleFor(f => f.Upn).Custom((text, context) =>
        {
            if (text.ContentOrNull() is not null && !Upn.TryParse(text, out _, out var problem))
            {
                context.AddFailure(problem.StartsWith("must", StringComparison.Ordinal) ? $"UPN {problem}" : $"Check the UPN: its {problem}");
            }
        });
        RuleFor(f => f.Postcode).Custom((text, context) =>
        {
            if (text.ContentOrNull() is not null && !Postcode.TryParse(text, out _, out _)) { context.AddFailure("Enter a full UK postcode, such as PR1 8XJ"); }
        });
        RuleFor(f => f.GpPractice).Custom((text, context) =>
        {
            if (text.ContentOrNull() is not null && !OdsCode.TryParse(text, out _, out var problem)) { context.AddFailure($"GP practice code {problem}"); }
        });
        RuleFor(f => f.Sex).Must(s => s is null or "" or "Female" or "Male" or "Not stated").WithMessage("Select one of the answers");
        RuleFor(f => f.Address).AtMost(400, "Address");
        RuleFor(f => f.CommunicationNeeds).AtMost(1000, "Communication needs");
    }
}
