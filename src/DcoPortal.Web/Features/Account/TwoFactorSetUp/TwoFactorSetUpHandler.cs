using System.Security.Claims;
using DcoPortal.Casework.Accounts;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Web.Features.Account.TwoFactorSetUp;

/// <summary>Turns two-factor sign-in on for the signed-in person, renews recovery codes, and starts over on a new phone.</summary>
public sealed class TwoFactorSetUpHandler(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, AuditTrail audit, CurrentPerson person)
{
    private const int Codes = 10;
    private const string Issuer = "DCO Portal";

    private async Task<PortalUser> MeAsync() =>
        await users.FindByIdAsync(person.Scope.UserId.ToString()) ?? throw new InvalidOperationException("The signed-in account is gone.");

    /// <summary>Whether two-factor sign-in is already on.</summary>
    public async Task<bool> IsOnAsync() => (await MeAsync()).TwoFactorEnabled;

    /// <summary>The key to show, in groups of four, and as an otpauth address.</summary>
    public async Task<(string Key, string Address)> KeyAsync()
    {
        var user = await MeAsync();
        var key = await users.GetAuthenticatorKeyAsync(user);
        if (string.IsNullOrEmpty(key))
        {
            await users.ResetAuthenticatorKeyAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
            // a new key renews the security stamp: this session continues, other sessions end
            await signIn.RefreshSignInAsync(user);
        }
        var address = $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6";
        return (string.Join(' ', key.Chunk(4).Select(c => new string(c))), address);
    }

    /// <summary>Turns two-factor sign-in on when the code is right, and returns the recovery codes; null when it is wrong.</summary>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(string code)
    {
        var user = await MeAsync();
        var plain = code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, plain)) { return null; }
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes);
        audit.Record(new TwoFactorChanged(user.Id, IsOn: true));
        await users.SetTwoFactorEnabledAsync(user, true);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim("amr", "mfa")]);
        return [.. codes!];
    }

    /// <summary>New recovery codes in place of the old; null when the password is wrong.</summary>
    public async Task<IReadOnlyList<string>?> RenewCodesAsync(string password)
    {
        var user = await MeAsync();
        if (!user.TwoFactorEnabled || !await IsMineAsync(user, password)) { return null; }
        audit.Record(new RecoveryCodesRenewed(user.Id));
        return [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes))!];
    }

    /// <summary>Forgets the authenticator app, so that another can be set up; false when the password is wrong.</summary>
    public async Task<bool> StartOverAsync(string password)
    {
        var user = await MeAsync();
        if (!await IsMineAsync(user, password)) { return false; }
        user.TwoFactorEnabled = false;
        audit.Record(new TwoFactorChanged(user.Id, IsOn: false));
        await users.ResetAuthenticatorKeyAsync(user);
        // signs in without the second factor's claim: where it is required, set-up comes before any other page
        await signIn.SignInAsync(user, isPersistent: false);
        return true;
    }

    // wrong passwords count towards the lockout, because an open session must not be a place to guess it
    private async Task<bool> IsMineAsync(PortalUser user, string password) =>
        (await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded;
}
