using DcoPortal.Domain.Audit;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Time;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Web.Features.Account.SignIn;

/// <summary>What came of a sign-in: done, a code is needed, or a problem in words.</summary>
public sealed record SignInOutcome(bool NeedsCode, string? Problem);

/// <summary>Checks email and password. The answer to a wrong one does not say which was wrong, or whether the account exists.</summary>
public sealed class SignInHandler(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, PortalDb db, AuditTrail audit, UkClock clock)
{
    private const string Wrong = "The email address or password is not right. After 5 wrong tries an account is locked for 15 minutes.";

    public async Task<SignInOutcome> HandleAsync(string email, string password, CancellationToken ct)
    {
        var user = await users.FindByNameAsync(email);
        if (user is null) { return new(false, Wrong); }
        if (user.DisabledUtc is not null) { return await RefusedAsync(user, "the account is disabled", ct); }
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor) { return new(true, null); }
        if (!result.Succeeded) { return await RefusedAsync(user, result.IsLockedOut ? "the account is locked" : "the password was wrong", ct); }
        await SignedInAsync(user, withTwoFactor: false, ct);
        return new(false, null);
    }

    /// <summary>Notes a sign-in that succeeded.</summary>
    public async Task SignedInAsync(PortalUser user, bool withTwoFactor, CancellationToken ct)
    {
        user.LastSignedInUtc = clock.UtcNow;
        audit.Record(new SignedIn(withTwoFactor), ActorOf(user));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Signs the person out.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        audit.Record(new SignedOut());
        await db.SaveChangesAsync(ct);
        await signIn.SignOutAsync();
    }

    private async Task<SignInOutcome> RefusedAsync(PortalUser user, string why, CancellationToken ct)
    {
        audit.Record(new SignInRefused(why), ActorOf(user));
        await db.SaveChangesAsync(ct);
        return new(false, Wrong);
    }

    private static Actor ActorOf(PortalUser user) =>
        new(user.Id, user.DisplayName, PortalClaims.TitleOf(user.Role), user.OrganisationName, user.LocalAuthorityId, user.IcbId);
}
