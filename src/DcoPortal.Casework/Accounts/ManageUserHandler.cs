using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Facts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Accounts;

/// <summary>What whoever manages users does to an account in scope. Each answers null when there is no such account there, else its name.</summary>
public sealed class ManageUserHandler(PortalDb db, UserManager<PortalUser> users, PasswordLinkHandler links, AuditTrail audit, CurrentPerson person, UkClock clock)
{
    /// <summary>Disables it at once: its sessions end with their next request.</summary>
    /// <exception cref="DomainRuleException">It is one's own, or the last system administrator's.</exception>
    public async Task<string?> DisableAsync(Guid id, string reason, CancellationToken ct)
    {
        if (await FindAsync(id) is not { } user) { return null; }
        if (user.Id == person.Scope.UserId) { throw new DomainRuleException("You cannot disable your own account. Ask another administrator."); }
        if (user.DisabledUtc is not null) { return user.DisplayName; }
        if (user.Role == Role.SystemAdministrator
            && !await db.Users.AnyAsync(u => u.Role == Role.SystemAdministrator && u.DisabledUtc == null && u.Id != id && u.IcbId == user.IcbId, ct))
        {
            throw new DomainRuleException("This is the last system administrator who can sign in. Invite another first.");
        }
        user.DisabledUtc = clock.UtcNow;
        audit.Record(new AccountDisabled(user.Id, reason));
        // enabled again, the account starts without an address that others may hold
        if (user.RevokeCalendar()) { audit.Record(new CalendarAddressRevoked(user.Id)); }
        return await SaveAsync(user);
    }

    /// <summary>Enables it again.</summary>
    public async Task<string?> EnableAsync(Guid id)
    {
        if (await FindAsync(id) is not { } user) { return null; }
        if (user.DisabledUtc is null) { return user.DisplayName; }
        user.DisabledUtc = null;
        user.LockoutEnd = null;
        audit.Record(new AccountEnabled(user.Id));
        return await SaveAsync(user);
    }

    /// <summary>Forgets the person's authenticator app; they set up another at the next sign-in, where it is required.</summary>
    /// <exception cref="DomainRuleException">It is one's own: the profile page asks for the password first.</exception>
    public async Task<string?> ResetTwoFactorAsync(Guid id)
    {
        if (await FindAsync(id) is not { } user) { return null; }
        if (user.Id == person.Scope.UserId) { throw new DomainRuleException("Change your own two-factor sign-in on your account page."); }
        if (!user.TwoFactorEnabled) { return user.DisplayName; }
        user.TwoFactorEnabled = false;
        audit.Record(new TwoFactorChanged(user.Id, IsOn: false));
        return (await users.ResetAuthenticatorKeyAsync(user)).Succeeded ? user.DisplayName : throw new DbUpdateConcurrencyException();
    }

    /// <summary>Sends a link to choose a new password.</summary>
    public async Task<string?> SendPasswordLinkAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id) is not { } user) { return null; }
        if (user.DisabledUtc is not null) { throw new DomainRuleException("This account is disabled. Enable it first."); }
        await links.SendAsync(user, person.Actor, ct);
        return user.DisplayName;
    }

    private Task<PortalUser?> FindAsync(Guid id) => users.FindByIdAsync(id.ToString());

    // the new stamp ends every session, on every instance
    private async Task<string> SaveAsync(PortalUser user) =>
        (await users.UpdateSecurityStampAsync(user)).Succeeded ? user.DisplayName : throw new DbUpdateConcurrencyException();
}
