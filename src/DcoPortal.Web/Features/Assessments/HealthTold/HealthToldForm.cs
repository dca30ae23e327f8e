using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.HealthTold;

/// <summary>The day health was told how an assessment ended.</summary>
public sealed class HealthToldForm : IShowsChildRecord
{
    /// <summary>The day.</summary>
    [Display(Name = "When was health told?")]
    public DateInput On { get; set; } = new();

    /// <summary>The assessment as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The facts shown on the page.</summary>
    [BindNever, ValidateNever]
    public DecisionFacts Facts { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;
}

internal sealed class HealthToldFormValidator : AbstractValidator<HealthToldForm>
{
    public HealthToldFormValidator(UkClock clock) => RuleFor(f => f.On).PastDate("The day health was told", "Enter the day health was told", clock);
}
