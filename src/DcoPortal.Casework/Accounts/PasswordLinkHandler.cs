using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Casework.Accounts;

/// <summary>Sends the link with which the account's holder chooses a new password, at most one in 10 minutes to an address.</summary>
public sealed class PasswordLinkHandler(UserManager<PortalUser> users, Change change, AccountEmails emails, AuditTrail audit, AccountLookup lookup)
{
    /// <summary>For the forgotten-password page: an address without a usable account gets an email that says so, and the page says nothing.</summary>
    public Task<Outcome> AskAsync(string email, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await users.FindByNameAsync(email) is { DisabledUtc: null } user) { return await QueueAsync(user, Actor.Of(user), ct); }
        if (await lookup.WasAnnouncedAsync(emails.KeyOfSignInHelp(email), ct)) { return Outcome.Already; }
        emails.SignInHelp(email);
        return Outcome.Done;
    }, ct);

    /// <summary>Sends it to one account in the caller's change, as asked for by the person or by an administrator.</summary>
    public async Task<Outcome> QueueAsync(PortalUser user, Actor askedBy, CancellationToken ct)
    {
        if (await lookup.WasAnnouncedAsync(emails.KeyOfPasswordLink(user), ct)) { return Outcome.Already; }
        emails.NewPassword(user);
        audit.Record(new PasswordLinkSent(user.Id), askedBy);
        return Outcome.Done;
    }
}
