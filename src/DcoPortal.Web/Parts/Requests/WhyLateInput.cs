using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>Why an answer is late, as a form asks for it: one choice, which may be left out.</summary>
public sealed class WhyLateInput
{
    /// <summary>The reason, or null for none said.</summary>
    [Display(Name = "Why is it late? (optional)")]
    public LateReason? Reason { get; set; }

    /// <summary>What another reason is.</summary>
    [Display(Name = "What is the reason?"), Sentence]
    public string? Note { get; set; }

    /// <summary>What was said so far.</summary>
    public static WhyLateInput Of(AdviceRequest request) => new() { Reason = request.LateReason, Note = request.LateNote };

    /// <summary>As it is kept, or null. A method, because validation looks into every property.</summary>
    public WhyLate? Said() => Reason is { } reason ? new(reason, reason == LateReason.AnotherReason ? Note?.Trim() : null) : null;
}

/// <summary>What the partial view shows.</summary>
/// <param name="Question">The question.</param>
/// <param name="Input">What is typed, or was said.</param>
/// <param name="IsDco">Whether the DCO service is asked, for whom nobody is "we".</param>
/// <param name="Hint">What follows from it, or null.</param>
public sealed record WhyLateQuestion(string Question, WhyLateInput Input, bool IsDco, string? Hint = WhyLateQuestion.ChangesNothing)
{
    /// <summary>What a reason does and does not do.</summary>
    public const string ChangesNothing = "It changes no date and excuses nothing. It shows where help is needed";

    /// <summary>Whether the delay may have been the DCO service’s own: of what is answered.</summary>
    public bool OffersChecking { get; init; }

    /// <summary>The reasons that are offered.</summary>
    public IEnumerable<LateReason> Reasons => AdviceWords.LateReasons.Where(r => OffersChecking || r != LateReason.CheckedTooLate || Input.Reason == r);

    /// <summary>A reason as the one who is asked says it.</summary>
    public string Label(LateReason reason) => IsDco ? reason.Said() : reason.Label();
}

internal sealed class WhyLateInputValidator : AbstractValidator<WhyLateInput>
{
    public WhyLateInputValidator()
    {
        RuleFor(w => w.Reason).IsInEnum().WithMessage("Select why it is late");
        RuleFor(w => w.Note).NotEmpty().When(w => w.Reason == LateReason.AnotherReason).WithMessage("Enter the reason")
            .AtMost(WhyLate.NoteLength, "The reason");
    }
}
