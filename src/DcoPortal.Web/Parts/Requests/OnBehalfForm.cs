using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>A form that a DCO role may also fill in for a service whose answer came by another route.</summary>
public abstract class OnBehalfForm : RequestForm
{
    /// <summary>How the answer came; asked of DCO roles only.</summary>
    [Display(Name = "How did the answer reach you?")]
    public string? ReceivedBy { get; set; }

    /// <summary>The sender of the answer; asked of DCO roles only.</summary>
    [Display(Name = "Whose answer is it?"), Sentence]
    public string? ReceivedFrom { get; set; }

    /// <summary>The day on which the authority had it already; asked of DCO roles only.</summary>
    [Display(Name = "On which day did it reach the authority? (optional)")]
    public DateInput ReachedOn { get; set; } = new();

    /// <summary>What is wrong with that day, which the request alone can say; null when nothing is.</summary>
    public string? ReachedTooEarly() => Head.IsOnBehalf && ReachedOn.Value < Head.Row.ReceivedByHealthOn ? $"That cannot be before health was asked, on {UkText.LongDate(Head.Row.ReceivedByHealthOn)}" : null;

    /// <summary>Whether the answer that stands was submitted by this person, by the same route: a second click, and not a colleague who was quicker.</summary>
    public bool IsSubmittedBy(CurrentPerson person) => RequestMove.Submit.Rule().In(Head.Row.Stage) == MoveVerdict.Already && !Head.Row.NeedsNothingMore()
        && Head.Row.SubmittedByName == OtherRoute.NameOf(person.Actor, Head.IsOnBehalf ? Route() : null);

    /// <summary>The route, when it was given.</summary>
    public OtherRoute? Route() => string.IsNullOrWhiteSpace(ReceivedBy) || string.IsNullOrWhiteSpace(ReceivedFrom) ? null : new(ReceivedBy, ReceivedFrom, ReachedOn.Value);
}

internal static class OnBehalfRules
{
    /// <summary>Asks DCO roles only how the answer came.</summary>
    public static void AskRoute<T>(this AbstractValidator<T> validator, CurrentPerson person, UkClock clock) where T : OnBehalfForm
    {
        if (person.Scope.Kind != Domain.Access.ScopeKind.DcoService) { return; }
        validator.RuleFor(f => f.ReceivedBy).Must(r => r is not null && OtherRoute.Routes.Contains(r)).WithMessage("Select how the answer reached you");
        validator.RuleFor(f => f.ReceivedFrom).NotEmpty().WithMessage("Enter whose answer it is")
            .AtMost(OtherRoute.FromLength, "The name");
        validator.When(f => !f.ReachedOn.IsEmpty, () => validator.RuleFor(f => f.ReachedOn).PastDate("The day it reached the authority", "Enter the day it reached the authority", clock));
    }
}
