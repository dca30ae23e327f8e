using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace DcoPortal.Web.Features.Account.Password;

/// <summary>Asks for a link to choose a new password.</summary>
public sealed class ForgottenPasswordForm
{
    /// <summary>Work email address.</summary>
    [Display(Name = "Email address")]
    public string? Email { get; set; }
}

/// <summary>A new password, typed twice.</summary>
public class NewPasswordForm
{
    /// <summary>The new password.</summary>
    [Display(Name = "New password")]
    public string? NewPassword { get; set; }

    /// <summary>The same again.</summary>
    [Display(Name = "Type the new password again")]
    public string? NewPasswordAgain { get; set; }
}

/// <summary>A new password in place of a known one.</summary>
public sealed class ChangePasswordForm : NewPasswordForm
{
    /// <summary>The password that is changed.</summary>
    [Display(Name = "Current password")]
    public string? CurrentPassword { get; set; }
}

internal sealed class ForgottenPasswordFormValidator : AbstractValidator<ForgottenPasswordForm>
{
    public ForgottenPasswordFormValidator()
    {
        RuleFor(f => f.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter your email address")
            .MaximumLength(254).WithMessage("Email address must be 254 characters or fewer")
            .EmailAddress().WithMessage("Enter an email address in the right format, such as name@nhs.net");
    }
}

/// <summary>Both fields filled in and alike; what a password must be is the account system's rule.</summary>
public abstract class TypedTwiceValidator<T> : AbstractValidator<T> where T : NewPasswordForm
{
    /// <summary>The rules.</summary>
    protected TypedTwiceValidator()
    {
        RuleFor(f => f.NewPassword).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter a new password")
            .MaximumLength(200).WithMessage("Password must be 200 characters or fewer");
        RuleFor(f => f.NewPasswordAgain).Equal(f => f.NewPassword).When(f => !string.IsNullOrEmpty(f.NewPassword)).WithMessage("The two passwords are not the same");
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
