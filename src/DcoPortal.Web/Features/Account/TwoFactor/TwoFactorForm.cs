using System.ComponentModel.DataAnnotations;

namespace DcoPortal.Web.Features.Account.TwoFactor;

/// <summary>The second step of signing in.</summary>
public sealed class TwoFactorForm
{
    /// <summary>A code from the authenticator app, or a recovery code.</summary>
    [Display(Name = "Code")]
    public string? Code { get; set; }

    /// <summary>Whether it is a recovery code.</summary>
    public bool Recovery { get; set; }

    /// <summary>Where to go afterwards; only a path of this portal is followed.</summary>
    public string? ReturnUrl { get; set; }
}

internal sealed class TwoFactorFormValidator : AbstractValidator<TwoFactorForm>
{
    public TwoFactorFormValidator()
    {
        RuleFor(f => f.Code).NotEmpty().WithMessage(f => f.Recovery ? "Enter one of your recovery codes" : "Enter the 6-digit code from your app");
    }
}
