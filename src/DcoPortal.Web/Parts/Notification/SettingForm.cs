using System.ComponentModel.DataAnnotations;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Parts.Notification;

/// <summary>School, college or early-years provider, as typed.</summary>
public sealed class SettingForm
{
    /// <summary>The answer that none of the schools offered is meant.</summary>
    public const string AsTyped = "none";

    /// <summary>Name.</summary>
    [Display(Name = "School, college or early-years provider")]
    public string? Name { get; set; }

    /// <summary>Unique reference number as typed, or of the school that was chosen.</summary>
    [Display(Name = "URN (optional)")]
    public string? Urn { get; set; }

    /// <summary>The number of the school chosen of those offered, or <see cref="AsTyped"/>.</summary>
    public string? Chosen { get; set; }

    /// <summary>The name for which schools were offered.</summary>
    public string? Offered { get; set; }

    /// <summary>Year group.</summary>
    [Display(Name = "Year group")]
    public string? YearGroup { get; set; }

    /// <summary>The SEN co-ordinator.</summary>
    [Display(Name = "SENCO and how to reach them")]
    public string? SencoContact { get; set; }

    /// <summary>The setting as recorded.</summary>
    public static SettingForm Of(EducationSetting setting) => new() { Name = setting.Name, Urn = setting.Urn, YearGroup = setting.YearGroup, SencoContact = setting.SencoContact };

    /// <summary>The setting as typed.</summary>
    public EducationSetting ToSetting() => new() { Name = Name.ContentOrNull(), Urn = Urn.ContentOrNull(), YearGroup = YearGroup.ContentOrNull(), SencoContact = SencoContact.ContentOrNull() };
}

internal sealed class SettingFormValidator : AbstractValidator<SettingForm>
{
    public SettingFormValidator()
    {
        RuleFor(f => f.Name).AtMost(200, "School, college or early-years provider");
        RuleFor(f => f.Urn).Must(urn => urn.ContentOrNull() is not { } digits || (digits.Length == 6 && digits.All(char.IsAsciiDigit)))
            .WithMessage("URN must have 6 digits");
        RuleFor(f => f.YearGroup).AtMost(30, "Year group");
        RuleFor(f => f.SencoContact).AtMost(400, "SENCO");
    }
}
