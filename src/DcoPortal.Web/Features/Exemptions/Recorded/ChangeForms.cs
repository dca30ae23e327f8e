using DcoPortal.Domain.Exemptions;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Exemptions.Recorded;

/// <summary>The day the family was told.</summary>
public sealed class FamilyToldForm
{
    /// <summary>The day.</summary>
    public DateInput FamilyToldOn { get; set; } = new();

    /// <summary>The other day of the form, which is not saved with this one.</summary>
    [ValidateNever]
    public DateInput ExpectedOn { get; set; } = new();

    /// <summary>The exemption as the person saw it.</summary>
    public Guid Version { get; set; }
}

/// <summary>The day the work is now expected.</summary>
public sealed class ExpectedForm
{
    /// <summary>The day, or empty when it is not known.</summary>
    public DateInput ExpectedOn { get; set; } = new();

    /// <summary>The other day of the form, which is not saved with this one.</summary>
    [ValidateNever]
    public DateInput FamilyToldOn { get; set; } = new();

    /// <summary>The exemption as the person saw it.</summary>
    public Guid Version { get; set; }
}

/// <summary>Withdraws an exemption that was recorded by mistake.</summary>
public sealed class WithdrawForm
{
    /// <summary>The reason.</summary>
    [Sentence]
    public string? Reason { get; set; }

    /// <summary>The exemption as the person saw it.</summary>
    public Guid Version { get; set; }
}

internal sealed class FamilyToldFormValidator : AbstractValidator<FamilyToldForm>
{
    public FamilyToldFormValidator(UkClock clock) => RuleFor(f => f.FamilyToldOn).Custom((date, c) =>
    {
        var problem = date.IsEmpty ? "Enter the day the family was told" : date.Problem("The day the family was told")
            ?? (date.Value > clock.Today ? "The day the family was told must be today or in the past" : null);
        if (problem is not null) { c.AddFailure(problem); }
    });
}

internal sealed class ExpectedFormValidator : AbstractValidator<ExpectedForm>
{
    public ExpectedFormValidator(UkClock clock) => RuleFor(f => f.ExpectedOn).ComingDate("The expected date", null, clock);
}

internal sealed class WithdrawFormValidator : AbstractValidator<WithdrawForm>
{
    public WithdrawFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter why it was recorded by mistake")
        .AtMost(Exemption.NoteLength, "The reason");
}
