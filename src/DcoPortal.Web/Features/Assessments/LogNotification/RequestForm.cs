using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>What was asked, when, and what was decided, as typed.</summary>
public sealed class RequestForm
{
    /// <summary>The answer that no decision has been made.</summary>
    public const string NotDecided = "NotDecided";

    /// <summary>How the assessment began: a request under section 36 unless the person says otherwise.</summary>
    [Display(Name = "How did this begin?")]
    public ClockEvent? StartedBy { get; set; } = ClockEvent.RequestReceived;

    /// <summary>The day the clock started.</summary>
    [Display(Name = "When did you receive the request?")]
    public DateInput Received { get; set; } = new();

    /// <summary>Who asked for the assessment.</summary>
    [Display(Name = "Who made the request?")]
    public RequestSource? Source { get; set; }

    /// <summary>NotDecided, Assess or DoNotAssess.</summary>
    [Display(Name = "What has been decided about an assessment?")]
    public string? Decision { get; set; }

    /// <summary>The day of the decision; blank while there is none.</summary>
    [Display(Name = "Date of the decision")]
    public DateInput DecisionOn { get; set; } = new();

    /// <summary>The board that is told, where the authority has several.</summary>
    [Display(Name = "Which integrated care board?")]
    public Guid? IcbId { get; set; }

    /// <summary>A DfE code.</summary>
    [Display(Name = "Primary need")]
    public string? PrimaryNeed { get; set; }

    /// <summary>Why the assessment was asked for.</summary>
    [Display(Name = "Reasons for the request (optional)")]
    public string? Reasons { get; set; }

    /// <summary>The authority's own reference.</summary>
    [Display(Name = "Your own reference (optional)")]
    public string? AuthorityReference { get; set; }

    /// <summary>The decision chosen, or null.</summary>
    [JsonIgnore, BindNever]
    public AssessmentDecision? DecisionMade => IsOwnDecision ? AssessmentDecision.Assess : Decision switch
    {
        nameof(AssessmentDecision.Assess) => AssessmentDecision.Assess,
        nameof(AssessmentDecision.DoNotAssess) => AssessmentDecision.DoNotAssess,
        _ => null,
    };

    /// <summary>The day of the decision chosen, or null.</summary>
    [JsonIgnore, BindNever]
    public DateOnly? DecidedOn => IsOwnDecision ? Received.Value : DecisionMade is null ? null : DecisionOn.Value;

    /// <summary>Whether the authority's own decision to re-assess started the clock: then there is no decision left, and nobody asked.</summary>
    [JsonIgnore, BindNever]
    public bool IsOwnDecision => StartedBy == ClockEvent.ReassessmentNotified;

    /// <summary>How the assessment began, for words: a request while nothing is chosen.</summary>
    [JsonIgnore, BindNever]
    public ClockEvent Start => StartedBy is { } chosen && AssessmentStarts.All.Contains(chosen) ? chosen : ClockEvent.RequestReceived;
}

internal sealed class RequestFormValidator : AbstractValidator<RequestForm>
{
    private readonly UkClock _clock;

    public RequestFormValidator(UkClock clock, AccessScope scope)
    {
        _clock = clock;
        RuleFor(f => f.StartedBy).Must(s => s is { } chosen && AssessmentStarts.All.Contains(chosen)).WithMessage("Select how this began");
        RuleFor(f => f.Received).Custom((received, context) =>
        {
            var what = RouteWords.AnchorDate(context.InstanceToValidate.Start, scope.Kind == ScopeKind.DcoService);
            if (received.IsEmpty) { context.AddFailure($"Enter {char.ToLowerInvariant(what[0])}{what[1..]}"); }
            else if (received.Problem(what) is { } problem) { context.AddFailure(problem); }
            else if (received.Value > _clock.Today) { context.AddFailure($"{what} cannot be in the future"); }
            else if (received.Value < StatutoryRules.Commencement) { context.AddFailure($"{what} must be on or after 1 September 2014, when this law began"); }
        });
        RuleFor(f => f.Source).NotNull().When(f => !f.IsOwnDecision).WithMessage("Select who made the request");
        RuleFor(f => f.Decision).Must(d => d is RequestForm.NotDecided or nameof(AssessmentDecision.Assess) or nameof(AssessmentDecision.DoNotAssess))
            .When(f => !f.IsOwnDecision).WithMessage("Select what has been decided");
        RuleFor(f => f.Decision).Must(d => d != nameof(AssessmentDecision.DoNotAssess)).When(f => f.StartedBy is { } s && AssessmentStarts.MustAssess(s) && !f.IsOwnDecision)
            .WithMessage("The authority must assess: say whether the family has been told");
        RuleFor(f => f.DecisionOn).Custom(DecisionDate).When(f => f.DecisionMade is not null && !f.IsOwnDecision);
        RuleFor(f => f.DecisionOn).Must(on => on.IsEmpty).When(f => f.Decision == RequestForm.NotDecided && !f.IsOwnDecision)
            .WithMessage("Clear the date of the decision, or say what was decided");
        RuleFor(f => f.PrimaryNeed).Must(code => PrimaryNeeds.TryGet(code, out _)).WithMessage("Select the primary need");
        RuleFor(f => f.Reasons).AtMost(4000, "Reasons");
        RuleFor(f => f.AuthorityReference).AtMost(50, scope.Kind == ScopeKind.DcoService ? "The authority’s reference" : "Your own reference");
        RuleFor(f => f.AuthorityReference).IsTheirOwn();
    }

    private void DecisionDate(DateInput on, ValidationContext<RequestForm> context)
    {
        var start = context.InstanceToValidate.Start;
        var what = RouteWords.DecisionDate(start);
        if (on.IsEmpty) { context.AddFailure($"Enter {(RouteWords.CountsTheNotice(start) ? "" : "the ")}{char.ToLowerInvariant(what[0])}{what[1..]}"); }
        else if (on.Problem(what) is { } problem) { context.AddFailure(problem); }
        else if (on.Value > _clock.Today) { context.AddFailure($"{what} cannot be in the future"); }
        else if (context.InstanceToValidate.Received.Value is { } received && received <= _clock.Today && on.Value < received) { context.AddFailure($"{what} cannot be before {AssessmentStarts.ClauseOf(start)}, on {UkText.LongDate(received)}"); }
    }
}
