using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.DecisionArrived;

/// <summary>The authority's decision, as it arrived.</summary>
public sealed class DecisionArrivedForm : IShowsChildRecord
{
    /// <summary>Assess or not.</summary>
    [Display(Name = "What has the authority decided?")]
    public AssessmentDecision? Decision { get; set; }

    /// <summary>The day of the decision, or the day the family was told.</summary>
    [Display(Name = "When was it decided, or the family told?")]
    public DateInput DecidedOn { get; set; } = new();

    /// <summary>The day it arrived.</summary>
    [Display(Name = "When did that arrive at health?")]
    public DateInput ArrivedOn { get; set; } = new();

    /// <summary>The assessment as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The facts shown on the page.</summary>
    [BindNever, ValidateNever]
    public DecisionFacts Facts { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;
}

internal sealed class DecisionArrivedFormValidator : AbstractValidator<DecisionArrivedForm>
{
    public DecisionArrivedFormValidator(UkClock clock)
    {
        RuleFor(f => f.Decision).NotNull().WithMessage("Select what the authority has decided").IsInEnum().WithMessage("Select what the authority has decided");
        RuleFor(f => f.DecidedOn).PastDate("That day", "Enter the day on which it was decided, or the family told", clock);
        RuleFor(f => f.ArrivedOn).PastDate("The day it arrived at health", "Enter the day it arrived at health", clock);
    }
}
