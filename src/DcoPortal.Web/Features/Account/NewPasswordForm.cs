using System.ComponentModel.DataAnnotations;

namespace DcoPortal.Web.Features.Account;

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
