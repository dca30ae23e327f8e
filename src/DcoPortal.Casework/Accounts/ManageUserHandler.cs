using DcoPortal.Casework.Requests;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Casework.Accounts;

/// <summary>What a person who manages users does to an account in scope. Each outcome carries the name of the account's holder.</summary>
/// <remarks>UserManager saves; when its save fails, another person changed the account meanwhile.</remarks>
public sealed class ManageUserHandler(PortalDb db, Change change, UserManager<PortalUser> users, PasswordLinkHandler links, AuditTrail audit, DoubtsAnew doubts, CurrentPerson person, UkClock clock)
{
    /// <summary>Disables an account at once: its sessions end with their next request.</summary>
    /// <returns>Refused for the manager's own account, and for the last system administrator's.</returns>
    public Task<Outcome<string>> DisableAsync(Guid id, string reason, CancellationToken ct) => OnAsync(id, async user =>
    {
        if (user.Id == person.Scope.UserId) { return Outcome.Refused("You cannot disable your own account. Ask another administrator."); }
        if (user.DisabledUtc is not null) { return Outcome.Already; }
        if (user.Role == Role.SystemAdministrator
            && !await db.Users.AnyAsync(u => u.Role == Role.SystemAdministrator && u.DisabledUtc == null && u.Id != id && u.IcbId == user.IcbId, ct))
        {
            return Outcome.Refused("This is the last system administrator who can sign in. Invite another first.");
        }
        user.DisabledUtc = clock.UtcNow;
        audit.Record(new AccountDisabled(user.Id, reason));
        // others may hold the calendar address: an account that is enabled again starts without it
        if (user.RevokeCalendar()) { audit.Record(new CalendarAddressRevoked(user.Id)); }
        return await SaveAsync(user);
    }, ct);

    /// <summary>Enables a disabled account, and lifts its lockout. Whom families exclude is looked at anew for what its holder opens again.</summary>
    public Task<Outcome<string>> EnableAsync(Guid id, CancellationToken ct) => OnAsync(id, async user =>
    {
        if (user.DisabledUtc is null) { return Outcome.Already; }
        user.DisabledUtc = null;
        user.LockoutEnd = null;
        audit.Record(new AccountEnabled(user.Id));
        var services = await db.UserServices.Where(s => s.UserId == id).Select(s => s.ServiceId).ToListAsync(ct);
        await doubts.OfReaderAsync([.. services.Select(s => ServiceReader.Of(user, s))], [], ct);
        return await SaveAsync(user);
    }, ct);

    /// <summary>Forgets the person's authenticator app; they set up another at the next sign-in, where it is required.</summary>
    /// <returns>Refused for the manager's own account: the profile page asks for the password first.</returns>
    public Task<Outcome<string>> ResetTwoFactorAsync(Guid id, CancellationToken ct) => OnAsync(id, async user =>
    {
        if (user.Id == person.Scope.UserId) { return Outcome.Refused("Change your own two-factor sign-in on your account page."); }
        if (!user.TwoFactorEnabled) { return Outcome.Already; }
        user.TwoFactorEnabled = false;
        audit.Record(new TwoFactorChanged(user.Id, IsOn: false));
        return OfSave(await users.ResetAuthenticatorKeyAsync(user));
    }, ct);

    /// <summary>Sends a link to choose a new password.</summary>
    public Task<Outcome<string>> SendPasswordLinkAsync(Guid id, CancellationToken ct) => OnAsync(id, async user =>
    {
        if (user.DisabledUtc is not null) { return Outcome.Refused("This account is disabled. Enable it first."); }
        return await links.QueueAsync(user, person.Actor, ct);
    }, ct);

    private Task<Outcome<string>> OnAsync(Guid id, Func<PortalUser, Task<Outcome>> work, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user) { return Outcome.NotFound; }
        return (await work(user)).With(user.DisplayName);
    }, ct);

    // the new stamp ends every session, on every instance
    private async Task<Outcome> SaveAsync(PortalUser user) => OfSave(await users.UpdateSecurityStampAsync(user));

    private static Outcome OfSave(IdentityResult result) => result.Succeeded ? Outcome.Done : Outcome.ChangedMeanwhile;
}
