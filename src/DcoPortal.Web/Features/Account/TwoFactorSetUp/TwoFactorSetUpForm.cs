using System.ComponentModel.DataAnnotations;

namespace DcoPortal.Web.Features.Account.TwoFactorSetUp;

/// <summary>The code that proves that the app was set up.</summary>
public sealed class TwoFactorSetUpForm
{
    /// <summary>Six digits.</summary>
    [Display(Name = "6-digit code")]
    public string? Code { get; set; }

    /// <summary>Where to go afterwards.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>The key in groups of four, for typing. Never bound from the form.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Key { get; set; } = "";

    /// <summary>The otpauth address, for the QR code. Never bound from the form.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Address { get; set; } = "";
}

internal sealed class TwoFactorSetUpFormValidator : AbstractValidator<TwoFactorSetUpForm>
{
    public TwoFactorSetUpFormValidator()
    {
        RuleFor(f => f.Code).NotEmpty().WithMessage("Enter the 6-digit code that your app shows");
    }
}

/// <summary>The person's password, asked again before something that weakens the account.</summary>
public sealed class ConfirmPasswordForm
{
    /// <summary>The current password.</summary>
    [Display(Name = "Your password")]
    public string? Password { get; set; }
}

internal sealed class ConfirmPasswordFormValidator : AbstractValidator<ConfirmPasswordForm>
{
    public ConfirmPasswordFormValidator()
    {
        RuleFor(f => f.Password).NotEmpty().WithMessage("Enter your password");
    }
}

/// <summary>Recovery codes, shown once.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes, string NextHref, bool JustSetUp);
