using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Facts;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Casework.Accounts;

/// <summary>Sends the link that lets somebody choose a new password, at most one in 10 minutes to an address.</summary>
public sealed class PasswordLinkHandler(UserManager<PortalUser> users, PortalDb db, AccountEmails emails, AuditTrail audit, AccountLookup lookup)
{
    /// <summary>For the forgotten-password page: an address without a usable account gets an email that says so, and the page says nothing.</summary>
    public async Task AskAsync(string email, CancellationToken ct)
    {
        if (await users.FindByNameAsync(email) is { DisabledUtc: null } user)
        {
            await SendAsync(user, Actor.Of(user), ct);
            return;
        }
        if (await lookup.WasAnnouncedAsync(emails.KeyOfSignInHelp(email), ct)) { return; }
        emails.SignInHelp(email);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Sends it to one account, as asked for by the person or by an administrator.</summary>
    public async Task SendAsync(PortalUser user, Actor askedBy, CancellationToken ct)
    {
        if (await lookup.WasAnnouncedAsync(emails.KeyOfPasswordLink(user), ct)) { return; }
        emails.NewPassword(user);
        audit.Record(new PasswordLinkSent(user.Id), askedBy);
        await db.SaveChangesAsync(ct);
    }
}
