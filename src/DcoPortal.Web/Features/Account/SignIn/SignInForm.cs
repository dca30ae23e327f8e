using System.ComponentModel.DataAnnotations;

namespace DcoPortal.Web.Features.Account.SignIn;

/// <summary>The sign-in form.</summary>
public sealed class SignInForm
{
    /// <summary>Work email address.</summary>
    [Display(Name = "Email address")]
    public string? Email { get; set; }

    /// <summary>Password.</summary>
    [Display(Name = "Password")]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; only a path of this portal is followed.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>Whether the person was sent here because their session had ended when they saved.</summary>
    public bool WasInterrupted { get; set; }

    /// <summary>Whether what they had typed is kept for them.</summary>
    public bool IsKept => ReturnUrl == Addresses.AccountContinue;
}

internal sealed class SignInFormValidator : AbstractValidator<SignInForm>
{
    public SignInFormValidator()
    {
        RuleFor(f => f.Email).NotEmpty().WithMessage("Enter your email address");
        RuleFor(f => f.Password).NotEmpty().WithMessage("Enter your password");
    }
}
