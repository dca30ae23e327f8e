using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Advice.Triage;

/// <summary>Why no service need be asked now.</summary>
public sealed class NoRequestForm
{
    /// <summary>The reason, for the activity page.</summary>
    [Display(Name = "Why is no request needed now?")]
    public string? Reason { get; set; }
}

internal sealed class NoRequestFormValidator : AbstractValidator<NoRequestForm>
{
    public NoRequestFormValidator() =>
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why no request is needed now").MaximumLength(1000).WithMessage("The reason must be 1,000 characters or fewer");
}

/// <summary>The page that takes a notification out of triage.</summary>
public sealed record NoRequestPage(CaseKeys ShownCase, ChildBanner Child, bool IsInTriage, NoRequestForm Form) : IShowsChildRecord;
