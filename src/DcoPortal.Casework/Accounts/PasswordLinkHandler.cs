using System.Globalization;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Text;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Accounts;

/// <summary>Sends the link that lets somebody choose a new password, at most one in 10 minutes to an address.</summary>
public sealed class PasswordLinkHandler(UserManager<PortalUser> users, PortalDb db, Outbox outbox, AuditTrail audit, AccountLinks links, AccountLookup lookup,
    UkClock clock, IOptions<ServiceOptions> service)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>For the forgotten-password page: an address without a usable account gets an email that says so, and the page says nothing.</summary>
    public async Task AskAsync(string email, CancellationToken ct)
    {
        if (await users.FindByNameAsync(email) is { DisabledUtc: null } user)
        {
            await SendAsync(user, Actor.Of(user), ct);
            return;
        }
        var key = KeyOf("sign-in-help", AccountLinks.HashOf(email.ToUpperInvariant()));
        if (await lookup.WasAnnouncedAsync(key, ct)) { return; }
        outbox.Queue("sign-in-help", email, key, "/account/sign-in", new Dictionary<string, string> { ["contact"] = Contact }, null);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Sends it to one account, as asked for by the person or by an administrator.</summary>
    public async Task SendAsync(PortalUser user, Actor askedBy, CancellationToken ct)
    {
        var key = KeyOf("password-reset", user.Id.ToString("N"));
        if (await lookup.WasAnnouncedAsync(key, ct)) { return; }
        var until = clock.UtcNow + AccountLinks.PasswordLife;
        var values = new Dictionary<string, string> { ["expires-on"] = UkText.LongDateTime(until), ["contact"] = Contact };
        outbox.Queue("password-reset", user.Email!, key, "/account/reset-password/" + links.PasswordToken(user, until), values, null, icbId: user.IcbId);
        audit.Record(new PasswordLinkSent(user.Id), askedBy);
        await db.SaveChangesAsync(ct);
    }

    private string Contact => service.Value.ContactEmail is { Length: > 0 } address ? address : "the " + service.Value.TeamName;

    private string KeyOf(string what, string who) => string.Create(CultureInfo.InvariantCulture, $"{what}:{who}:{clock.UtcNow.Ticks / Pause.Ticks}");
}
