using System.ComponentModel.DataAnnotations;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>How the assessment began, on a page of its own, so that every later question can be asked in the words of that route.</summary>
public sealed class RouteForm
{
    /// <summary>One of <see cref="AssessmentStarts.All"/>.</summary>
    [Display(Name = "How did this begin?")]
    public ClockEvent? StartedBy { get; set; }
}

internal sealed class RouteFormValidator : AbstractValidator<RouteForm>
{
    public RouteFormValidator() =>
        RuleFor(f => f.StartedBy).Must(s => s is { } chosen && AssessmentStarts.All.Contains(chosen)).WithMessage("Select how this began");
}
