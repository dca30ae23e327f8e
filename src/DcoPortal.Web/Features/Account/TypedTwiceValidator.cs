using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Account;

/// <summary>Both fields are filled in and equal; UserManager's rules say what a password must be.</summary>
public abstract class TypedTwiceValidator<T> : AbstractValidator<T> where T : NewPasswordForm
{
    /// <summary>The rules.</summary>
    protected TypedTwiceValidator()
    {
        RuleFor(f => f.NewPassword).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter a new password")
            .AtMost(200, "Password");
        RuleFor(f => f.NewPasswordAgain).Equal(f => f.NewPassword).When(f => !string.IsNullOrEmpty(f.NewPassword)).WithMessage("The two passwords are not the same");
    }
}
