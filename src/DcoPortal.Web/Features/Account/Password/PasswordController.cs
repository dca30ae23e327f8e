using DcoPortal.Casework.Accounts;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Account.Password;

/// <summary>Forgotten and changed passwords.</summary>
[Area("Account")]
public sealed class PasswordController(PasswordLinkHandler sendLink, NewPasswordHandler handler) : Controller
{
    /// <summary>Asks for the email address.</summary>
    [HttpGet("/account/forgotten-password"), AllowAnonymous]
    public IActionResult Forgotten() => View(new ForgottenPasswordForm());

    /// <summary>Answers the same whether or not there is such an account.</summary>
    [HttpPost("/account/forgotten-password"), AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Forgotten(ForgottenPasswordForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return View(form); }
        // a signed-in person's row scope hides other accounts, so the link is sent only to people who are not signed in
        if (User.Identity?.IsAuthenticated != true) { await sendLink.AskAsync(form.Email!.Trim(), ct); }
        return View("Asked");
    }

    /// <summary>The page that the email's link opens.</summary>
    [HttpGet("/account/reset-password/{token}"), AllowAnonymous]
    public async Task<IActionResult> Reset(string token)
    {
        if (User.Identity?.IsAuthenticated == true) { return View("SignOutFirst"); }
        return await handler.IsUsableAsync(token) ? View(new NewPasswordForm()) : Ended();
    }

    /// <summary>Sets the new password.</summary>
    [HttpPost("/account/reset-password/{token}"), AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Reset(string token, NewPasswordForm form)
    {
        if (User.Identity?.IsAuthenticated == true) { return View("SignOutFirst"); }
        if (!ModelState.IsValid) { return View(form); }
        if (await handler.ResetAsync(token, form.NewPassword!) is not { } problems) { return Ended(); }
        if (problems.Count == 0) { return this.Success("Your password is changed. Sign in with the new one", Addresses.AccountSignIn); }
        foreach (var problem in problems) { ModelState.AddModelError(nameof(form.NewPassword), problem); }
        return View(form);
    }

    /// <summary>Shows the form for a person who knows their password.</summary>
    [HttpGet("/account/change-password"), Allow(Permission.UsePortal)]
    public IActionResult Change() => View(new ChangePasswordForm());

    /// <summary>Changes the password.</summary>
    [HttpPost("/account/change-password"), Allow(Permission.UsePortal), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Change(ChangePasswordForm form)
    {
        if (!ModelState.IsValid) { return View(form); }
        var problems = await handler.ChangeAsync(form.CurrentPassword!, form.NewPassword!);
        if (problems is { Count: 0 }) { return this.Success("Your password is changed. You have been signed out everywhere else", Addresses.AccountProfile); }
        if (problems is null) { ModelState.AddModelError(nameof(form.CurrentPassword), "The current password is not right"); }
        foreach (var problem in problems ?? []) { ModelState.AddModelError(nameof(form.NewPassword), problem); }
        return View(form);
    }

    private ViewResult Ended()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Ended");
    }
}
