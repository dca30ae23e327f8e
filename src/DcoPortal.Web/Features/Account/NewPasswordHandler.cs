using DcoPortal.Casework.Accounts;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Web.Features.Account;

/// <summary>Sets a new password: with a link from an email, or for a person who knows the old one. Every other session ends.</summary>
public sealed class NewPasswordHandler(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, AuditTrail audit, AccountLinks links, CurrentPerson person)
{
    /// <summary>Whether a link still works.</summary>
    public async Task<bool> IsUsableAsync(string token) => await OwnerAsync(token) is not null;

    /// <summary>What is wrong with the new password, in words: empty when it was set. Null when the link no longer works.</summary>
    public async Task<IReadOnlyList<string>?> ResetAsync(string token, string password)
    {
        if (await OwnerAsync(token) is not { } user) { return null; }
        var problems = await ProblemsAsync(user, password);
        if (problems.Count > 0) { return problems; }
        Set(user, password);
        audit.Record(new PasswordChanged(user.Id, ByReset: true), Actor.Of(user));
        // a person who knew the old password may have copied the calendar's address as well
        if (user.RevokeCalendar()) { audit.Record(new CalendarAddressRevoked(user.Id), Actor.Of(user)); }
        return (await users.UpdateSecurityStampAsync(user)).Succeeded ? [] : null;
    }

    /// <summary>What is wrong with the new password, in words: empty when it was set. Null when the current password is wrong.</summary>
    public async Task<IReadOnlyList<string>?> ChangeAsync(string current, string password)
    {
        var user = await users.FindByIdAsync(person.Scope.UserId.ToString()) ?? throw new InvalidOperationException("The signed-in account is gone.");
        if (!(await signIn.CheckPasswordSignInAsync(user, current, lockoutOnFailure: true)).Succeeded) { return null; }
        var problems = await ProblemsAsync(user, password);
        if (problems.Count > 0) { return problems; }
        Set(user, password);
        audit.Record(new PasswordChanged(user.Id, ByReset: false));
        var saved = await users.UpdateSecurityStampAsync(user);
        if (!saved.Succeeded) { return [.. saved.Errors.Select(e => e.Description)]; }
        await signIn.RefreshSignInAsync(user);
        return [];
    }

    /// <summary>Ends every session of the signed-in person, this one too.</summary>
    public async Task LeaveEverywhereAsync()
    {
        var user = await users.FindByIdAsync(person.Scope.UserId.ToString()) ?? throw new InvalidOperationException("The signed-in account is gone.");
        audit.Record(new SignedOutEverywhere());
        if (user.RevokeCalendar()) { audit.Record(new CalendarAddressRevoked(user.Id)); }
        await users.UpdateSecurityStampAsync(user);
        await signIn.SignOutAsync();
    }

    private async Task<PortalUser?> OwnerAsync(string token)
    {
        if (links.ReadPasswordToken(token) is not { } link) { return null; }
        var user = await users.FindByIdAsync(link.UserId.ToString());
        // the first use of the link changed the security stamp
        return user is { DisabledUtc: null } && user.SecurityStamp == link.Stamp ? user : null;
    }

    private void Set(PortalUser user, string password)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
    }

    private async Task<IReadOnlyList<string>> ProblemsAsync(PortalUser user, string password)
    {
        var problems = new List<string>();
        foreach (var validator in users.PasswordValidators)
        {
            var verdict = await validator.ValidateAsync(users, user, password);
            problems.AddRange(verdict.Errors.Select(e => e.Description));
        }
        return problems;
    }
}
