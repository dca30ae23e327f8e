using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Account.TwoFactorSetUp;

/// <summary>Setting up two-factor sign-in: the only pages for a person who must set it up and has not.</summary>
[Area("Account")]
public sealed class TwoFactorSetUpController(TwoFactorSetUpHandler handler) : Controller
{
    private const string WrongPassword = "The password is not right";

    /// <summary>QR code, key and the field for the first code.</summary>
    [HttpGet("/account/two-factor/set-up"), Allow(Permission.UsePortal, BeforeTwoFactor = true)]
    public async Task<IActionResult> Index(string? returnUrl) =>
        await handler.IsOnAsync() ? AlreadyOn() : await ShowAsync(new TwoFactorSetUpForm { ReturnUrl = returnUrl });

    /// <summary>Turns two-factor sign-in on and shows the recovery codes, once.</summary>
    [HttpPost("/account/two-factor/set-up"), Allow(Permission.UsePortal, BeforeTwoFactor = true), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(TwoFactorSetUpForm form)
    {
        if (await handler.IsOnAsync()) { return AlreadyOn(); }
        if (ModelState.IsValid)
        {
            if (await handler.TurnOnAsync(form.Code!) is { } codes)
            {
                return View("Codes", new RecoveryCodes(codes, Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/", JustSetUp: true));
            }
            ModelState.AddModelError(nameof(form.Code), "Enter the newest code. If it is refused, check that the phone's time is set automatically");
        }
        return await ShowAsync(form);
    }

    /// <summary>Asks for the password before new recovery codes are made.</summary>
    [HttpGet("/account/two-factor/recovery-codes"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Renew() => await handler.IsOnAsync() ? View(new ConfirmPasswordForm()) : LocalRedirect(Addresses.AccountTwoFactorSetUp);

    /// <summary>Makes new recovery codes.</summary>
    [HttpPost("/account/two-factor/recovery-codes"), Allow(Permission.UsePortal), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Renew(ConfirmPasswordForm form)
    {
        if (!ModelState.IsValid) { return View(form); }
        if (await handler.RenewCodesAsync(form.Password!) is { } codes) { return View("Codes", new RecoveryCodes(codes, Addresses.AccountProfile, JustSetUp: false)); }
        ModelState.AddModelError(nameof(form.Password), WrongPassword);
        return View(form);
    }

    /// <summary>Asks for the password before the authenticator app is forgotten.</summary>
    [HttpGet("/account/two-factor/start-over"), Allow(Permission.UsePortal)]
    public IActionResult StartOver() => View(new ConfirmPasswordForm());

    /// <summary>Forgets the app and goes to set-up.</summary>
    [HttpPost("/account/two-factor/start-over"), Allow(Permission.UsePortal), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> StartOver(ConfirmPasswordForm form)
    {
        if (!ModelState.IsValid) { return View(form); }
        if (await handler.StartOverAsync(form.Password!)) { return LocalRedirect($"{Addresses.AccountTwoFactorSetUp}?returnUrl=%2Faccount%2Fprofile"); }
        ModelState.AddModelError(nameof(form.Password), WrongPassword);
        return View(form);
    }

    private async Task<IActionResult> ShowAsync(TwoFactorSetUpForm form)
    {
        (form.Key, form.Address) = await handler.KeyAsync();
        return View("Index", form);
    }

    private LocalRedirectResult AlreadyOn()
    {
        TempData.Notice("Two-factor sign-in is already on. If you did not keep your recovery codes, make new ones");
        return LocalRedirect(Addresses.AccountProfile);
    }
}
