using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Account.TwoFactor;

/// <summary>The second step of signing in: a code from the authenticator app, or a recovery code.</summary>
[Area("Account")]
public sealed class TwoFactorController(TwoFactorHandler handler, SignInHandler signIn) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/account/two-factor"), AllowAnonymous]
    public async Task<IActionResult> Index(string? returnUrl, bool recovery = false) =>
        await handler.IsExpectedAsync() ? View(new TwoFactorForm { ReturnUrl = returnUrl, Recovery = recovery }) : Again(returnUrl);

    /// <summary>Signs in.</summary>
    [HttpPost("/account/two-factor"), AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(TwoFactorForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return View(form); }
        var result = await handler.HandleAsync(form.Code!.Trim(), form.Recovery, ct);
        if (result.Person is { } person) { return LocalRedirect(await signIn.LandingAsync(person, Local(form.ReturnUrl), ct)); }
        if (result.Problem is null) { return Again(form.ReturnUrl); }
        ModelState.AddModelError(nameof(TwoFactorForm.Code), result.Problem);
        return View(form);
    }

    // a code is nothing to give back
    private LocalRedirectResult Again(string? returnUrl)
    {
        TempData.Notice("Sign in again: the first step has timed out");
        return LocalRedirect($"{Addresses.AccountSignIn}?returnUrl=" + Uri.EscapeDataString(Local(returnUrl)));
    }

    private string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : "/";
}
