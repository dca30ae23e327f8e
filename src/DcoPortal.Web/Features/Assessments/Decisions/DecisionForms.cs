using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.Decisions;

/// <summary>The decision form.</summary>
public sealed class DecisionForm : IShowsChildRecord
{
    /// <summary>Assess or not.</summary>
    [Display(Name = "What has the authority decided?")]
    public AssessmentDecision? Decision { get; set; }

    /// <summary>The day of the decision.</summary>
    [Display(Name = "Date of the decision")]
    public DateInput DecidedOn { get; set; } = new();

    /// <summary>Whether the page asked for the day the family was told: only the words of an error depend on it.</summary>
    public bool AsksWhenTold { get; set; }

    /// <summary>The assessment as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The facts shown on the page.</summary>
    [BindNever, ValidateNever]
    public DecisionFacts Facts { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;
}

/// <summary>The outcome form.</summary>
public sealed class OutcomeForm : IShowsChildRecord
{
    /// <summary>How the assessment ended.</summary>
    [Display(Name = "How did the assessment end?")]
    public AssessmentOutcome? Outcome { get; set; }

    /// <summary>The day the assessment ended.</summary>
    [Display(Name = "Date of the outcome")]
    public DateInput On { get; set; } = new();

    /// <summary>The day the final plan was sent to health (reg 13(2)(c)); blank when it was not sent yet.</summary>
    [Display(Name = "When was the final plan sent to the integrated care board?")]
    public DateInput PlanSentOn { get; set; } = new();

    /// <summary>The day health was told that no plan is needed (reg 10(2)), where it was told before it is recorded here.</summary>
    [Display(Name = "When was the integrated care board told?")]
    public DateInput BoardToldOn { get; set; } = new();

    /// <summary>The day that belongs to the outcome that was chosen, or null where none does.</summary>
    public DateInput? HealthTold => Outcome switch
    {
        AssessmentOutcome.PlanIssued => PlanSentOn,
        AssessmentOutcome.NoPlan => BoardToldOn,
        _ => null,
    };

    /// <summary>The assessment as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The facts shown on the page.</summary>
    [BindNever, ValidateNever]
    public DecisionFacts Facts { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;
}

internal sealed class DecisionFormValidator : AbstractValidator<DecisionForm>
{
    public DecisionFormValidator(UkClock clock)
    {
        RuleFor(f => f.Decision).NotNull().WithMessage("Select what the authority has decided").IsInEnum().WithMessage("Select what the authority has decided");
        When(f => f.AsksWhenTold, () => RuleFor(f => f.DecidedOn).PastDate("The day the family was told", "Enter the day the family was told", clock))
            .Otherwise(() => RuleFor(f => f.DecidedOn).PastDate("The date of the decision", "Enter the date of the decision", clock));
    }
}

internal sealed class OutcomeFormValidator : AbstractValidator<OutcomeForm>
{
    public OutcomeFormValidator(UkClock clock)
    {
        RuleFor(f => f.Outcome).NotNull().WithMessage("Select how the assessment ended").IsInEnum().WithMessage("Select how the assessment ended")
            // a case goes on with another board by being moved there, not by an outcome
            .NotEqual(AssessmentOutcome.OtherBoard).WithMessage("Select how the assessment ended");
        RuleFor(f => f.On).PastDate("The date of the outcome", "Enter the date of the outcome", clock);
        When(f => f.Outcome == AssessmentOutcome.PlanIssued && !f.PlanSentOn.IsEmpty,
            () => RuleFor(f => f.PlanSentOn).PastDate("The day the plan was sent", "Enter the day the plan was sent", clock));
        When(f => f.Outcome == AssessmentOutcome.NoPlan && !f.BoardToldOn.IsEmpty,
            () => RuleFor(f => f.BoardToldOn).PastDate("The day the board was told", "Enter the day the board was told", clock));
    }
}
