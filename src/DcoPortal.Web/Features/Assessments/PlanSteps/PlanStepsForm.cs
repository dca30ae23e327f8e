using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.PlanSteps;

/// <summary>The days of the authority's steps to the plan. An empty day is not decided, not served, or taken back.</summary>
public sealed class PlanStepsForm : IShowsChildRecord
{
    /// <summary>The day it decided that a plan is needed.</summary>
    [Display(Name = "When was it decided that a plan is needed?")]
    public DateInput PlanNeededOn { get; set; } = new();

    /// <summary>The day the draft was served.</summary>
    [Display(Name = "When was the draft plan served on the family?")]
    public DateInput DraftServedOn { get; set; } = new();

    /// <summary>Why a recorded day changes.</summary>
    [Display(Name = "Why is a recorded day changed or taken back?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The assessment as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The facts shown on the page.</summary>
    [BindNever, ValidateNever]
    public DecisionFacts Facts { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;

    /// <summary>Whether a day that is recorded would change.</summary>
    public bool Changes(DecisionFacts recorded) => Differs(recorded.PlanNeededOn, PlanNeededOn.Value) || Differs(recorded.DraftServedOn, DraftServedOn.Value);

    private static bool Differs(DateOnly? recorded, DateOnly? typed) => recorded is not null && recorded != typed;
}

internal sealed class PlanStepsFormValidator : AbstractValidator<PlanStepsForm>
{
    public PlanStepsFormValidator(UkClock clock)
    {
        When(f => !f.PlanNeededOn.IsEmpty, () => RuleFor(f => f.PlanNeededOn).PastDate("The day it was decided that a plan is needed", "Enter the day it was decided that a plan is needed", clock));
        When(f => !f.DraftServedOn.IsEmpty, () => RuleFor(f => f.DraftServedOn).PastDate("The day the draft was served", "Enter the day the draft was served", clock));
        RuleFor(f => f.Reason).AtMost(1000, "The reason");
    }
}
