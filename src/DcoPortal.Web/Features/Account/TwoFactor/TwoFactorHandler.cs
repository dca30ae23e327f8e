using System.Security.Claims;
using DcoPortal.Casework.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Web.Features.Account.TwoFactor;

/// <summary>Checks the second factor of a person whose password was right. Wrong codes of either kind count towards the lockout.</summary>
public sealed class TwoFactorHandler(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, SignInHandler signedIn, AuditTrail audit, IHttpContextAccessor http)
{
    private const string Provider = "DcoPortal", LastCode = "LastCode";

    /// <summary>Whether a person's password was accepted in this browser within the last 10 minutes.</summary>
    public async Task<bool> IsExpectedAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <summary>Signs in with a code; the person is null, with the problem, when the first step has to be done again.</summary>
    public async Task<SignInOutcome> HandleAsync(string code, bool recovery, CancellationToken ct)
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (user is null || user.DisabledUtc is not null) { return new(null, false, null); }
        if (await users.IsLockedOutAsync(user)) { return await RefusedAsync(user, "the account is locked", countIt: false, Locked(user)); }
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        if (!(recovery ? await RedeemAsync(user, plain) : await VerifyAsync(user, plain.Replace("-", "", StringComparison.Ordinal))))
        {
            var words = recovery ? "This recovery code is not right, or was used before" : "This code is not right. Enter the newest code that your app shows";
            return await RefusedAsync(user, recovery ? "the recovery code was wrong" : "the code was wrong", countIt: true, words);
        }
        user.AccessFailedCount = 0;
        await signedIn.SignedInAsync(user, withTwoFactor: true, ct);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim("amr", "mfa")]);
        await http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return new(user, false, null);
    }

    // recovery codes are shown in capitals; a person may type them in any case
    private async Task<bool> RedeemAsync(PortalUser user, string code) =>
        (await users.RedeemTwoFactorRecoveryCodeAsync(user, code.ToUpperInvariant())).Succeeded;

    /// <summary>A code stays valid for some minutes, so a person who reads it over a shoulder must not use it a second time.</summary>
    private async Task<bool> VerifyAsync(PortalUser user, string code)
    {
        if (await users.GetAuthenticationTokenAsync(user, Provider, LastCode) == code) { return false; }
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code)) { return false; }
        await users.SetAuthenticationTokenAsync(user, Provider, LastCode, code);
        return true;
    }

    private async Task<SignInOutcome> RefusedAsync(PortalUser user, string why, bool countIt, string words)
    {
        audit.Record(new SignInRefused(why), Actor.Of(user));
        await (countIt ? users.AccessFailedAsync(user) : users.UpdateAsync(user));
        return new(null, true, await users.IsLockedOutAsync(user) ? Locked(user) : words);
    }

    private static string Locked(PortalUser user) =>
        $"This account is locked because of too many wrong tries. You can try again after {UkText.LongDateTime(user.LockoutEnd!.Value.UtcDateTime)}";
}
