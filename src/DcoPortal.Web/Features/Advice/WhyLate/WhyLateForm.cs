using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.WhyLate;

/// <summary>Why an answer is late, as the DCO service records or corrects it.</summary>
public sealed class WhyLateForm : RequestForm
{
    /// <summary>Why.</summary>
    public WhyLateInput Why { get; set; } = new();

    /// <summary>The reason that the page showed, or null for none.</summary>
    public LateReason? Seen { get; set; }
}

internal sealed class WhyLateFormValidator : AbstractValidator<WhyLateForm>
{
    public WhyLateFormValidator()
    {
        RuleFor(f => f.Why.Reason).NotNull().WithMessage("Select why it is late");
        RuleFor(f => f.Why).SetValidator(new WhyLateInputValidator());
    }
}
