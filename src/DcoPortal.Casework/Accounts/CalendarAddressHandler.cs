using DcoPortal.Casework.Emails;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Accounts;

/// <summary>What the page says: whether there is an address, since when, and the address itself in the moment it is made.</summary>
/// <param name="MadeUtc">When it was made, UTC; null while there is none.</param>
/// <param name="Address">The address, shown once; null afterwards.</param>
public sealed record AddressPage(DateTime? MadeUtc, string? Address);

/// <summary>Makes, replaces and revokes the private address of the person's own calendar feed. Only the hash of its secret is kept.</summary>
public sealed class CalendarAddressHandler(PortalDb db, Change change, AccessScope scope, AuditTrail audit, UkClock clock, IOptions<PortalAddress> address)
{
    /// <summary>When the person's address was made, UTC, or null.</summary>
    public async Task<DateTime?> MadeAsync(CancellationToken ct) =>
        await db.Users.Where(u => u.Id == scope.UserId && u.CalendarTokenHash != null).Select(u => u.CalendarTokenMadeUtc).SingleOrDefaultAsync(ct);

    /// <summary>Makes a new address; an older one stops working at once.</summary>
    /// <returns>The address, which cannot be read again.</returns>
    public Task<Outcome<string>> MakeAsync(CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        var user = await db.Users.SingleAsync(u => u.Id == scope.UserId, ct);
        var (token, hash) = AccountLinks.NewSecret();
        audit.Record(new CalendarAddressMade(user.Id, user.CalendarTokenHash is not null));
        (user.CalendarTokenHash, user.CalendarTokenMadeUtc) = (hash, clock.UtcNow);
        Renew(user);
        return $"{address.Value.PublicUrl.TrimEnd('/')}/calendar/feed.ics?token={token}";
    }, ct);

    /// <summary>Revokes the address. Nothing happens where there is none.</summary>
    public Task<Outcome> RevokeAsync(CancellationToken ct) => change.MakeAsync(async () =>
    {
        var user = await db.Users.SingleAsync(u => u.Id == scope.UserId, ct);
        if (!user.RevokeCalendar()) { return Outcome.Already; }
        audit.Record(new CalendarAddressRevoked(user.Id));
        Renew(user);
        return Outcome.Done;
    }, ct);

    // UserManager writes whole rows: without a new stamp its older copy would bring a revoked address back
    private static void Renew(PortalUser user) => user.ConcurrencyStamp = Guid.NewGuid().ToString();
}
