using DcoPortal.Casework.Accounts;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Account.AcceptInvitation;

/// <summary>The page that an invitation's link opens.</summary>
[Area("Account")]
public sealed class AcceptInvitationController(AcceptInvitationHandler handler, SignInHandler signIn) : Controller
{
    /// <summary>Shows the invitation and the field for a password.</summary>
    [HttpGet("/account/invitation/{token}"), AllowAnonymous]
    public async Task<IActionResult> Index(string token, CancellationToken ct) => await ShowAsync(token, new AcceptInvitationForm(), ct);

    /// <summary>Makes the account.</summary>
    [HttpPost("/account/invitation/{token}"), AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(string token, AcceptInvitationForm form, CancellationToken ct)
    {
        var page = await ShowAsync(token, form, ct);
        if (form.Invitation is null || !ModelState.IsValid) { return page; }
        var (made, problems) = await handler.AcceptAsync(token, form.NewPassword!, ct);
        if (made is not null)
        {
            await signIn.SignInNewAsync(made, ct);
            return this.Success($"Welcome, {form.Invitation.Name}. Your account is ready", "/");
        }
        foreach (var problem in problems) { ModelState.AddModelError(nameof(form.NewPassword), problem); }
        return page;
    }

    private async Task<ViewResult> ShowAsync(string token, AcceptInvitationForm form, CancellationToken ct)
    {
        if (User.Identity?.IsAuthenticated == true) { return View("SignOutFirst"); }
        var (invitation, why) = await handler.FindAsync(token, ct);
        form.Invitation = invitation;
        if (invitation is not null) { return View("Index", form); }
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Ended", why);
    }
}
