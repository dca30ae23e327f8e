using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Account.Password;

/// <summary>Asks for a link to choose a new password.</summary>
public sealed class ForgottenPasswordForm
{
    /// <summary>Work email address.</summary>
    [Display(Name = "Email address")]
    public string? Email { get; set; }
}

/// <summary>A new password in place of a known one.</summary>
public sealed class ChangePasswordForm : NewPasswordForm
{
    /// <summary>The password to be replaced.</summary>
    [Display(Name = "Current password")]
    public string? CurrentPassword { get; set; }
}

internal sealed class ForgottenPasswordFormValidator : AbstractValidator<ForgottenPasswordForm>
{
    public ForgottenPasswordFormValidator()
    {
        RuleFor(f => f.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter your email address")
            .AtMost(254, "Email address")
            .EmailThatReceives();
    }
}

internal sealed class NewPasswordFormValidator : TypedTwiceValidator<NewPasswordForm>;

internal sealed class ChangePasswordFormValidator : TypedTwiceValidator<ChangePasswordForm>
{
    public ChangePasswordFormValidator()
    {
        RuleFor(f => f.CurrentPassword).NotEmpty().WithMessage("Enter your current password");
    }
}
