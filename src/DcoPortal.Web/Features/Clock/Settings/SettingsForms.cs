using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Clock;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Clock.Settings;

/// <summary>How an authority counts its first day, as chosen.</summary>
public sealed class AuthoritySettingsForm
{
    /// <summary>As the law counts.</summary>
    public const string Law = "law";

    /// <summary>The day of receipt is day 1.</summary>
    public const string Receipt = "receipt";

    /// <summary>One of the two choices.</summary>
    [Display(Name = "Which day is day 1?")]
    public string? DayOne { get; set; }

    /// <summary>The version that the form was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The setting to store.</summary>
    public AuthorityClock ToSave() => new(DayOne == Receipt, Version);
}

internal sealed class AuthoritySettingsFormValidator : AbstractValidator<AuthoritySettingsForm>
{
    public AuthoritySettingsFormValidator() =>
        RuleFor(f => f.DayOne).Must(d => d is AuthoritySettingsForm.Law or AuthoritySettingsForm.Receipt).WithMessage("Select which day is day 1");
}

/// <summary>A board's local targets, as typed.</summary>
public sealed class BoardSettingsForm
{
    /// <summary>Calendar days for information already held.</summary>
    [Display(Name = "Early information")]
    public int? EarlyInformationDays { get; set; }

    /// <summary>Calendar days for a professional's answer, or none.</summary>
    [Display(Name = "Answer from a professional or service (optional)")]
    public int? TurnaroundDays { get; set; }

    /// <summary>Calendar days from the last advice to the final plan.</summary>
    [Display(Name = "Writing the plan")]
    public int? PlanWritingDays { get; set; }

    /// <summary>The address of the board's SEND lead, or empty.</summary>
    [Display(Name = "Email address of the board’s SEND lead (optional)")]
    public string? SendLeadEmail { get; set; }

    /// <summary>The version that the form was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The settings to store, once the form is complete.</summary>
    public BoardClock ToSave() => new(EarlyInformationDays!.Value, TurnaroundDays, PlanWritingDays!.Value, SendLeadEmail, Version);
}

internal sealed class BoardSettingsFormValidator : AbstractValidator<BoardSettingsForm>
{
    public BoardSettingsFormValidator()
    {
        RuleFor(f => f.EarlyInformationDays).Cascade(CascadeMode.Stop).NotNull().WithMessage("Enter the days for early information").InclusiveBetween(1, 42).WithMessage("Early information must be from 1 to 42 days");
        RuleFor(f => f.TurnaroundDays).InclusiveBetween(1, 41).When(f => f.TurnaroundDays is not null).WithMessage("Enter from 1 to 41 days, or leave it empty for no target");
        RuleFor(f => f.PlanWritingDays).Cascade(CascadeMode.Stop).NotNull().WithMessage("Enter the days for writing the plan").InclusiveBetween(15, 98).WithMessage("Writing the plan must take from 15 to 98 days");
        RuleFor(f => f.SendLeadEmail).SendLeadAddress();
    }
}
