using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Account.SignIn;

/// <summary>Sign in and out.</summary>
[Area("Account")]
public sealed class SignInController(SignInHandler handler) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/account/sign-in"), AllowAnonymous]
    public IActionResult Index(string? returnUrl, bool interrupted = false) =>
        User.Identity?.IsAuthenticated == true ? LocalRedirect(Local(returnUrl)) : View(new SignInForm { ReturnUrl = returnUrl, WasInterrupted = interrupted });

    /// <summary>Signs in.</summary>
    [HttpPost("/account/sign-in"), AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(SignInForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return View(form); }
        var result = await handler.HandleAsync(form.Email!.Trim(), form.Password!, ct);
        if (result.NeedsCode) { return LocalRedirect($"{Addresses.AccountTwoFactor}?returnUrl={Uri.EscapeDataString(Local(form.ReturnUrl))}"); }
        if (result.Person is { } person) { return LocalRedirect(await handler.LandingAsync(person, Local(form.ReturnUrl), ct)); }
        ModelState.AddModelError(nameof(SignInForm.Email), result.Problem!);
        return View(form);
    }

    /// <summary>Signs out.</summary>
    [HttpPost("/account/sign-out"), Allow(Permission.UsePortal, BeforeTwoFactor = true)]
    public async Task<IActionResult> Leave(CancellationToken ct)
    {
        await handler.LeaveAsync(ct);
        return LocalRedirect(Addresses.AccountSignIn);
    }

    private string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : "/";
}
