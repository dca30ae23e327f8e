using DcoPortal.Casework.Accounts;

namespace DcoPortal.Web.Features.Account.Profile;

/// <summary>The person's own account.</summary>
[Area("Account")]
public sealed class ProfileController(ProfileQuery query, NewPasswordHandler handler) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("/account/profile"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.RunAsync(ct));

    /// <summary>Ends every session of the person.</summary>
    [HttpPost("/account/sign-out-everywhere"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> LeaveEverywhere()
    {
        await handler.LeaveEverywhereAsync();
        return this.Success("You are signed out on every device", Addresses.AccountSignIn);
    }
}
