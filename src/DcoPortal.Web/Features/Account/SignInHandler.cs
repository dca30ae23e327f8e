using DcoPortal.Casework.Accounts;
using DcoPortal.Web.Platform.SignIn.Interrupted;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Web.Features.Account;

/// <summary>The result of a sign-in: the person now signed in, that a code is needed, or a problem in words.</summary>
public sealed record SignInOutcome(PortalUser? Person, bool NeedsCode, string? Problem);

/// <summary>Checks email and password. A refusal does not say which was wrong, or whether the account exists.</summary>
public sealed class SignInHandler(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, PortalDb db, AuditTrail audit, UkClock clock, SavedFilters filters, AccessScope scope, InterruptedForms interrupted)
{
    private const string Wrong = "The email address or password is not right. After 5 wrong tries an account is locked for 15 minutes: wait, or choose a new password";

    public async Task<SignInOutcome> HandleAsync(string email, string password, CancellationToken ct)
    {
        var user = await users.FindByNameAsync(email);
        if (user is null)
        {
            // hashes once for an unknown address, so that the response time does not tell whether the account exists
            users.PasswordHasher.HashPassword(new PortalUser { DisplayName = "", OrganisationName = "" }, password);
            return new(null, false, Wrong);
        }
        if (user.DisabledUtc is not null) { return await RefusedAsync(user, "the account is disabled", ct); }
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor) { return new(null, true, null); }
        if (!result.Succeeded) { return await RefusedAsync(user, result.IsLockedOut ? "the account is locked" : "the password was wrong", ct); }
        await SignedInAsync(user, withTwoFactor: false, ct);
        return new(user, false, null);
    }

    /// <summary>Signs in the holder of an account that was made just now.</summary>
    public async Task SignInNewAsync(PortalUser user, CancellationToken ct)
    {
        await signIn.SignInAsync(user, isPersistent: false);
        await SignedInAsync(user, withTwoFactor: false, ct);
    }

    /// <summary>Records a sign-in that succeeded.</summary>
    public async Task SignedInAsync(PortalUser user, bool withTwoFactor, CancellationToken ct)
    {
        user.LastSignedInUtc = clock.UtcNow;
        audit.Record(new SignedIn(withTwoFactor), Actor.Of(user));
        await db.SaveChangesAsync(ct);
        await filters.ForgetAsync(user.Id, ct);
    }

    /// <summary>Where the person goes next: to the forms they could not save, or to the page they asked for.</summary>
    public async Task<string> LandingAsync(PortalUser user, string localUrl, CancellationToken ct) =>
        (await interrupted.ListAsync(user.Id, ct)).Count == 0 ? localUrl : Addresses.AccountContinue;

    /// <summary>Signs the person out.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        audit.Record(new SignedOut());
        await db.SaveChangesAsync(ct);
        await filters.ForgetAsync(scope.UserId, ct);
        await signIn.SignOutAsync();
    }

    private async Task<SignInOutcome> RefusedAsync(PortalUser user, string why, CancellationToken ct)
    {
        audit.Record(new SignInRefused(why), Actor.Of(user));
        await db.SaveChangesAsync(ct);
        return new(null, false, Wrong);
    }
}
