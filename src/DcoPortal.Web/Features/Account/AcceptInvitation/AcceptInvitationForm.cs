using DcoPortal.Casework.Accounts;

namespace DcoPortal.Web.Features.Account.AcceptInvitation;

/// <summary>The password of the new account.</summary>
public sealed class AcceptInvitationForm : NewPasswordForm
{
    /// <summary>The invitation. Never bound from the form.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public OpenInvitation? Invitation { get; set; }
}

internal sealed class AcceptInvitationFormValidator : TypedTwiceValidator<AcceptInvitationForm>;
