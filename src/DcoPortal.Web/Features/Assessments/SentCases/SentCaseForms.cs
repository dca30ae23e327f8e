using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.SentCases;

/// <summary>How a case that was sent here begins.</summary>
public sealed class TakeCaseForm : IShowsChildRecord
{
    /// <summary>How it began for this authority.</summary>
    [Display(Name = "What do the 20 weeks run from?")]
    public ClockEvent? StartedBy { get; set; }

    /// <summary>The day of that.</summary>
    [Display(Name = "The day of that")]
    public DateInput On { get; set; } = new();

    /// <summary>The authority's own reference.</summary>
    [Display(Name = "The authority’s own reference (optional)")]
    public string? AuthorityReference { get; set; }

    /// <summary>The board that is told.</summary>
    [Display(Name = "Which integrated care board is told?")]
    public Guid? IcbId { get; set; }

    /// <summary>The day the authority told health, where the DCO service takes it.</summary>
    [Display(Name = "When did the authority tell health?")]
    public DateInput ArrivedOn { get; set; } = new();

    /// <summary>The case shown on the page.</summary>
    [BindNever, ValidateNever]
    public SentCase Case { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Case.Transfer.From;
}

/// <summary>Why a case is sent back.</summary>
public sealed class SendBackCaseForm : IShowsChildRecord
{
    /// <summary>The reason.</summary>
    [Display(Name = "Why is it not this authority’s case?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The case shown on the page.</summary>
    [BindNever, ValidateNever]
    public SentCase Case { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Case.Transfer.From;
}

internal sealed class TakeCaseFormValidator : AbstractValidator<TakeCaseForm>
{
    public TakeCaseFormValidator(UkClock clock)
    {
        RuleFor(f => f.StartedBy).Must(s => s is ClockEvent.RequestReceived or ClockEvent.BecameResponsible).WithMessage("Select what the 20 weeks run from");
        RuleFor(f => f.On).PastDate("That day", "Enter the day from which the 20 weeks run", clock);
        RuleFor(f => f.AuthorityReference).AtMost(50, "The reference");
        RuleFor(f => f.AuthorityReference).IsTheirOwn();
        // asked of the DCO service alone, which then cannot leave it out
        When(f => !f.ArrivedOn.IsEmpty, () => RuleFor(f => f.ArrivedOn).PastDate("The day on which the authority told health", "Enter the day on which the authority told health", clock));
    }
}

internal sealed class SendBackCaseFormValidator : AbstractValidator<SendBackCaseForm>
{
    public SendBackCaseFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why it is not this authority’s case").AtMost(CaseTransfer.ReasonLength, "The reason");
}
