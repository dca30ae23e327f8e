using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.CorrectDates;

/// <summary>The days that the clocks run from, as they should have been recorded.</summary>
public sealed class CorrectDatesForm : IShowsChildRecord
{
    /// <summary>How the assessment began.</summary>
    [Display(Name = "How did this begin?")]
    public ClockEvent? StartedBy { get; set; }

    /// <summary>The day the authority's clock started.</summary>
    [Display(Name = "When did the authority's clock start?")]
    public DateInput ReceivedOn { get; set; } = new();

    /// <summary>The day of the decision to assess, or on other routes the day the family was told, from which the plan of a re-assessment is counted.</summary>
    [Display(Name = "When was it decided, or the family told?")]
    public DateInput ToldOn { get; set; } = new();

    /// <summary>The day health's clock started.</summary>
    [Display(Name = "When did health receive the request for advice?")]
    public DateInput HealthReceivedOn { get; set; } = new();

    /// <summary>The day on which what the DCO service recorded for the authority arrived.</summary>
    [Display(Name = "When did the authority’s notification arrive at health?")]
    public DateInput ArrivedOn { get; set; } = new();

    /// <summary>The day on which the assessment ended.</summary>
    [Display(Name = "When did the assessment end?")]
    public DateInput OutcomeOn { get; set; } = new();

    /// <summary>The reason for the correction.</summary>
    [Display(Name = "Why is this being corrected?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The assessment as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The assessment's dates and what the person may correct.</summary>
    [BindNever, ValidateNever]
    public CorrectableDates Facts { get; set; } = null!;

    /// <summary>What the correction moves; null before it is checked.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<DateChange>? Changes { get; set; }

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;
}

internal sealed class CorrectDatesFormValidator : AbstractValidator<CorrectDatesForm>
{
    public CorrectDatesFormValidator(UkClock clock)
    {
        // a blank date stays as it is: the controller knows which dates this person may correct
        RuleFor(f => f.StartedBy).Must(s => s is null || AssessmentStarts.All.Contains(s.Value)).WithMessage("Select how this began");
        When(f => !f.ReceivedOn.IsEmpty, () => RuleFor(f => f.ReceivedOn).PastDate("The day the clock started", "Enter the day the clock started", clock));
        When(f => !f.ToldOn.IsEmpty, () => RuleFor(f => f.ToldOn).PastDate("The day the family was told", "Enter the day the family was told", clock));
        When(f => !f.HealthReceivedOn.IsEmpty, () => RuleFor(f => f.HealthReceivedOn).PastDate("The day health received the request", "Enter the day health received the request", clock));
        When(f => !f.ArrivedOn.IsEmpty, () => RuleFor(f => f.ArrivedOn).PastDate("The day it arrived", "Enter the day it arrived", clock));
        When(f => !f.OutcomeOn.IsEmpty, () => RuleFor(f => f.OutcomeOn).PastDate("The day the assessment ended", "Enter the day the assessment ended", clock));
        RuleFor(f => f.ReceivedOn).Must(d => d.Value is not { } day || day >= StatutoryRules.Commencement)
            .WithMessage("The day the clock started must be on or after 1 September 2014");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter why this is being corrected").AtMost(1000, "The reason");
    }
}
