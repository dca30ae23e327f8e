using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Documents;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.Withdraw;

/// <summary>What to withdraw, why, and what the service is to send instead.</summary>
public sealed class WithdrawAnswerForm : RequestForm
{
    /// <summary>The answer's id, or the answer's and the document's with a colon between.</summary>
    [Display(Name = "What do you withdraw?")]
    public string? What { get; set; }

    /// <summary>Why, as others read it.</summary>
    [Display(Name = "Why?")]
    public WithdrawalReason? Reason { get; set; }

    /// <summary>What happened.</summary>
    [Display(Name = "What happened?"), Sentence]
    public string? Words { get; set; }

    /// <summary>The day it was found.</summary>
    [Display(Name = "When was it found?")]
    public DateInput FoundOn { get; set; } = new();

    /// <summary>"version", "addendum" or "nothing", or "asked" for what the service was asked already; empty where it cannot be asked.</summary>
    [Display(Name = "What should the service send instead?")]
    public string? Next { get; set; }

    /// <summary>What is needed, for the service.</summary>
    [Display(Name = "What do you need from the service?"), Sentence]
    public string? AskWords { get; set; }

    /// <summary>The day by which that is wanted.</summary>
    [Display(Name = "By when do you need it? (optional)")]
    public DateInput AskBy { get; set; } = new();

    /// <summary>The day by which it is wanted where none is said (Europe/London).</summary>
    [BindNever, ValidateNever]
    public DateOnly UsuallyBy => Head.Row.WantedByOn ?? AdviceRequest.UsuallyWantedBy(Head.Today);

    /// <summary>What the page showed of the request: see <see cref="SeenNow"/>.</summary>
    public string? Seen { get; set; }

    /// <summary>What was returned and stands.</summary>
    [BindNever, ValidateNever]
    public GivenAnswers Given { get; set; } = GivenAnswers.None;

    /// <summary>Where the case went, if it moved and was taken there; else null.</summary>
    [BindNever, ValidateNever]
    public string? GoesOnWith { get; set; }

    /// <summary>The authority that got the answer and where the case went, with their verb.</summary>
    [BindNever, ValidateNever]
    public string WhoIsTold => GoesOnWith is null || GoesOnWith == Head.AuthorityName ? $"{Head.AuthorityName} is" : $"{Head.AuthorityName} and {GoesOnWith}, where the case went, are";

    /// <summary>Whether the family may exclude who has the request: then it is asked for nothing.</summary>
    [BindNever, ValidateNever]
    public bool IsExcluded { get; set; }

    /// <summary>Whether the service can be asked for something instead.</summary>
    [BindNever, ValidateNever]
    public bool MayAsk => !IsExcluded && Head.Row.Can(RequestMove.AskForMore);

    /// <summary>Whether the service was asked for something already, and can be asked for a new version instead.</summary>
    [BindNever, ValidateNever]
    public bool IsAsked => !IsExcluded && Head.Row.Stage == RequestStage.Reopened;

    /// <summary>What the service was asked for: "a new version".</summary>
    [BindNever, ValidateNever]
    public string Asked => Head.Row.NextAnswer == AnswerKind.Version ? "a new version" : "an addendum";

    /// <summary>Where the request stands, and in which asking: what the choice of the next answer depends on.</summary>
    [BindNever, ValidateNever]
    public string SeenNow => $"{Head.Row.Stage}:{Head.Row.Round}";

    /// <summary>Whether what is chosen stands.</summary>
    [BindNever, ValidateNever]
    public bool IsThere => Chosen() is { } chosen && Given.Answers.Any(a => a.Row.Id == chosen.Answer && (chosen.Document is null || a.Files.Any(f => f.Id == chosen.Document)));

    /// <summary>The answer that the service has begun; null for none.</summary>
    [BindNever, ValidateNever]
    public BegunAnswer? Begun { get; set; }

    /// <summary>Where the very same files stay that can be withdrawn here.</summary>
    [BindNever, ValidateNever]
    public StillStanding Stands { get; set; } = StillStanding.Nowhere;

    /// <summary>The one thing that can be withdrawn, or null where there are several.</summary>
    [BindNever, ValidateNever]
    public string? OnlyChoice => Given.Answers is [{ Row.HasWords: false, Files.Count: <= 1 } only] ? only.Row.Id.ToString() : null;

    /// <summary>What the form, which is valid, asks for.</summary>
    public WithdrawWish ToWish(Guid answer, Guid? document) => new(answer, document, Reason!.Value, Words!, FoundOn.Value!.Value,
        Next switch { "version" => AnswerKind.Version, "addendum" => AnswerKind.Addendum, _ => null }, AskWords, AskBy.Value, (Head.Row.Stage, Head.Row.Round));

    /// <summary>The answer and document chosen, when they are among those that stand.</summary>
    public (Guid Answer, Guid? Document)? Chosen()
    {
        var parts = (What ?? "").Split(':');
        if (!Guid.TryParse(parts[0], out var answer)) { return null; }
        return parts.Length == 1 ? (answer, null) : Guid.TryParse(parts[1], out var document) ? (answer, document) : null;
    }
}

internal sealed class WithdrawAnswerFormValidator : AbstractValidator<WithdrawAnswerForm>
{
    public WithdrawAnswerFormValidator(UkClock clock)
    {
        RuleFor(f => f.What).Must((f, _) => f.Chosen() is not null).WithMessage("Select what you withdraw");
        RuleFor(f => f.Reason).NotNull().WithMessage("Select why").IsInEnum().WithMessage("Select why");
        RuleFor(f => f.Words).NotEmpty().WithMessage("Say what happened").AtMost(Withdrawal.WordsLength, "What happened");
        RuleFor(f => f.FoundOn).PastDate("The day it was found", "Enter the day it was found", clock);
        RuleFor(f => f.Next).Must(n => n is null or "version" or "addendum" or "nothing" or "asked").WithMessage("Select what the service should send");
        RuleFor(f => f.AskWords).NotEmpty().When(f => f.Next is "version" or "addendum").WithMessage("Say what you need from the service");
        RuleFor(f => f.AskWords).Empty().When(f => f.Next == "nothing").WithMessage("You say what you need from the service, and that it should send nothing: choose what it should send, or clear this box");
        RuleFor(f => f.AskWords).Empty().When(f => f.Next == "asked").WithMessage("What was asked stays as it was, so this would reach nobody: choose a new version, or clear this box");
        RuleFor(f => f.AskBy).ComingDate("The day by which you need it", null, clock);
        RuleFor(f => f.AskBy).Must(by => by.IsEmpty).When(f => f.Next == "nothing").WithMessage("You say by when you need it, and that the service should send nothing: choose what it should send, or clear the day");
        RuleFor(f => f.AskBy).Must(by => by.IsEmpty).When(f => f.Next == "asked").WithMessage("What was asked stays as it was, by its day too: clear this day, and change it afterwards under ‘Add to what is asked, or change the day’");
        RuleFor(f => f.AskWords).AtMost(Withdrawal.WordsLength, "What you need");
    }
}
