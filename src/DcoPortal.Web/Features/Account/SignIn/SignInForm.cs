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

    /// <summary>Whether the person was sent here because their session ended before they saved.</summary>
    public bool WasInterrupted { get; set; }

    /// <summary>Whether the portal kept what the person had typed.</summary>
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
