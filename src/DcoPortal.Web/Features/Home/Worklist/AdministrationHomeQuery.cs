using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Emails;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The worklist of a system administrator: accounts and emails, never a child.</summary>
public sealed class AdministrationHomeQuery(PortalDb db, UkClock clock)
{
    /// <summary>The worklist.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var invited = await db.Invitations.AsNoTracking().Where(i => i.AcceptedUtc == null && i.WithdrawnUtc == null).OrderBy(i => i.ExpiresUtc).ThenBy(i => i.Id)
            .Take(HomeRows.Most + 1).Select(i => new { i.DisplayName, i.Role, i.OrganisationName, i.ExpiresUtc }).ToListAsync(ct);
        // SQLite cannot compare the end of a lock-out, and there are few, so the clock is applied in memory
        var held = await db.Users.AsNoTracking().Where(u => u.DisabledUtc != null || u.LockoutEnd != null).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new { u.DisplayName, u.Role, u.OrganisationName, u.DisabledUtc, u.LockoutEnd }).ToListAsync(ct);
        held = [.. held.Where(u => u.DisabledUtc is not null || u.LockoutEnd?.UtcDateTime > now)];
        var failed = await db.Emails.CountAsync(EmailStandings.Undelivered, ct);
        return new HomePage
        {
            Today = clock.Today,
            Action = ("Invite a user", Addresses.AdminUsersInvite),
            Tiles = [new("Emails not delivered", failed.ToString("N0", UkText.Culture), $"{Addresses.AdminEmails}?status=undelivered", failed > 0 ? "red" : "grey", failed > 0 ? "Not sent, or bounced" : null)],
            Sections =
            [
                new HomeSection("Invited, not yet joined", [.. invited.Take(HomeRows.Most).Select(i => new HomeItem(Addresses.AdminUsers, i.DisplayName, $"{PortalClaims.TitleOf(i.Role)}, {i.OrganisationName}")
                {
                    Words = i.ExpiresUtc < now ? "Invitation has expired: invite again" : $"Invitation ends on {UkText.LongDate(UkClock.DateOf(i.ExpiresUtc))}",
                })], "Everyone who was invited has joined.") { SeeAll = Addresses.AdminUsers, HasMore = invited.Count > HomeRows.Most },
                new HomeSection("Locked or disabled", [.. held.Take(HomeRows.Most).Select(u => new HomeItem(Addresses.AdminUsers, u.DisplayName, $"{PortalClaims.TitleOf(u.Role)}, {u.OrganisationName}")
                {
                    Words = u.DisabledUtc is { } at ? $"Disabled on {UkText.LongDate(UkClock.DateOf(at))}" : $"Locked until {UkText.LongDateTime(u.LockoutEnd!.Value.UtcDateTime)}",
                })], "No account is locked or disabled.") { SeeAll = Addresses.AdminUsers, HasMore = held.Count > HomeRows.Most },
            ],
        };
    }
}
